import type { FieldId } from '../form/fields'
import type { FormVersion, TableId } from '../form/version'
import type { Agency } from '../register/agency'
import type { CountingCell } from '../report/countingCell'

/** A report as sums take it: filed under the agency of the register, corrections in. */
export interface FiledReport {
  readonly file: string
  readonly part?: number
  readonly year: number | null
  /** The agency's entry in the register; a report without one belongs to nobody and counts in no sum. */
  readonly body: Agency | null
  readonly forms: Readonly<Partial<Record<TableId, FormVersion>>>
  /** Every field that the forms have. */
  readonly cells: ReadonlyMap<FieldId, CountingCell>
  /** Cells that stand in an open error finding: sums that rest on them are marked. Absent where nobody asks. */
  readonly inError?: ReadonlySet<FieldId>
}

/** A report whose agency the register has. */
export type OwnedReport = FiledReport & { readonly body: Agency }
