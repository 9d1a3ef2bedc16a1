import type { QueryResult } from '../cube/query'
import { basisOfYear } from './basis'
import type { Chart, ChartBasis, ChartContext, ChartNote } from './chart'
import type { Label } from '../form/version'
import { counted } from './counted'
import { firmValue, markedLabel, smallLeftOut } from './native'
import type { NativeChart } from './native'
import { breakNotes } from './figureWords'
import { notesOfRows } from './notes'
import { valueLabel } from './numbers'
import { drawRanking, foldedLabel, RANKING_ABOVE, RANKING_ROW, rankingPlaces, rankingRoom } from './rankingDrawing'
import type { RankingRow } from './rankingDrawing'
import { isOnForm } from './ranked'
import type { Ranking } from './ranked'
import { sourceOfFigure } from './sources'
import { endColumn, figureCell, startColumn, textCell } from './table'
import { rankingReadings } from './rankingWords'
import { turnNotes } from './turns'
import { both, titleOf, WORDS } from './words'

/** Rows of a folded ranking, with the one that says how many are folded; somewhat more of the head than of the tail. */
const FOLDED = 10
/** Agencies named in a note before the rest is counted. */
const MOST_NAMED = 3
const HEAD_SHARE = 5 / 9

/** Agencies by one figure in one year: filled this year, hollow the one that it is set against. Long rankings show head and tail unless `whole`. */
export function rankingChart(ranking: Ranking, byYear: QueryResult, whole: boolean): Chart {
  const { ranked, year, against, label, unit, small, without, leastN, figure } = ranking
  const most = whole || !foldsRanking(ranked.length) ? ranked.length : FOLDED
  const rows = rowsOf(ranking, most)
  const drawnRows = (context: ChartContext) => rowsOf(ranking, Math.min(most, rankingRoom(context)))
  const basis: ChartBasis = { ...basisOfYear(byYear, year) }
  return {
    id: `ranking-${figure}`,
    title: titleOf(both(`各机关${label.zh}`, `${label.en}, by agency`), [year]),
    unit: unitWords(ranking),
    basis,
    figures: [figure],
    notes: [
      ...formNotes(ranking, byYear.years),
      ...againstNotes(ranking),
      ...leftOut(small.length, without.length, leastN),
      ...ofPredecessors(ranking),
      ...turnNotes(ranking.turned, []),
      ...notesOfRows(
        rows.flatMap((row) => (row.kind === 'agency' ? [[row.agency.figure, row.agency.before]] : [])),
        'agency',
      ),
    ],
    source: sourceOfFigure(figure),
    readings: rankingReadings(ranking),
    folds: foldsRanking(ranked.length),
    table: {
      columns: [
        endColumn(WORDS.rank),
        startColumn(WORDS.agency),
        endColumn(yearWords(year)),
        ...(against === null ? [] : [endColumn(yearWords(against))]),
      ],
      rows: [
        ...ranked.map((agency) => [
          textCell(String(agency.rank)),
          textCell(agency.name),
          figureCell(agency.figure, unit),
          ...(against === null ? [] : [figureCell(agency.before, unit)]),
        ]),
        ...[...small, ...without].map((agency) => [
          textCell(agency.figure?.value == null ? '—' : `n < ${String(leastN)}`),
          textCell(agency.name),
          figureCell(agency.figure, unit),
          ...(against === null ? [] : [figureCell(agency.before, unit)]),
        ]),
      ],
    },
    heightAt: () => RANKING_ABOVE + Math.max(1, rows.length) * RANKING_ROW,
    option: (context) => drawRanking(drawnRows(context), ranking, context),
    places: (context) => rankingPlaces(drawnRows(context), ranking, context),
    native: [nativeOf(ranking)],
    nativeUnit: medianWords(ranking),
  }
}

/** As many agencies as a slide has room for. */
const ON_SLIDE = 22

function nativeOf(ranking: Ranking): NativeChart {
  const rows = rowsOf(ranking, ON_SLIDE)
  const { unit } = ranking
  return {
    kind: 'bar',
    stacked: false,
    unit,
    categories: rows.map((row) => {
      if (row.kind !== 'agency') return foldedLabel(row.count)
      const { name, figure, before } = row.agency
      return markedLabel(both(name, name), [figure, before])
    }),
    ...nativeSeries(ranking, rows),
  }
}

/** The year told and the one that it is set against, as far as that stands on enough cases. */
export function nativeSeries(
  { year, against, unit, leastN }: Ranking,
  rows: readonly RankingRow[],
): Pick<NativeChart, 'series' | 'note'> {
  const told = {
    name: yearWords(year),
    colour: 'fill' as const,
    values: rows.map((row) => (row.kind === 'agency' ? row.agency.value : null)),
  }
  if (against === null) return { series: [told] }
  const others = rows.map((row) => (row.kind === 'agency' ? row.agency.before : undefined))
  return {
    series: [
      told,
      { name: yearWords(against), colour: 'peer', values: others.map((before) => firmValue(before, unit, leastN)) },
    ],
    ...smallLeftOut(others, unit, leastN),
  }
}

/** How the years of a ranking are drawn. */
export const drawnYears = ({ year, against }: Ranking): Label =>
  against === null
    ? yearWords(year)
    : both(`${String(year)} 年实心，${String(against)} 年空心`, `filled ${String(year)}, hollow ${String(against)}`)

const yearWords = (year: number): Label => both(`${String(year)} 年`, String(year))

function medianWords({ unit, median }: Ranking): Label {
  const middle = valueLabel(median, unit)
  return median === null ? both('', '') : both(`中位数 ${middle.zh}`, `median ${middle.en}`)
}

function unitWords(ranking: Ranking): Chart['unit'] {
  const { unit, median } = ranking
  const middle = valueLabel(median, unit)
  const drawn = drawnYears(ranking)
  return both(
    `${drawn.zh}${median === null ? '' : `；竖线为中位数 ${middle.zh}`}`,
    `${drawn.en}${median === null ? '' : `; line: median ${middle.en}`}`,
  )
}

/** What setting two years against each other means where they lie on the two sides of the change of form; or that there is no other year. */
function againstNotes({ figure, year, against }: Ranking): ChartNote[] {
  if (against !== null) return breakNotes(figure, [year, against])
  return [
    {
      tone: 'plain',
      text: both(
        `所选范围没有 ${String(year)} 年以前的年报，不作对比。`,
        `The selection has no report of a year before ${String(year)}, so it is set against none.`,
      ),
    },
  ]
}

/** That the year is not the newest because later forms lack the figure. */
function formNotes({ figure, year }: Ranking, years: readonly number[]): ChartNote[] {
  if (isOnForm(figure, year + 1) || !years.some((later) => later > year)) return []
  return [
    {
      tone: 'plain',
      text: both(
        `${String(year)} 年以后的表式没有这一项，按 ${String(year)} 年排名。`,
        `The form after ${String(year)} does not have this item; ranked by ${String(year)}.`,
      ),
    },
  ]
}

/** Whose numbers of the other year are those of other bodies. */
function ofPredecessors({ ranked, small, year }: Ranking): ChartNote[] {
  const names = [...ranked, ...small].flatMap((agency) => (agency.ofPredecessors ? [agency.name] : []))
  if (names.length === 0) return []
  const told = names.slice(0, MOST_NAMED)
  const more = names.length - told.length
  return [
    {
      tone: 'plain',
      text: both(
        `${told.join('、')}${more > 0 ? `等 ${String(names.length)} 个机关` : ''} ${String(year - 1)} 年的数是其前身的。`,
        `The ${String(year - 1)} figures of ${told.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''} are those of their predecessors.`,
      ),
    },
  ]
}

function leftOut(small: number, without: number, leastN: number): ChartNote[] {
  const notes: ChartNote[] = []
  if (small > 0)
    notes.push({
      tone: 'plain',
      text: both(
        `n < ${String(leastN)} 的 ${String(small)} 个机关不参与排名。`,
        `${counted(small, 'agency')} with n < ${String(leastN)}: not ranked.`,
      ),
    })
  if (without > 0)
    notes.push({
      tone: 'plain',
      text: both(
        `${String(without)} 个机关有年报而没有此数（空白或 0/0）。`,
        `${counted(without, 'agency')} with a report but without this figure (blank or 0/0).`,
      ),
    })
  return notes
}

/** Whether a ranking of so many is folded unless it is asked for whole. */
export const foldsRanking = (agencies: number): boolean => agencies > FOLDED + 1

/** As many rows as there is room for, head and tail if those are not all. */
function rowsOf({ ranked }: Ranking, most: number): RankingRow[] {
  const rows = ranked.map((agency): RankingRow => ({ kind: 'agency', agency }))
  if (rows.length <= most) return rows
  const head = Math.ceil((most - 1) * HEAD_SHARE)
  const tail = Math.max(0, most - 1 - head)
  return [
    ...rows.slice(0, head),
    { kind: 'folded', count: rows.length - head - tail },
    ...rows.slice(rows.length - tail),
  ]
}
