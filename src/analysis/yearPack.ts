import type { Catalogue } from '../cube/query'
import type { Label } from '../form/version'
import { agenciesBelow } from './belonging'
import { figureKindOf } from './catalogue'
import type { FilterValues } from './filter'
import type { FigureForm } from './kept'
import { FILTER_PARAMS, readParams } from './params'
import { questionOf } from './question'
import type { FigureQuestion } from './question'
import type { QuestionId } from './questionNames'
import { initialsOf } from './questions'
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
const SECTIONS: readonly {
  readonly name: Label
  /** The page that asks the same: its figures begin with the same switches here. */
  readonly page?: QuestionId
  readonly figures: readonly PackFigure[]
}[] = [
  {
    name: { zh: '总体', en: 'Overview' },
    page: 'volumes',
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
    page: 'outcomes',
    figures: [
      { kind: 'outcomes' },
      { kind: 'outcomeTrend' },
      { kind: 'reasons', switches: { reasons: 'refused' } },
      { kind: 'reasons', switches: { reasons: 'unavailable' } },
      { kind: 'applicants' },
      { kind: 'sankey' },
    ],
  },
  {
    name: { zh: '争议', en: 'Disputes' },
    page: 'disputes',
    figures: [{ kind: 'disputes' }, { kind: 'disputePath' }],
  },
  {
    name: { zh: '各机关', en: 'Agencies' },
    page: 'outliers',
    figures: [
      { kind: 'ranking', switches: { figure: 'requests.accepted.total' } },
      { kind: 'ranking', switches: { figure: 'rate.opened' } },
      { kind: 'histogram', switches: { figure: 'rate.opened' } },
      { kind: 'slope', switches: { figure: 'rate.opened' } },
    ],
  },
  { name: { zh: '勾稽', en: 'Checks' }, figures: [{ kind: 'problems' }] },
  {
    name: { zh: '附：各表合计', en: 'Appendix: totals by table' },
    figures: [{ kind: 'formTotals', form: 'table' }],
  },
]

/** The deck of a year for the reports of a filter: its sections with their questions. Figures by year reach from the first year of the filter to the one told. */
export function yearPack(filters: FilterValues, year: number): PackSection[] {
  const usual = readParams(SWITCHES, {})
  return SECTIONS.map(({ name, page, figures }) => ({
    name,
    figures: figures.flatMap(({ kind, form = 'chart', switches = {} }) => {
      const known = figureKindOf(kind)
      if (!known) return []
      return [
        {
          question: questionOf(known, filters, { ...usual, ...(page && initialsOf(page)), at: year, ...switches }),
          form,
        },
      ]
    }),
  }))
}

/**
 * What the deck of a government and a year is about: the agencies below it, each alone, or its own sum where it has none below it; of `null` all agencies.
 * Years after the one told are left out: what is said of a year must not change with the years that follow.
 */
export function packFilters(
  catalogue: Pick<Catalogue, 'agencies' | 'years'>,
  government: string | null,
  year: number,
): FilterValues {
  const filters = { ...readParams(FILTER_PARAMS, {}), years: catalogue.years.filter((one) => one <= year) }
  if (government === null) return filters
  const below = agenciesBelow(catalogue, government)
  return below.length > 0
    ? { ...filters, agencies: below, scope: 'own' }
    : { ...filters, agencies: [government], scope: 'summed' }
}
