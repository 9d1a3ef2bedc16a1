const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Raised digits as such, so that the mark of a footnote is no digit of the figure before it. */
export function superscript(text: string): string {
  return text.replace(/\d/gu, (digit) => SUPERSCRIPTS[Number(digit)] ?? digit)
}
