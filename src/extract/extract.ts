import type { SourceDocument } from '../readers/document'
import type { Cell, FileError, Report, Result } from '../report/report'
import { draftOf } from './draft'
import type { Draft } from './draft'
import { withLoneRowsAsText } from './loneRows'
import { reportParts } from './parts'
import type { ReportPart } from './parts'
import { refusal } from './refusal'
import { withoutSerialColumns } from './serialColumns'
import { inSimplified } from './traditional'
import { inFormsWay } from './turnedGrids'
import { yearParts } from './years/yearParts'

/**
 * The report or reports of a document, or why it gives none: `not-a-report`, `blank-form`, `old-form`.
 * Several reports in one document come in its order, each with its part in the source.
 */
export function extractReports(document: SourceDocument): Result<readonly Report[], FileError> {
  const rewritten = inSimplified(document)
  if (!rewritten) return reportsOf(document)
  const found = reportsOf(rewritten.document)
  return found.ok ? { ok: true, value: found.value.map(rewritten.printed) } : found
}

function reportsOf(document: SourceDocument): Result<readonly Report[], FileError> {
  const parts = reportParts(withLoneRowsAsText(inFormsWay(withoutSerialColumns(document.blocks)))).flatMap((part) =>
    byYears(document, part),
  )
  const all = parts.map((part, index) => draftOf(document, part, parts.length > 1 ? index + 1 : undefined))
  const distinct = all.filter((draft, index) => !all.slice(0, index).some((before) => saysTheSame(before, draft)))
  const [only] = parts
  // A page that has its article twice, say for telephones, holds one report.
  const drafts = only && parts.length > 1 && distinct.length === 1 ? [draftOf(document, only, undefined)] : distinct
  const refused = drafts.map((draft) => refusal(document, draft))
  const reports = drafts.filter((_, index) => refused[index] === null).map((draft) => draft.report)
  const [reason] = refused
  if (reports.length === 0 && reason) return { ok: false, error: reason }
  return { ok: true, value: reports }
}

/** A part as one for each year, where its tables have several years side by side. */
function byYears(document: SourceDocument, part: ReportPart): readonly ReportPart[] {
  let whole: Draft | undefined
  const found = yearParts(part.blocks, () => (whole = draftOf(document, part, undefined)).year.year)
  if (!found || !whole) return [part]
  const { lines } = whole
  const years = [...found.blocks.keys()]
  return [...found.blocks].map(([year, blocks]) => ({
    ...part,
    blocks,
    ofYear: { year, years, ...(year === found.own ? {} : { text: lines }) },
  }))
}

/** Whether two parts are one report printed twice: the same agency and year, and figures that agree in every cell. */
function saysTheSame({ report: one }: Draft, { report: other }: Draft): boolean {
  if (one.agency !== other.agency || one.year !== other.year) return false
  const valuesOf = (report: Report): ReadonlyMap<string, number | null> =>
    new Map(Object.entries<Cell | undefined>(report.cells).flatMap(([id, cell]) => (cell ? [[id, cell.value]] : [])))
  const [first, second] = [valuesOf(one), valuesOf(other)]
  return first.size === second.size && [...first].every(([id, value]) => second.get(id) === value)
}
