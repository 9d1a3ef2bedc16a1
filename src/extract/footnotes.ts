const MARKS = /(?:[⁰¹²³⁴⁵⁶⁷⁸⁹₀-₉①-⑳]|[[［〔【][\d⁰¹²³⁴⁵⁶⁷⁸⁹₀-₉]{1,2}[\]］〕】])+$/u
const RAISED = /[⁰¹²³⁴⁵⁶⁷⁸⁹₀-₉①-⑳]/u
const LONGEST = 12

/** A text without the marks of footnotes behind it: raised, lowered and circled digits, `[1]`. A mark alone stays. */
export function withoutFootnote(text: string): string {
  const trimmed = text.trimEnd()
  const mark = MARKS.exec(trimmed.slice(-LONGEST))?.[0] ?? ''
  const rest = trimmed.slice(0, trimmed.length - mark.length).trimEnd()
  return mark === '' || rest === '' ? text : rest
}

/** Whether a text has a raised, lowered or circled digit, which is no digit of a figure. */
export function hasFootnoteMark(text: string): boolean {
  return RAISED.test(text)
}
