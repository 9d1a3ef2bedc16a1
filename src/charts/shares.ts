import type { Group, QueryResult } from '../cube/query'
import { basisOf, yearLabel, yearOf } from './basis'
import type { Chart } from './chart'
import { ENOUGH } from './enough'
import { markedLabel } from './native'
import type { NativeChart } from './native'
import { CONTINUOUS_NOTE, notesOfRows, spansForms } from './notes'
import { drawnFigure } from './shareSets'
import type { ShareMode, ShareSet } from './shareSets'
import { drawShares, sharesHeight, sharesPlaces } from './sharesDrawing'
import { commonN, countCell, endColumn, figureCell, startColumn, textCell, withoutN } from './table'
import type { ChartTable } from './table'
import { labelOfFigure } from './ranked'
import { shareReadings } from './readings'
import type { Told } from './told'
import { both, titleOf, WORDS } from './words'

/** Parts of a whole by year, as bars of shares or of counts. Takes a result grouped by year; `told` where a year is asked for. */
export function sharesChart(
  result: QueryResult,
  set: ShareSet,
  mode: ShareMode,
  told: Told | null = null,
  leastN: number = ENOUGH.rate,
): Chart {
  const { groups } = result
  const years = groups.map(yearOf)
  const rows = groups.map((group) => [
    ...set.members.map((member) => drawnFigure(group, member, mode)),
    group.figures[set.total],
  ])
  return {
    id: set.id,
    title: titleOf(set.subject, years),
    unit: mode === 'percent' ? set.ofTotal : WORDS.cases,
    basis: basisOf(result),
    figures: [mode === 'percent' ? (set.members[0]?.rate ?? set.total) : set.total],
    notes: [
      ...(spansForms(years) ? [CONTINUOUS_NOTE] : []),
      ...notesOfRows(rows, 'year'),
      ...disagreement(groups, set),
    ],
    source: set.source,
    readings: shareReadings(groups, set, mode, told, leastN),
    table: tableOf([...groups].reverse(), set, mode),
    ...(told && { told: told.year }),
    heightAt: (width) => sharesHeight(groups.length, width),
    option: (context) => drawShares([...groups].reverse(), set, mode, context, told?.year),
    places: (context) => sharesPlaces([...groups].reverse(), set, mode, context),
    native: [nativeOf([...groups].reverse(), set, mode)],
  }
}

function nativeOf(groups: readonly Group[], set: ShareSet, mode: ShareMode): NativeChart {
  return {
    kind: 'bar',
    stacked: true,
    unit: mode === 'percent' ? 'ratio' : 'count',
    categories: groups.map((group) =>
      markedLabel(yearLabel(group), [
        ...set.members.map((member) => drawnFigure(group, member, mode)),
        group.figures[set.total],
      ]),
    ),
    series: set.members.map((member) => ({
      name: member.label,
      colour: member.fill,
      values: groups.map((group) => drawnFigure(group, member, mode)?.value ?? null),
    })),
  }
}

/** Years by parts. The shares of a year mostly rest on one n, which then has one column rather than six. */
function tableOf(groups: readonly Group[], set: ShareSet, mode: ShareMode): ChartTable {
  const rows = groups.map((group) => {
    const parts = set.members.map((member) =>
      figureCell(drawnFigure(group, member, mode), mode === 'percent' ? 'ratio' : 'count'),
    )
    return { group, parts, n: commonN(parts) }
  })
  const oneN =
    mode === 'percent' && rows.every(({ parts, n }) => n !== null || parts.every((part) => part.n === undefined))
  return {
    columns: [
      startColumn(WORDS.year),
      ...set.members.map(({ label }) => endColumn(label)),
      ...(oneN ? [endColumn(both('n', 'n'))] : []),
      endColumn(labelOfFigure(set.total)),
      endColumn(WORDS.reports),
      endColumn(WORDS.missing),
    ],
    rows: rows.map(({ group, parts, n }) => [
      textCell(String(yearOf(group))),
      ...(oneN ? parts.map(withoutN) : parts),
      ...(oneN ? [n === null ? textCell('—') : countCell(n)] : []),
      figureCell(group.figures[set.total], 'count'),
      countCell(group.reports),
      countCell(group.missing),
    ]),
  }
}

/** Printed totals feed totals and printed parts feed parts; where they disagree both stand, and it is said. */
function disagreement(groups: readonly Group[], { members, total }: ShareSet): Chart['notes'] {
  const years = groups.flatMap((group) => {
    const printed = group.figures[total]
    const parts = members.map(({ measure }) => group.figures[measure])
    const sameReports = parts.every((part) => part?.reports === printed?.reports)
    const sum = parts.reduce((all, part) => all + (part?.value ?? 0), 0)
    return printed?.value == null || !sameReports || sum === printed.value
      ? []
      : [{ year: String(yearOf(group)), sum: String(sum), printed: String(printed.value) }]
  })
  return years.map(({ year, sum, printed }) => ({
    tone: 'plain' as const,
    text: both(
      `${year} 年各部分相加为 ${sum}，报表所印总计为 ${printed}，两数并存。`,
      `${year}: the parts add up to ${sum}, the printed totals to ${printed}; both are shown.`,
    ),
  }))
}
