import { peerRankingChart } from '../../charts/peerRanking'
import { rankAgencies } from '../../charts/ranked'
import type { Label } from '../../form/version'
import { figureKind } from '../figure'
import { peersOf } from '../peers'
import { againstOf, knownFigure, SWITCHES, yearToldOf } from '../switches'
import { alike, askSeries, askYearly, yearsAsked } from '../yearly'

const VOLUME = 'requests.accepted.total'

/** Who is looked at where none is highlighted, or none that the filter and the year have. */
const unasked = ({ zh, en }: Label, isAsked: boolean): Label => ({
  zh: `${zh}；${isAsked ? '突出的机关不在所选范围内' : '未突出机关'}，取受理申请最多的一个`,
  en: `${en}; as ${isAsked ? 'the highlighted agency is not in the selection' : 'no agency is highlighted'}, the one with most requests is shown`,
})

/** One agency among its like: the first that is picked out, else the one with most requests. */
export const peerRanking = figureKind({
  id: 'peerRanking',
  name: { zh: '与同类机关相比', en: 'Compared with peers' },
  params: {
    figure: SWITCHES.figure,
    at: SWITCHES.at,
    from: SWITCHES.from,
    least: SWITCHES.least,
    on: SWITCHES.on,
    peers: SWITCHES.peers,
  },
  ask: async (asker, { where, switches }) => {
    const all = await askYearly(asker, where)
    const figure = knownFigure(switches.figure)
    const year = yearToldOf(figure, all.years, switches.at)
    if (year === 0) return null
    const told = againstOf(all.years, year, switches.from)
    // Whoever is looked at alone is still among its like.
    const { agencies: only, ...around } = alike(where, all)
    const alone = only?.length === 1 ? around : alike(where, all)
    const [{ agencies, series }, volumes] = await Promise.all([
      asker.catalogue(),
      asker.query({ figures: [VOLUME], groupBy: ['agency'], where: { ...alone, years: [year] } }),
    ])
    const volumeOf = new Map(
      volumes.groups.flatMap(({ key, figures }): [string, number][] => {
        const value = figures[VOLUME]?.value
        return value == null ? [] : [[String(key.agency), value]]
      }),
    )
    const most = [...volumeOf].reduce<[string, number] | null>(
      (one, other) => (one && one[1] >= other[1] ? one : other),
      null,
    )
    // One outside the filter has no number in it, which is not to have none.
    const within = new Set(volumes.groups.map(({ key }) => key.agency))
    const highlighted = switches.on.find((id) => within.has(id))
    const [filtered] = only?.length === 1 ? only : []
    // Whoever took over from the one that the filter names is in its place.
    const inPlace = series.find(({ members }) => filtered !== undefined && members.includes(filtered))?.head ?? filtered
    const chosen = highlighted ?? (filtered === undefined ? most?.[0] : inPlace)
    const own = agencies.find(({ id }) => id === chosen)
    const candidates = agencies.filter(({ id }) => volumeOf.has(id) || id === chosen)
    const peers = own ? peersOf(candidates, volumeOf, own.id, switches.peers) : null
    if (!own || !peers) return null
    const among = { ...alone, agencies: [own.id, ...peers.ids] }
    const [byYear, byAgency] = await Promise.all([
      asker.query({ figures: [figure], groupBy: ['year'], where: among }),
      asker.query({
        figures: [figure],
        groupBy: ['agency', 'year'],
        where: { ...among, years: yearsAsked(told) },
        change: 'comparable',
      }),
    ])
    const { names, turns } = await askSeries(asker)
    const ranking = rankAgencies(byAgency, figure, told, names, switches.least, turns)
    return peerRankingChart(ranking, byYear, {
      agency: own.id,
      name: own.name,
      beyond: only?.length === 1 ? peers.ids.length : null,
      sentence:
        switches.on.includes(own.id) || only?.length === 1
          ? peers.sentence
          : unasked(peers.sentence, switches.on.length > 0),
    })
  },
})
