import pinyin from 'pinyin-match'

/** Longer than any name in pinyin initials; the pinyin splitter's work grows steeply with the length. */
const LONGEST_PINYIN = 24

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** Initials that leave some out: one letter says nothing, and nobody writes more. */
const SHORT_FORM = /^[a-zü]{2,12}$/u

function wordsOf(typed: string): string[] {
  return fold(typed)
    .split(/\s+/u)
    .filter((word) => word !== '')
}

/** Whether what was typed is found in one of the texts: as it stands, or as the pinyin (or its initials) of Chinese. Words apart must all be found. */
export function nameMatches(typed: string, ...texts: readonly string[]): boolean {
  return wordsOf(typed).every((word) => {
    const inPinyin = /^[a-zü]+$/u.test(word) && word.length <= LONGEST_PINYIN
    return texts.some((text) => fold(text).includes(word) || (inPinyin && pinyin.match(text, word) !== false))
  })
}

/** Whether what was typed is a short form of one of the texts: initials in their order, some left out, as `zjj` of 市住房和城乡建设局. Weaker than `nameMatches`. */
export function shortFormMatches(typed: string, ...texts: readonly string[]): boolean {
  const words = wordsOf(typed)
  return words.length > 0 && words.every((word) => SHORT_FORM.test(word) && texts.some((text) => leavesOut(text, word)))
}

function leavesOut(text: string, letters: string): boolean {
  let at = 0
  for (const sign of text) if (pinyin.match(sign, letters.charAt(at)) !== false && ++at === letters.length) return true
  return false
}

/** What of an item is searched: everything by which it is found, and its names alone, of which short forms are typed. */
export type NameTexts<T> = Readonly<Record<'texts' | 'names', (item: T) => readonly string[]>>

/** As `findByName`, an item a step, for lists so long that the page must breathe meanwhile. */
export function* searchByName<T>(
  items: readonly T[],
  typed: string,
  { texts, names }: NameTexts<T>,
): Generator<undefined, T[]> {
  const found: T[] = []
  for (const item of items) {
    if (nameMatches(typed, ...texts(item))) found.push(item)
    yield
  }
  if (found.length > 0) return found
  for (const item of items) {
    if (shortFormMatches(typed, ...names(item))) found.push(item)
    yield
  }
  return found
}

/** The items that what was typed finds by any of their texts; where nothing does, those of which it is a short form of a name. */
export function findByName<T>(items: readonly T[], typed: string, texts: NameTexts<T>): T[] {
  const steps = searchByName(items, typed, texts)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
