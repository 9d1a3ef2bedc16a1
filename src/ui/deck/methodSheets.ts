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
/** Title and foot. */
const AROUND = 80
const ROOM = SHEET.height - AROUND

const heightOf = (line: string): number => linesIn(line, LETTERS, SHEET.width) * LINE + BETWEEN

/** The sections as the sheets that have room for them: one too long goes on over the next, and a heading never ends a sheet. */
export function methodSheetsOf(sections: readonly MethodSection[]): MethodSection[][] {
  const sheets: MethodSection[][] = []
  let left = 0
  for (const { heading, lines } of sections) {
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
