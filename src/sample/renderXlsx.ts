import type { Draft, DraftCell, DraftParagraph, DraftTable } from './draft'
import type { Random } from './random'
import { spreadRows } from './spread'
import { address, xlsxPackage, type WorkbookCell, type WorkbookSheet } from './xlsxPackage'

export interface XlsxOptions {
  /** The whole report on one sheet, its tables on sheets of their own behind the text, or each section on a sheet. */
  readonly sheets: 'one' | 'tables' | 'sections'
  /** Empty columns and rows before everything. */
  readonly left: number
  readonly top: number
  /** Empty rows around tables. */
  readonly gap: number
  /** Lines around the cells of tables. */
  readonly styled: boolean
  /** Laid out for printing: columns as wide as their texts, and all of them on one page. */
  readonly fitsPage: boolean
  /** Prose and headings in merged cells over the width of the sheet, else in the first cell. */
  readonly mergedText: boolean
  /** Figures as texts, else as numbers. */
  readonly textFigures: boolean
  /** 总计 of table 三 as formulas with their last result. */
  readonly sums: boolean
  /** Strings in their cells, else in a table of all. */
  readonly inlineStrings: boolean
  /** Vertical merges left out. */
  readonly mergesLost: boolean
  /** Zeros are not shown. */
  readonly zerosHidden: boolean
  /** A copy of the report with other figures on a hidden sheet. */
  readonly hiddenSheet: boolean
  /** Number format of figures without one of their own. */
  readonly format: string
}

export const PLAIN_XLSX: XlsxOptions = {
  sheets: 'one',
  left: 0,
  top: 0,
  gap: 1,
  styled: true,
  fitsPage: true,
  mergedText: true,
  textFigures: false,
  sums: false,
  inlineStrings: false,
  mergesLost: false,
  zerosHidden: false,
  hiddenSheet: false,
  format: 'General',
}

/** The same workbook as different offices lay it out. */
export function drawXlsx(random: Random): XlsxOptions {
  return {
    ...PLAIN_XLSX,
    sheets: random.pick(['one', 'one', 'tables', 'sections'] as const),
    left: random.pick([0, 0, 1, 2]),
    top: random.pick([0, 0, 1, 3]),
    gap: random.pick([0, 1, 1, 2]),
    styled: random.chance(0.7),
    fitsPage: random.chance(0.7),
    mergedText: random.chance(0.6),
    textFigures: random.chance(0.3),
    sums: random.chance(0.3),
    inlineStrings: random.chance(0.2),
    format: random.pick(['General', '0', '0_ ', '#,##0', '@']),
  }
}

const TEXT_WIDTH = 10
const NUMBER = /^-?\d+(?:\.\d+)?$/u

/** Writes a draft as a workbook. */
export function renderXlsx(draft: Draft, options: XlsxOptions = PLAIN_XLSX): Uint8Array {
  const shown = sheetsOf(draft, options)
  const hidden = options.hiddenSheet ? sheetsOf(otherFigures(draft), { ...options, sheets: 'one' }) : []
  const sheets = [
    ...shown.map((page, index) => page.finish(shown.length > 1 ? `表${String(index + 1)}` : 'Sheet1', false)),
    ...hidden.map((page) => page.finish('上年底稿', true)),
  ]
  return xlsxPackage(sheets, options.inlineStrings)
}

function sheetsOf(draft: Draft, options: XlsxOptions): Page[] {
  const text = new Page(options)
  const pages = [text]
  const own = new Map<string, Page>()
  let page = text
  for (const block of draft.blocks) {
    if (block.kind === 'paragraph') {
      if (options.sheets === 'sections' && block.role === 'heading') pages.push((page = new Page(options)))
      page.addParagraph(block)
    } else if (options.sheets === 'tables') {
      const sheet = own.get(block.table) ?? new Page(options)
      if (!own.has(block.table)) pages.push(sheet)
      own.set(block.table, sheet)
      sheet.addTable(block)
    } else page.addTable(block)
  }
  return pages
}

function otherFigures(draft: Draft): Draft {
  const other = (cell: DraftCell): DraftCell => (cell.field ? { ...cell, text: '77' } : cell)
  return {
    ...draft,
    blocks: draft.blocks.map((block) =>
      block.kind === 'table' ? { ...block, rows: block.rows.map((row) => row.map(other)) } : block,
    ),
  }
}

/** One sheet while it is filled. */
class Page {
  readonly #options: XlsxOptions
  readonly #cells: WorkbookCell[] = []
  readonly #merges: string[] = []
  readonly #hiddenRows = new Set<number>()
  /** Letters of the longest text that a column holds by itself. */
  readonly #widths = new Map<number, number>()
  #next: number
  #isBehindTable = false

  constructor(options: XlsxOptions) {
    this.#options = options
    this.#next = options.top + 1
  }

  finish(name: string, hidden: boolean): WorkbookSheet {
    const { zerosHidden, fitsPage } = this.#options
    const widths = fitsPage ? this.#widths : null
    const [cells, merges, hiddenRows] = [this.#cells, this.#merges, this.#hiddenRows]
    return { name, hidden, zerosHidden, widths, cells, merges, hiddenRows }
  }

  addParagraph({ text }: DraftParagraph): void {
    if (this.#isBehindTable) this.#next += this.#options.gap
    this.#isBehindTable = false
    const [row, column] = [this.#next, this.#options.left + 1]
    this.#next += 1
    this.#cells.push({ row, column, text, style: 'plain' })
    if (this.#options.mergedText) this.#merges.push(area(row, column, row, column + TEXT_WIDTH - 1))
  }

  addTable(table: DraftTable): void {
    const { gap, left, styled, mergesLost } = this.#options
    this.#next += gap
    this.#isBehindTable = true
    const first = this.#next
    for (const slots of spreadRows(table.rows)) {
      const row = this.#next
      this.#next += 1
      for (const { cell, column: at, covered } of slots) {
        const column = left + 1 + at
        const style = styled ? 'lined' : 'plain'
        const last = Math.min(cell.rowspan, first + table.rows.length - row)
        if (covered) {
          const under = cell.workbook?.under ?? ''
          if (styled || under !== '') this.#cells.push({ row, column, text: under, style })
        } else {
          this.#cells.push({ row, column, style, ...this.#content(cell, row, column) })
          if (cell.colspan === 1) this.#widths.set(column, Math.max(this.#widths.get(column) ?? 0, cell.text.length))
          if (cell.workbook?.hidesRow === true) this.#hiddenRows.add(row)
          const bottom = mergesLost ? row : row + last - 1
          if (cell.colspan > 1 || bottom > row) this.#merges.push(area(row, column, bottom, column + cell.colspan - 1))
        }
      }
    }
  }

  #content(cell: DraftCell, row: number, column: number): Pick<WorkbookCell, 'text' | 'number' | 'formula' | 'format'> {
    const { textFigures, sums, format } = this.#options
    const own = cell.workbook
    if (cell.field === undefined || !NUMBER.test(cell.text) || (textFigures && own === undefined))
      return { text: cell.text }
    const isSum = sums && cell.field.startsWith('requests.') && cell.field.endsWith('.total')
    const formula = `SUM(${address(row, column - 6)}:${address(row, column - 1)})`
    if (own?.uncomputed === true) return { text: '', formula, format }
    return {
      text: '',
      number: Number(cell.text),
      format: own?.format ?? (cell.text.includes('.') ? 'General' : format),
      ...(isSum ? { formula } : {}),
    }
  }
}

function area(top: number, left: number, bottom: number, right: number): string {
  return `${address(top, left)}:${address(bottom, right)}`
}
