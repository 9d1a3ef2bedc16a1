import { ownYearFinding, otherAgencyFinding } from '../agencies/wording/alikeFindings'
import { partIn } from '../agencies/wording/alikeTexts'
import { pairings } from './alikePairs'
import type { Pairing } from './alikePairs'
import type { Case, Family } from './family'
import { countedTexts } from './countedTexts'
import type { Filed } from './whole'

/** W17: reports whose text is nearly that of another. Nothing is compared anew while no text, no register and no setting has changed. */
export function wordingFamily(): Family {
  const textsOf = countedTexts()
  let last: { readonly state: readonly unknown[]; readonly found: readonly Pairing[] } | undefined
  return (whole) => {
    const written = whole.standing.filter(({ input }) => input.sections.length > 0)
    const state = [
      whole.settings,
      whole.register,
      ...written.flatMap(({ key, agency, input }) => [key, agency, input.year, input.sections]),
    ]
    if (!last || !isSame(last.state, state)) last = { state, found: pairings(whole, textsOf(written, whole.settings)) }
    const byKey = new Map(written.map((filed) => [filed.key, filed]))
    return last.found.flatMap((pairing) => casesOf(pairing, byKey))
  }
}

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((value, at) => value === other[at])

function casesOf({ kind, one, other, count }: Pairing, byKey: ReadonlyMap<string, Filed>): Case[] {
  const [own, theirs] = [byKey.get(one.key), byKey.get(other.key)]
  if (!own || !theirs) return []
  return [
    {
      id: `${kind} ${one.key}`,
      home: one.key,
      rests: [own.input, theirs.input, one.text, other.text, count],
      judge: () => {
        const told = { input: own.input, sentences: one.text.sentences }
        const alike = {
          told: { input: theirs.input, sentences: other.text.sentences },
          part: partIn(one.text, other.text),
        }
        return [kind === 'own' ? ownYearFinding(told, alike) : otherAgencyFinding(told, alike, count)]
      },
    },
  ]
}
