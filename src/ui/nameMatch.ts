import pinyin from 'pinyin-match'

/** Longer than any name in pinyin initials; the pinyin splitter's work grows steeply with the length. */
const LONGEST_PINYIN = 24

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** Whether what was typed is found in one of the texts: as it stands, or as the pinyin (or its initials) of Chinese. Words apart must all be found. */
export function nameMatches(typed: string, ...texts: readonly string[]): boolean {
  const words = fold(typed)
    .split(/\s+/u)
    .filter((word) => word !== '')
  return words.every((word) => {
    const inPinyin = /^[a-zü]+$/u.test(word) && word.length <= LONGEST_PINYIN
    return texts.some((text) => fold(text).includes(word) || (inPinyin && pinyin.match(text, word) !== false))
  })
}
