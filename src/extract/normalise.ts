import { withoutFootnote } from './footnotes'

const UNSEEN = /[\s\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060\u3000\ufeff]+/gu
const CIRCLED = /[\u2460-\u2473]/gu
const HAN = /\p{Script=Han}/u

/** Whether a text has a Chinese character (〇 and 々 included). */
export function hasHan(text: string): boolean {
  return HAN.test(text)
}

/** Full-width signs as half-width, ① as `1.`, compatibility characters as their plain ones; white space stays. */
export function plain(text: string): string {
  return text
    .replace(CIRCLED, (sign) => `${String((sign.codePointAt(0) ?? 0) - 0x245f)}.`)
    .normalize('NFKC')
    .replace(/[·•]/gu, '·')
}

/** Remembers the results for short texts: a report repeats the same few labels and figures hundreds of times. */
function remembered(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    if (text.length > LONGEST_REMEMBERED) return work(text)
    let result = known.get(text)
    if (result === undefined) {
      if (known.size >= MOST_REMEMBERED) known.clear()
      result = work(text)
      known.set(text, result)
    }
    return result
  }
}

const LONGEST_REMEMBERED = 80
const MOST_REMEMBERED = 2000

/** A text without white space and unseen characters, signs in their plain form: what labels and names are compared by. */
export const squash = remembered((text) => plain(text).replace(UNSEEN, ''))

/** Only the letters, digits and Chinese characters of a text. */
export const letters = remembered((text) => squash(text).replace(/[^\p{L}\p{N}]+/gu, ''))

const NUMERAL = '[一二三四五六七八九十]'
const ENUMERATOR = new RegExp(
  `^(?:${NUMERAL}{1,3}[、.,:;)]+|\\(?(?:${NUMERAL}{1,2}|\\d{1,2})\\)[、.]?|\\d{1,2}[.、,:;)]+|\\d(?=\\p{Script=Han}))`,
  'u',
)

/** A squashed text without the numbers that stand before it: `（一）`, `1、`, doubled `三三、`. */
export function withoutEnumerator(squashed: string): string {
  let rest = squashed
  for (;;) {
    const found = ENUMERATOR.exec(rest)
    if (!found) return rest
    rest = rest.slice(found[0].length)
  }
}

/** What a label says, without its number, punctuation, white space and the mark of a footnote. */
export const labelCore = remembered((text) => letters(withoutEnumerator(squash(withoutFootnote(text)))))
