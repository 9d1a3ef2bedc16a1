import type { Catalogue } from '../cube/query'
import type { Label } from '../form/version'
import { figureKindOf, questionOf } from './catalogue'
import type { FilterValues } from './filter'
import type { FigureForm } from './kept'
import { readParams } from './params'
import type { FigureQuestion } from './question'
import { SWITCHES } from './switches'
import type { SwitchValues } from './switches'

export interface PackSection {
  readonly name: Label
  readonly figures: readonly { readonly question: FigureQuestion; readonly form: FigureForm }[]
}

interface PackFigure {
  readonly kind: string
  readonly form?: FigureForm
  readonly switches?: Partial<SwitchValues>
}

/** What a meeting on a year always needs, in the order in which it is talked about. */
const SECTIONS: readonly { readonly name: Label; readonly figures: readonly PackFigure[] }[] = [
  {
    name: { zh: '总体', en: 'In all' },
    figures: [
      { kind: 'headlines', form: 'number' },
      { kind: 'coverage' },
      { kind: 'volumes' },
      { kind: 'waterfall', switches: { figure: 'requests.received.total' } },
      { kind: 'flows' },
    ],
  },
  {
    name: { zh: '办理结果', en: 'Outcomes' },
    figures: [
      { kind: 'outcomes' },
      { kind: 'outcomeTrend' },
      { kind: 'reasons', switches: { reasons: 'refused' } },
      { kind: 'reasons', switches: { reasons: 'unavailable' } },
      { kind: 'applicants' },
      { kind: 'sankey' },
    ],
  },
  { name: { zh: '争议', en: 'Disputes' }, figures: [{ kind: 'disputes' }, { kind: 'disputePath' }] },
  {
    name: { zh: '各机关', en: 'Agencies' },
    figures: [
      { kind: 'ranking', switches: { figure: 'requests.accepted.total' } },
      { kind: 'ranking', switches: { figure: 'rate.opened' } },
      { kind: 'histogram', switches: { figure: 'rate.opened' } },
      { kind: 'slope', switches: { figure: 'rate.opened' } },
    ],
  },
  { name: { zh: '勾稽', en: 'Checks' }, figures: [{ kind: 'problems' }] },
  {
    name: { zh: '附：各表合计', en: 'Appendix: totals of the tables' },
    figures: [{ kind: 'formTotals', form: 'table' }],
  },
]

/** The deck of a year for the agencies of a filter: its sections with their questions. Years before the one told stay in, as far as the filter lets them. */
export function yearPack(filters: FilterValues, year: number): PackSection[] {
  const usual = readParams(SWITCHES, {})
  const within = { ...filters, years: filters.years.filter((one) => one <= year) }
  return SECTIONS.map(({ name, figures }) => ({
    name,
    figures: figures.flatMap(({ kind, form = 'chart', switches = {} }) => {
      const known = figureKindOf(kind)
      if (!known) return []
      return [{ question: questionOf(known, within, { ...usual, at: year, ...switches }), form }]
    }),
  }))
}

/** Ids of the agencies below a government, each alone, itself not among them. */
export function agenciesBelow({ agencies }: Pick<Catalogue, 'agencies'>, government: string): string[] {
  const below = new Set([government])
  for (let grown = -1; grown !== below.size;) {
    grown = below.size
    for (const { id, parent } of agencies) if (parent !== null && below.has(parent)) below.add(id)
  }
  below.delete(government)
  return agencies.filter(({ id, scope }) => below.has(id) && scope === 'own').map(({ id }) => id)
}
