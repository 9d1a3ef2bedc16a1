import type { DecisionRow, FindingDecisionRow } from '../decisionRows'
import { findingDecisionId } from '../findingDecisionId'
import { isOfFinding } from '../judge'
import type { OwnSide } from './mergeCorrections'
import type { MergeNotes } from './outcome'

/** The words on findings of a file that come in, under the agency here; where one has said something of the same finding and numbers, that stays. */
export function mergeFindingWords(said: readonly DecisionRow[], own: OwnSide, notes: MergeNotes): FindingDecisionRow[] {
  const { agency, year, filed, versions } = own
  const place = { agency: agency.id, year }
  const mine = new Map(filed.decisions.filter(isOfFinding).map((row) => [row.id, row]))
  const coming = new Map<string, FindingDecisionRow>()
  for (const row of said.filter(isOfFinding)) {
    const moved = { ...row, ...place, id: findingDecisionId(place, row) }
    const there = mine.get(moved.id)
    if (there) {
      notes.count('words', there.says === moved.says ? 'same' : 'left')
      if (there.says !== moved.says) notes.tell({ what: 'finding-conflict', agency: agency.name, year, name: row.rule })
    } else if (versions.length > 0 && !coming.has(moved.id)) {
      notes.count('words', 'new')
      coming.set(moved.id, moved)
    }
  }
  return [...coming.values()]
}
