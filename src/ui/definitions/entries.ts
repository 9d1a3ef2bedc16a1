import { fieldOf, isFieldId } from '@/form/fields'
import { INDICATORS, figureOf } from '@/form/indicators'
import { MEASURES } from '@/form/measures'
import type { Measure, Terms } from '@/form/measures'
import { TABLE_LABELS } from '@/form/version'
import type { FormVersion, Label } from '@/form/version'

export const DEFINITION_GROUPS = ['indicators', 'sums', 'proactive', 'requests', 'disputes'] as const
export type DefinitionGroup = (typeof DEFINITION_GROUPS)[number]

/** What the page of definitions says of one figure. */
export interface Definition {
  readonly id: string
  readonly group: DefinitionGroup
  readonly label: Label
  /** One entry, or one for each form where they differ; the place in the form for a single cell. */
  readonly formulas: readonly { readonly version?: FormVersion; readonly text: Label }[]
  readonly unit: Measure['unit'] | 'percent'
  readonly series: Measure['series']
  readonly source: string
}

function termsInWords({ plus, minus = [] }: Terms): Label {
  const inLanguage = (language: keyof Label): string => {
    const names = (fields: Terms['plus']): string[] => fields.map((field) => fieldOf(field).label[language])
    return [names(plus).join(' + '), ...names(minus)].join(' − ')
  }
  return { zh: inLanguage('zh'), en: inLanguage('en') }
}

function placeInWords(measure: Measure): Label {
  const table = TABLE_LABELS[measure.table]
  if (!isFieldId(measure.id)) return table
  const { row, column, label } = fieldOf(measure.id)
  return { zh: `${table.zh} · ${row} · ${column}`, en: `${table.en} · ${label.en}` }
}

function measureFormulas(measure: Measure): Definition['formulas'] {
  if (isFieldId(measure.id)) return [{ text: placeInWords(measure) }]
  const old = measure.terms['2019']
  const present = measure.terms['2021']
  if (old && present && old.plus.join() !== present.plus.join())
    return [
      { version: '2021', text: termsInWords(present) },
      { version: '2019', text: termsInWords(old) },
    ]
  const terms = present ?? old
  return terms ? [{ text: termsInWords(terms) }] : []
}

const measureDefinitions = MEASURES.map((measure): Definition => ({
  id: measure.id,
  group: isFieldId(measure.id) ? measure.table : 'sums',
  label: measure.label,
  formulas: measureFormulas(measure),
  unit: measure.unit,
  series: measure.series,
  source: measure.source,
}))

const indicatorDefinitions = INDICATORS.map((indicator): Definition => {
  const figure = figureOf(indicator.id)
  if (figure?.kind !== 'indicator') throw new Error(`not an indicator: ${indicator.id}`)
  const { numerator, denominator } = figure
  return {
    id: indicator.id,
    group: 'indicators',
    label: indicator.label,
    formulas: [{ text: indicator.formula }],
    unit: 'percent',
    series: numerator.series === 'continuous' ? denominator.series : numerator.series,
    source: numerator.source === denominator.source ? numerator.source : `${numerator.source}；${denominator.source}`,
  }
})

/** Every indicator, sum and cell of the form, in this order. */
export const DEFINITIONS: readonly Definition[] = [...indicatorDefinitions, ...measureDefinitions]
