import type { FormVersion, Label } from './version'

/** Who applied: the seven columns of table 三, in printed order; `total` is the printed 总计. */
export const APPLICANTS = ['natural', 'business', 'research', 'nonprofit', 'legal', 'other'] as const
export type Applicant = (typeof APPLICANTS)[number]
export const REQUEST_COLUMNS = [...APPLICANTS, 'total'] as const
export type RequestColumn = (typeof REQUEST_COLUMNS)[number]

export const REQUEST_COLUMN_LABELS: Readonly<Record<RequestColumn, { official: string; short: Label; en: string }>> = {
  natural: { official: '自然人', short: { zh: '自然人', en: 'Natural persons' }, en: 'natural persons' },
  business: { official: '商业企业', short: { zh: '商业企业', en: 'Businesses' }, en: 'businesses' },
  research: {
    official: '科研机构',
    short: { zh: '科研机构', en: 'Research institutions' },
    en: 'research institutions',
  },
  nonprofit: {
    official: '社会公益组织',
    short: { zh: '社会公益组织', en: 'Non-profits' },
    en: 'non-profit organisations',
  },
  legal: {
    official: '法律服务机构',
    short: { zh: '法律服务机构', en: 'Legal services' },
    en: 'legal service institutions',
  },
  other: { official: '法人或其他组织·其他', short: { zh: '其他', en: 'Other' }, en: 'other organisations' },
  total: { official: '总计', short: { zh: '总计', en: 'Total' }, en: 'total' },
}

/** The six outcomes of section 三: one row, or a group of rows each with its reason. */
export const OUTCOMES = ['granted', 'partial', 'refused', 'unavailable', 'notProcessed', 'otherwise'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const OUTCOME_LABELS: Readonly<Record<Outcome, Label & { printed: string }>> = {
  granted: { zh: '予以公开', en: 'Granted', printed: '（一）予以公开' },
  partial: {
    zh: '部分公开',
    en: 'Granted in part',
    printed: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
  },
  refused: { zh: '不予公开', en: 'Refused', printed: '（三）不予公开' },
  unavailable: { zh: '无法提供', en: 'Unavailable', printed: '（四）无法提供' },
  notProcessed: { zh: '不予处理', en: 'Not processed', printed: '（五）不予处理' },
  otherwise: { zh: '其他处理', en: 'Closed otherwise', printed: '（六）其他处理' },
}

export interface RequestRow {
  /** Row part of the field id: `requests.<key>.<column>`. */
  readonly key: string
  readonly era: FormVersion | 'both'
  /** The outcome that the row counts under; absent for 新收, 上年结转, （七）总计, 四、结转. */
  readonly outcome?: Outcome
  /** Row text as the form prints it, without its group. */
  readonly printed: string
  /** Row text as `fields.tsv` names it. */
  readonly official: string
  /** Short names for charts. */
  readonly short: Label
  /** English name as `fields.tsv` gives it. */
  readonly en: string
}

/** Every row of table 三 in printed order; a version's table is those of its era and of `both` (2021: 25 rows, 2019: 23). */
export const REQUEST_ROWS = [
  {
    key: 'received',
    era: 'both',
    printed: '一、本年新收政府信息公开申请数量',
    official: '一、本年新收政府信息公开申请数量',
    short: { zh: '本年新收', en: 'Received' },
    en: 'received this year',
  },
  {
    key: 'carriedIn',
    era: 'both',
    printed: '二、上年结转政府信息公开申请数量',
    official: '二、上年结转政府信息公开申请数量',
    short: { zh: '上年结转', en: 'Carried in' },
    en: 'carried in from last year',
  },
  {
    key: 'granted',
    era: 'both',
    outcome: 'granted',
    printed: '（一）予以公开',
    official: '三、本年度办理结果（一）予以公开',
    short: { zh: '予以公开', en: 'Granted' },
    en: 'granted in full',
  },
  {
    key: 'partial',
    era: 'both',
    outcome: 'partial',
    printed: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    official: '三（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    short: { zh: '部分公开', en: 'Granted in part' },
    en: 'granted in part',
  },
  {
    key: 'refused.stateSecret',
    era: 'both',
    outcome: 'refused',
    printed: '1.属于国家秘密',
    official: '三（三）不予公开 1.属于国家秘密',
    short: { zh: '国家秘密', en: 'State secret' },
    en: 'refused: state secret',
  },
  {
    key: 'refused.otherLaw',
    era: 'both',
    outcome: 'refused',
    printed: '2.其他法律行政法规禁止公开',
    official: '三（三）不予公开 2.其他法律行政法规禁止公开',
    short: { zh: '其他法律行政法规禁止', en: 'Barred by other law' },
    en: 'refused: barred by other law',
  },
  {
    key: 'refused.safety',
    era: 'both',
    outcome: 'refused',
    printed: '3.危及“三安全一稳定”',
    official: '三（三）不予公开 3.危及“三安全一稳定”',
    short: { zh: '危及“三安全一稳定”', en: 'Security or stability' },
    en: 'refused: endangers security or stability',
  },
  {
    key: 'refused.thirdParty',
    era: 'both',
    outcome: 'refused',
    printed: '4.保护第三方合法权益',
    official: '三（三）不予公开 4.保护第三方合法权益',
    short: { zh: '保护第三方合法权益', en: 'Third-party rights' },
    en: 'refused: third-party rights',
  },
  {
    key: 'refused.internal',
    era: 'both',
    outcome: 'refused',
    printed: '5.属于三类内部事务信息',
    official: '三（三）不予公开 5.属于三类内部事务信息',
    short: { zh: '三类内部事务信息', en: 'Internal affairs' },
    en: 'refused: internal affairs',
  },
  {
    key: 'refused.process',
    era: 'both',
    outcome: 'refused',
    printed: '6.属于四类过程性信息',
    official: '三（三）不予公开 6.属于四类过程性信息',
    short: { zh: '四类过程性信息', en: 'Deliberative records' },
    en: 'refused: deliberative records',
  },
  {
    key: 'refused.enforcementFile',
    era: 'both',
    outcome: 'refused',
    printed: '7.属于行政执法案卷',
    official: '三（三）不予公开 7.属于行政执法案卷',
    short: { zh: '行政执法案卷', en: 'Enforcement case file' },
    en: 'refused: enforcement case file',
  },
  {
    key: 'refused.adminQuery',
    era: 'both',
    outcome: 'refused',
    printed: '8.属于行政查询事项',
    official: '三（三）不予公开 8.属于行政查询事项',
    short: { zh: '行政查询事项', en: 'Administrative query' },
    en: 'refused: administrative query',
  },
  {
    key: 'unavailable.notHeld',
    era: 'both',
    outcome: 'unavailable',
    printed: '1.本机关不掌握相关政府信息',
    official: '三（四）无法提供 1.本机关不掌握相关政府信息',
    short: { zh: '本机关不掌握', en: 'Not held' },
    en: 'unavailable: not held',
  },
  {
    key: 'unavailable.needsCreation',
    era: 'both',
    outcome: 'unavailable',
    printed: '2.没有现成信息需要另行制作',
    official: '三（四）无法提供 2.没有现成信息需要另行制作',
    short: { zh: '需要另行制作', en: 'Would have to be created' },
    en: 'unavailable: would have to be created',
  },
  {
    key: 'unavailable.unclear',
    era: 'both',
    outcome: 'unavailable',
    printed: '3.补正后申请内容仍不明确',
    official: '三（四）无法提供 3.补正后申请内容仍不明确',
    short: { zh: '补正后仍不明确', en: 'Still unclear' },
    en: 'unavailable: still unclear after correction',
  },
  {
    key: 'notProcessed.petition',
    era: 'both',
    outcome: 'notProcessed',
    printed: '1.信访举报投诉类申请',
    official: '三（五）不予处理 1.信访举报投诉类申请',
    short: { zh: '信访举报投诉', en: 'Petition or complaint' },
    en: 'not processed: petition or complaint',
  },
  {
    key: 'notProcessed.repeated',
    era: 'both',
    outcome: 'notProcessed',
    printed: '2.重复申请',
    official: '三（五）不予处理 2.重复申请',
    short: { zh: '重复申请', en: 'Repeated request' },
    en: 'not processed: repeated request',
  },
  {
    key: 'notProcessed.publication',
    era: 'both',
    outcome: 'notProcessed',
    printed: '3.要求提供公开出版物',
    official: '三（五）不予处理 3.要求提供公开出版物',
    short: { zh: '公开出版物', en: 'Asks for a publication' },
    en: 'not processed: asks for a publication',
  },
  {
    key: 'notProcessed.excessive',
    era: 'both',
    outcome: 'notProcessed',
    printed: '4.无正当理由大量反复申请',
    official: '三（五）不予处理 4.无正当理由大量反复申请',
    short: { zh: '大量反复申请', en: 'Excessive requests' },
    en: 'not processed: excessive requests',
  },
  {
    key: 'notProcessed.reconfirm',
    era: 'both',
    outcome: 'notProcessed',
    printed: '5.要求行政机关确认或重新出具已获取信息',
    official: '三（五）不予处理 5.要求行政机关确认或重新出具已获取信息',
    short: { zh: '确认或重新出具', en: 'Asks to reconfirm' },
    en: 'not processed: asks to reconfirm',
  },
  {
    key: 'otherwise.notCorrected',
    era: '2021',
    outcome: 'otherwise',
    printed: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    official: '三（六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    short: { zh: '逾期不补正', en: 'Not corrected in time' },
    en: 'closed: not corrected in time',
  },
  {
    key: 'otherwise.feeUnpaid',
    era: '2021',
    outcome: 'otherwise',
    printed: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    official: '三（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    short: { zh: '逾期未缴费', en: 'Fee unpaid' },
    en: 'closed: fee unpaid',
  },
  {
    key: 'otherwise.other',
    era: '2021',
    outcome: 'otherwise',
    printed: '3.其他',
    official: '三（六）其他处理 3.其他',
    short: { zh: '其他', en: 'Other' },
    en: 'closed: other',
  },
  {
    key: 'otherwise.all',
    era: '2019',
    outcome: 'otherwise',
    printed: '（六）其他处理',
    official: '三（六）其他处理（2019版只此一行）',
    short: { zh: '其他处理', en: 'Closed otherwise' },
    en: 'closed otherwise (2019 form: one row)',
  },
  {
    key: 'settled',
    era: 'both',
    printed: '（七）总计',
    official: '三（七）总计',
    short: { zh: '办结总计', en: 'Settled' },
    en: 'settled in total',
  },
  {
    key: 'carriedOut',
    era: 'both',
    printed: '四、结转下年度继续办理',
    official: '四、结转下年度继续办理',
    short: { zh: '结转下年度', en: 'Carried over' },
    en: 'carried out to next year',
  },
] as const satisfies readonly RequestRow[]

export type RequestRowKey = (typeof REQUEST_ROWS)[number]['key']

/** The rows of one version, in printed order. */
export function requestRows(version: FormVersion): readonly (RequestRow & { key: RequestRowKey })[] {
  return REQUEST_ROWS.filter((row) => row.era === 'both' || row.era === version)
}
