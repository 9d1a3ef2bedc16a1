import type { ByteView } from '../../byteView'
import { done, fail, type Read } from '../../failure'
import { BUILT_IN_FORMATS } from '../builtInFormats'
import { RECORD, recordsFrom, type BiffRecord } from './records'
import { readStrings, RecordReader } from './strings'

const VERSION_8 = 0x0600
const SUPERSCRIPT = 1

interface Listed {
  readonly name: string
  readonly hidden: boolean
  /** Where in the stream its records begin. */
  readonly at: number
}

/** What all sheets of a workbook share. */
export interface Globals {
  readonly sheets: readonly Listed[]
  readonly strings: readonly string[]
  /** Number formats by style; `null` where the file does not say. */
  readonly formats: readonly (string | null)[]
  readonly date1904: boolean
}

/** Reads the first part of a workbook of Excel 97 and later. Failures: `encrypted`, `unsupported`, `unreadable`. */
export function readGlobals(stream: ByteView): Read<Globals> {
  if (stream.u16(0) !== RECORD.begin)
    return (stream.u16(0) & 0xff) === 9 ? fail('unsupported', 'xls') : fail('unreadable', 'damaged')
  if (stream.u16(4) !== VERSION_8) return fail('unsupported', 'xls')
  const sheets: Listed[] = []
  const codes = new Map<number, string>()
  const styles: number[] = []
  const raised: boolean[] = []
  // Fonts are numbered without a fifth.
  const isRaised = (font: number): boolean => raised[font < 4 ? font : font - 1] === true
  let table: BiffRecord | null = null
  let date1904 = false
  const records = recordsFrom(stream, 0)
  let next = records.next()
  for (; next.done !== true; next = records.next()) {
    const { kind, body } = next.value
    if (kind === RECORD.filePass) return fail('encrypted', 'document-password')
    if (kind === RECORD.date1904) date1904 = body.u16(0) === 1
    else if (kind === RECORD.font) raised.push(body.u16(8) === SUPERSCRIPT)
    else if (kind === RECORD.format) codes.set(body.u16(0), new RecordReader(next.value, 2).text(isRaised))
    else if (kind === RECORD.style) styles.push(body.u16(2))
    else if (kind === RECORD.strings) table = next.value
    else if (kind === RECORD.sheet && body.u8(5) === 0)
      sheets.push({ name: nameOf(next.value), hidden: (body.u8(4) & 3) !== 0, at: body.u32(0) })
  }
  if (next.value === 'cut') return fail('unreadable', 'truncated')
  return done({
    sheets,
    strings: table === null ? [] : readStrings(table, isRaised),
    formats: styles.map((id) => codes.get(id) ?? BUILT_IN_FORMATS[id] ?? null),
    date1904,
  })
}

function nameOf(record: BiffRecord): string {
  const reader = new RecordReader(record, 6)
  const length = reader.byte()
  return reader.characters(length, (reader.byte() & 1) !== 0)
}
