/** What of a cell's style matters. */
export interface CellStyle {
  /** How it shows a number: a format's code, `null` where the file does not say which. */
  readonly format: string | null
  /** Whether it looks otherwise than a cell that nobody touched: lines, alignment, font, filling. */
  readonly dressed: boolean
  /** Whether it is seen even if nothing stands in it: lines, filling. */
  readonly framed: boolean
  /** Whether its font strikes out what stands in it. */
  readonly struck: boolean
}
