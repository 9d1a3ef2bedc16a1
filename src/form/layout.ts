import { DISPUTE_COLUMNS, DISPUTE_COLUMN_LABELS, DISPUTE_KINDS, DISPUTE_KIND_LABELS } from './disputes'
import type { FieldId } from './fields'
import { PROACTIVE_BLOCKS, PROACTIVE_HEAD } from './proactive'
import { OUTCOME_LABELS, REQUEST_COLUMNS, REQUEST_COLUMN_LABELS, requestRows } from './requests'
import type { Outcome } from './requests'
import type { FormVersion, TableId } from './version'

/** One printed cell of a statutory table. Spans are in grid cells; a `value` cell names its field. */
export interface LayoutCell {
  readonly kind: 'head' | 'label' | 'value'
  readonly text: string
  readonly colspan: number
  readonly rowspan: number
  readonly field?: FieldId
}
export type LayoutRow = readonly LayoutCell[]

/** The sentence that the form prints over table 三. */
const REQUESTS_CORNER = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'
const RESULTS_LABEL = '三、本年度办理结果'

/** A whole table as the form prints it, row by row, merged cells given at their anchor only. Widths in grid columns: 二 12, which its blocks of 1, 2 and 3 value columns share out, 三 10, 四 15. */
export function statutoryLayout(table: TableId, version: FormVersion): readonly LayoutRow[] {
  if (table === 'proactive') return proactiveLayout(version)
  return table === 'requests' ? requestsLayout(version) : disputesLayout()
}

const cell = (kind: LayoutCell['kind'], text: string, colspan = 1, rowspan = 1): LayoutCell => ({
  kind,
  text,
  colspan,
  rowspan,
})
const value = (field: FieldId, colspan = 1): LayoutCell => ({ kind: 'value', text: '', colspan, rowspan: 1, field })

/** Table 二 stands on a grid of 12 so that blocks of 1, 2 and 3 value columns line up. */
const PROACTIVE_WIDTH = 12
const LABEL_WIDTH = 3

function proactiveLayout(version: FormVersion): LayoutRow[] {
  return PROACTIVE_BLOCKS[version].flatMap((block) => {
    const columns = block.rows[0]?.cells ?? []
    const width = (PROACTIVE_WIDTH - LABEL_WIDTH) / columns.length
    const spans = columns.map((_, index) => Math.round((index + 1) * width) - Math.round(index * width))
    return [
      [cell('head', block.clause, PROACTIVE_WIDTH)],
      [
        cell('head', PROACTIVE_HEAD, LABEL_WIDTH),
        ...columns.map((column, index) => cell('head', column.printed, spans[index])),
      ],
      ...block.rows.map((row) => [
        cell('label', row.printed, LABEL_WIDTH),
        ...row.cells.map((column, index) => value(`proactive.${row.row}.${column.column}`, spans[index])),
      ]),
    ]
  })
}

function requestsLayout(version: FormVersion): LayoutRow[] {
  const rows = requestRows(version)
  const results = rows.filter((row) => row.outcome !== undefined || row.key === 'settled')
  const heads: LayoutRow[] = [
    [cell('head', REQUESTS_CORNER, 3, 3), cell('head', '申请人情况', 7)],
    [
      cell('head', REQUEST_COLUMN_LABELS.natural.official, 1, 2),
      cell('head', '法人或其他组织', 5),
      cell('head', REQUEST_COLUMN_LABELS.total.official, 1, 2),
    ],
    REQUEST_COLUMNS.slice(1, 6).map((column) => cell('head', REQUEST_COLUMN_LABELS[column].short.zh)),
  ]
  const groupSize = (outcome: Outcome): number => rows.filter((row) => row.outcome === outcome).length
  let group: Outcome | undefined
  const body = rows.map((row): LayoutRow => {
    const cells: LayoutCell[] = []
    const inResults = row.outcome !== undefined || row.key === 'settled'
    if (row === results[0]) cells.push(cell('label', RESULTS_LABEL, 1, results.length))
    const size = row.outcome ? groupSize(row.outcome) : 1
    if (row.outcome && size > 1) {
      if (row.outcome !== group) cells.push(cell('label', OUTCOME_LABELS[row.outcome].printed, 1, size))
      cells.push(cell('label', row.printed))
    } else cells.push(cell('label', row.printed, inResults ? 2 : 3))
    group = row.outcome
    return [...cells, ...REQUEST_COLUMNS.map((column) => value(`requests.${row.key}.${column}`))]
  })
  return [...heads, ...body]
}

function disputesLayout(): LayoutRow[] {
  const [review, ...litigation] = DISPUTE_KINDS
  const columns = (rowspan: number): LayoutCell[] =>
    DISPUTE_COLUMNS.map((column) => cell('head', DISPUTE_COLUMN_LABELS[column].printed, 1, rowspan))
  return [
    [cell('head', DISPUTE_KIND_LABELS[review].printed, 5), cell('head', '行政诉讼', 10)],
    [...columns(2), ...litigation.map((kind) => cell('head', DISPUTE_KIND_LABELS[kind].printed, 5))],
    litigation.flatMap(() => columns(1)),
    DISPUTE_KINDS.flatMap((kind) => DISPUTE_COLUMNS.map((column) => value(`${kind}.${column}`))),
  ]
}
