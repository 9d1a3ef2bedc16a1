import type { FieldId } from '@/form/fields'
import type { FindingRow } from '@/store/rows'
import type { StandingFinding } from '@/workers/findingLine'
import type { ShownFinding } from './cellView'

/** A finding in a report's list: with what was said of it, and its cells in this very report. */
export interface ListedFinding extends ShownFinding {
  /** `null` where only the rules within the report have been asked. */
  readonly standing: StandingFinding['standing'] | null
}

/** What is listed of a report: the findings of all rules, or, until they are here, of those within it. Fields of other reports are left out. */
export function listedFindings(
  found: readonly StandingFinding[] | null | undefined,
  within: readonly FindingRow[],
): ListedFinding[] {
  if (!found) return within.map((finding) => ({ ...finding, standing: null }))
  return found
    .map(({ id, finding, standing }) => ({ ...finding, id, standing, fields: ownFields(finding) }))
    .sort((one, other) => Number(isSettled(one)) - Number(isSettled(other)))
}

/** Somebody has said that it may stand: it stays to be seen, and marks no figure. */
export function isSettled({ standing }: ListedFinding): boolean {
  return standing?.state === 'setAside'
}

function ownFields({ cells, fields, year }: StandingFinding['finding']): readonly FieldId[] {
  if (cells.length === 0) return fields
  return [...new Set(cells.flatMap((cell) => (cell.year === year && cell.agency === undefined ? [cell.field] : [])))]
}
