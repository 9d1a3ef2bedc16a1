import { isFieldId } from '../../form/fields'
import type { FieldId } from '../../form/fields'
import { measureOf } from '../../form/measures'
import { APPLICANTS } from '../../form/requests'
import type { FormVersion, TableId } from '../../form/version'

/** Sums of measures of the form (`measures.ts` there), written `a + b - c`. */
interface Stated {
  readonly rule: 'W8' | 'W9' | 'W10' | 'W11'
  readonly table: TableId
  /** What the number can mean, the plainest first; a text that gives any of them agrees with the table. */
  readonly readings: readonly string[]
}

const requests = (rule: Stated['rule'], ...readings: string[]): Stated => ({
  rule,
  table: 'requests',
  readings: readings.map((reading) => reading.replaceAll(/[\w.]+/gu, 'requests.$&.total')),
})
const disputes = (...readings: string[]): Stated => ({ rule: 'W10', table: 'disputes', readings })
const ofLitigation = (id: string): Stated =>
  disputes(`litigation.${id}`, `litigation.direct.${id}`, `litigation.afterReview.${id}`)
const docs = (...readings: string[]): Stated => ({
  rule: 'W11',
  table: 'proactive',
  readings: readings.map((reading) => `proactive.normativeDocs.${reading}`),
})

/** What sentences give counts of, and which numbers of the tables such a count can be. */
export const STATED = {
  received: requests('W8', 'received', 'accepted'),
  accepted: requests('W8', 'received', 'accepted', 'settled'),
  settled: requests(
    'W8',
    'settled',
    'settled - otherwise',
    'settled - notProcessed',
    'settled - otherwise - notProcessed',
    'settled - carriedIn',
    'received - carriedOut',
  ),
  handled: requests('W8', 'settled', 'received', 'accepted', 'settled - carriedIn', 'settled - otherwise'),
  carriedIn: requests('W8', 'carriedIn'),
  carriedOut: requests('W8', 'carriedOut'),
  carried: requests('W8', 'carriedOut', 'carriedIn'),
  granted: requests('W9', 'granted', 'granted + partial'),
  partial: requests('W9', 'partial'),
  refused: requests('W9', 'refused'),
  unavailable: requests('W9', 'unavailable', 'unavailable.notHeld'),
  notHeld: requests('W9', 'unavailable.notHeld', 'unavailable'),
  /** A part of what is not held, by the form of today. */
  notExisting: requests('W9', 'unavailable.notHeld', 'unavailable'),
  needsCreation: requests('W9', 'unavailable.needsCreation'),
  unclear: requests('W9', 'unavailable.unclear'),
  notProcessed: requests('W9', 'notProcessed'),
  petition: requests('W9', 'notProcessed.petition'),
  repeated: requests('W9', 'notProcessed.repeated'),
  otherwise: requests('W9', 'otherwise', 'otherwise.other', 'otherwise.notCorrected'),
  notCorrected: requests('W9', 'otherwise.notCorrected', 'otherwise'),
  review: disputes('review.total'),
  litigation: ofLitigation('total'),
  'review.upheld': disputes('review.upheld'),
  'review.corrected': disputes('review.corrected'),
  'review.other': disputes('review.other'),
  'review.pending': disputes('review.pending'),
  'litigation.upheld': ofLitigation('upheld'),
  'litigation.corrected': ofLitigation('corrected'),
  'litigation.other': ofLitigation('other'),
  'litigation.pending': ofLitigation('pending'),
  docsIssued: docs('issued', 'made', 'published'),
  docsRepealed: docs('repealed'),
  docsInForce: docs('inForce', 'publicTotal'),
} as const satisfies Readonly<Record<string, Stated>>

export type MeasureId = keyof typeof STATED

/** Whether a word's `id` names a measure. */
export function isMeasureId(id: string): id is MeasureId {
  return id in STATED
}

/** Columns of table 三 that an applicant named in a sentence stands for. */
export const APPLICANT_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  natural: ['natural'],
  business: ['business'],
  organisations: ['business', 'research', 'nonprofit', 'legal', 'other'],
}

/** One term of a reading: a cell, added or taken away. */
export interface ReadingTerm {
  readonly field: FieldId
  readonly sign: 1 | -1
  /** For a total of table 三, the cells that it is the sum of. */
  readonly parts: readonly FieldId[]
}

/** The readings of a measure as cells of a form version; readings that the version lacks are left out. */
export function readingsOf(
  id: MeasureId,
  version: FormVersion,
  columns: readonly string[] = ['total'],
): ReadingTerm[][] {
  const known = READINGS.get(`${id} ${version} ${columns.join()}`)
  if (known) return known
  const readings = STATED[id].readings.flatMap((reading) => {
    const terms = columns.flatMap(
      (column) => termsOf(reading.replaceAll(/\.total\b/gu, `.${column}`), version) ?? [null],
    )
    return terms.every((term) => term !== null) ? [terms] : []
  })
  READINGS.set(`${id} ${version} ${columns.join()}`, readings)
  return readings
}

const READINGS = new Map<string, ReadingTerm[][]>()

function termsOf(reading: string, version: FormVersion): ReadingTerm[] | null {
  const terms: ReadingTerm[] = []
  for (const [, minus, measure = ''] of reading.matchAll(/(-?) ?([\w.]+)/gu)) {
    const cells = measureOf(measure)?.terms[version]
    if (!cells || cells.minus) return null
    const sign = minus === '-' ? -1 : 1
    terms.push(...cells.plus.map((field): ReadingTerm => ({ field, sign, parts: partsOf(field) })))
  }
  return terms
}

function partsOf(field: FieldId): FieldId[] {
  if (!field.startsWith('requests.') || !field.endsWith('.total')) return []
  const row = field.slice(0, -'total'.length)
  return APPLICANTS.map((applicant) => `${row}${applicant}`).filter(isFieldId)
}
