import type { ComparedAgency } from './comparison'

export type FoldedRow =
  | { readonly kind: 'row'; readonly agency: ComparedAgency }
  | { readonly kind: 'fold' | 'unranked'; readonly count: number }

/** How long a list may be, and how much of a longer one is shown. */
export interface Room {
  readonly most: number
  readonly head: number
  readonly tail: number
}

export const PAGE_ROOM: Room = { most: 48, head: 20, tail: 10 }
export const WHOLE_ROOM: Room = { most: Number.POSITIVE_INFINITY, head: 0, tail: 0 }

/**
 * Head and tail of a long list, the middle folded into rows that say how many; the chosen agencies stay visible where they stand. Where the list is by
 * rank, a row parts those that have one from those that have none.
 */
export function foldRows(
  rows: readonly ComparedAgency[],
  chosen: readonly string[],
  byRank: boolean,
  room: Room,
  unrankedRoom = room,
): FoldedRow[] {
  const ranked = byRank ? rows.filter(({ rank }) => rank !== null) : []
  if (ranked.length === 0 || ranked.length === rows.length) return fold(rows, chosen, room)
  return [
    ...fold(ranked, chosen, room),
    { kind: 'unranked', count: rows.length - ranked.length },
    ...fold(rows.slice(ranked.length), chosen, unrankedRoom),
  ]
}

/** The same in a number of lines: those without a rank get a quarter, or what the others leave. */
export function foldInto(
  rows: readonly ComparedAgency[],
  chosen: readonly string[],
  byRank: boolean,
  lines: number,
): FoldedRow[] {
  const rankless = byRank ? rows.filter(({ rank }) => rank === null).length : 0
  const left = lines - 1 - (rows.length - rankless)
  const quarter = Math.min(rankless, Math.max(2, Math.floor(lines / 4), left))
  if (rankless === 0 || rankless === rows.length) return foldRows(rows, chosen, byRank, roomOf(lines, chosen.length))
  return foldRows(rows, chosen, byRank, roomOf(lines - 1 - quarter, chosen.length), roomOf(quarter, chosen.length))
}

/** Two thirds of the lines for the head; each chosen agency may need a line of its own and one for those before it. */
function roomOf(lines: number, chosen: number): Room {
  const shown = Math.max(1, lines - 1 - 2 * chosen)
  const head = Math.ceil((shown * 2) / 3)
  return { most: lines, head, tail: shown - head }
}

function fold(rows: readonly ComparedAgency[], chosen: readonly string[], { most, head, tail }: Room): FoldedRow[] {
  if (rows.length <= most) return rows.map((agency) => ({ kind: 'row', agency }))
  const folded: FoldedRow[] = []
  let hidden = 0
  const close = (): void => {
    if (hidden > 0) folded.push({ kind: 'fold', count: hidden })
    hidden = 0
  }
  rows.forEach((agency, index) => {
    if (index >= head && index < rows.length - tail && !chosen.includes(agency.id)) hidden += 1
    else {
      close()
      folded.push({ kind: 'row', agency })
    }
  })
  close()
  return folded
}
