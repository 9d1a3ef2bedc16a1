import type { CheckInput } from '../../input'
import { lettersOf, noiseOf } from './letters'
import { hashOf, shinglesOf } from './shingles'
import { statutoryShare } from './statutory'

/** A sentence that may tell one report from another. */
export interface Sentence {
  /** Number of the section that it stands in. */
  readonly section: number
  /** As it stands. */
  readonly text: string
  /** Equal for sentences that differ in figures, blanks and the agency's name at most. */
  readonly hash: number
  /** Features: hashes of its runs of five characters. */
  readonly shingles: Uint32Array
}

/** What a report's own words are compared by. */
export interface TextPrint {
  readonly sentences: readonly Sentence[]
}

/** Characters of a sentence that is more than a heading or a cell of a table. */
const LEAST_LENGTH = 12
/** From here on a sentence is the law's or the form's, not the agency's. */
const STATUTORY = 0.5
const SENTENCE = /[^。；！？;!?\n]+[。；！？;!?]?/gu

/** The sentences of the six sections, without those that law or form put there. What stands before the first section is preface. */
export function textPrint({ sections, agency }: Pick<CheckInput, 'sections' | 'agency'>): TextPrint {
  const told = sections.filter(({ number }) => number > 0)
  const noise = noiseOf(agency)
  // One block of memory for all sentences: thousands of small ones cost more than the hashing.
  let room = new Uint32Array(told.reduce((sum, { text }) => sum + text.length, 0))
  const sentences: Sentence[] = []
  for (const { number, text } of told)
    for (const found of text.match(SENTENCE) ?? []) {
      const sentence = found.trim()
      const letters = lettersOf(sentence, noise)
      if (letters.length < LEAST_LENGTH) continue
      const shingles = shinglesOf(letters, room)
      if (statutoryShare(shingles) >= STATUTORY) continue
      sentences.push({ section: number, text: sentence, hash: hashOf(letters), shingles })
      room = room.subarray(shingles.length)
    }
  return { sentences }
}
