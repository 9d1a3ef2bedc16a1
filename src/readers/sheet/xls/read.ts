import { ByteView } from '../../byteView'
import { CompoundFile } from '../../compound/file'
import { summaryTitle } from '../../doc/summary'
import type { SourceDocument } from '../../document'
import { done, fail, type Read } from '../../failure'
import { LIMITS, megabytes } from '../../limits'
import { documentOf } from '../document'
import { newSheetBudget, Sheet } from '../sheet'
import { readGlobals, type Globals } from './globals'
import { RECORD, recordsFrom } from './records'
import { WorksheetReader } from './worksheet'

/** Reads a workbook of Excel 97 to 2003 or of WPS ([MS-XLS]). Failures: `encrypted`, `unsupported`, `too-large`, `unreadable`. */
export function readXls(file: string, bytes: Uint8Array): Read<SourceDocument> {
  const opened = CompoundFile.open(bytes)
  if (!opened.ok) return opened
  const compound = opened.value
  if (!compound.has('Workbook')) return fail('unsupported', 'xls')
  const main = compound.stream('Workbook')
  if (!main.ok) return main
  if (main.value.length > LIMITS.documentBytes)
    return fail('too-large', 'file-too-large', {
      size: megabytes(main.value.length),
      limit: megabytes(LIMITS.documentBytes),
    })
  const stream = new ByteView(main.value)
  const globals = readGlobals(stream)
  if (!globals.ok) return globals
  if (globals.value.sheets.length === 0) return fail('unreadable', 'no-sheet')
  const sheets: Sheet[] = []
  const budget = newSheetBudget()
  let pictures = 0
  // Two sheets in one place are damage, and would cost their reading twice.
  if (new Set(globals.value.sheets.map(({ at }) => at)).size < globals.value.sheets.length)
    return fail('unreadable', 'damaged')
  for (const { name, hidden, at } of globals.value.sheets) {
    const sheet = new Sheet(name, hidden, budget)
    const read = fill(sheet, globals.value, stream, at)
    if (!read.ok) return read
    sheets.push(sheet)
    pictures += read.value
  }
  const summary = compound.stream('\x05SummaryInformation')
  const title = summary.ok ? summaryTitle(new ByteView(summary.value)) : ''
  return documentOf(file, 'xls', { sheets, title, pictures, cut: compound.isCut })
}

/** Bit of a sheet's window. */
const SHOWS_ZEROS = 0x10

/** Fills a sheet; gives how many pictures it has. */
function fill(sheet: Sheet, globals: Globals, stream: ByteView, at: number): Read<number> {
  // Whether zeros are shown is said behind the cells.
  for (const { kind, body } of recordsFrom(stream, at))
    if (kind === RECORD.window && (body.u16(0) & SHOWS_ZEROS) === 0) sheet.showsZeros = false
  const reader = new WorksheetReader(sheet, globals)
  const records = recordsFrom(stream, at)
  let next = records.next()
  for (; next.done !== true; next = records.next()) {
    reader.take(next.value)
    if (sheet.isFull) return fail('too-large', 'too-many-parts', { limit: LIMITS.documentParts })
  }
  if (next.value === 'cut') return fail('unreadable', 'truncated')
  return reader.damaged ? fail('unreadable', 'damaged') : done(reader.pictures)
}
