import type { SourceDocument } from '../readers/document'
import type { Cell, FileError } from '../report/report'
import type { DocumentLine } from './documentLines'
import type { Draft } from './draft'
import { PLACEHOLDER } from './identity/agencyName'
import { oldFormOf } from './oldForm'
import { plainDocument } from './plainDocument'

const LEAST_HEADINGS = 3
/** Prose of fewer characters is a form's, not a report's. */
const SHORT_PROSE = 300

/** Why a draft is no report, or `null` where it is one. */
export function refusal(document: SourceDocument, draft: Draft): FileError | null {
  const { title, agency, year, tables, lines, blocks, report } = draft
  const error = (code: FileError['code'], reason: string, params: FileError['params'] = {}): FileError => ({
    file: document.file,
    code,
    reason,
    params,
  })
  const hasTables = tables.tables.length > 0
  const old = oldFormOf(lines, { title, year, hasTables })
  if (old) {
    const refused =
      old.year === null ? error('old-form', 'old-form-undated') : error('old-form', 'old-form', { year: old.year })
    return { ...refused, document: plainDocument(report, old, blocks) }
  }
  if (!hasTables) {
    const headings = report.sections.filter((section) => section.number > 0).length
    const isTitled = title !== null && (title.year !== null || title.agency !== null)
    if (!isTitled && headings < LEAST_HEADINGS)
      return error('not-a-report', onlyPictures(document, lines) ? 'only-pictures' : 'no-statutory-content')
    return null
  }
  const cells = Object.values<Cell | undefined>(report.cells).flatMap((cell) => cell ?? [])
  const hasNumber = cells.some((cell) => cell.value !== null || (cell.state === 'unread' && /\d/u.test(cell.raw)))
  if (hasNumber) return null
  // Under a title with XX for the name a form is attached to a notice, which has an agency and a year of its own.
  const isModel = title !== null && title.agency === null && PLACEHOLDER.test(title.text)
  if (isModel) return error('blank-form', 'blank-form')
  if (agency.inDocument && year.inDocument) return null
  const prose = report.sections.reduce((sum, section) => sum + section.text.length, 0)
  const named = agency.inDocument || year.inDocument
  return named && prose > SHORT_PROSE ? null : error('blank-form', 'blank-form')
}

function onlyPictures(document: SourceDocument, lines: readonly DocumentLine[]): boolean {
  return document.notes.some((note) => note.code === 'pictures') && lines.every((line) => line.text.trim() === '')
}
