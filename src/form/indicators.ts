import { measureOf } from './measures'
import type { Measure } from './measures'
import { APPLICANTS, REQUEST_COLUMN_LABELS } from './requests'
import type { Label } from './version'

/** A rate: the sum of the numerator over reports divided by the sum of the denominator over the same reports; `null` where the denominator is 0 or nothing has both. */
export interface Indicator {
  readonly id: string
  readonly label: Label
  /** Measure ids. */
  readonly numerator: string
  readonly denominator: string
  readonly formula: Label
}

const rate = (
  id: string,
  zh: string,
  en: string,
  numerator: string,
  denominator: string,
  formulaZh: string,
  formulaEn: string,
): Indicator => ({
  id,
  label: { zh, en },
  numerator,
  denominator,
  formula: { zh: formulaZh, en: formulaEn },
})

const SETTLED = 'requests.settled.total'
const ofSettled = (id: string, zh: string, en: string, numerator: string, nameZh: string, nameEn: string): Indicator =>
  rate(id, zh, en, numerator, SETTLED, `${nameZh} ÷ （七）总计`, `${nameEn} ÷ settled in total`)

/** The indicators that RULES.md defines, each once. */
export const INDICATORS: readonly Indicator[] = [
  rate(
    'rate.settled',
    '办结率',
    'Settlement rate',
    SETTLED,
    'requests.accepted.total',
    '（七）总计 ÷ （新收 + 上年结转）',
    'settled in total ÷ (received + carried in)',
  ),
  rate(
    'rate.carriedOut',
    '结转率',
    'Carry-over rate',
    'requests.carriedOut.total',
    'requests.accepted.total',
    '结转下年度 ÷ （新收 + 上年结转）',
    'carried over ÷ (received + carried in)',
  ),
  ofSettled(
    'rate.granted',
    '予以公开率',
    'Full disclosure rate',
    'requests.granted.total',
    '予以公开',
    'granted in full',
  ),
  ofSettled(
    'rate.partial',
    '部分公开率',
    'Partial disclosure rate',
    'requests.partial.total',
    '部分公开',
    'granted in part',
  ),
  ofSettled(
    'rate.opened',
    '公开率',
    'Disclosure rate',
    'requests.opened',
    '（予以公开 + 部分公开）',
    '(granted in full + in part)',
  ),
  ofSettled('rate.refused', '不予公开率', 'Refusal rate', 'requests.refused.total', '不予公开', 'refused'),
  ofSettled(
    'rate.unavailable',
    '无法提供率',
    'Unavailability rate',
    'requests.unavailable.total',
    '无法提供',
    'unavailable',
  ),
  ofSettled(
    'rate.notProcessed',
    '不予处理率',
    'Non-processing rate',
    'requests.notProcessed.total',
    '不予处理',
    'not processed',
  ),
  ofSettled(
    'rate.otherwise',
    '其他处理率',
    'Otherwise closed rate',
    'requests.otherwise.total',
    '其他处理',
    'closed otherwise',
  ),
  ofSettled('rate.review', '复议率', 'Review rate', 'review.total', '复议总计', 'reviews'),
  ofSettled('rate.litigation', '诉讼率', 'Litigation rate', 'litigation.total', '诉讼总计', 'lawsuits'),
  rate(
    'rate.reviewCorrected',
    '复议纠错率',
    'Review correction rate',
    'review.corrected',
    'review.closed',
    '复议纠正 ÷ （复议总计 − 尚未审结）',
    'corrected on review ÷ (reviews − pending)',
  ),
  rate(
    'rate.litigationCorrected',
    '诉讼纠错率',
    'Court correction rate',
    'litigation.corrected',
    'litigation.closed',
    '诉讼纠正 ÷ （诉讼总计 − 尚未审结）',
    'corrected in court ÷ (lawsuits − pending)',
  ),
  rate(
    'rate.directCorrected',
    '直接起诉纠错率',
    'Court correction rate, without review',
    'litigation.direct.corrected',
    'litigation.direct.closed',
    '未经复议直接起诉纠正 ÷ （总计 − 尚未审结）',
    'corrected ÷ (lawsuits without review − pending)',
  ),
  rate(
    'rate.afterReviewCorrected',
    '复议后起诉纠错率',
    'Court correction rate, after review',
    'litigation.afterReview.corrected',
    'litigation.afterReview.closed',
    '复议后起诉纠正 ÷ （总计 − 尚未审结）',
    'corrected ÷ (lawsuits after review − pending)',
  ),
  rate(
    'rate.disputesCorrected',
    '综合纠错率',
    'Overall correction rate',
    'disputes.corrected',
    'disputes.closed',
    '（复议纠正 + 诉讼纠正） ÷ （复议与诉讼总计 − 尚未审结）',
    'corrected ÷ (reviews and lawsuits − pending)',
  ),
  ...APPLICANTS.map((applicant) => {
    const { short, en } = REQUEST_COLUMN_LABELS[applicant]
    return rate(
      `rate.${applicant}`,
      `${short.zh}占比`,
      `Share of ${en}`,
      `requests.received.${applicant}`,
      'requests.received.total',
      `${short.zh} ÷ 总计（本年新收）`,
      `${en} ÷ total (received)`,
    )
  }),
]

const BY_ID: ReadonlyMap<string, Indicator> = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]))

/** The indicator of an id, or undefined. */
export function indicatorOf(id: string): Indicator | undefined {
  return BY_ID.get(id)
}

/** Anything a chart can show: a measure (summed) or an indicator (a ratio of sums). */
export type FigureKind =
  | { readonly kind: 'measure'; readonly measure: Measure }
  | {
      readonly kind: 'indicator'
      readonly indicator: Indicator
      readonly numerator: Measure
      readonly denominator: Measure
    }

/** Looks an id up among measures and indicators; undefined for an unknown id from outside. */
export function figureOf(id: string): FigureKind | undefined {
  const measure = measureOf(id)
  if (measure) return { kind: 'measure', measure }
  const indicator = indicatorOf(id)
  if (!indicator) return undefined
  const numerator = measureOf(indicator.numerator)
  const denominator = measureOf(indicator.denominator)
  if (!numerator || !denominator) throw new Error(`indicator ${id} names a measure that does not exist`)
  return { kind: 'indicator', indicator, numerator, denominator }
}
