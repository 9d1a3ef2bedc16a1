import type { FieldId } from '../form/fields'
import type { FormVersion, TableId } from '../form/version'
import type { CellState } from '../report/report'

/** What the cube needs of a stored report: a part of the store's row, which fits as it is. */
export interface CubeReport {
  readonly agency: string
  readonly year: number
  readonly imported: string
  readonly published?: string
  /** Version in the order of import, 1 where absent, and the cells in which it differs from the one before it. */
  readonly version?: number
  readonly differing?: number
  readonly forms: Readonly<Partial<Record<TableId, FormVersion>>>
  readonly cells: Readonly<Partial<Record<FieldId, { readonly value: number | null; readonly state: CellState }>>>
  /** Values that the identities force on blank cells. */
  readonly forced: Readonly<Partial<Record<FieldId, number>>>
  /** Cells corrected by a person; `null` marks a cell as blank. */
  readonly corrected: Readonly<Partial<Record<FieldId, number | null>>>
  /** Cells that stand in an open error finding. */
  readonly inError: readonly FieldId[]
  readonly counts: { readonly errors: number }
}
