import { areKin } from '../agencies/kinship'
import { candidates, likenessOf } from '../agencies/wording/alikeTexts'
import type { CountedText } from '../agencies/wording/alikeTexts'
import { thresholdsFor } from '../settings'
import type { Thresholds } from '../settings'
import type { Written } from './countedTexts'
import type { Whole } from './whole'

interface KeyedText {
  readonly key: string
  readonly text: CountedText
}

/** A text and one that it is nearly the same as: by keys, for the reports may have other cells when the finding is made. */
export interface Pairing {
  readonly kind: 'own' | 'others'
  readonly one: KeyedText
  readonly other: KeyedText
  /** How many other agencies' texts are alike. */
  readonly count: number
}

const keyed = ({ filed, text }: Written): KeyedText => ({ key: filed.key, text })

/**
 * Each text beside that of the agency's own year before, and beside the most alike of other agencies, of its year or before: a text is copied from one that
 * is there. Of two reports of one year both are told.
 */
export function pairings(whole: Whole, written: readonly Written[]): Pairing[] {
  const byKey = new Map(written.map((one) => [one.filed.key, one]))
  const others = alikeOthers(whole, written)
  return written.flatMap((one): Pairing[] => {
    const before = byKey.get(whole.before(one.filed)?.key ?? '')
    const [most] = others.get(one) ?? []
    const isAlike = before && likenessOf(one.text, before.text, textThresholds(one, whole).ownYear) > 0
    return [
      ...(isAlike ? [{ kind: 'own', one: keyed(one), other: keyed(before), count: 1 } as const] : []),
      ...(most
        ? [{ kind: 'others', one: keyed(one), other: keyed(most.text), count: others.get(one)?.length ?? 0 } as const]
        : []),
    ]
  })
}

const textThresholds = ({ filed }: Written, { settings }: Whole): Thresholds['text'] =>
  thresholdsFor(filed.input.body, settings).text

interface Likeness {
  readonly text: Written
  readonly likeness: number
}

/** For each text those of other agencies that it is like, the most alike first. */
function alikeOthers(whole: Whole, written: readonly Written[]): Map<Written, Likeness[]> {
  const found = new Map<Written, Likeness[]>()
  const note = (one: Written, text: Written, likeness: number): void => {
    if ((text.filed.input.year ?? 0) > (one.filed.input.year ?? 0)) return
    if (likeness < textThresholds(one, whole).otherAgency) return
    const list = found.get(one)
    if (list) list.push({ text, likeness })
    else found.set(one, [{ text, likeness }])
  }
  for (const [first, second] of candidates(written.map(({ text }) => text))) {
    const [one, other] = [written[first], written[second]]
    if (!one || !other || areKin(one.filed, other.filed, whole.register)) continue
    const least = Math.min(textThresholds(one, whole).otherAgency, textThresholds(other, whole).otherAgency)
    const likeness = likenessOf(one.text, other.text, least)
    if (likeness === 0) continue
    note(one, other, likeness)
    note(other, one, likeness)
  }
  for (const list of found.values()) list.sort(byLikeness)
  return found
}

function byLikeness(one: Likeness, other: Likeness): number {
  return other.likeness - one.likeness || (one.text.filed.key < other.text.filed.key ? -1 : 1)
}
