/** What spreadsheet programs take for the beginning of a formula, also where blanks stand before it or an input method made it wide. */
const FORMULA = /^[\s\u200B\u2060\uFEFF]*[=+\-@＝＋－＠]/u
const CONTROL_FIRST = /^[\t\r\n]/u

/** A text as a cell may carry it: with an apostrophe before anything that looks like a formula. */
export function neutralText(text: string): string {
  return FORMULA.test(text) || CONTROL_FIRST.test(text) ? `'${text}` : text
}

/** The text that `neutralText` made safe, as it was; only one that began with an apostrophe of its own before a formula loses it. */
export function plainText(text: string): string {
  const bare = text.slice(1)
  return text.startsWith("'") && neutralText(bare) === text ? bare : text
}
