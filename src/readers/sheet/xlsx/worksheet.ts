import { attribute, type XmlHandler } from '../../xml/scan'
import { formulaText, numberText, plainText } from '../cellText'
import type { Shown } from '../numberFormat'
import { type CellString, inForce, textInForce } from '../pieces'
import type { Sheet } from '../sheet'
import type { CellStyle } from '../style'
import { cellAddress } from './address'
import { RichText, unescaped } from './strings'

/** What cells refer to. */
export interface Shared {
  readonly strings: readonly CellString[]
  readonly styles: readonly CellStyle[]
  readonly date1904: boolean
}

const PLAIN: CellStyle = { format: 'General', dressed: false, framed: false, struck: false }
const UNKNOWN: CellStyle = { format: null, dressed: false, framed: false, struck: false }

interface OpenCell {
  readonly type: string
  readonly style: CellStyle
  value: string
  formula: string | null
  rich: RichText | null
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

/** Fills a sheet from a scan of its part. */
export class WorksheetReader implements XmlHandler {
  /** Whether the part is a sheet of cells at all. */
  hasData = false
  /** A cell refers to a string that the file does not have. */
  damaged = false
  pictures = 0
  readonly #sheet: Sheet
  readonly #shared: Shared
  #row = 0
  #column = 0
  #cell: OpenCell | null = null
  #part: 'v' | 'f' | null = null
  #hidesRows = false

  constructor(sheet: Sheet, shared: Shared) {
    this.#sheet = sheet
    this.#shared = shared
  }

  get wantsText(): boolean {
    return this.#part !== null || (this.#cell?.rich?.wantsText ?? false)
  }

  get isFull(): boolean {
    return this.#sheet.isFull
  }

  open(name: string, attributes: string): void {
    const cell = this.#cell
    if (cell !== null) {
      if (name === 'v' || name === 'f') {
        this.#part = name
        if (name === 'f') cell.formula ??= ''
      } else if (name === 'is') cell.rich = new RichText()
      else cell.rich?.open(name, attributes)
      return
    }
    switch (name) {
      case 'c':
        this.#openCell(attributes)
        break
      case 'row':
        this.#openRow(attributes)
        break
      case 'sheetData':
        this.hasData = true
        break
      case 'sheetView':
        if (['0', 'false'].includes(attribute(attributes, 'showZeros') ?? '')) this.#sheet.showsZeros = false
        break
      case 'sheetFormatPr':
        this.#hidesRows = isTrue(attribute(attributes, 'zeroHeight'))
        break
      case 'col':
        this.#addColumns(attributes)
        break
      case 'mergeCell':
        this.#addMerge(attribute(attributes, 'ref') ?? '')
        break
      case 'drawing':
        this.pictures += 1
        break
      default:
    }
  }

  close(name: string): void {
    const cell = this.#cell
    if (cell === null) return
    if (name === 'c') {
      this.#cell = null
      this.#endCell(cell)
    } else if (name === 'v' || name === 'f') this.#part = null
    else cell.rich?.close(name)
  }

  text(data: string): void {
    const cell = this.#cell
    if (cell === null) return
    if (this.#part === 'v') cell.value += data
    else if (this.#part === 'f') cell.formula = (cell.formula ?? '') + data
    else cell.rich?.add(data)
  }

  #openRow(attributes: string): void {
    const row = Number(attribute(attributes, 'r') ?? this.#row + 1)
    this.#row = Number.isInteger(row) && row > 0 ? row : this.#row + 1
    this.#column = 0
    const height = attribute(attributes, 'ht')
    const hidden = attribute(attributes, 'hidden')
    const hides = hidden === undefined ? this.#hidesRows && height === undefined : isTrue(hidden)
    if (hides || Number(height ?? 1) === 0) this.#sheet.hiddenRows.add(this.#row)
  }

  #openCell(attributes: string): void {
    const address = cellAddress(attribute(attributes, 'r') ?? '')
    this.#column = address?.column ?? this.#column + 1
    if (address !== null) this.#row = address.row
    const own = attribute(attributes, 's')
    const style = own === undefined ? (this.#shared.styles[0] ?? PLAIN) : (this.#shared.styles[Number(own)] ?? UNKNOWN)
    this.#sheet.dress(this.#row, this.#column, style)
    this.#cell = {
      type: attribute(attributes, 't') ?? 'n',
      style,
      value: '',
      formula: null,
      rich: null,
    }
  }

  #endCell(cell: OpenCell): void {
    const { text, notes } = this.#shown(cell)
    if (text.trim() !== '' || notes.length > 0) this.#sheet.add(this.#row, this.#column, text, notes)
  }

  #shown(cell: OpenCell): Shown {
    const { type, style, value, rich } = cell
    if (type === 'inlineStr') return textInForce(rich?.finish() ?? unescaped(value), style.struck)
    if (type !== 's' || value.trim() === '') return inForce(this.#plain(cell), style.struck)
    const string = this.#shared.strings[Number(value)]
    this.damaged ||= string === undefined
    return textInForce(string ?? '', style.struck)
  }

  /** What a cell shows whose text has no formatting of its own. */
  #plain({ type, style, value, formula }: OpenCell): Shown {
    if (type === 'str') return plainText(unescaped(value))
    if (value.trim() === '') return plainText(formula === null ? '' : formulaText(formula))
    switch (type) {
      case 'b':
        return plainText(value.trim() === '0' ? 'FALSE' : 'TRUE')
      case 'e':
      case 'd':
        return plainText(value.trim())
      default: {
        const number = Number(value)
        if (!Number.isFinite(number)) return plainText(value.trim())
        return numberText(number, style.format, this.#shared.date1904, this.#sheet.showsZeros)
      }
    }
  }

  #addColumns(attributes: string): void {
    const from = Number(attribute(attributes, 'min'))
    const to = Number(attribute(attributes, 'max'))
    const isHidden = isTrue(attribute(attributes, 'hidden')) || Number(attribute(attributes, 'width') ?? 1) === 0
    if (isHidden && from >= 1 && to >= from) this.#sheet.hiddenColumns.push({ from, to })
  }

  #addMerge(reference: string): void {
    const [first, last] = reference.split(':').map(cellAddress)
    if (first && last)
      this.#sheet.addMerge({ top: first.row, left: first.column, bottom: last.row, right: last.column })
  }
}
