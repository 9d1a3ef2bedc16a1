import type { FieldId } from '@/form/fields'
import type { FileError, Report, Result } from '@/report/report'
import { DEMANDS, fieldsOfReport } from '@/sample/soiled'
import type { Soiled } from '@/sample/soiled'
import { cellShortfall, same } from '../property/shortfalls'

/** What came of documents of one kind. Cells are those of the tables that the documents have. */
export interface Tally {
  documents: number
  /** Gave no report, and a reason. */
  refused: number
  agency: number
  year: number
  cells: number
  /** The document's value, or its blank. */
  exact: number
  /** Nothing, and an issue that says so. */
  flagged: number
  /** Another value, nothing without an issue, or an issue that is owed and not there. */
  wrong: number
  /** Cells whose value the document still says, so that reading owes it. */
  owed: number
  /** Of the owed cells those that are exact. */
  given: number
  undamaged: number
  /** Undamaged cells that an issue names. */
  falselyFlagged: number
}

export function emptyTally(): Tally {
  return {
    documents: 0,
    refused: 0,
    agency: 0,
    year: 0,
    cells: 0,
    exact: 0,
    flagged: 0,
    wrong: 0,
    owed: 0,
    given: 0,
    undamaged: 0,
    falselyFlagged: 0,
  }
}

/** Adds one tally to another. */
export function addTally(sum: Tally, more: Tally): void {
  for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += more[key]
}

/** What came of one document, and the fields that are wrong. A document that was refused has all its cells flagged. */
export function tallyOf(
  truth: Soiled,
  results: readonly Result<Report, FileError>[],
): { readonly tally: Tally; readonly wrong: readonly string[] } {
  const tally = { ...emptyTally(), documents: 1 }
  const fields = fieldsOfReport(truth.report)
  tally.cells = fields.length
  const [only] = results
  const report = results.length === 1 && only?.ok === true ? only.value : null
  const isSplit = results.length > 1
  if (!report) {
    tally.refused = isSplit ? 0 : 1
    tally.flagged = isSplit ? 0 : fields.length
    tally.wrong = isSplit ? fields.length : 0
    for (const field of fields) if (isOwed(truth, field)) tally.owed += 1
    return { tally, wrong: isSplit ? [`${results.length} results`] : [] }
  }
  tally.agency = report.agency === truth.report.agency ? 1 : 0
  tally.year = report.year === truth.report.year ? 1 : 0
  const flagged = new Set(report.issues.flatMap((issue) => issue.fields))
  // A table that was not found is told as a whole, and has no cells.
  const isAbsent = report.issues.some(({ code }) => code === 'table-absent')
  const wrong: string[] = []
  for (const field of fields) {
    const value = truth.report.values[field] ?? null
    const read = report.cells[field]?.value ?? null
    const isFlagged = flagged.has(field) || (isAbsent && report.cells[field] === undefined)
    const demand = truth.demands.get(field) ?? 'exact'
    const shortfall = cellShortfall(field, value, read, isFlagged, demand)
    const isRight = read === null ? value === null : same(field, value, read)
    const isFalselyFlagged = demand === 'exact' && isFlagged
    const isExact = isRight && (shortfall === null || isFalselyFlagged)
    if (isOwed(truth, field)) tally.owed += 1
    if (demand === 'exact') tally.undamaged += 1
    if (isFalselyFlagged) tally.falselyFlagged += 1
    if (isExact) {
      tally.exact += 1
      if (isOwed(truth, field)) tally.given += 1
    } else if (read === null && isFlagged) tally.flagged += 1
    else {
      tally.wrong += 1
      wrong.push(`${field}: ${shortfall ?? 'another value'}`)
    }
  }
  return { tally, wrong }
}

function isOwed(truth: Soiled, field: FieldId): boolean {
  return DEMANDS[truth.demands.get(field) ?? 'exact'].value === 'same'
}
