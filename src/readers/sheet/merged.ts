import { LIMITS } from '../limits'
import type { Merge, Sheet, SheetCell } from './sheet'

/** A cell at its anchor with the area that it takes. */
export interface PlacedCell extends Merge {
  readonly cell: SheetCell
}

/** What stands under a merged area and is not shown. */
interface Covered {
  readonly cell: SheetCell
  readonly anchor: Merge
}

/** The merged areas of a sheet by the rows that they cross, as far down as cells go. */
export class MergedAreas {
  readonly #byRow = new Map<number, Merge[]>()
  /** Rows that areas cross, all together, are more than a document has parts. */
  readonly isFull: boolean

  constructor(sheet: Sheet) {
    let last = 0
    for (const row of sheet.rows.keys()) last = Math.max(last, row)
    let left: number = LIMITS.documentParts
    for (const merge of sheet.merges)
      for (let row = merge.top; row <= Math.min(merge.bottom, last) && left > 0; row += 1) {
        left -= 1
        const crossing = this.#byRow.get(row)
        if (crossing) crossing.push(merge)
        else this.#byRow.set(row, [merge])
      }
    this.isFull = left <= 0
    for (const crossing of this.#byRow.values()) crossing.sort((one, other) => one.left - other.left)
  }

  /** The area that a place belongs to. Areas do not overlap; of such as do, the one that begins further right counts. */
  at(row: number, column: number): Merge | undefined {
    const crossing = this.#byRow.get(row) ?? []
    let from = 0
    let to = crossing.length
    while (from < to) {
      const middle = (from + to) >> 1
      if ((crossing[middle]?.left ?? 0) <= column) from = middle + 1
      else to = middle
    }
    const area = crossing[from - 1]
    return area !== undefined && column <= area.right ? area : undefined
  }

  /** Parts a row's cells into those that are shown and those under an area's anchor. */
  part(cells: Iterable<SheetCell>): { readonly shown: readonly PlacedCell[]; readonly covered: readonly Covered[] } {
    const shown: PlacedCell[] = []
    const covered: Covered[] = []
    for (const cell of cells) {
      const { row, column } = cell
      const area = this.at(row, column)
      if (area === undefined) shown.push({ cell, top: row, left: column, bottom: row, right: column })
      else if (area.top === row && area.left === column) shown.push({ cell, ...area })
      else covered.push({ cell, anchor: area })
    }
    return { shown: shown.sort((one, other) => one.left - other.left), covered }
  }
}
