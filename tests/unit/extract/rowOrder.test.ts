import { describe, expect, it } from 'vitest'
import { fieldsOf } from '@/form/fields'
import type { FormVersion } from '@/form/version'
import type { Report } from '@/report/report'
import { htmlTable, page, tableRows } from './formPage'
import type { PageRow } from './formPage'
import { flaggedFields, reportOf } from './reading'

const figuresOf = (version: FormVersion): Record<string, string> =>
  Object.fromEntries(fieldsOf('proactive', version).map(({ id }, at) => [id, String(at + 11)]))

const reportWith = (rows: readonly PageRow[], version: FormVersion): Report =>
  reportOf(
    'a.html',
    page(
      [rows, tableRows('requests', version), tableRows('disputes', version)].map(htmlTable),
      `青河县财政局${version === '2021' ? '2023' : '2020'}年政府信息公开工作年度报告`,
    ),
  )
const valuesOf = ({ cells }: Report, version: FormVersion): (string | null)[] =>
  fieldsOf('proactive', version).map(({ id }) => cells[id]?.value?.toString() ?? null)

/** What is told of the reading, but for the unit that the form of 2019 leaves out. */
const codesOf = ({ issues }: Report): string[] => issues.flatMap(({ code }) => (code === 'unit-absent' ? [] : [code]))

/** The blocks of table 二, each with its clause and its head. */
function blocks(rows: readonly PageRow[]): PageRow[][] {
  const found: PageRow[][] = []
  for (const row of rows)
    if (row[0]?.text.startsWith('第二十条') === true) found.push([row])
    else found.at(-1)?.push(row)
  return found
}

describe.each(['2021', '2019'] as const)('table 二 of %s with its rows in another order', (version) => {
  const figures = figuresOf(version)
  const table = (): PageRow[] => tableRows('proactive', version, figures)

  it('reads the rows of a block by their labels', () => {
    const rows = table()
    const [first, second, ...rest] = rows.slice(2)
    if (!first || !second) throw new Error('no rows')
    const report = reportWith([...rows.slice(0, 2), second, first, ...rest], version)
    expect(valuesOf(report, version)).toEqual(Object.values(figures))
    expect(codesOf(report)).toEqual([])
  })

  it('reads whole blocks by their labels and heads', () => {
    const report = reportWith([...blocks(table())].reverse().flat(), version)
    expect(valuesOf(report, version)).toEqual(Object.values(figures))
    expect(codesOf(report)).toEqual([])
  })

  it('leaves a row that stands under the heads of another block', () => {
    const rows = table()
    const fees = rows.findIndex(([label]) => label?.text === '行政事业性收费')
    const moved = [...rows.slice(0, 3), ...rows.slice(fees, fees + 1), ...rows.slice(3, fees), ...rows.slice(fees + 1)]
    const report = reportWith(moved, version)
    for (const { id } of fieldsOf('proactive', version))
      if (id.startsWith('proactive.fees')) {
        expect(report.cells[id]?.value).toBeNull()
        expect(flaggedFields(report)).toContain(id)
      }
  })

  it('leaves a row of a table that follows', () => {
    const rows = table().filter(([label]) => label?.text !== '行政许可')
    const other = `<table><tr><td>行政许可</td><td>977</td></tr></table>`
    const report = reportOf(
      'a.html',
      page(
        [`${htmlTable(rows)}${other}`, htmlTable(tableRows('requests', version)), null],
        `青河县财政局${version === '2021' ? '2023' : '2020'}年政府信息公开工作年度报告`,
      ),
    )
    expect(valuesOf(report, version)).not.toContain('977')
    expect(flaggedFields(report)).toContain('proactive.licences.decisions')
  })
})
