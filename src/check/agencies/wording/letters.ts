/** A text without what tells no two agencies apart: blanks, the figures, the agency's own name. `at` leads back to the text. */
export interface Letters {
  readonly text: string
  /** Offset in the original of each character of `text`, and that of the end. */
  readonly at: readonly number[]
}

const NUMBER = '#'
const NAME = '@'

/** Letters of a text; a figure becomes one sign, the agency's name another. */
export function lettersOf(original: string, name: string | null): Letters {
  const named = name !== null && name.length > 1 && original.includes(name) ? name : null
  const at: number[] = []
  let text = ''
  for (let index = 0; index < original.length; index++) {
    const code = original.charCodeAt(index)
    if (isBlank(code)) continue
    at.push(index)
    if (isDigit(code)) {
      text += NUMBER
      while (continuesNumber(original.charCodeAt(index + 1))) index++
    } else if (named !== null && original.startsWith(named, index)) {
      text += NAME
      index += named.length - 1
    } else text += original.charAt(index)
  }
  at.push(original.length)
  return { text, at }
}

const isBlank = (code: number): boolean => code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0xfeff
const isDigit = (code: number): boolean => (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)
/** Digits, and the point, comma and percent sign of a number. */
const continuesNumber = (code: number): boolean =>
  isDigit(code) || code === 0x2e || code === 0x2c || code === 0x25 || code === 0xff05
