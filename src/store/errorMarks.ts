import type { FieldId } from '../form/fields'
import type { Result } from '../report/report'
import { write } from './db'
import type { Store } from './db'
import { currentHeadsOf } from './reading'
import type { StoreError } from './storeError'
import type { AgencyYear } from './versions'

/** What all rules together, those over several reports too, hold against one current report: nobody has set it aside. */
export interface OpenErrors extends AgencyYear {
  /** How many findings of severity error. */
  readonly errors: number
  /** The report's own cells in them. */
  readonly inError: readonly FieldId[]
}

const BATCH = 100

/**
 * Marks the cells and counts of current reports with their open errors, where they are marked otherwise: a report's import and its corrections judge it by
 * itself, and an earlier version of the program may have judged it by other rules. Gives the reports that were.
 */
export async function markErrors(
  store: Store,
  judged: readonly OpenErrors[],
): Promise<Result<readonly AgencyYear[], StoreError>> {
  const marked: AgencyYear[] = []
  for (let from = 0; from < judged.length; from += BATCH) {
    const written = await markSome(store, judged.slice(from, from + BATCH))
    if (!written.ok) return written
    marked.push(...written.value)
  }
  return { ok: true, value: marked }
}

function markSome(store: Store, judged: readonly OpenErrors[]): Promise<Result<AgencyYear[], StoreError>> {
  const { reports, cells } = store.db
  const byReport = new Map(judged.map((one) => [keyOf(one), one]))
  return write(store, [reports, cells], async () => {
    const marked: AgencyYear[] = []
    for (const { id, agency, year, counts } of await currentHeadsOf(store, judged)) {
      const found = byReport.get(keyOf({ agency, year }))
      // Most reports have no error and never had one: their cells need not be read.
      if (!found || (found.errors === 0 && counts.errors === 0)) continue
      const { errors, inError } = found
      const before = await cells.get(id)
      if (!before || (errors === counts.errors && isSameSet(before.inError, inError))) continue
      const findings = counts.findings - counts.errors + errors
      await reports.update(id, { counts: { ...counts, findings, errors } })
      await cells.update(id, { inError })
      marked.push({ agency, year })
    }
    return marked
  })
}

const keyOf = ({ agency, year }: AgencyYear): string => `${String(year)} ${agency}`

function isSameSet(one: readonly FieldId[], other: readonly FieldId[]): boolean {
  const set = new Set(one)
  return set.size === new Set(other).size && other.every((field) => set.has(field))
}
