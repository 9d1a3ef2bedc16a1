/** What of a cell's style matters: how it shows a number, and whether a line is drawn around it. */
export interface CellStyle {
  /** A number format's code; `null` where the file does not say which. */
  readonly format: string | null
  readonly drawn: boolean
}
