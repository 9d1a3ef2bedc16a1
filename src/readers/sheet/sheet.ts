import type { FlowNote } from '../flow'
import { LIMITS } from '../limits'
import type { CellStyle } from './style'

/** A cell that says something; row and column are the sheet's own, from 1. */
export interface SheetCell {
  readonly row: number
  readonly column: number
  readonly text: string
  readonly notes: readonly FlowNote[]
}

/** A merged area; both ends belong to it. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Columns beyond which nobody looks for styles; no table of the form is as wide. */
const WIDEST_DRESSED = 256

/** What a workbook may still have, all its sheets together: cells and merged areas. */
interface SheetBudget {
  parts: number
}

export const newSheetBudget = (): SheetBudget => ({ parts: LIMITS.documentParts })

/** One sheet of a workbook as its reader fills it: what a person sees in its cells, and what is merged or hidden. */
export class Sheet {
  readonly name: string
  readonly hidden: boolean
  readonly merges: Merge[] = []
  /** Rows as they come, cells as they come. */
  readonly rows = new Map<number, Map<number, SheetCell>>()
  readonly hiddenRows = new Set<number>()
  readonly hiddenColumns: { readonly from: number; readonly to: number }[] = []
  /** Columns in which a row has a cell with a style of its own (lines, alignment), filled or not; whether it is framed. */
  readonly dressed = new Map<number, Map<number, boolean>>()
  /** Whether zeros are shown in the sheet at all. */
  showsZeros = true
  readonly #budget: SheetBudget

  constructor(name: string, hidden: boolean, budget: SheetBudget) {
    this.name = name
    this.hidden = hidden
    this.#budget = budget
  }

  /** Whether the workbook has more than a document may. */
  get isFull(): boolean {
    return this.#budget.parts < 0
  }

  add(row: number, column: number, text: string, notes: readonly FlowNote[] = []): void {
    this.#budget.parts -= 1
    const cells = this.rows.get(row) ?? new Map<number, SheetCell>()
    cells.set(column, { row, column, text, notes })
    this.rows.set(row, cells)
  }

  dress(row: number, column: number, { dressed, framed }: CellStyle): void {
    if (!dressed || column > WIDEST_DRESSED) return
    const columns = this.dressed.get(row)
    if (columns) columns.set(column, framed)
    else if (this.dressed.size < LIMITS.documentParts) this.dressed.set(row, new Map([[column, framed]]))
  }

  addMerge(merge: Merge): void {
    this.#budget.parts -= 1
    if (merge.top <= merge.bottom && merge.left <= merge.right) this.merges.push(merge)
  }

  hidesColumn(column: number): boolean {
    return this.hiddenColumns.some(({ from, to }) => from <= column && column <= to)
  }
}

/** A workbook as read: its sheets in order, and its title if it has one. */
export interface Workbook {
  readonly sheets: readonly Sheet[]
  readonly title: string
  readonly pictures: number
  /** The file lost its end. */
  readonly cut: boolean
}
