import { describe, expect, it } from 'vitest'
import { fieldsOf } from '@/form/fields'
import type { FieldId } from '@/form/fields'
import { TABLE_IDS } from '@/form/version'
import type { TableId } from '@/form/version'
import { tableRows } from './formPage'
import type { PageRow } from './formPage'
import { flaggedFields, reportOf } from './reading'

/** Every cell another figure; columns inside the tables are left empty where blanks are wanted. */
const BLANK = /\.(?:repealed|research|legal|corrected|pending)$/u

function figures(table: TableId, blanks: boolean): Partial<Record<FieldId, string>> {
  const entries = fieldsOf(table, '2021').map(({ id }, at): [FieldId, string] => [
    id,
    blanks && BLANK.test(id) ? '' : String(at + 11),
  ])
  return Object.fromEntries(entries)
}

const HEADINGS = [
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
]

function text(layout: (rows: readonly PageRow[]) => string, blanks: boolean): string {
  const tables = TABLE_IDS.map(
    (table, at) => `${HEADINGS[at] ?? ''}\n${layout(tableRows(table, '2021', figures(table, blanks)))}`,
  )
  return `青河县财政局2023年政府信息公开工作年度报告\n一、总体情况\n照常开展。\n${tables.join('\n')}\n五、存在的主要问题及改进情况\n问题不多，继续改进。\n六、其他需要报告的事项\n无\n`
}

/** A row's own cells, and the bars that fill it up to the table's width. */
function padded(rows: readonly PageRow[]): { cells: string[]; bars: string }[] {
  const width = Math.max(...rows.map((row) => row.reduce((sum, cell) => sum + cell.colspan, 0)))
  return rows.map((row) => ({
    cells: row.map((cell) => cell.text.replaceAll('\n', '')),
    bars: '|'.repeat(width - row.length),
  }))
}

const LAYOUTS: Readonly<Record<string, (rows: readonly PageRow[]) => string>> = {
  'a bar behind each cell, a row a line, columns that spans cover left out': (rows) =>
    padded(rows)
      .map(({ cells }) => cells.map((cell) => `${cell} |`).join(' '))
      .join('\n'),
  'rows filled up with bars': (rows) =>
    padded(rows)
      .map(({ cells, bars }) => `| ${cells.join(' | ')} | ${bars}`)
      .join('\n'),
  'a cell and its bar a line, rows filled up with bars on a line': (rows) =>
    padded(rows)
      .flatMap(({ cells, bars }) => [...cells.map((cell) => `${cell} |`), ...(bars === '' ? [] : [bars])])
      .join('\n'),
  'a cell and its bar a line, the bars that fill a row behind its last cell': (rows) =>
    padded(rows)
      .map(({ cells, bars }) => `${cells.map((cell) => `${cell} |`).join('\n')} ${bars}`.trim())
      .join('\n'),
  'a bar before each row, its cells on lines of their own': (rows) =>
    padded(rows)
      .map(({ cells, bars }) => `| ${cells.map((cell) => `\n ${cell}  | `).join('')}${bars}`)
      .join('\n'),
  'the bar of a long cell on the next line, rows filled up': (rows) =>
    padded(rows)
      .flatMap(({ cells, bars }) => [
        ...cells.map((cell) => (cell.length > 6 ? `${cell}\n|` : `${cell} |`)),
        ...(bars === '' ? [] : [bars]),
      ])
      .join('\n'),
  'each bar on a line of its own': (rows) =>
    padded(rows)
      .flatMap(({ cells }) => cells.flatMap((cell) => (cell === '' ? ['|'] : [cell, '|'])))
      .join('\n'),
  'each bar on a line of its own, rows filled up': (rows) =>
    padded(rows)
      .flatMap(({ cells, bars }) => [
        ...cells.flatMap((cell) => (cell === '' ? ['|'] : [cell, '|'])),
        ...(bars === '' ? [] : [bars]),
      ])
      .join('\n'),
}

describe.each(Object.entries(LAYOUTS))('tables as text taken from web pages: %s', (_, layout) => {
  it.each([false, true])('every cell is read, blanks among them: %s', (blanks) => {
    const report = reportOf('年报.txt', text(layout, blanks))
    const wanted = TABLE_IDS.flatMap((table) => Object.entries(figures(table, blanks)))
    const flagged = flaggedFields(report)
    const off = wanted.flatMap(([field, figure]) => {
      const value = report.cells[field as FieldId]?.value
      const isRead = value === (figure === '' ? null : Number(figure))
      return isRead && !flagged.has(field) ? [] : [`${field} ${String(value)} for ${figure}`]
    })
    expect(off).toEqual([])
  })
})

describe('a table whose figures stand in rows of their own', () => {
  it('has no blank cells: what was not read is said', () => {
    const rows = tableRows('requests', '2021').flatMap((row) => {
      const labels = row.filter((cell) => cell.field === undefined)
      const values = row.filter((cell) => cell.field !== undefined)
      return values.length === 0 ? [labels] : [labels, ...values.map((cell) => [{ ...cell, text: '4' }])]
    })
    const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell.text}</td>`).join('')}</tr>`).join('')
    const html = `<h1>青河县财政局2023年政府信息公开工作年度报告</h1><p>一、总体情况</p><table>${body}</table>`
    const report = reportOf('年报.html', html)
    const silent = fieldsOf('requests', '2021').filter(
      ({ id }) => report.cells[id]?.value !== 4 && !flaggedFields(report).has(id),
    )
    expect(silent).toEqual([])
  })
})
