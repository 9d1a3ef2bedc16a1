/** A sentence of a section: its words without white space, and where each character stands in the section's text. */
export interface Sentence {
  /** The sentence as it stands. */
  readonly text: string
  /** The sentence without white space; two figures with space between them keep one blank. */
  readonly words: string
  /** For each character of `words`, its offset in `text`; null where they are the same. */
  readonly at: readonly number[] | null
}

/** A line that ends like this, or a row of a table, does not go on in the next. */
const ENDED = /[。；;：:！？|]\s?$/u
const NUMBERING = /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]|[一二三四五六]是|第[一二三四五六七八九十])/u
/** Lines as short as this end where the writer ended them; longer ones may have been broken by the page. */
const FULL_LINE = 18

/** Paragraphs of a section. Lines that a page has broken are joined. */
export function paragraphsOf(text: string): string[] {
  const paragraphs: string[] = []
  let from = 0
  for (let line = 0; line < text.length;) {
    const next = text.indexOf('\n', line)
    const end = next < 0 ? text.length : next
    if (
      next < 0 ||
      end - line < FULL_LINE ||
      ENDED.test(text.slice(end - 2, end)) ||
      NUMBERING.test(text.slice(end + 1, end + 9))
    ) {
      if (end > from) paragraphs.push(text.slice(from, end))
      from = end + 1
    }
    line = end + 1
  }
  return paragraphs
}

/** Sentences of a paragraph. A semicolon stays within its sentence. */
export function sentencesOf(paragraph: string): Sentence[] {
  return (paragraph.match(/[^。！？]+[。！？]?/gu) ?? []).flatMap((text) => {
    const from = text.length - text.trimStart().length
    const trimmed = text.slice(from).trimEnd()
    return trimmed === '' ? [] : [compact(trimmed)]
  })
}

/** Where some characters of `words` stand in `text`. */
export function markIn({ at }: Sentence, from: number, to: number): readonly [number, number] {
  return at === null ? [from, to] : [at[from] ?? 0, (at[to - 1] ?? 0) + 1]
}

const SPACE = /[\s\u200B\uFEFF]/u
const SPACES = new Set(' \t\n\r\f\v\u00A0\u3000\u2002\u2003\u200B\uFEFF')
const DIGIT = /[\d０-９]/u

function compact(text: string): Sentence {
  if (!SPACE.test(text)) return { text, words: text, at: null }
  const at: number[] = []
  let words = ''
  let spaced = false
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index)
    if (SPACES.has(letter)) {
      spaced = true
      continue
    }
    if (spaced && DIGIT.test(letter) && DIGIT.test(words.charAt(words.length - 1))) {
      words += ' '
      at.push(index - 1)
    }
    spaced = false
    words += letter
    at.push(index)
  }
  return { text, words, at }
}
