import { DISPUTE_COLUMN_LABELS, DISPUTE_KINDS, DISPUTE_RESULTS } from '../form/disputes'
import type { FieldId } from '../form/fields'
import { OUTCOME_LABELS } from '../form/requests'
import { sectionHeadings } from '../form/sections'
import { nameInYear } from '../register/nameInYear'
import { figureOf, outcomeFigures } from './figure'
import type { TotalFigure } from './figure'
import type { Total } from './total'

/** Text · a figure of the total, to be marked as it says · a place where a person must write. */
export type NarrativePiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'figure'; readonly text: string; readonly figure: TotalFigure }
  | { readonly kind: 'open'; readonly text: string }
export type NarrativeParagraph = readonly NarrativePiece[]

export interface NarrativeSection {
  readonly heading: string
  readonly paragraphs: readonly NarrativeParagraph[]
}

/** The text of a summed report as far as figures give it: what only people know stays open. */
export interface Narrative {
  /** In two lines where it is long: whose it is, and what. */
  readonly title: readonly string[]
  readonly opening: readonly NarrativeParagraph[]
  /** The six sections in order; the tables follow the text of the second, third and fourth. */
  readonly sections: readonly NarrativeSection[]
  readonly signature: string
}

const open = (text: string): NarrativePiece => ({ kind: 'open', text: `〔${text}〕` })

/** The skeleton of the report that a government signs, in Chinese, its figures those of the total (国办公开办函〔2021〕30号, 〔2019〕60号). */
export function narrativeOf(total: Total): Narrative {
  const { membership, version } = total
  const { parent, year } = membership
  const name = nameInYear(parent, year)
  const [overview, proactive, requests, disputes, problems, other] = sectionHeadings(version)
  const section = (heading: string | undefined, ...paragraphs: NarrativeParagraph[]): NarrativeSection => ({
    heading: heading ?? '',
    paragraphs,
  })
  return {
    title: titleOf(name, `${String(year)}年政府信息公开工作年度报告`),
    opening: [openingOf(total)],
    sections: [
      section(overview, ...overviewOf(total)),
      section(
        proactive,
        say`${String(year)}年主动公开政府信息情况按《中华人民共和国政府信息公开条例》第二十条统计如下。`,
      ),
      section(requests, requestsOf(total)),
      section(disputes, disputesOf(total)),
      section(problems, [open('请填写：存在的主要问题')], [open('请填写：改进情况')]),
      section(other, say`${String(year)}年收取信息处理费${open('请填写：金额')}元。`, [
        open('请填写：其他需要报告的事项；没有的写明没有'),
      ]),
    ],
    signature: name,
  }
}

/** Letters of a title that stand on one line. */
const TITLE_LINE = 20

function titleOf(name: string, rest: string): string[] {
  return name.length + rest.length > TITLE_LINE ? [name, rest] : [name + rest]
}

function openingOf({ membership, version }: Total): NarrativeParagraph {
  const { parent, year, members } = membership
  const counted = members.filter(({ status }) => status !== 'missing').length
  const missing = members.length - counted
  const lacking = missing === 0 ? say`` : say`，尚有${String(missing)}个机关的数据未计入`
  const number = version === '2021' ? '〔2021〕30号' : '〔2019〕60号'
  return [
    ...say`本报告按照《中华人民共和国政府信息公开条例》和国办公开办函${number}规定的格式编制，汇总${nameInYear(parent, year)}所属${String(counted)}个行政机关的数据`,
    ...lacking,
    ...say`。统计期限为${String(year)}年1月1日至12月31日。${open('请填写：公布网址和联系方式')}`,
  ]
}

function overviewOf(total: Total): NarrativeParagraph[] {
  const figure = (...fields: readonly FieldId[]): TotalFigure => figureOf(total, ...fields)
  const column = (row: string): TotalFigure => figure(`requests.${row}.total` as FieldId)
  const outcomes = outcomeFigures(total).flatMap(([outcome, value], at): NarrativeParagraph => [
    ...say`${at === 0 ? '' : '、'}${OUTCOME_LABELS[outcome].zh}${value}件`,
  ])
  return [
    [...say`（一）主动公开。${open('请填写：主动公开工作情况')}`, ...proactiveOf(total)],
    [
      ...say`（二）依申请公开。全年新收政府信息公开申请${column('received')}件，上年结转${column('carriedIn')}件；办结${column('settled')}件，其中`,
      ...outcomes,
      ...say`；结转下年度继续办理${column('carriedOut')}件。`,
    ],
    say`（三）政府信息管理。${open('请填写：政府信息管理情况')}`,
    say`（四）政府信息公开平台建设。${open('请填写：平台建设情况')}`,
    say`（五）监督保障。${open('请填写：监督保障情况，包括工作考核、社会评议和责任追究结果')}`,
  ]
}

function proactiveOf(total: Total): NarrativeParagraph {
  const figure = (field: FieldId): TotalFigure => figureOf(total, field)
  const decisions = say`作出行政许可处理决定${figure('proactive.licences.decisions')}件、行政处罚处理决定${figure('proactive.penalties.decisions')}件、行政强制处理决定${figure('proactive.compulsion.decisions')}件`
  if (total.version === '2021')
    return [
      ...say`全年制发行政规范性文件${figure('proactive.normativeDocs.issued')}件，废止${figure('proactive.normativeDocs.repealed')}件，现行有效${figure('proactive.normativeDocs.inForce')}件；`,
      ...decisions,
      ...say`；行政事业性收费${figure('proactive.fees.amount')}万元。`,
    ]
  return [
    ...say`全年新制作规范性文件${figure('proactive.normativeDocs.made')}件，新公开${figure('proactive.normativeDocs.published')}件；`,
    ...decisions,
    ...say`；政府集中采购项目${figure('proactive.procurement.items')}个，采购总金额${figure('proactive.procurement.amount')}万元。`,
  ]
}

function requestsOf(total: Total): NarrativeParagraph {
  const received = (column: string): TotalFigure => figureOf(total, `requests.received.${column}` as FieldId)
  const organisations = figureOf(
    total,
    ...(['business', 'research', 'nonprofit', 'legal', 'other'] as const).map(
      (column) => `requests.received.${column}` as const,
    ),
  )
  return say`全年新收政府信息公开申请${received('total')}件，其中自然人申请${received('natural')}件，法人或其他组织申请${organisations}件。办理情况见下表。`
}

function disputesOf(total: Total): NarrativeParagraph {
  const [review, ...litigation] = DISPUTE_KINDS
  const results = (kinds: readonly (typeof DISPUTE_KINDS)[number][]): NarrativeParagraph =>
    DISPUTE_RESULTS.flatMap((result, at) => [
      ...say`${at === 0 ? '' : '、'}${DISPUTE_COLUMN_LABELS[result].printed}${figureOf(total, ...kinds.map((kind) => `${kind}.${result}` as const))}件`,
    ])
  return [
    ...say`因政府信息公开引起的行政复议${figureOf(total, `${review}.total`)}件，其中`,
    ...results([review]),
    ...say`；行政诉讼${figureOf(total, ...litigation.map((kind) => `${kind}.total` as const))}件，其中`,
    ...results(litigation),
    ...say`。`,
  ]
}

/** A sentence of texts, figures and open places. A figure that nobody has is an open place. */
function say(
  texts: TemplateStringsArray,
  ...values: readonly (string | TotalFigure | NarrativePiece)[]
): NarrativeParagraph {
  return texts.flatMap((text, at): NarrativePiece[] => {
    const value = values[at]
    const before: NarrativePiece[] = text === '' ? [] : [{ kind: 'text', text }]
    if (value === undefined || value === '') return before
    if (typeof value === 'string') return [...before, { kind: 'text', text: value }]
    return [...before, 'kind' in value ? value : figurePiece(value)]
  })
}

function figurePiece(figure: TotalFigure): NarrativePiece {
  const { value } = figure
  return value === null ? open('各成员均无此数') : { kind: 'figure', text: String(value), figure }
}
