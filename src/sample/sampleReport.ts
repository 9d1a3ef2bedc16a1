import type { Forms, ReportValues } from './yearlyNumbers'

/** One fictional agency's report of one year: what the documents made from it say. */
export interface SampleReport {
  /** Full name, as it signs. */
  readonly agency: string
  /** City, county or district it belongs to. */
  readonly region: string
  readonly year: number
  /** `YYYY-MM-DD`. */
  readonly published: string
  readonly forms: Forms
  /** The cells of those form versions; `null` is printed as an empty cell. */
  readonly values: ReportValues
  /** A line after the last section. */
  readonly remark?: string
}
