import type { FieldId } from '../form/fields'
import type { Place } from './place'
import type { Cell, CellState } from './report'

/** How the number that counts came to be: as reading left it, or put right by a person. */
export type CountingState = CellState | 'corrected'

/** A person's corrections by field; `null` marks the cell as blank. */
export type Corrections = Readonly<Partial<Record<FieldId, number | null>>>

/** A cell with the number that counts. */
export interface CountingCell {
  /** `null` for blank and unread, and where a person marked the cell as blank; never 0 for them. */
  readonly value: number | null
  readonly state: CountingState
  readonly place: Place
}

/** The cell of a report as it counts: corrected by a person, else as read. What was read of no cell is unread. */
export function countingCell(
  { cells, corrected }: { readonly cells: Readonly<Partial<Record<FieldId, Cell>>>; readonly corrected: Corrections },
  field: FieldId,
): CountingCell {
  const { value, state, place } = cells[field] ?? { value: null, state: 'unread' as const, place: {} }
  const correction = corrected[field]
  return correction === undefined ? { value, state, place } : { value: correction, state: 'corrected', place }
}
