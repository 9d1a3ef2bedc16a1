import type { ByteView } from '../../byteView'
import { numberText, plainText } from '../cellText'
import type { Shown } from '../numberFormat'
import { inForce, textInForce } from '../pieces'
import type { Sheet } from '../sheet'
import type { Globals } from './globals'
import { RECORD, type BiffRecord } from './records'
import { RecordReader } from './strings'

const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
}
/** Records of single cells, whose style is told in one place. */
const CELLS: ReadonlySet<number> = new Set([
  RECORD.sharedString,
  RECORD.label,
  RECORD.richString,
  RECORD.number,
  RECORD.shortNumber,
  RECORD.truthOrError,
  RECORD.formula,
  RECORD.blank,
])

/** Fills a sheet from its records. */
export class WorksheetReader {
  /** A cell refers to a string that the file does not have. */
  damaged = false
  pictures = 0
  readonly #sheet: Sheet
  readonly #globals: Globals
  /** A formula whose text comes in the next record. */
  #waiting: { readonly row: number; readonly column: number; readonly style: number } | null = null

  constructor(sheet: Sheet, globals: Globals) {
    this.#sheet = sheet
    this.#globals = globals
  }

  take(record: BiffRecord): void {
    const { kind, body } = record
    const row = body.u16(0) + 1
    const column = body.u16(2) + 1
    const style = body.u16(4)
    if (CELLS.has(kind)) this.#dress(row, column, style)
    switch (kind) {
      case RECORD.sharedString: {
        const string = this.#globals.strings[body.u32(6)]
        this.damaged ||= string === undefined
        this.#add(row, column, textInForce(string ?? '', this.#strikes(style)))
        break
      }
      case RECORD.label:
      case RECORD.richString:
        this.#addText(row, column, style, new RecordReader(record, 6).plainText())
        break
      case RECORD.number:
        this.#addNumber(row, column, style, double(body, 6))
        break
      case RECORD.shortNumber:
        this.#addNumber(row, column, style, shortNumber(body.u32(6)))
        break
      case RECORD.multipleNumbers:
        for (let at = 4, next = column; at + 8 <= body.length; at += 6, next += 1) {
          this.#dress(row, next, body.u16(at))
          this.#addNumber(row, next, body.u16(at), shortNumber(body.u32(at + 2)))
        }
        break
      case RECORD.multipleBlanks:
        for (let at = 4, next = column; at + 4 <= body.length; at += 2, next += 1) this.#dress(row, next, body.u16(at))
        break
      case RECORD.truthOrError:
        this.#addText(row, column, style, truthOrError(body.u8(6), body.u8(7) === 1))
        break
      case RECORD.formula:
        this.#addFormula(row, column, style, body)
        break
      case RECORD.formulaString:
        if (this.#waiting !== null) {
          const cell = this.#waiting
          this.#addText(cell.row, cell.column, cell.style, new RecordReader(record).plainText())
        }
        this.#waiting = null
        break
      case RECORD.row:
        if ((body.u16(12) & 0x20) !== 0) this.#sheet.hiddenRows.add(row)
        break
      case RECORD.columns:
        if ((body.u16(8) & 1) !== 0 || body.u16(4) === 0) this.#sheet.hiddenColumns.push({ from: row, to: column })
        break
      case RECORD.merged:
        this.#addMerges(body)
        break
      case RECORD.drawing:
        this.pictures += 1
        break
      default:
    }
  }

  #add(row: number, column: number, { text, notes }: Shown): void {
    if (text.trim() !== '' || notes.length > 0) this.#sheet.add(row, column, text, notes)
  }

  #dress(row: number, column: number, style: number): void {
    const worn = this.#globals.styles[style]
    if (worn !== undefined) this.#sheet.dress(row, column, worn)
  }

  #addNumber(row: number, column: number, style: number, value: number): void {
    const { styles, date1904 } = this.#globals
    const shown = numberText(value, styles[style]?.format ?? null, date1904, this.#sheet.showsZeros)
    this.#add(row, column, inForce(shown, this.#strikes(style)))
  }

  #addText(row: number, column: number, style: number, text: string): void {
    this.#add(row, column, inForce(plainText(text), this.#strikes(style)))
  }

  #strikes(style: number): boolean {
    return this.#globals.styles[style]?.struck === true
  }

  /** A formula's result: a number, or where its last two bytes are full, what its first says. */
  #addFormula(row: number, column: number, style: number, body: ByteView): void {
    if (body.u16(12) !== 0xffff) {
      this.#addNumber(row, column, style, double(body, 6))
      return
    }
    const kind = body.u8(6)
    if (kind === 0) this.#waiting = { row, column, style }
    else if (kind === 1 || kind === 2) this.#addText(row, column, style, truthOrError(body.u8(8), kind === 2))
  }

  #addMerges(body: ByteView): void {
    const count = Math.min(body.u16(0), Math.floor((body.length - 2) / 8))
    for (let index = 0; index < count; index += 1) {
      const at = 2 + index * 8
      this.#sheet.addMerge({
        top: body.u16(at) + 1,
        bottom: body.u16(at + 2) + 1,
        left: body.u16(at + 4) + 1,
        right: body.u16(at + 6) + 1,
      })
    }
  }
}

function truthOrError(value: number, isError: boolean): string {
  return isError ? (ERRORS[value] ?? '#?') : value === 0 ? 'FALSE' : 'TRUE'
}

/** A number in 30 bits: a whole one, or the upper part of a double; either may be in hundredths. */
function shortNumber(bits: number): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setUint32(4, (bits & 0xffff_fffc) >>> 0, true)
  const value = (bits & 2) !== 0 ? (bits | 0) >> 2 : view.getFloat64(0, true)
  return (bits & 1) !== 0 ? value / 100 : value
}

function double(body: ByteView, at: number): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setUint32(0, body.u32(at), true)
  view.setUint32(4, body.u32(at + 4), true)
  return view.getFloat64(0, true)
}
