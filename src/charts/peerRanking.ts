import type { QueryResult } from '../cube/query'
import type { Label } from '../form/version'
import type { Chart, ChartContext } from './chart'
import { counted } from './counted'
import { ENOUGH } from './enough'
import { markedLabel } from './native'
import type { NativeChart } from './native'
import { amountLabel, numberText, percentText, shownPercent, valueLabel } from './numbers'
import { firmText } from './rateChange'
import { quantile, quartilesOf } from './ranked'
import type { Ranking } from './ranked'
import { drawnYears, nativeSeries, rankingChart } from './ranking'
import { drawRanking, foldedLabel, RANKING_ABOVE, RANKING_ROW, rankingPlaces, rankingRoom } from './rankingDrawing'
import type { Among, RankingRow } from './rankingDrawing'
import { both, inYear, lowered, titleOf } from './words'

/** Whom a ranking is about, and who the others are. */
export interface RankedAmong {
  readonly agency: string
  readonly name: string
  /** 同为市级部门…的 23 个机关: see `analysis/peers.ts`. */
  readonly sentence: Label
  /** How many peers, where they are beyond the agencies that the filter names; `null` where all are within it. */
  readonly beyond: number | null
}

/** As many rows as a page shows, and a slide has room for. */
const ON_PAGE = 16
const ON_SLIDE = 22
const HEAD_SHARE = 5 / 9

/** The middle of the peers, the agency itself left out. */
interface Spread {
  readonly peers: number
  readonly median: number | null
  readonly quartiles: Among['quartiles']
}

function spreadOf({ ranked }: Ranking, agency: string): Spread {
  const values = ranked.filter(({ id }) => id !== agency).map(({ value }) => value)
  const { low, high } = quartilesOf(values)
  return {
    peers: values.length,
    median: quantile(values, 0.5),
    quartiles: low === null || high === null ? null : [low, high],
  }
}

/** One figure of an agency and its peers in one year, ranked, with the peers' median and quartiles. `all` ranks the agency and its peers and nobody else; `byYear` is of the same agencies. */
export function peerRankingChart(all: Ranking, byYear: QueryResult, among: RankedAmong): Chart {
  const { year, label, unit } = all
  const spread = spreadOf(all, among.agency)
  const ranking: Ranking = { ...all, median: spread.median }
  const drawn: Among = { chosen: among.agency, quartiles: spread.quartiles }
  const base = rankingChart(ranking, byYear, true)
  const said = spreadWords(spread, ranking)
  const rowsIn = (context: ChartContext): RankingRow[] =>
    peerRows(ranking, Math.min(ON_PAGE, rankingRoom(context)), among.agency)
  return {
    ...base,
    ...(among.beyond !== null && { basis: { ...base.basis, beyond: beyondWords(among.name, among.beyond) } }),
    id: `peers-${ranking.figure}`,
    title: titleOf(both(`${among.name}与同类机关：${label.zh}`, `${among.name} and its peers: ${lowered(label.en)}`), [
      year,
    ]),
    unit: both(`${drawnYears(all).zh}；${said.zh}`, `${drawnYears(all).en}; ${said.en}`),
    notes: [
      { tone: 'plain', text: both(`同类：${among.sentence.zh}。`, `Peers: ${among.sentence.en}.`) },
      ...base.notes,
    ],
    readings: [...ownReadings(ranking, spread, among), ...unrankedReadings(ranking, among)],
    heightAt: () => RANKING_ABOVE + Math.max(1, peerRows(ranking, ON_PAGE, among.agency).length) * RANKING_ROW,
    option: (context) => drawRanking(rowsIn(context), ranking, context, drawn),
    places: (context) => rankingPlaces(rowsIn(context), ranking, context),
    native: [nativeOf(ranking, among.agency)],
    nativeUnit: both(`${unit === 'ratio' ? '' : '件；'}${said.zh}`, said.en),
  }
}

const beyondWords = (name: string, peers: number): Label =>
  both(`${name}与同类 ${String(peers)} 个机关`, `${name} and ${String(peers)} ${peers === 1 ? 'peer' : 'peers'}`)

function spreadWords({ median, quartiles }: Spread, { unit }: Ranking): Label {
  const said = (value: number | null): Label => valueLabel(value, unit)
  if (median === null) return both('同类中没有可以排名的机关', 'no peer can be ranked')
  const [low, high] = quartiles ?? [null, null]
  return both(
    `同类中位数 ${said(median).zh}${quartiles ? `，四分位 ${said(low).zh}–${said(high).zh}` : ''}`,
    `peer median ${said(median).en}${quartiles ? `, quartiles ${said(low).en}–${said(high).en}` : ''}`,
  )
}

/** Head and tail with the agency itself, wherever it stands. */
export function peerRows({ ranked }: Ranking, most: number, chosen: string): RankingRow[] {
  if (ranked.length <= most) return ranked.map((agency) => ({ kind: 'agency', agency }))
  // The agency may need a row of its own, and one for those before it.
  const shown = Math.max(1, most - 3)
  const head = Math.ceil(shown * HEAD_SHARE)
  const rows: RankingRow[] = []
  ranked.forEach((agency, at) => {
    const last = rows.at(-1)
    if (at < head || at >= ranked.length - (shown - head) || agency.id === chosen) rows.push({ kind: 'agency', agency })
    else if (last?.kind === 'folded') rows[rows.length - 1] = { kind: 'folded', count: last.count + 1 }
    else rows.push({ kind: 'folded', count: 1 })
  })
  return rows
}

/** A series has one colour, so that the agency is marked by a sign. */
function nativeOf(ranking: Ranking, chosen: string): NativeChart {
  const rows = peerRows(ranking, ON_SLIDE, chosen)
  return {
    kind: 'bar',
    stacked: false,
    unit: ranking.unit,
    categories: rows.map((row) => {
      if (row.kind !== 'agency') return foldedLabel(row.count)
      const { id, name: own, figure, before } = row.agency
      const marked = id === chosen ? `▶ ${own}` : own
      return markedLabel(both(marked, marked), [figure, before])
    }),
    ...nativeSeries(ranking, rows),
  }
}

/** Where the agency stands: value, rank, and how far from the peers' median. */
function ownReadings(ranking: Ranking, spread: Spread, { agency, name }: RankedAmong): Label[] {
  const { ranked, label, unit, small, without, leastN, year } = ranking
  const own = ranked.find(({ id }) => id === agency)
  if (!own) {
    const few = small.find(({ id }) => id === agency)
    const value = few?.figure ? firmText(few.figure, unit, leastN) : valueLabel(null, unit)
    return [
      few
        ? both(
            `${name} ${inYear(year, label).zh} ${value.zh}，n 不足 ${String(leastN)}，不参与排名。`,
            `${name}, ${String(year)}: ${lowered(label.en)} ${value.en}; n below ${String(leastN)}, not ranked.`,
          )
        : without.some(({ id }) => id === agency)
          ? both(
              `${name} ${String(year)} 年的年报没有此数（空白或 0/0）。`,
              `The ${String(year)} report of ${name} does not have this figure (blank or 0/0).`,
            )
          : both(`${name} ${String(year)} 年没有年报。`, `${name} has no report for ${String(year)}.`),
    ]
  }
  const value = firmText(own.figure, unit, leastN)
  const shared = ranked.filter(({ rank }) => rank === own.rank).length > 1
  const place =
    ranked.length === 1
      ? both('同类机关没有可以排名的', 'no peer can be ranked')
      : both(
          `在可以排名的 ${String(ranked.length)} 个机关（含本机关）中由高到低${shared ? '并列' : '居'}第 ${String(own.rank)} 位`,
          `${shared ? 'tied at ' : ''}rank ${String(own.rank)} from the highest of ${String(ranked.length)} (itself included)`,
        )
  return [
    both(
      `${name} ${inYear(year, label).zh} ${value.zh}，${place.zh}。`,
      `${name}, ${String(year)}: ${lowered(label.en)} ${value.en}, ${place.en}.`,
    ),
    ...distanceReadings(own.value, spread, ranking),
  ]
}

function distanceReadings(value: number, { peers, median, quartiles }: Spread, { unit }: Ranking): Label[] {
  if (median === null) return []
  const said = (of: number): Label => amountLabel(of, unit)
  const [more, less] = unit === 'ratio' ? ['高', '低'] : ['多', '少']
  const by = unit === 'ratio' ? shownPercent(value) - shownPercent(median) : value - median
  const far =
    unit === 'ratio'
      ? both(`${numberText(Math.abs(by), 'zh', 1)} 个百分点`, `${numberText(Math.abs(by), 'en', 1)} percentage points`)
      : median >= ENOUGH.base && shownPercent(Math.abs(by) / median) > 0
        ? both(percentText(Math.abs(by) / median), percentText(Math.abs(by) / median))
        : both(amountLabel(Math.abs(by), unit).zh, numberText(Math.abs(by), 'en', 0, 2))
  const isSame = unit === 'ratio' ? Math.abs(by) < 0.05 : by === 0
  const place =
    quartiles === null
      ? null
      : value > quartiles[1]
        ? both('，在上四分位之上', ', above the upper quartile')
        : value < quartiles[0]
          ? both('，在下四分位之下', ', below the lower quartile')
          : both('，在上、下四分位之间', ', between the quartiles')
  const few =
    quartiles === null
      ? both(`（可以排名的同类机关只有 ${String(peers)} 个）`, ` (only ${counted(peers, 'peer')} can be ranked)`)
      : both('', '')
  return [
    isSame
      ? both(
          `与同类中位数（${said(median).zh}）相同${few.zh}。`,
          `The same as the peer median, ${said(median).en}${few.en}.`,
        )
      : both(
          `比同类中位数（${said(median).zh}）${by > 0 ? more : less} ${far.zh}${place?.zh ?? ''}${few.zh}。`,
          `${far.en} ${by > 0 ? 'above' : 'below'} the peer median of ${said(median).en}${place?.en ?? ''}${few.en}.`,
        ),
  ]
}

function unrankedReadings({ small, without, leastN }: Ranking, { agency }: RankedAmong): Label[] {
  const [few, none] = [small, without].map((list) => list.filter(({ id }) => id !== agency).length)
  if ((few ?? 0) + (none ?? 0) === 0) return []
  const zh = [
    ...((few ?? 0) > 0 ? [`n 不足 ${String(leastN)} 的 ${String(few)} 个`] : []),
    ...((none ?? 0) > 0 ? [`没有数的 ${String(none)} 个`] : []),
  ]
  const en = [
    ...((few ?? 0) > 0 ? [`${String(few)} with n below ${String(leastN)}`] : []),
    ...((none ?? 0) > 0 ? [`${String(none)} without a figure`] : []),
  ]
  return [both(`未参与排名的同类机关：${zh.join('，')}。`, `Peers not ranked: ${en.join(', ')}.`)]
}
