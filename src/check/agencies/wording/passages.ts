import type { Quote } from '../../../report/finding'
import type { CheckInput } from '../../input'
import { letterOffsets, lettersOf, noiseOf } from './letters'
import { SHINGLE, shinglesOf } from './shingles'
import type { Sentence } from './textPrint'

/** Passages shown of each report. */
const SHOWN = 3
/** The part of a sentence that the other text must have, for it to be shown. */
const MOSTLY = 0.6

/** A report with the sentences of it that count. */
export interface Told {
  readonly input: CheckInput
  readonly sentences: readonly Sentence[]
}

/** The longest sentences of one report that the other has nearly the same, each followed by the other's, with what both have marked. */
export function sharedPassages(one: Told, other: Told): Quote[] {
  const features = new Set(other.sentences.flatMap(({ shingles }) => [...shingles]))
  const taken = one.sentences
    .filter((sentence) => share(sentence, features) >= MOSTLY)
    .sort((first, second) => second.text.length - first.text.length)
    .slice(0, SHOWN)
    .sort((first, second) => one.sentences.indexOf(first) - one.sentences.indexOf(second))
  return taken.flatMap((sentence) => {
    const own = new Set(sentence.shingles)
    const match = nearest(own, other.sentences)
    return match ? [quoteOf(one.input, sentence, new Set(match.shingles)), quoteOf(other.input, match, own)] : []
  })
}

function share({ shingles }: Sentence, features: ReadonlySet<number>): number {
  let count = 0
  for (const hash of shingles) if (features.has(hash)) count++
  return count / shingles.length
}

function nearest(features: ReadonlySet<number>, sentences: readonly Sentence[]): Sentence | undefined {
  let best: Sentence | undefined
  let most = 0
  for (const sentence of sentences) {
    const alike = share(sentence, features) * Math.min(1, sentence.shingles.length / features.size)
    if (alike <= most) continue
    best = sentence
    most = alike
  }
  return best
}

function quoteOf({ file, part, agency, year }: CheckInput, sentence: Sentence, shared: ReadonlySet<number>): Quote {
  return {
    file,
    ...(part === undefined ? {} : { part }),
    agency,
    year,
    section: sentence.section,
    text: sentence.text,
    marks: marksOf(sentence.text, agency, shared),
  }
}

/** The ranges of a sentence that runs of five characters cover which the other has, too. */
function marksOf(original: string, agency: string | null, shared: ReadonlySet<number>): [number, number][] {
  const noise = noiseOf(agency)
  const at = letterOffsets(original, noise)
  const marks: [number, number][] = []
  for (const [start, hash] of shinglesOf(lettersOf(original, noise)).entries()) {
    if (!shared.has(hash)) continue
    const from = at[start] ?? 0
    const to = at[start + SHINGLE] ?? original.length
    const last = marks.at(-1)
    if (last && from <= last[1]) last[1] = to
    else marks.push([from, to])
  }
  return marks
}
