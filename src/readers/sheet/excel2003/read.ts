import type { SourceDocument } from '../../document'
import { done, fail, type Read } from '../../failure'
import { refusal } from '../../xml/outcome'
import { scanXml } from '../../xml/scan'
import { documentOf } from '../document'
import { newSheetBudget, Sheet } from '../sheet'
import { Covers } from './covers'
import { Outline } from './outline'
import { CellReader } from './worksheet'

/** Reads a workbook in the XML of Excel 2003 (SpreadsheetML, `urn:schemas-microsoft-com:office:spreadsheet`). Failures: `too-large`, `unreadable`. */
export function readExcel2003(file: string, xml: string): Read<SourceDocument> {
  // What hides a sheet, or its zeros, stands behind its cells.
  const outline = new Outline()
  const failure = refusal(scanXml(xml, outline))
  if (failure !== null) return failure
  if (outline.sheets.length === 0) return fail('unreadable', 'no-sheet')
  const usual = new Covers(false)
  let filled = fill(xml, outline, usual)
  if (filled.ok && usual.isContradicted) filled = fill(xml, outline, new Covers(true))
  if (!filled.ok) return filled
  return documentOf(file, 'xls', { sheets: filled.value, title: outline.title.trim(), pictures: 0, cut: false })
}

function fill(xml: string, outline: Outline, covers: Covers): Read<readonly Sheet[]> {
  const budget = newSheetBudget()
  const sheets = outline.sheets.map(({ name, hidden, showsZeros }) => {
    const sheet = new Sheet(name, hidden, budget)
    sheet.showsZeros = showsZeros
    return sheet
  })
  return refusal(scanXml(xml, new CellReader(outline, sheets, covers))) ?? done(sheets)
}
