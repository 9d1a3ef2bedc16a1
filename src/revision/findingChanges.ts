import { checkReport } from '../check/check'
import { checkInputOf } from '../check/input'
import type { FieldId } from '../form/fields'
import type { Finding } from '../report/finding'
import type { Report } from '../report/report'
import { changesNumber } from './cellChanges'
import type { CellChange } from './cellChanges'

/** What checking finds in one version and not in the other. Both are checked as read, corrections left aside. */
export interface FindingChanges {
  readonly appeared: readonly Finding[]
  readonly gone: readonly Finding[]
  /** Changed cells in a sum that held in the older version and does not in the newer one. */
  readonly breaking: readonly FieldId[]
  /** Changed cells in a sum that did not hold in the older version and does in the newer one. */
  readonly mending: readonly FieldId[]
}

export function findingChanges(older: Report, newer: Report, changes: readonly CellChange[]): FindingChanges {
  const [before, after] = [older, newer].map((report) => checkReport(checkInputOf(report)))
  const [known, now] = [before ?? [], after ?? []].map((findings) => new Set(findings.map(keyOf)))
  const appeared = (after ?? []).filter((finding) => !known?.has(keyOf(finding)))
  const gone = (before ?? []).filter((finding) => !now?.has(keyOf(finding)))
  const changed = changes.filter(changesNumber).map(({ field }) => field.id)
  return {
    appeared,
    gone,
    breaking: cellsOf(appeared, older, changed),
    mending: cellsOf(gone, newer, changed),
  }
}

/** A sum that does not hold with other numbers is the same finding still. */
function keyOf({ rule, severity, fields }: Finding): string {
  return `${rule} ${severity} ${[...fields].sort().join()}`
}

/** The changed cells of errors whose every cell is a number in the version that has not the error: there it held, and was not just open. */
function cellsOf(findings: readonly Finding[], without: Report, changed: readonly FieldId[]): FieldId[] {
  const held = findings.filter(
    ({ severity, fields }) =>
      severity === 'error' && fields.every((id) => typeof without.cells[id]?.value === 'number'),
  )
  const fields = new Set(held.flatMap((finding) => finding.fields))
  return changed.filter((id) => fields.has(id))
}
