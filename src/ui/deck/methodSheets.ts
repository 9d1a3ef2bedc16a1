import { linesIn, SHEET } from './sheetParts'

/** A heading of the appendix with its sentences. */
export interface MethodSection {
  readonly heading: string
  readonly lines: readonly string[]
}

/** Of `DeckMethod`, in CSS pixels. */
const LETTERS = 13
const LINE = 20
const BETWEEN = 4
const HEADING = 40
/** Of a sheet of paper, what title, foot and the margin of a ground leave. */
const ROOM = 585

const heightOf = (line: string): number => linesIn(line, LETTERS, SHEET.width) * LINE + BETWEEN

/** The sections as the sheets that have room for them: one that fits on a sheet is not parted, a longer one goes on over the next, and a heading never ends a sheet. */
export function methodSheetsOf(sections: readonly MethodSection[]): MethodSection[][] {
  const sheets: MethodSection[][] = []
  let left = 0
  for (const { heading, lines } of sections) {
    const whole = HEADING + lines.reduce((sum, line) => sum + heightOf(line), 0)
    if (whole > left && whole <= ROOM) left = 0
    let begun: string[] | null = null
    for (const line of lines) {
      const height = heightOf(line)
      const sheet = sheets.at(-1)
      const needs: number = begun ? height : height + HEADING
      if (!sheet || needs > left) {
        begun = [line]
        sheets.push([{ heading, lines: begun }])
        left = ROOM - HEADING - height
      } else {
        if (begun) begun.push(line)
        else {
          begun = [line]
          sheet.push({ heading, lines: begun })
        }
        left -= needs
      }
    }
  }
  return sheets
}
