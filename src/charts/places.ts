import type { Box } from './sketch'

/** What an element of a drawing stands for: an agency by id, a year, a part of a whole by its key (`granted`, `natural`, `corrected`); whatever of them it has. */
export interface Mark {
  readonly agency?: string
  readonly year?: number
  readonly part?: string
}

/** Where a drawing shows something: pointing at it, marking it, opening it and notes on it all work by this box. */
export interface Place {
  readonly mark: Mark
  /** In pixels of the drawing: the whole of a row, a column or a segment rather than the ink within. */
  readonly box: Box
}
