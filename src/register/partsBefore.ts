/** An agency that another took over from, with the last year that it owes; `null` where nobody knows. */
export interface Joining<Id> {
  readonly id: Id
  readonly last: number | null
}

/** An agency with those that it took over from, and its first year as the register has it. */
export interface Successor<Id> {
  readonly id: Id
  readonly from: number | undefined
  readonly predecessors: readonly Joining<Id>[]
}

/** Who has reported. */
export interface Reported<Id> {
  readonly has: (id: Id, year: number) => boolean
  /** Whether it has a report of any year before one. */
  readonly before: (id: Id, year: number) => boolean
}

/**
 * Whose reports of the year before make up what an agency is in `year`, itself among them. A body that came of others, or took others in, is compared with all
 * of them together, and with nothing where one of them lacks its report, still reports beside it, or has left it open when it ended: a part alone would
 * pass for growth. Empty where there is nothing to compare with.
 */
export function partsBefore<Id>(
  { id, from, predecessors }: Successor<Id>,
  year: number,
  reported: Reported<Id>,
): readonly Id[] {
  const own = reported.has(id, year - 1)
  const joining = predecessors.filter((one) => joins(one, year, own, reported))
  if (joining.length === 0) return own ? [id] : []
  const wasThere = from === undefined ? reported.before(id, year - 1) : from <= year - 1
  if (!own && wasThere) return []
  if (own && joining.some(({ last }) => last === null)) return []
  if (joining.some((one) => reported.has(one.id, year) || !reported.has(one.id, year - 1))) return []
  return [...(own ? [id] : []), ...joining.map((one) => one.id)]
}

/** Whether a predecessor ends with the year before. One whose end nobody knows does where its successor or its own silence begins then. */
function joins<Id>({ id, last }: Joining<Id>, year: number, own: boolean, { has }: Reported<Id>): boolean {
  if (last !== null) return last === year - 1
  return !has(id, year) && (!own || has(id, year - 1))
}
