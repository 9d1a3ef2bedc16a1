import type { FieldId } from '@/form/fields'
import { statutoryLayout } from '@/form/layout'
import type { FormVersion, TableId } from '@/form/version'

/** A cell of a page under construction: text, spans, and the field it stands for. */
export interface PageCell {
  text: string
  colspan: number
  rowspan: number
  readonly field?: FieldId
}
export type PageRow = PageCell[]

/** A statutory table with a figure in every value cell: those given, else 0. */
export function tableRows(
  table: TableId,
  version: FormVersion,
  figures: Readonly<Partial<Record<FieldId, string>>> = {},
): PageRow[] {
  return statutoryLayout(table, version).map((row) =>
    row.map(({ text, colspan, rowspan, field }) => ({
      text: field === undefined ? text : (figures[field] ?? '0'),
      colspan,
      rowspan,
      ...(field === undefined ? {} : { field }),
    })),
  )
}

/** The row that holds a field's cell. */
export function rowWith(rows: readonly PageRow[], field: FieldId): PageRow {
  const row = rows.find((cells) => cells.some((cell) => cell.field === field))
  if (!row) throw new Error(`no row with ${field}`)
  return row
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>') || '&nbsp;'

/** A table as HTML. */
export function htmlTable(rows: readonly PageRow[]): string {
  const cell = ({ text, colspan, rowspan }: PageCell): string =>
    `<td colspan="${String(colspan)}" rowspan="${String(rowspan)}">${escape(text)}</td>`
  return `<table>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`
}

const HEADINGS = [
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
] as const

/** A web page of a whole report around the HTML of its three tables. */
export function page(tables: readonly (string | null)[], title = '青河县财政局2023年政府信息公开工作年度报告'): string {
  const sections = HEADINGS.map((heading, at) => `<p>${heading}</p>${tables[at] ?? ''}`)
  return `<html><body><h1>${title}</h1><p>一、总体情况</p><p>照常开展。</p>${sections.join('')}
    <p>五、存在的主要问题及改进情况</p><p>问题不多，继续改进。</p><p>六、其他需要报告的事项</p><p>无</p></body></html>`
}
