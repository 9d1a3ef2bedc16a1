import { DISPUTE_KIND_LABELS, DISPUTE_RESULTS, DISPUTE_COLUMN_LABELS } from './disputes'
import type { FieldId } from './fields'
import { FIELDS } from './fields'
import { OUTCOMES, OUTCOME_LABELS, REQUEST_COLUMNS, REQUEST_COLUMN_LABELS, requestRows } from './requests'
import type { Unit } from './proactive'
import type { FormVersion, Label, TableId } from './version'

/** A whole-number combination of cells. Every term is needed: a report that lacks one does not count. */
export interface Terms {
  readonly plus: readonly FieldId[]
  readonly minus?: readonly FieldId[]
}

/** A count or amount that can be summed over reports: a field, or a sum of fields that may be written differently in each version. */
export interface Measure {
  readonly id: string
  readonly table: TableId
  readonly unit: Unit
  readonly label: Label
  /** What charts call it; absent where that is the label. */
  readonly short?: Label
  /** What it is made of, by form version of its table; a version that lacks it has no entry. */
  readonly terms: Readonly<Partial<Record<FormVersion, Terms>>>
  /** Whether the series goes on over 2020|2021, or exists or means the same in one version only. */
  readonly series: 'continuous' | FormVersion
  /** The clause that defines it. */
  readonly source: string
}

const BOTH = '国办公开办函〔2019〕60号、〔2021〕30号'
const SOURCES = { both: BOTH, '2019': '国办公开办函〔2019〕60号', '2021': '国办公开办函〔2021〕30号' } as const
const SECTIONS: Readonly<Record<TableId, string>> = {
  proactive: '第二部分',
  requests: '第三部分',
  disputes: '第四部分',
}

const fieldMeasures = FIELDS.map((field): Measure => {
  const terms: Terms = { plus: [field.id] }
  return {
    id: field.id,
    table: field.table,
    unit: field.unit,
    label: field.label,
    ...(field.short && { short: field.short }),
    terms: field.era === 'both' ? { '2019': terms, '2021': terms } : { [field.era]: terms },
    series: field.era === 'both' ? 'continuous' : field.era,
    source: `${SOURCES[field.era]}${SECTIONS[field.table]}`,
  }
})

function sum(id: string, table: TableId, label: Label, terms: Measure['terms']): Measure {
  return { id, table, unit: 'count', label, terms, series: 'continuous', source: `${BOTH}${SECTIONS[table]}` }
}

const same = (plus: readonly FieldId[], minus?: readonly FieldId[]): Measure['terms'] => {
  const terms: Terms = minus ? { plus, minus } : { plus }
  return { '2019': terms, '2021': terms }
}

const outcomeMeasures = OUTCOMES.filter((outcome) => outcome !== 'granted' && outcome !== 'partial').flatMap(
  (outcome) =>
    REQUEST_COLUMNS.map((column): Measure => {
      const plus = (version: FormVersion): Terms => ({
        plus: requestRows(version)
          .filter((row) => row.outcome === outcome)
          .map((row) => `requests.${row.key}.${column}` as const),
      })
      const head = REQUEST_COLUMN_LABELS[column]
      const name = OUTCOME_LABELS[outcome]
      const label =
        column === 'total'
          ? { zh: name.zh, en: name.en }
          : { zh: `${name.zh}·${head.short.zh}`, en: `${name.en}, ${head.en}` }
      return sum(`requests.${outcome}.${column}`, 'requests', label, { '2019': plus('2019'), '2021': plus('2021') })
    }),
)

const acceptedMeasures = REQUEST_COLUMNS.map((column): Measure => {
  const head = REQUEST_COLUMN_LABELS[column]
  const label =
    column === 'total'
      ? { zh: '受理合计', en: 'Accepted (received + carried in)' }
      : { zh: `受理合计·${head.short.zh}`, en: `accepted, ${head.en}` }
  return sum(
    `requests.accepted.${column}`,
    'requests',
    label,
    same([`requests.received.${column}`, `requests.carriedIn.${column}`]),
  )
})

const LITIGATION = { zh: '行政诉讼', en: 'Litigation' } as const
const litigationMeasures = [...DISPUTE_RESULTS, 'total' as const].map((result): Measure => {
  const name = DISPUTE_COLUMN_LABELS[result]
  const label =
    result === 'total'
      ? { zh: '行政诉讼总计', en: 'Litigation, total' }
      : { zh: `${LITIGATION.zh}·${name.zh}`, en: `${LITIGATION.en}: ${name.fieldEn}` }
  return sum(
    `litigation.${result}`,
    'disputes',
    label,
    same([`litigation.direct.${result}`, `litigation.afterReview.${result}`]),
  )
})

const disputesDerived: Measure[] = [
  sum(
    'disputes.total',
    'disputes',
    { zh: '复议与诉讼', en: 'Review and litigation' },
    same(['review.total', 'litigation.direct.total', 'litigation.afterReview.total']),
  ),
  sum(
    'disputes.corrected',
    'disputes',
    { zh: '复议诉讼纠正', en: 'Corrected on review or in court' },
    same(['review.corrected', 'litigation.direct.corrected', 'litigation.afterReview.corrected']),
  ),
  sum(
    'review.closed',
    'disputes',
    { zh: '复议审结', en: 'Reviews closed' },
    same(['review.total'], ['review.pending']),
  ),
  sum(
    'litigation.closed',
    'disputes',
    { zh: '诉讼审结', en: 'Litigation closed' },
    same(
      ['litigation.direct.total', 'litigation.afterReview.total'],
      ['litigation.direct.pending', 'litigation.afterReview.pending'],
    ),
  ),
  ...(['litigation.direct', 'litigation.afterReview'] as const).map((kind) =>
    sum(
      `${kind}.closed`,
      'disputes',
      { zh: `${DISPUTE_KIND_LABELS[kind].zh}审结`, en: `${DISPUTE_KIND_LABELS[kind].en}, closed` },
      same([`${kind}.total`], [`${kind}.pending`]),
    ),
  ),
  sum(
    'disputes.closed',
    'disputes',
    { zh: '复议诉讼审结', en: 'Review and litigation closed' },
    same(
      ['review.total', 'litigation.direct.total', 'litigation.afterReview.total'],
      ['review.pending', 'litigation.direct.pending', 'litigation.afterReview.pending'],
    ),
  ),
  sum(
    'requests.opened',
    'requests',
    { zh: '予以公开与部分公开', en: 'Granted in full or in part' },
    same(['requests.granted.total', 'requests.partial.total']),
  ),
]

/** Every measure: the 226 fields, then the sums that charts and indicators use. */
export const MEASURES: readonly Measure[] = [
  ...fieldMeasures,
  ...acceptedMeasures,
  ...outcomeMeasures,
  ...litigationMeasures,
  ...disputesDerived,
]

const BY_ID: ReadonlyMap<string, Measure> = new Map(MEASURES.map((measure) => [measure.id, measure]))

/** The measure of an id, or undefined for an id from outside that names none. */
export function measureOf(id: string): Measure | undefined {
  return BY_ID.get(id)
}

/** Names of the dispute kinds for charts, litigation taken together. */
export const DISPUTE_SERIES: Readonly<Record<'review' | 'litigation', Label>> = {
  review: DISPUTE_KIND_LABELS.review,
  litigation: LITIGATION,
}
