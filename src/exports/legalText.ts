/** Text without the control characters and half surrogate pairs that XML cannot hold. */
export function legalText(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '')
}
