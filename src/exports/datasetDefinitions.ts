import { FIELDS } from '../form/fields'
import { INDICATORS } from '../form/indicators'
import type { Indicator } from '../form/indicators'
import { MEASURES, measureOf } from '../form/measures'
import type { Measure, Terms } from '../form/measures'
import type { FormVersion, Label } from '../form/version'
import type { Language } from '../report/wording'
import { FORM_LABELS, UNIT_LABELS } from './datasetWords'

/** One line of the definitions: what a figure is, how it is made, where it comes from, and where its series breaks. */
export interface Definition {
  readonly id: string
  readonly sort: string
  readonly name: string
  readonly unit: string
  readonly forms: string
  readonly formula: string
  readonly source: string
  readonly series: string
}

const SORTS = {
  field: { zh: '字段', en: 'field' },
  sum: { zh: '合计', en: 'sum' },
  indicator: { zh: '指标', en: 'indicator' },
} as const

const SERIES: Readonly<Record<'continuous' | FormVersion, Label>> = {
  continuous: { zh: '2020 与 2021 年前后连续', en: 'continuous across 2020 and 2021' },
  '2019': {
    zh: '只有 2019、2020 年度，与以后不可比',
    en: 'report years 2019–2020 only; not comparable with later ones',
  },
  '2021': { zh: '2021 年度起，与以前不可比', en: 'from report year 2021; not comparable with earlier ones' },
}

const PERCENT: Label = { zh: '比率（合计之比）', en: 'ratio of sums' }
const OWN_RULES: Label = { zh: '本软件的口径', en: 'as this program defines it' }
const PRINTED: Label = { zh: '照表所印', en: 'as printed' }
const EITHER: Label = { zh: '（2019 版）', en: ' (2019 form)' }

/** Every field, sum and indicator, in the order of the form. */
export function definitions(language: Language): Definition[] {
  return [
    ...MEASURES.map((measure) => measureDefinition(measure, language)),
    ...INDICATORS.map((indicator) => indicatorDefinition(indicator, language)),
  ]
}

const FIELD_IDS: ReadonlySet<string> = new Set(FIELDS.map((field) => field.id))

function measureDefinition(measure: Measure, language: Language): Definition {
  const isField = FIELD_IDS.has(measure.id)
  const versions = Object.keys(measure.terms)
  return {
    id: measure.id,
    sort: SORTS[isField ? 'field' : 'sum'][language],
    name: measure.label[language],
    unit: UNIT_LABELS[measure.unit][language],
    forms: FORM_LABELS[versions.length > 1 ? 'both' : versions[0] === '2019' ? '2019' : '2021'][language],
    formula: isField ? PRINTED[language] : sumFormula(measure, language),
    source: measure.source,
    series: SERIES[measure.series][language],
  }
}

function sumFormula(measure: Measure, language: Language): string {
  const now = measure.terms['2021'] ? termsText(measure.terms['2021'], language) : ''
  const before = measure.terms['2019'] ? termsText(measure.terms['2019'], language) : ''
  if (now === before || before === '') return now
  return now === '' ? before : `${now}; ${before}${EITHER[language]}`
}

function termsText({ plus, minus = [] }: Terms, language: Language): string {
  const name = (id: string): string => measureOf(id)?.label[language] ?? id
  return plus.map(name).join(' + ') + minus.map((id) => ` − ${name(id)}`).join('')
}

function indicatorDefinition(indicator: Indicator, language: Language): Definition {
  const broken = [indicator.numerator, indicator.denominator].map((id) => measureOf(id)?.series ?? 'continuous')
  return {
    id: indicator.id,
    sort: SORTS.indicator[language],
    name: indicator.label[language],
    unit: PERCENT[language],
    forms: FORM_LABELS.both[language],
    formula: indicator.formula[language],
    source: OWN_RULES[language],
    series: SERIES[broken.find((series) => series !== 'continuous') ?? 'continuous'][language],
  }
}
