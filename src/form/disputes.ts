import type { Label } from './version'

/** The three kinds of case in table 四; litigation has two, with and without a review before it. */
export const DISPUTE_KINDS = ['review', 'litigation.direct', 'litigation.afterReview'] as const
export type DisputeKind = (typeof DISPUTE_KINDS)[number]

/** How a case ended; `pending` has no result yet; `total` is the printed 总计. */
export const DISPUTE_RESULTS = ['upheld', 'corrected', 'other', 'pending'] as const
export type DisputeResult = (typeof DISPUTE_RESULTS)[number]
export const DISPUTE_COLUMNS = [...DISPUTE_RESULTS, 'total'] as const
export type DisputeColumn = (typeof DISPUTE_COLUMNS)[number]

export const DISPUTE_KIND_LABELS: Readonly<
  Record<DisputeKind, Label & { printed: string; official: string; fieldEn: string }>
> = {
  review: {
    zh: '行政复议',
    en: 'Administrative review',
    printed: '行政复议',
    official: '行政复议',
    fieldEn: 'administrative review',
  },
  'litigation.direct': {
    zh: '未经复议直接起诉',
    en: 'Litigation without review',
    printed: '未经复议直接起诉',
    official: '行政诉讼·未经复议直接起诉',
    fieldEn: 'litigation without review',
  },
  'litigation.afterReview': {
    zh: '复议后起诉',
    en: 'Litigation after review',
    printed: '复议后起诉',
    official: '行政诉讼·复议后起诉',
    fieldEn: 'litigation after review',
  },
}

export const DISPUTE_COLUMN_LABELS: Readonly<Record<DisputeColumn, Label & { printed: string; fieldEn: string }>> = {
  upheld: { zh: '维持', en: 'Upheld', printed: '结果维持', fieldEn: 'upheld' },
  corrected: { zh: '纠正', en: 'Corrected', printed: '结果纠正', fieldEn: 'corrected' },
  other: { zh: '其他结果', en: 'Other result', printed: '其他结果', fieldEn: 'other result' },
  pending: { zh: '尚未审结', en: 'Pending', printed: '尚未审结', fieldEn: 'pending' },
  total: { zh: '总计', en: 'Total', printed: '总计', fieldEn: 'total' },
}
