import type { Place } from '../../report/place'
import type { Block, GridCell, SourceDocument } from '../document'
import type { FlowNote } from '../flow'
import { LIMITS } from '../limits'
import { bandsOf, type Band, type BandRow } from './bands'
import type { MergedAreas, PlacedCell } from './merged'
import type { Sheet } from './sheet'
import { shortRows } from './shortRows'

const LONGEST_NOTE = 80
const NONE: ReadonlySet<number> = new Set()

/** Which sheet, where there are several. */
type InSheet = Pick<Place, 'part'>

/**
 * Cuts sheets into paragraphs and tables. Empty rows part tables. What stands alone in its row above a table is a paragraph, title or
 * prose; in the table and below it a row may be one that nobody filled in, and stays a row.
 */
export class SheetBlocks {
  readonly blocks: Block[] = []
  readonly notes: SourceDocument['notes'][number][] = []
  #table = 0
  #parts = 0

  get isFull(): boolean {
    return this.#parts > LIMITS.documentParts
  }

  addSheet(sheet: Sheet, areas: MergedAreas, where: InSheet): void {
    for (const band of bandsOf(sheet, areas)) this.#addBand(sheet, areas, where, band)
  }

  #addBand(sheet: Sheet, areas: MergedAreas, where: InSheet, band: Band): void {
    const isHidden =
      band.every((row) => row.hidden) || band.every((row) => row.cells.every(({ left }) => sheet.hidesColumn(left)))
    if (isHidden) {
      this.#leaveOut(where, band)
      return
    }
    const first = band.findIndex((row, index) => !standsAlone(row, band[index + 1]))
    const above = first < 0 ? band : band.slice(0, first)
    for (const row of above) {
      if (row.hidden) this.#leaveOut(where, [row])
      else for (const placed of row.cells) this.#addParagraph(where, placed)
    }
    if (first >= 0) this.#addGrid(sheet, areas, where, band.slice(first))
  }

  #addParagraph(where: InSheet, { cell: { row, column, text } }: PlacedCell): void {
    for (const line of text.split(/\r\n|[\r\n]/u)) {
      this.#parts += 1
      this.blocks.push({ kind: 'paragraph', text: line.trim(), place: { ...where, row, column } })
    }
  }

  #addGrid(sheet: Sheet, areas: MergedAreas, where: InSheet, rows: readonly BandRow[]): void {
    this.#table += 1
    const table = this.#table
    const filled = rows.flatMap(({ cells }) => cells)
    const left = filled.reduce((least, cell) => Math.min(least, cell.left), Infinity)
    const right = filled.reduce((most, cell) => Math.max(most, cell.right), 0)
    const bottom = rows.at(-1)?.row ?? 0
    const isDressed = isDrawnOut(sheet, areas, rows, right)
    const short = isDressed ? NONE : shortRows(rows)
    const grid = rows.map((row, index) => {
      if (this.isFull) return []
      const isTop = index === 0
      const last = short.has(row.row) ? (row.cells.at(-1)?.right ?? right) : right
      const end = isDressed ? lastDressed(sheet, areas, row, right) : last
      const cells = this.#rowCells(areas, row, { left, right: end, bottom, isTop })
      return cells.map((cell) => ({ ...cell, place: { ...where, table, ...cell.place } }))
    })
    // Below a head without anything under it the sheet goes on empty: nobody filled the row in.
    const last = rows.at(-1)
    if (last !== undefined && isHead(last)) {
      const row = bottom + 1
      const place = { ...where, table, row }
      const cell = { text: '', colspan: 1, rowspan: 1 }
      grid.push(
        Array.from({ length: right - left + 1 }, (_, at) => ({ ...cell, place: { ...place, column: left + at } })),
      )
    }
    this.blocks.push({ kind: 'table', table, rows: grid })
    for (const { row, cells, hidden } of rows) {
      const { covered } = areas.part(sheet.rows.get(row)?.values() ?? [])
      for (const { cell } of cells) this.#note({ ...where, table, row, column: cell.column }, cell.notes)
      for (const { cell, anchor } of covered)
        if (cell.text.trim() !== '')
          this.#note({ ...where, table, row: anchor.top, column: anchor.left }, [
            { code: 'merged-cell-text', params: { text: cell.text.trim().slice(0, LONGEST_NOTE) } },
          ])
      if (hidden) this.#note({ ...where, table, row }, [{ code: 'hidden-row', params: { row } }])
    }
    for (let column = left; column <= right; column += 1)
      if (sheet.hidesColumn(column) && filled.some((cell) => cell.left === column))
        this.#note({ ...where, table, column }, [{ code: 'hidden-column', params: { column } }])
  }

  /** A cell for each place of a row that no area covers from above or from the left; empty ones too. */
  #rowCells(
    areas: MergedAreas,
    { row, cells }: BandRow,
    frame: { readonly left: number; readonly right: number; readonly bottom: number; readonly isTop: boolean },
  ): GridCell[] {
    const texts = new Map(cells.map((placed) => [placed.left, placed.cell.text]))
    const found: GridCell[] = []
    for (let column = frame.left; column <= frame.right && !this.isFull;) {
      const area = areas.at(row, column)
      const end = Math.min(area?.right ?? column, frame.right)
      // An area that begins above or beside the table begins anew in it.
      if (area === undefined || area.top === row || frame.isTop) {
        this.#parts += 1
        found.push({
          text: area === undefined || area.left === column ? (texts.get(column) ?? '').trim() : '',
          colspan: end - column + 1,
          rowspan: area === undefined ? 1 : Math.min(area.bottom, frame.bottom) - row + 1,
          place: { row, column },
        })
      }
      column = end + 1
    }
    return found
  }

  #leaveOut(where: InSheet, rows: Band): void {
    const [first] = rows
    const text = rows.flatMap(({ cells }) => cells.map(({ cell }) => cell.text.trim())).join(' ')
    if (first !== undefined)
      this.#note({ ...where, row: first.row }, [{ code: 'hidden-rows', params: { text: text.slice(0, LONGEST_NOTE) } }])
  }

  #note(place: Place, notes: readonly FlowNote[]): void {
    for (const { code, params } of notes) this.notes.push({ code, place, params })
  }
}

/** Whether a row has several words and no figure. */
function isHead({ cells }: BandRow): boolean {
  return cells.length > 2 && cells.every(({ cell }) => !/\p{Number}/u.test(cell.text))
}

/**
 * Whether the cells of a table were there before they were filled, up to the last column: they have lines, or empty ones are styled too.
 * Programs that write only what is filled style nothing else; there a cell that is not there is an empty one.
 */
function isDrawnOut(sheet: Sheet, areas: MergedAreas, rows: Band, right: number): boolean {
  const dressed = rows.flatMap(({ row }) => sheet.dressed.get(row) ?? [])
  if (!dressed.some((columns) => columns.has(right))) return false
  return (
    dressed.some((columns) => columns.get(right) === true) ||
    rows.some((row) => hasDressedEmpty(sheet, areas, row, right))
  )
}

/** Whether a row has a styled cell with nothing in it, which no merged area covers. */
function hasDressedEmpty(sheet: Sheet, areas: MergedAreas, { row }: BandRow, right: number): boolean {
  const filled = sheet.rows.get(row)
  return [...(sheet.dressed.get(row)?.keys() ?? [])].some(
    (column) => column <= right && filled?.has(column) !== true && areas.at(row, column) === undefined,
  )
}

/**
 * The last column that a row has of a table whose cells were there before they were filled. Behind the last of them there never was a
 * cell, or one was deleted, and those behind it moved up.
 */
function lastDressed(sheet: Sheet, areas: MergedAreas, { row, cells }: BandRow, right: number): number {
  const dressed = sheet.dressed.get(row)
  const end = cells.at(-1)
  if (dressed === undefined || end === undefined || !dressed.has(end.left)) return right
  let last = end.right
  for (const column of dressed.keys())
    if (column <= right) last = Math.max(last, column, areas.at(row, column)?.right ?? 0)
  return Math.min(last, right)
}

/** Whether a row has one cell alone, which hangs over no row that has others. */
function standsAlone({ row, cells }: BandRow, next: BandRow | undefined): boolean {
  const [only] = cells
  if (only === undefined) return true
  return cells.length === 1 && (next === undefined || only.bottom === row || next.cells.length === 0)
}
