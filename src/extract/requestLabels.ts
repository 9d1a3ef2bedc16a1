import { OUTCOME_LABELS, OUTCOMES, REQUEST_ROWS, requestRows } from '../form/requests'
import type { Outcome, RequestRowKey } from '../form/requests'
import type { FormVersion } from '../form/version'
import { withoutFootnote } from './footnotes'
import { labelCore, letters, squash, withoutEnumerator } from './normalise'
import { likeness } from './similarity'
import type { SourceCell } from './sourceRow'

/** Other wordings that leave no doubt which row is meant; compared without numbers and punctuation. */
const WORDINGS: Readonly<Partial<Record<RequestRowKey, readonly string[]>>> = {
  received: [
    '本年新收政府信息公开申请',
    '本年度新收政府信息公开申请数量',
    '本年新收申请数量',
    '本年新收数量',
    '本年新收',
  ],
  carriedIn: [
    '上年结转政府信息公开申请',
    '上年度结转政府信息公开申请数量',
    '上年结转申请数量',
    '上年结转数量',
    '上年结转',
  ],
  partial: ['部分公开'],
  'refused.stateSecret': ['国家秘密', '涉及国家秘密'],
  'refused.otherLaw': ['法律行政法规禁止公开', '其他法律法规禁止公开'],
  'refused.internal': ['三类内部事务信息', '属于内部事务信息'],
  'refused.process': ['四类过程性信息', '属于过程性信息'],
  'refused.enforcementFile': ['行政执法案卷', '属于行政执法案卷信息'],
  'refused.adminQuery': ['行政查询事项'],
  'unavailable.notHeld': ['本机关不掌握', '不掌握相关政府信息', '本机关不掌握相关信息'],
  'unavailable.needsCreation': ['没有现成信息', '需要另行制作', '没有现成信息需另行制作'],
  'unavailable.unclear': ['补正后仍不明确', '补正后内容仍不明确'],
  'notProcessed.petition': ['信访举报投诉', '信访举报投诉类'],
  'notProcessed.publication': ['公开出版物', '要求提供出版物'],
  'notProcessed.excessive': ['大量反复申请'],
  'notProcessed.reconfirm': ['要求确认或重新出具已获取信息', '要求行政机关确认或者重新出具已获取信息'],
  'otherwise.notCorrected': ['申请人无正当理由逾期不补正', '申请人逾期不补正', '无正当理由逾期不补正', '逾期不补正'],
  'otherwise.feeUnpaid': [
    '申请人逾期未按收费通知要求缴纳费用',
    '逾期未按收费通知要求缴纳费用',
    '逾期未缴纳费用',
    '逾期未缴费',
    '逾期不缴费',
  ],
  'otherwise.other': ['其它', '其他情形'],
  'otherwise.all': ['其它处理'],
  settled: ['合计'],
  carriedOut: ['结转下年度', '结转下一年度继续办理', '结转下年度办理', '结转下年继续办理'],
}

const RESULTS = ['本年度办理结果', '本年办理结果', '办理结果']
/** Words of the table's head, which stand before a label where a page break repeats them or a text view runs on. */
const HEAD = [
  '本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和',
  '申请人情况',
  '自然人',
  '法人或其他组织',
  '总计',
  '商业企业',
  '科研机构',
  '社会公益组织',
  '法律服务机构',
  '其他',
]

const EXACT = new Map<string, RequestRowKey>()
const OFFICIAL = new Map<RequestRowKey, string>()
for (const row of REQUEST_ROWS) {
  const core = labelCore(row.printed)
  OFFICIAL.set(row.key, core)
  EXACT.set(core, row.key)
  for (const wording of WORDINGS[row.key] ?? []) EXACT.set(wording, row.key)
}

const GROUPS = new Map<string, Outcome>(OUTCOMES.map((outcome) => [OUTCOME_LABELS[outcome].zh, outcome]))
GROUPS.set('其它处理', 'otherwise')
/** Letters of the labels that stand beside the rows of a group. */
export const SIDE_LABELS: readonly string[] = [
  ...RESULTS.map((words) => `三${words}`),
  ...[...GROUPS.keys()].flatMap((words) => ['三', '四', '五', '六'].map((numeral) => `${numeral}${words}`)),
]
const CONTEXT = [...RESULTS, ...GROUPS.keys(), ...HEAD].sort((a, b) => b.length - a.length)

/** Rows that are likely meant by a source row's labels. */
export interface LabelMatch {
  /** Likeness of each row of the form, 0–1; rows hardly alike are left out. */
  readonly scores: ReadonlyMap<RequestRowKey, number>
  /** The row that the label names in the form's own words or a wording without doubt. */
  readonly exact: RequestRowKey | null
  /** Rows whose words the label holds whole, or which hold the label whole: longer or shorter, but not mistyped. */
  readonly whole: ReadonlySet<RequestRowKey>
  /** The outcome group that a side label names. */
  readonly group: Outcome | null
  /** Text of the row's own label, for people. */
  readonly label: string
}

const LEAST_ALIKE = 0.55
const LEAST_WHOLE = 4
/** 其他 numbered （六）: 其他处理 with its end cut off. */
const CUT = 0.8

/** Finds which rows of table 三 the labels of a source row may name; `null` where there is no label at all. */
export function matchRequestLabels(labels: readonly SourceCell[]): LabelMatch | null {
  const texts = labels.map((cell) => cell.text).filter((text) => squash(text) !== '')
  const last = texts.at(-1)
  if (last === undefined) return null
  const group = groupOf(texts)
  const tails = [
    last,
    ...(texts.length > 1 ? [texts.slice(-2).join(''), texts.slice(-3).join(''), texts.join('')] : []),
  ]
  const cores = [...new Set(tails.flatMap((text) => ownCores(text)))].filter((core) => core !== '')
  for (const core of cores) {
    const key = EXACT.get(core)
    if (key === 'otherwise.other' && /^\(?六/u.test(squash(last)))
      return { scores: new Map([['otherwise.all', CUT]]), exact: null, whole: new Set(), group, label: last }
    if (key !== undefined) return { scores: new Map([[key, 1]]), exact: key, whole: new Set(), group, label: last }
  }
  const scores = new Map<RequestRowKey, number>()
  const whole = new Set<RequestRowKey>()
  for (const core of [cores[0], cores.at(-1)]) {
    if (core === undefined || core.length > 60 || RESULTS.includes(core)) continue
    for (const [key, official] of OFFICIAL) {
      const score = likeness(core, official, LEAST_ALIKE)
      if (score >= LEAST_ALIKE && score > (scores.get(key) ?? 0)) scores.set(key, score)
      if (core.length >= LEAST_WHOLE && (core.includes(official) || official.includes(core))) whole.add(key)
    }
  }
  return { scores, exact: null, whole, group, label: last }
}

/** A label's core as it stands, and without the side labels and head words that run into it. */
function ownCores(text: string): string[] {
  let rest = squash(withoutFootnote(text))
  const cores = [letters(withoutEnumerator(rest))]
  for (;;) {
    rest = withoutEnumerator(rest).replace(/^[^\p{L}\p{N}]+/u, '')
    const context = CONTEXT.find((words) => startsWithLetters(rest, words) !== null)
    const end = context === undefined ? null : startsWithLetters(rest, context)
    if (end === null || end >= rest.length) break
    rest = rest.slice(end)
    cores.push(letters(withoutEnumerator(rest)))
  }
  return cores
}

/** Where the letters of `words` end in a text that begins with them, punctuation between them allowed. */
function startsWithLetters(text: string, words: string): number | null {
  let at = 0
  for (const letter of words) {
    while (at < text.length && /[^\p{L}\p{N}]/u.test(text[at] ?? '')) at += 1
    if (text[at] !== letter) return null
    at += 1
  }
  return at
}

function groupOf(texts: readonly string[]): Outcome | null {
  for (let index = texts.length - 1; index >= 0; index -= 1) {
    const core = labelCore(texts[index] ?? '')
    const group =
      GROUPS.get(core) ?? [...GROUPS].find(([name]) => core.startsWith(`本年度办理结果`) && core.includes(name))?.[1]
    if (group !== undefined) return group
  }
  return null
}

/** Whether a row's label is one of the side labels that stand before the rows of a group, and no row of its own. */
export function isSideLabel(text: string): boolean {
  const core = labelCore(text)
  return RESULTS.includes(core) || (GROUPS.has(core) && !EXACT.has(core))
}

/** Row keys of one version, in printed order. */
export function rowKeys(version: FormVersion): RequestRowKey[] {
  return requestRows(version).map((row) => row.key)
}

const ROW_OF: ReadonlyMap<RequestRowKey, { outcome: Outcome | null; printed: string }> = new Map(
  REQUEST_ROWS.map((row) => [row.key, { outcome: 'outcome' in row ? row.outcome : null, printed: row.printed }]),
)

/** The outcome group of a row, and its label as the form prints it. */
export function requestRowOf(key: RequestRowKey): { outcome: Outcome | null; printed: string } {
  return ROW_OF.get(key) ?? { outcome: null, printed: key }
}

/** The row that a label names in the form's own words, its numbers and side labels aside; `null` for any other text. */
export function exactRequestRow(label: string): RequestRowKey | null {
  if (label.length > 200) return null
  for (const core of ownCores(label)) {
    const key = EXACT.get(core)
    if (key !== undefined) return key
  }
  return null
}
