import type { CheckSettings } from '../../settings'
import { distinctHashes, sharedCount } from './shingles'
import { estimate, likelyPairs, sketchOf } from './sketch'
import type { Sentence, TextPrint } from './textPrint'

/** A text without common wording, ready to be compared. */
export interface CountedText {
  /** The sentences that count. */
  readonly sentences: readonly Sentence[]
  readonly sketch: Uint32Array
  readonly features: () => Uint32Array
}

/** A text of an agency. */
export interface OwnedText {
  readonly agency: string
  readonly print: TextPrint
}

/** How far a sketch's estimate may lie below what is so. */
const ESTIMATE_ERROR = 0.15

/** Hashes of the sentences that so many agencies have that they are common wording. Texts of one agency must follow each other. */
export function commonSentences(
  texts: readonly OwnedText[],
  { agencies, share }: CheckSettings['commonSentence'],
): Set<number> {
  const counts = new Map<number, { last: string; agencies: number }>()
  const all = new Set<string>()
  for (const { agency, print } of texts) {
    all.add(agency)
    for (const { hash } of print.sentences) {
      const count = counts.get(hash)
      if (!count) counts.set(hash, { last: agency, agencies: 1 })
      else if (count.last !== agency) {
        count.last = agency
        count.agencies++
      }
    }
  }
  const least = Math.max(agencies, share * all.size)
  return new Set([...counts].filter(([, count]) => count.agencies >= least).map(([hash]) => hash))
}

/** A text as it counts once common wording is left out. */
export function countedText({ sentences }: TextPrint, common: ReadonlySet<number>): CountedText {
  const counted = sentences.filter(({ hash }) => !common.has(hash))
  const parts = counted.map(({ shingles }) => shingles)
  let features: Uint32Array | undefined
  return { sentences: counted, sketch: sketchOf(parts), features: () => (features ??= distinctHashes(parts)) }
}

/** Characters that count, roughly: runs of characters begin at nearly each of them. */
export function lengthOf({ sentences }: CountedText): number {
  return sentences.reduce((sum, { shingles }) => sum + shingles.length, 0)
}

/** The share (0–1) of the features of both texts that both have; 0 where it is below `least`. */
export function likenessOf(one: CountedText, other: CountedText, least: number): number {
  if (estimate(one.sketch, other.sketch) < least - ESTIMATE_ERROR) return 0
  const [a, b] = [one.features(), other.features()]
  const shared = sharedCount(a, b)
  const likeness = shared / (a.length + b.length - shared)
  return likeness >= least ? likeness : 0
}

/** The share (0–1) of a text that another has, too. */
export function partIn(one: CountedText, other: CountedText): number {
  const features = one.features()
  return features.length === 0 ? 0 : sharedCount(features, other.features()) / features.length
}

/** Pairs of texts, by index, that are worth comparing. */
export function candidates(texts: readonly CountedText[]): [number, number][] {
  return likelyPairs(texts.map(({ sketch }) => sketch))
}
