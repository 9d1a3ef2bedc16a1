import type { ByteView } from '../../byteView'
import { done, fail, type Read } from '../../failure'
import { BUILT_IN_FORMATS } from '../builtInFormats'
import type { CellString } from '../pieces'
import type { CellStyle } from '../style'
import { RECORD, recordsFrom, type BiffRecord } from './records'
import { type Font, readStrings, RecordReader } from './strings'

const VERSION_8 = 0x0600
const ON_LINE = 0
/** Bit of a font. */
const STRUCK = 8

/** The style of cells that nobody touched. */
const DEFAULT_STYLE = 15

interface Listed {
  readonly name: string
  readonly hidden: boolean
  /** Where in the stream its records begin. */
  readonly at: number
}

/** What all sheets of a workbook share. */
export interface Globals {
  readonly sheets: readonly Listed[]
  readonly strings: readonly CellString[]
  readonly styles: readonly CellStyle[]
  readonly date1904: boolean
}

/** Reads the first part of a workbook of Excel 97 and later. Failures: `encrypted`, `unsupported`, `unreadable`. */
export function readGlobals(stream: ByteView): Read<Globals> {
  if (stream.u16(0) !== RECORD.begin)
    return (stream.u16(0) & 0xff) === 9 ? fail('unsupported', 'xls') : fail('unreadable', 'damaged')
  if (stream.u16(4) !== VERSION_8) return fail('unsupported', 'xls')
  const sheets: Listed[] = []
  const codes = new Map<number, string>()
  const styles: { readonly format: number; readonly look: string; readonly font: number; readonly framed: boolean }[] =
    []
  const fonts: Font[] = []
  // Fonts are numbered without a fifth.
  const findFont = (number: number): Font | undefined => fonts[number < 4 ? number : number - 1]
  let table: BiffRecord | null = null
  let date1904 = false
  const records = recordsFrom(stream, 0)
  let next = records.next()
  for (; next.done !== true; next = records.next()) {
    const { kind, body } = next.value
    if (kind === RECORD.filePass) return fail('encrypted', 'document-password')
    if (kind === RECORD.date1904) date1904 = body.u16(0) === 1
    else if (kind === RECORD.font) fonts.push({ raised: body.u16(8) !== ON_LINE, struck: (body.u16(2) & STRUCK) !== 0 })
    else if (kind === RECORD.format) codes.set(body.u16(0), new RecordReader(next.value, 2).plainText())
    else if (kind === RECORD.style)
      styles.push({ format: body.u16(2), look: lookOf(body), font: body.u16(0), framed: isFramed(body) })
    else if (kind === RECORD.strings) table = next.value
    else if (kind === RECORD.sheet && body.u8(5) === 0)
      sheets.push({ name: nameOf(next.value), hidden: (body.u8(4) & 3) !== 0, at: body.u32(0) })
  }
  if (next.value === 'cut') return fail('unreadable', 'truncated')
  return done({
    sheets,
    strings: table === null ? [] : readStrings(table, findFont),
    styles: styles.map(({ format, look, font, framed }) => ({
      format: codes.get(format) ?? BUILT_IN_FORMATS[format] ?? null,
      dressed: look !== styles[DEFAULT_STYLE]?.look,
      framed,
      struck: findFont(font)?.struck === true,
    })),
    date1904,
  })
}

function nameOf(record: BiffRecord): string {
  const reader = new RecordReader(record, 6)
  const length = reader.byte()
  return reader.characters(length, (reader.byte() & 1) !== 0)
}

/** A style but for its number format, its parent and what it takes from it: font, alignment, lines, filling. */
function lookOf(style: ByteView): string {
  return [style.u16(0), style.u16(6), style.u8(8), style.u16(10), style.u16(12), style.u32(14), style.u16(18)].join(' ')
}

/** Lines at any of the four sides, or a pattern. */
const isFramed = (style: ByteView): boolean => style.u16(10) !== 0 || style.u32(14) >>> 26 !== 0
