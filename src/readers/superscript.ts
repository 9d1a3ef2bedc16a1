const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** What web pages and Office documents call letters above the line or below it. */
export const OFF_LINE: ReadonlySet<string> = new Set(['sup', 'sub', 'superscript', 'subscript'])

/** Digits off the line, raised or lowered, as raised ones, so that the mark of a footnote is no digit of the figure before it. */
export function superscript(text: string): string {
  return text.replace(/\d/gu, (digit) => SUPERSCRIPTS[Number(digit)] ?? digit)
}
