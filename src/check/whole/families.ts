import { coDefendantFamily } from './coDefendantFamily'
import type { FamilyMaker } from './family'
import { deadlineFamily, withinFamily, yearsFamily } from './reportFamilies'
import { sameCellsFamily } from './sameCellsFamily'
import { totalFamily } from './totalFamily'
import { wordingFamily } from './wordingFamily'

/** Every kind of check, in the order in which a report's findings come. */
export const FAMILIES: readonly FamilyMaker[] = [
  () => withinFamily,
  () => yearsFamily,
  totalFamily,
  sameCellsFamily,
  wordingFamily,
  () => deadlineFamily,
  () => coDefendantFamily,
]
