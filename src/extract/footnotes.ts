const MARKS = /(?:[⁰¹²³⁴⁵⁶⁷⁸⁹①-⑳]|[[［〔【][\d⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}[\]］〕】])+$/u
const LONGEST = 12

/** A text without the marks of footnotes behind it: raised and circled digits, `[1]`. A mark alone stays. */
export function withoutFootnote(text: string): string {
  const trimmed = text.trimEnd()
  const mark = MARKS.exec(trimmed.slice(-LONGEST))?.[0] ?? ''
  const rest = trimmed.slice(0, trimmed.length - mark.length).trimEnd()
  return mark === '' || rest === '' ? text : rest
}
