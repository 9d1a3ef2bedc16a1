import { TABLE_LABELS } from '@/form/version'
import type { Label, TableId } from '@/form/version'
import type { Language } from '@/report/wording'
import { DEFINITION_GROUPS, definitionEntries } from '../definitions/entries'
import type { DefinitionGroup } from '../definitions/entries'
import { nameMatches } from '../nameMatch'

export interface FigureChoice {
  readonly id: string
  readonly name: string
  readonly found: readonly string[]
}
export interface FigureChoiceGroup {
  readonly group: DefinitionGroup
  readonly choices: readonly FigureChoice[]
}

/** Everything that can be compared, by group: indicators first, then sums, then the cells of the form. */
export function figureChoices(language: Language): FigureChoiceGroup[] {
  const entries = definitionEntries(language)
  return DEFINITION_GROUPS.map((group) => ({ group, choices: entries.filter((entry) => entry.group === group) }))
}

/** The choices that a typed text finds, groups without any left out. */
export function findChoices(groups: readonly FigureChoiceGroup[], typed: string): FigureChoiceGroup[] {
  if (typed.trim() === '') return [...groups]
  return groups
    .map(({ group, choices }) => ({ group, choices: choices.filter(({ found }) => nameMatches(typed, ...found)) }))
    .filter(({ choices }) => choices.length > 0)
}

export const groupLabel = (group: DefinitionGroup): Label | null =>
  group === 'indicators' || group === 'sums' ? null : TABLE_LABELS[group satisfies TableId]
