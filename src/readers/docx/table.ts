import type { FlowNote, FlowTable } from '../flow'
import { LIMITS } from '../limits'
import { mergeCells, newCell, newRow, type RawCell, type RawRow } from '../word/merging'

interface RawTable {
  readonly rows: RawRow[]
  row: RawRow | null
  /** The open cell. */
  cell: RawCell | null
  readonly notes: FlowNote[]
}

const newTable = (): RawTable => ({ rows: [], row: null, cell: null, notes: [] })

/** The tables that are open, each in a cell of the one before. */
export class TableStack {
  readonly #tables: RawTable[] = []
  /** Tables opened beyond the depth limit, which are read as running text. */
  #tooDeep = 0

  /** The innermost table, if it is one that is read as such. */
  get current(): RawTable | undefined {
    return this.#tooDeep > 0 ? undefined : this.#tables.at(-1)
  }

  /** Opens a table. */
  open(): void {
    if (this.#tables.length >= LIMITS.tableDepth) this.#tooDeep += 1
    else this.#tables.push(newTable())
  }

  /** Closes the innermost table and gives it, merged, where it was read as such. */
  close(): FlowTable | null {
    const table = this.#tooDeep > 0 ? undefined : this.#tables.pop()
    this.#tooDeep = Math.max(0, this.#tooDeep - 1)
    return table === undefined ? null : mergeCells(table)
  }

  openRow(): void {
    const { current } = this
    if (current === undefined) return
    current.row = newRow()
    current.rows.push(current.row)
  }

  /** Opens a cell; says whether there is a row for it. */
  openCell(): boolean {
    const { current } = this
    if (current?.row == null) return false
    current.cell = newCell()
    current.row.cells.push(current.cell)
    return true
  }

  /** Closes the open cell of the innermost table and gives it, `null` where there is none. */
  closeCell(): RawCell | null {
    const { current } = this
    const cell = current?.cell ?? null
    if (current !== undefined) current.cell = null
    return cell
  }
}
