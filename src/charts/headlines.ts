import type { Figure, QueryResult } from '../cube/query'
import type { Label } from '../form/version'
import { basisOfYear, groupOfYear, yearOf } from './basis'
import { changeInError, comparedText, differenceCell, relativeCell } from './changes'
import type { Chart } from './chart'
import { ENOUGH } from './enough'
import { drawHeadlines, headlinesHeight } from './headlinesDrawing'
import { changeWords, headlineReading } from './headlineWords'
import { notesOfRows, rowInError } from './notes'
import type { FigureUnit } from './numbers'
import { labelOfFigure, unitOfFigure } from './ranked'
import { endColumn, figureCell, startColumn, statesOfAll, textCell, UNIT_LABELS } from './table'
import type { TableNumber } from './table'
import { both, titleOf, WORDS } from './words'

/** The six figures that an overview begins with. */
export const HEADLINE_FIGURES = [
  'requests.received.total',
  'requests.settled.total',
  'rate.settled',
  'rate.opened',
  'disputes.total',
  'rate.disputesCorrected',
] as const

/** One large number with its way over the years and its change on the year before. */
export interface Headline {
  readonly id: string
  readonly label: Label
  readonly unit: FigureUnit
  readonly figure: Figure | undefined
  /** The same of the year before, where the result has it. */
  readonly before: Figure | undefined
  readonly value: number | null
  /** The denominator of a rate. */
  readonly n: number | undefined
  /** By year of the result, ascending. */
  readonly series: readonly (number | null)[]
  /** Which of the series is the year told. */
  readonly told: number
  readonly change: Label
  /** What was compared: the two values and how many agencies. */
  readonly compared: Label
  readonly inError: boolean
  readonly changeInError: boolean
}

/** The headline figures of one year. Takes a result grouped by year, with change; `prior` has the year before where the filter leaves it out. Rates on fewer than `leastN` in either year are not compared. */
export function headlines(
  result: QueryResult,
  year: number,
  prior: QueryResult | null = null,
  leastN: number = ENOUGH.rate,
): Headline[] {
  const group = groupOfYear(result, year)
  const earlier = groupOfYear(result, year - 1) ?? (prior ? groupOfYear(prior, year - 1) : undefined)
  return HEADLINE_FIGURES.map((id) => {
    const figure = group?.figures[id]
    const before = earlier?.figures[id]
    const unit = unitOfFigure(id)
    return {
      id,
      label: labelOfFigure(id),
      unit,
      figure,
      before,
      value: figure?.value ?? null,
      n: unit === 'ratio' ? figure?.denominator : undefined,
      series: result.groups.map(({ figures }) => figures[id]?.value ?? null),
      told: result.groups.findIndex((one) => yearOf(one) === year),
      change: changeWords(figure, unit, leastN),
      compared: comparedText(figure?.change, unit, year),
      inError: rowInError([figure]),
      changeInError: changeInError(figure, before),
    }
  })
}

/** The headline figures as a chart of their own, for their table and their files. */
export function headlinesChart(
  result: QueryResult,
  year: number,
  how: 'comparable' | 'all',
  prior: QueryResult | null = null,
  leastN: number = ENOUGH.rate,
): Chart {
  const figures = headlines(result, year, prior, leastN)
  const years = result.groups.map(({ key }) => String(key.year))
  const number = (unit: FigureUnit, value: number | null | undefined): TableNumber => ({
    kind: 'number',
    unit,
    ...(value == null ? { value: null, gap: 'notComparable' } : { value }),
  })
  // The engine does not tell the states of the agencies compared; those of all hold them.
  const compared = ({ unit, figure }: Headline, side: 'from' | 'to', of: Figure | undefined): TableNumber => {
    const change = figure?.change
    const cell = number(unit, change?.[side])
    const n = side === 'from' ? change?.fromN : change?.toN
    return cell.value === null ? cell : { ...cell, ...(n !== undefined && { n }), ...statesOfAll([of]) }
  }
  return {
    id: 'headlines',
    title: titleOf(both('主要数字', 'Headline figures'), [year]),
    unit:
      how === 'comparable'
        ? both('较上年按两年都有数的机关（可比口径）', 'change over agencies with figures for both years')
        : both('较上年按全部年报', 'change over all reports'),
    basis: basisOfYear(result, year),
    figures: [...HEADLINE_FIGURES],
    notes: notesOfRows(
      figures.map(({ figure }) => [figure]),
      'figure',
      figures.filter((one) => one.changeInError).length,
    ),
    source: WORDS.manyTables,
    readings: figures.map((one) => headlineReading(one, year, leastN)),
    table: {
      columns: [
        startColumn(both('指标', 'Figure')),
        startColumn(WORDS.unit),
        ...years.map((one) => endColumn(both(`${one} 年`, one))),
        endColumn(both('可比上年', 'Previous year, compared')),
        endColumn(both('可比本年', 'This year, compared')),
        endColumn(WORDS.difference),
        endColumn(WORDS.relativeChange),
        endColumn(both('所比机关', 'Agencies compared')),
        endColumn(both('未计机关', 'Agencies not compared')),
        endColumn(both('与前身相比的机关', 'Agencies compared with predecessors')),
      ],
      rows: figures.map((headline) => [
        textCell(headline.label.zh, headline.label.en),
        { kind: 'text' as const, text: UNIT_LABELS[headline.unit] },
        ...result.groups.map(({ figures: by }) => figureCell(by[headline.id], headline.unit)),
        compared(headline, 'from', headline.before),
        compared(headline, 'to', headline.figure),
        differenceCell(headline.figure, headline.before, headline.unit),
        relativeCell(headline.figure, headline.before),
        number('count', headline.figure?.change?.agencies),
        number('count', headline.figure?.change?.leftOut),
        number('count', headline.figure?.change?.predecessors),
      ]),
    },
    heightAt: headlinesHeight,
    option: (context) => drawHeadlines(figures, context),
  }
}
