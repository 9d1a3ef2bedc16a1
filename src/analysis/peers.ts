import { both } from '../charts/words'
import type { Catalogue } from '../cube/query'
import type { Label } from '../form/version'
import { KIND_LABELS, LEVEL_LABELS } from '../register/labels'
import { systemLabel } from '../register/systems'

export type PeerAgency = Pick<
  Catalogue['agencies'][number],
  'id' | 'name' | 'kind' | 'level' | 'region' | 'system' | 'parent' | 'scope'
>

/** What makes an agency a peer of another; several together narrow each other. */
export const PEER_RULES = ['kind', 'level', 'system', 'region', 'volume'] as const
export type PeerRule = (typeof PEER_RULES)[number]

export interface Peers {
  readonly agency: string
  /** Without the agency itself; by nearness of volume where that is a rule, else in the order of the register. */
  readonly ids: readonly string[]
  /** The rules that were kept: one that says nothing of the agency (no system, no volume) is left out. */
  readonly rules: readonly PeerRule[]
  /** Who they are, in words. */
  readonly sentence: Label
}

/** A similar volume is between half and twice the agency's. */
const FACTOR = 2
/** So few peers make no comparison: the nearest by volume are taken beyond the factor, and the sentence says so. */
export const LEAST_PEERS = 5

/** The peers of an agency by the rules chosen, of the same scope always: own numbers and sums are never set against each other. `volumes` by agency id; `null` where the agency is unknown. */
export function peersOf(
  agencies: readonly PeerAgency[],
  volumes: ReadonlyMap<string, number>,
  agency: string,
  rules: readonly PeerRule[],
): Peers | null {
  const own = agencies.find(({ id }) => id === agency)
  if (!own) return null
  const volume = volumes.get(agency)
  const kept = PEER_RULES.filter(
    (rule) =>
      rules.includes(rule) &&
      !(rule === 'system' && own.system === null) &&
      !(rule === 'region' && own.region === '') &&
      !(rule === 'volume' && (volume === undefined || volume <= 0)),
  )
  const alike = agencies.filter(
    (other) => other.id !== agency && other.scope === own.scope && isAlike(own, other, kept),
  )
  if (!kept.includes('volume') || volume === undefined)
    return { agency, ids: alike.map(({ id }) => id), rules: kept, sentence: sentenceOf(own, kept, alike.length, null) }
  const near = alike
    .flatMap(({ id }) => {
      const other = volumes.get(id)
      return other === undefined || other <= 0 ? [] : [{ id, far: Math.abs(Math.log(other / volume)) }]
    })
    .sort((one, other) => one.far - other.far || (one.id < other.id ? -1 : 1))
  // A factor of exactly two is within, whatever a logarithm makes of it.
  const within = near.filter(({ far }) => far <= Math.log(FACTOR) + 1e-9)
  const taken = within.length < LEAST_PEERS ? near.slice(0, LEAST_PEERS) : within
  return {
    agency,
    ids: taken.map(({ id }) => id),
    rules: kept,
    sentence: sentenceOf(own, kept, taken.length, { within: within.length }),
  }
}

function isAlike(own: PeerAgency, other: PeerAgency, rules: readonly PeerRule[]): boolean {
  return rules.every((rule) => rule === 'volume' || own[rule] === other[rule])
}

function sentenceOf(
  own: PeerAgency,
  rules: readonly PeerRule[],
  count: number,
  volume: { within: number } | null,
): Label {
  const system = own.system === null ? undefined : systemLabel(own.system)
  const zh = [
    ...(rules.includes('region') ? [own.region] : []),
    ...(rules.includes('level') ? [LEVEL_LABELS[own.level].zh] : []),
    ...(rules.includes('system') ? [`${system?.zh ?? own.system ?? ''}系统`] : []),
    ...(rules.includes('kind') ? [KIND_LABELS[own.kind].zh] : []),
  ].join('')
  const en = [
    ...(rules.includes('kind') ? [`kind (${KIND_LABELS[own.kind].en.toLowerCase()})`] : []),
    ...(rules.includes('level') ? [`level (${LEVEL_LABELS[own.level].en.toLowerCase()})`] : []),
    ...(rules.includes('system') ? [`system (${(system?.en ?? own.system ?? '').toLowerCase()})`] : []),
    ...(rules.includes('region') ? [`region (${own.region})`] : []),
  ].join(', ')
  const isNear = volume !== null && volume.within >= count
  const size =
    volume === null
      ? null
      : isNear
        ? both('受理量在其一半到两倍之间', 'with between half and twice as many requests accepted')
        : both(
            `受理量与其最接近（其中 ${String(volume.within)} 个在一半到两倍之间）`,
            `closest in number of requests accepted (${String(volume.within)} between half and twice as many)`,
          )
  const many = String(count)
  if (zh === '' && size === null) return both(`其他全部 ${many} 个机关`, `all ${many} other agencies`)
  const same = zh === '' ? '' : `同为${zh}`
  return both(
    `${[same, size?.zh ?? ''].filter((part) => part !== '').join('、')}的 ${many} 个机关`,
    `${many} ${count === 1 ? 'agency' : 'agencies'} ${[en === '' ? '' : `of the same ${en}`, size?.en ?? ''].filter((part) => part !== '').join(', ')}`,
  )
}
