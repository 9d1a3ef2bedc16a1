import { superscript } from '../../superscript'
import { attribute, type XmlHandler } from '../../xml/scan'
import { formulaText, numberText, plainText } from '../cellText'
import { isDateFormat, type Shown } from '../numberFormat'
import { inForce, joinPieces, type Piece, textInForce } from '../pieces'
import type { Sheet } from '../sheet'
import type { CellStyle } from '../style'
import type { Covers } from './covers'
import { daysOf } from './days'
import type { Outline } from './outline'

interface OpenCell {
  readonly column: number
  readonly style: CellStyle
  readonly formula: string | null
  type: string
  readonly pieces: Piece[]
}

const UNKNOWN: CellStyle = { format: null, dressed: false, framed: false, struck: false }
const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384
/** Stretches of columns with a style that are kept; nobody's file has more. */
const MOST_STYLES = 1000

/** Fills sheets from a scan of their cells. */
export class CellReader implements XmlHandler {
  readonly #outline: Outline
  readonly #sheets: readonly Sheet[]
  readonly #covers: Covers
  #sheet: Sheet | undefined
  #next = 0
  #row = 0
  #nextRow = 1
  #column = 0
  /** Styles of cells that have none of their own: by their row, their column, the table. */
  #tableStyle: string | undefined
  #rowStyle: string | undefined
  #columnStyles: { readonly from: number; readonly to: number; readonly style: string }[] = []
  #cell: OpenCell | null = null
  /** In what is shown of the cell; in a comment nothing is. */
  #inData = false
  #comments = 0
  #raised = 0
  #struck = 0

  constructor(outline: Outline, sheets: readonly Sheet[], covers: Covers) {
    this.#outline = outline
    this.#sheets = sheets
    this.#covers = covers
  }

  get wantsText(): boolean {
    return this.#inData
  }

  get isFull(): boolean {
    return this.#sheet?.isFull ?? false
  }

  open(name: string, attributes: string): void {
    switch (name) {
      case 'Worksheet':
        this.#sheet = this.#sheets[this.#next]
        this.#next += 1
        this.#columnStyles = []
        this.#covers.beginSheet()
        this.#nextRow = 1
        this.#column = 0
        break
      case 'Table':
        this.#tableStyle = attribute(attributes, 'StyleID')
        break
      case 'Column':
        this.#openColumn(attributes)
        break
      case 'Row':
        this.#openRow(attributes)
        break
      case 'Cell':
        this.#openCell(attributes)
        break
      case 'Comment':
      case 'x:PhoneticText':
        this.#comments += 1
        break
      case 'Data':
        if (this.#cell === null || this.#comments > 0) break
        this.#cell.type = attribute(attributes, 'Type') ?? 'String'
        this.#inData = true
        break
      case 'html:Sup':
      case 'html:Sub':
        this.#raised += 1
        break
      case 'html:S':
        this.#struck += 1
        break
      default:
    }
  }

  close(name: string): void {
    switch (name) {
      case 'Cell':
        if (this.#cell !== null) this.#endCell(this.#cell)
        this.#cell = null
        break
      case 'Comment':
      case 'x:PhoneticText':
        this.#comments -= 1
        break
      case 'Data':
        if (this.#comments === 0) this.#inData = false
        break
      case 'html:Sup':
      case 'html:Sub':
        this.#raised -= 1
        break
      case 'html:S':
        this.#struck -= 1
        break
      default:
    }
  }

  text(data: string): void {
    const text = this.#raised > 0 ? superscript(data) : data
    this.#cell?.pieces.push({ text, struck: this.#struck > 0 ? true : null })
  }

  #openColumn(attributes: string): void {
    const from = place(attributes, this.#column, MOST_COLUMNS)
    const to = Math.min(MOST_COLUMNS, from + count(attributes, 'Span'))
    this.#column = to
    if (isHidden(attributes, 'Width')) this.#sheet?.hiddenColumns.push({ from, to })
    const style = attribute(attributes, 'StyleID')
    if (style !== undefined && this.#columnStyles.length < MOST_STYLES) this.#columnStyles.push({ from, to, style })
  }

  #openRow(attributes: string): void {
    this.#row = place(attributes, this.#nextRow - 1, MOST_ROWS)
    this.#nextRow = this.#row + count(attributes, 'Span') + 1
    this.#column = 0
    this.#covers.beginRow(this.#row)
    this.#rowStyle = attribute(attributes, 'StyleID')
    if (isHidden(attributes, 'Height')) this.#sheet?.hiddenRows.add(this.#row)
  }

  #openCell(attributes: string): void {
    const number = place(attributes, this.#column, MOST_COLUMNS)
    const across = count(attributes, 'MergeAcross')
    const column = this.#covers.columnOf(number)
    const right = Math.min(MOST_COLUMNS, column + across)
    const bottom = Math.min(MOST_ROWS, this.#row + count(attributes, 'MergeDown'))
    this.#column = number + across
    if (right > column || bottom > this.#row) {
      const area = { top: this.#row, left: column, bottom, right }
      this.#sheet?.addMerge(area)
      this.#covers.add(area)
    }
    const id = attribute(attributes, 'StyleID') ?? this.#rowStyle ?? this.#styleOfColumn(column)
    const style = this.#outline.styles.find(id) ?? UNKNOWN
    this.#sheet?.dress(this.#row, column, style)
    this.#cell = { column, style, formula: attribute(attributes, 'Formula') ?? null, type: 'String', pieces: [] }
  }

  #styleOfColumn(column: number): string | undefined {
    return this.#columnStyles.find(({ from, to }) => from <= column && column <= to)?.style ?? this.#tableStyle
  }

  #endCell(cell: OpenCell): void {
    const { text, notes } = this.#shown(cell)
    if (text.trim() === '' && notes.length === 0) return
    this.#covers.fill(cell.column)
    this.#sheet?.add(this.#row, cell.column, text, notes)
  }

  #shown(cell: OpenCell): Shown {
    const string = joinPieces(cell.pieces)
    const isStruck = cell.style.struck
    return typeof string === 'string' ? inForce(this.#plain(cell, string), isStruck) : textInForce(string, isStruck)
  }

  /** What a cell shows whose text has no formatting of its own. */
  #plain({ style, formula, type }: OpenCell, text: string): Shown {
    const bare = text.trim()
    if (bare === '') return plainText(formula === null ? '' : formulaText(formula))
    const { date1904 } = this.#outline
    const showsZeros = this.#sheet?.showsZeros ?? true
    if (type === 'Number' && Number.isFinite(Number(bare)))
      return numberText(Number(bare), style.format, date1904, showsZeros)
    const days = type === 'DateTime' ? daysOf(bare, date1904) : NaN
    // What the file calls a date is no count, whatever its style has become.
    const isDated = style.format !== null && isDateFormat(style.format)
    if (Number.isFinite(days)) return numberText(days, isDated ? style.format : 'yyyy/m/d', date1904, true)
    if (type === 'Boolean') return plainText(bare === '0' ? 'FALSE' : 'TRUE')
    return plainText(text)
  }
}

/** Where an element stands: where it says, else behind the one before it. */
function place(attributes: string, before: number, most: number): number {
  const index = Number(attribute(attributes, 'Index'))
  return Math.min(most, Number.isInteger(index) && index > 0 ? index : before + 1)
}

/** A number of further rows or columns; 0 for none and for nonsense. */
function count(attributes: string, name: string): number {
  const value = Number(attribute(attributes, name) ?? 0)
  return Number.isInteger(value) && value > 0 ? value : 0
}

function isHidden(attributes: string, size: string): boolean {
  return attribute(attributes, 'Hidden') === '1' || Number(attribute(attributes, size) ?? 1) === 0
}
