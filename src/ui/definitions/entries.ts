import { definitions } from '@/exports/datasetDefinitions'
import { fieldOf, isFieldId } from '@/form/fields'
import { figureOf } from '@/form/indicators'
import { TABLE_LABELS } from '@/form/version'
import type { Language } from '@/report/wording'

export const DEFINITION_GROUPS = ['indicators', 'sums', 'proactive', 'requests', 'disputes'] as const
export type DefinitionGroup = (typeof DEFINITION_GROUPS)[number]

/** What the page of definitions says of one figure, in one language. */
export interface DefinitionEntry {
  readonly id: string
  readonly group: DefinitionGroup
  readonly name: string
  /** The place in the form for a single cell, else what it is made of. */
  readonly formula: string
  readonly unit: string
  readonly series: string
  /** The series does not go on over 2020|2021. */
  readonly broken: boolean
  readonly source: string
  /** Everything that finds it, in both languages. */
  readonly found: readonly string[]
}

/** The element that a link to a definition leads to. */
export const rowId = (id: string): string => `definition-${id}`

/** Every indicator, sum and cell of the form, as the exported definitions have them. */
export function definitionEntries(language: Language): DefinitionEntry[] {
  const other = new Map(definitions(language === 'zh' ? 'en' : 'zh').map(({ id, name }) => [id, name]))
  return definitions(language).flatMap(({ id, name, unit, formula, source, series }) => {
    const figure = figureOf(id)
    if (!figure) return []
    const measures = figure.kind === 'measure' ? [figure.measure] : [figure.numerator, figure.denominator]
    const made = placeInForm(id, language) ?? formula
    return [
      {
        id,
        group: groupOf(id),
        name,
        formula: made,
        unit,
        series,
        broken: measures.some((measure) => measure.series !== 'continuous'),
        source,
        found: [name, other.get(id) ?? '', id, made],
      },
    ]
  })
}

function groupOf(id: string): DefinitionGroup {
  if (isFieldId(id)) return fieldOf(id).table
  return figureOf(id)?.kind === 'indicator' ? 'indicators' : 'sums'
}

function placeInForm(id: string, language: Language): string | null {
  if (!isFieldId(id)) return null
  const { table, row, column } = fieldOf(id)
  return `${TABLE_LABELS[table][language]} · ${row} · ${column}`
}
