/** A cell of a row as the row's properties have it. */
export interface CellDefinition {
  /** Right edge, in twips. */
  edge: number
  joinsLeft: boolean
  vertical: 'none' | 'restart' | 'continue'
}

/** Edges and merges of a row's cells, for formats that say no more than where each cell ends. */
export interface RowDefinition {
  left: number
  readonly cells: CellDefinition[]
}

/** Columns that a row can have. */
export const MOST_CELLS = 63

export const newRowDefinition = (): RowDefinition => ({ left: 0, cells: [] })
