import { coDefendantFamily } from './coDefendantFamily'
import type { FamilyMaker } from './family'
import { deadlineFamily, withinFamily, yearsFamily } from './reportFamilies'
import { sameCellsFamily } from './sameCellsFamily'
import { wordingFamily } from './wordingFamily'

/** Every kind of check, in the order in which a report's findings come. What sums members against their government (E7) is one line here. */
export const FAMILIES: readonly FamilyMaker[] = [
  () => withinFamily,
  () => yearsFamily,
  sameCellsFamily,
  wordingFamily,
  () => deadlineFamily,
  () => coDefendantFamily,
]
