import type { Merge } from '../sheet'

/** Columns beyond which merged areas move no cell; no table of the form is as wide. */
const WIDEST = 256

/**
 * The merged areas that reach into a row from above. The rules of the format count their columns; LibreOffice does not, and numbers
 * only what is left of the row (`countsFree`). Which of the two a file does, its own rows tell: no filled cell stands under an area.
 */
export class Covers {
  readonly #countsFree: boolean
  /** By their first column, the last that began there. */
  readonly #areas = new Map<number, Merge>()
  #row: readonly Merge[] = []
  #filled = false
  #under = false
  #rowsUnder = 0
  #rowsClear = 0

  constructor(countsFree: boolean) {
    this.#countsFree = countsFree
  }

  /** Whether most rows that say anything have filled cells under areas, so that their numbers must mean something else. */
  get isContradicted(): boolean {
    this.#endRow()
    return this.#rowsUnder > this.#rowsClear
  }

  beginSheet(): void {
    this.#endRow()
    this.#areas.clear()
    this.#row = []
  }

  beginRow(row: number): void {
    this.#endRow()
    this.#row = [...this.#areas.values()]
      .filter(({ top, bottom }) => top < row && row <= bottom)
      .sort((one, other) => one.left - other.left)
  }

  add(area: Merge): void {
    if (area.left <= WIDEST) this.#areas.set(area.left, area)
  }

  /** The column of a cell by its number in the row. */
  columnOf(number: number): number {
    if (!this.#countsFree) return number
    let column = number
    for (const { left, right } of this.#row) if (column >= left) column += right - left + 1
    return column
  }

  /** Something stands in this column of the row. */
  fill(column: number): void {
    this.#filled = true
    this.#under ||= this.#row.some(({ left, right }) => left <= column && column <= right)
  }

  #endRow(): void {
    if (this.#row.length > 0 && this.#filled) {
      if (this.#under) this.#rowsUnder += 1
      else this.#rowsClear += 1
    }
    this.#filled = false
    this.#under = false
  }
}
