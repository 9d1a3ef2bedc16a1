import type { CheckInput } from '@/check/input'
import type { FieldId } from '@/form/fields'
import { fieldsOf } from '@/form/fields'
import { inputOf } from '../footingReport'

/** What a report of these tests says beside its tables. */
export interface Told {
  readonly section?: number
  readonly agency?: string | null
  readonly year?: number
  readonly values?: Readonly<Partial<Record<FieldId, number | null>>>
}

/** A bureau's tables of one year: 12 received and 2 carried in, 11 settled, 3 carried over; two reviews, one lawsuit. */
const VALUES: Readonly<Partial<Record<FieldId, number>>> = {
  'requests.received.natural': 10,
  'requests.received.business': 2,
  'requests.received.total': 12,
  'requests.carriedIn.natural': 2,
  'requests.carriedIn.total': 2,
  'requests.granted.natural': 4,
  'requests.granted.business': 1,
  'requests.granted.total': 5,
  'requests.partial.natural': 2,
  'requests.partial.total': 2,
  'requests.refused.internal.natural': 1,
  'requests.refused.internal.total': 1,
  'requests.unavailable.notHeld.natural': 1,
  'requests.unavailable.notHeld.total': 1,
  'requests.unavailable.needsCreation.business': 1,
  'requests.unavailable.needsCreation.total': 1,
  'requests.notProcessed.petition.natural': 1,
  'requests.notProcessed.petition.total': 1,
  'requests.settled.natural': 9,
  'requests.settled.business': 2,
  'requests.settled.total': 11,
  'requests.carriedOut.natural': 3,
  'requests.carriedOut.total': 3,
  'review.upheld': 1,
  'review.pending': 1,
  'review.total': 2,
  'litigation.direct.upheld': 1,
  'litigation.direct.total': 1,
  'proactive.normativeDocs.issued': 3,
  'proactive.normativeDocs.repealed': 1,
  'proactive.normativeDocs.inForce': 20,
  'proactive.licences.decisions': 240,
}

/** Where nobody applied and nothing was disputed or issued. */
export const NOTHING: Readonly<Partial<Record<FieldId, number | null>>> = Object.fromEntries(
  Object.keys(VALUES).map((field) => [field, 0]),
)

/** A report with these tables that says one text in one section. */
export function textReport(text: string, { section = 1, agency, year = 2023, values = {} }: Told = {}): CheckInput {
  const cells = new Map<FieldId, number | null>()
  for (const table of ['proactive', 'requests', 'disputes'] as const)
    for (const { id } of fieldsOf(table, '2021')) cells.set(id, VALUES[id] ?? 0)
  for (const { id } of fieldsOf('proactive', '2021')) if (values[id] !== undefined) cells.set(id, values[id])
  for (const table of ['requests', 'disputes'] as const)
    for (const { id } of fieldsOf(table, '2021')) if (values[id] !== undefined) cells.set(id, values[id])
  return {
    ...inputOf(cells, { proactive: '2021', requests: '2021', disputes: '2021' }),
    agency: agency === undefined ? '云岭市教育局' : agency,
    year,
    sections: [{ number: section, heading: '', text }],
  }
}
