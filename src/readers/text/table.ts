/** A cell of a text table and the line, from 1, on which it begins. */
export interface TextCell {
  readonly text: string
  readonly line: number
}

/** Lines that look like a table: its rows, or `null` where they turn out to be running text; `end` is the first line behind. */
export interface TextTable {
  readonly rows: readonly (readonly TextCell[])[] | null
  /** The cells in their order, where rows are not marked. */
  readonly cells?: readonly TextCell[]
  readonly end: number
}
