import { DISPUTE_COLUMNS, DISPUTE_COLUMN_LABELS, DISPUTE_KINDS, DISPUTE_KIND_LABELS } from './disputes'
import type { FieldId } from './fields'
import { PROACTIVE_BLOCKS, PROACTIVE_HEAD } from './proactive'
import type { ProactiveCell } from './proactive'
import { OUTCOME_LABELS, REQUEST_COLUMNS, REQUEST_COLUMN_LABELS, requestRows } from './requests'
import type { Outcome, RequestRow } from './requests'
import type { FormVersion, Label, TableId } from './version'

/** One printed cell of a statutory table. Spans are in grid cells; a `value` cell names its field. */
export interface LayoutCell {
  readonly kind: 'head' | 'label' | 'value'
  /** As printed. */
  readonly text: string
  /** The same in English, short enough for a page. */
  readonly en: string
  readonly colspan: number
  readonly rowspan: number
  readonly field?: FieldId
}
export type LayoutRow = readonly LayoutCell[]

/** The sentence that the form prints over table 三. */
const REQUESTS_CORNER: Label = {
  zh: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
  en: '(In every column: item 1 + item 2 = item 3 + item 4)',
}
const RESULTS_LABEL: Label = { zh: '三、本年度办理结果', en: '3. Outcome this year' }

/** A whole table as the form prints it, row by row, merged cells given at their anchor only. Widths in grid columns: 二 12, which its blocks of 1, 2 and 3 value columns share out, 三 10, 四 15. */
export function statutoryLayout(table: TableId, version: FormVersion): readonly LayoutRow[] {
  if (table === 'proactive') return proactiveLayout(version)
  return table === 'requests' ? requestsLayout(version) : disputesLayout()
}

const cell = (kind: LayoutCell['kind'], { zh, en }: Label, colspan = 1, rowspan = 1): LayoutCell => ({
  kind,
  text: zh,
  en,
  colspan,
  rowspan,
})
const value = (field: FieldId, colspan = 1): LayoutCell => ({
  kind: 'value',
  text: '',
  en: '',
  colspan,
  rowspan: 1,
  field,
})

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** An English label with the number that the form prints before the Chinese one: `一、` is 1., `（三）` is (3). */
function numbered(printed: string, name: string): Label {
  const [, open = '', sign = ''] = /^(（?)([一二三四五六七\d])[、）.]/u.exec(printed) ?? []
  const at = '一二三四五六七'.indexOf(sign)
  const number = at < 0 ? sign : String(at + 1)
  return { zh: printed, en: `${open === '' ? `${number}.` : `(${number})`} ${capital(name)}` }
}

/** The items of the form by their whole names; outcomes and reasons, which stand under one, by their short ones. */
function requestLabel({ printed, outcome, short, en }: RequestRow): Label {
  return numbered(printed, outcome ? short.en : en)
}

function proactiveHead({ printed, en, unit }: ProactiveCell): Label {
  return { zh: printed, en: capital(unit === 'money' ? `${en} (10,000 yuan)` : en) }
}

/** Table 二 stands on a grid of 12 so that blocks of 1, 2 and 3 value columns line up. */
const PROACTIVE_WIDTH = 12
const LABEL_WIDTH = 3

function proactiveLayout(version: FormVersion): LayoutRow[] {
  return PROACTIVE_BLOCKS[version].flatMap((block) => {
    const columns = block.rows[0]?.cells ?? []
    const width = (PROACTIVE_WIDTH - LABEL_WIDTH) / columns.length
    const spans = columns.map((_, index) => Math.round((index + 1) * width) - Math.round(index * width))
    return [
      [cell('head', { zh: block.clause, en: block.clauseEn }, PROACTIVE_WIDTH)],
      [
        cell('head', { zh: PROACTIVE_HEAD, en: 'Content' }, LABEL_WIDTH),
        ...columns.map((column, index) => cell('head', proactiveHead(column), spans[index])),
      ],
      ...block.rows.map((row) => [
        cell('label', { zh: row.printed, en: capital(row.en) }, LABEL_WIDTH),
        ...row.cells.map((column, index) => value(`proactive.${row.row}.${column.column}`, spans[index])),
      ]),
    ]
  })
}

function requestsLayout(version: FormVersion): LayoutRow[] {
  const rows = requestRows(version)
  const results = rows.filter((row) => row.outcome !== undefined || row.key === 'settled')
  const heads: LayoutRow[] = [
    [cell('head', REQUESTS_CORNER, 3, 3), cell('head', { zh: '申请人情况', en: 'Applicants' }, 7)],
    [
      cell('head', REQUEST_COLUMN_LABELS.natural.short, 1, 2),
      cell('head', { zh: '法人或其他组织', en: 'Legal persons and other organisations' }, 5),
      cell('head', REQUEST_COLUMN_LABELS.total.short, 1, 2),
    ],
    REQUEST_COLUMNS.slice(1, 6).map((column) => cell('head', REQUEST_COLUMN_LABELS[column].short)),
  ]
  const groupSize = (outcome: Outcome): number => rows.filter((row) => row.outcome === outcome).length
  let group: Outcome | undefined
  const body = rows.map((row): LayoutRow => {
    const cells: LayoutCell[] = []
    const inResults = row.outcome !== undefined || row.key === 'settled'
    if (row === results[0]) cells.push(cell('label', RESULTS_LABEL, 1, results.length))
    const size = row.outcome ? groupSize(row.outcome) : 1
    if (row.outcome && size > 1) {
      if (row.outcome !== group)
        cells.push(
          cell('label', numbered(OUTCOME_LABELS[row.outcome].printed, OUTCOME_LABELS[row.outcome].en), 1, size),
        )
      cells.push(cell('label', requestLabel(row)))
    } else cells.push(cell('label', requestLabel(row), inResults ? 2 : 3))
    group = row.outcome
    return [...cells, ...REQUEST_COLUMNS.map((column) => value(`requests.${row.key}.${column}`))]
  })
  return [...heads, ...body]
}

const printedLabel = ({ printed, en }: Label & { printed: string }): Label => ({ zh: printed, en })

function disputesLayout(): LayoutRow[] {
  const [review, ...litigation] = DISPUTE_KINDS
  const columns = (rowspan: number): LayoutCell[] =>
    DISPUTE_COLUMNS.map((column) => cell('head', printedLabel(DISPUTE_COLUMN_LABELS[column]), 1, rowspan))
  return [
    [
      cell('head', printedLabel(DISPUTE_KIND_LABELS[review]), 5),
      cell('head', { zh: '行政诉讼', en: 'Administrative litigation' }, 10),
    ],
    [...columns(2), ...litigation.map((kind) => cell('head', printedLabel(DISPUTE_KIND_LABELS[kind]), 5))],
    litigation.flatMap(() => columns(1)),
    DISPUTE_KINDS.flatMap((kind) => DISPUTE_COLUMNS.map((column) => value(`${kind}.${column}`))),
  ]
}
