import { describe, expect, it } from 'vitest'
import { parseAtOnce } from '../readers/atOnce'
import type { FieldId } from '@/form/fields'
import { fieldsOf } from '@/form/fields'
import { REQUEST_COLUMNS } from '@/form/requests'
import type { RequestRowKey } from '@/form/requests'
import type { Cell, Report } from '@/report/report'
import { htmlTable, page, rowWith, tableRows } from './formPage'
import { flaggedFields, reportOf } from './reading'

const row = (key: RequestRowKey): FieldId[] => REQUEST_COLUMNS.map((column): FieldId => `requests.${key}.${column}`)
const numbers = (report: Report, fields: readonly FieldId[]) => fields.map((field) => report.cells[field]?.value)
const states = (report: Report, fields: readonly FieldId[]) => fields.map((field) => report.cells[field]?.state)
const codes = (report: Report) => report.issues.map((issue) => issue.code)

/** Figures of one row of table 三. */
const figures = (key: RequestRowKey, texts: readonly string[]): Partial<Record<FieldId, string>> =>
  Object.fromEntries(row(key).map((field, at) => [field, texts[at] ?? '0']))

const proactive = (): string => htmlTable(tableRows('proactive', '2021'))
const disputes = (): string => htmlTable(tableRows('disputes', '2021'))
const PROCESS = ['3', '1', '0', '0', '2', '0', '6']

describe('tables', () => {
  it('the version belongs to each table', () => {
    const report = reportOf(
      'page.html',
      page([
        proactive(),
        htmlTable(tableRows('requests', '2019', { 'requests.otherwise.all.natural': '4' })),
        disputes(),
      ]),
    )
    expect(report.forms).toEqual({ proactive: '2021', requests: '2019', disputes: '2021' })
    expect(report.cells['requests.otherwise.all.natural']?.value).toBe(4)
    expect(report.cells['requests.otherwise.other.natural']).toBeUndefined()
    expect(report.issues).toEqual([])
  })

  it('a page break parts a table: heads repeated, a page number, the side label cut in two', () => {
    const rows = tableRows('requests', '2021', figures('refused.process', PROCESS))
    const at = rows.indexOf(rowWith(rows, 'requests.refused.process.natural'))
    const upper = rows.slice(0, at)
    const lower = rows.slice(at)
    const heads = rows.slice(0, 3)
    for (const cells of upper) for (const cell of cells) if (cell.text === '（三）不予公开') cell.text = '（三）不'
    const side = (text: string, rowspan: number) => ({ text, colspan: 1, rowspan })
    const next = [[side('', lower.length - 1), side('予公开', 3), ...(lower[0] ?? [])], ...lower.slice(1)]
    const report = reportOf(
      'page.html',
      page([proactive(), `${htmlTable(upper)}<p>- 2 -</p>${htmlTable([...heads, ...next])}`, disputes()]),
    )
    expect(numbers(report, row('refused.process'))).toEqual([3, 1, 0, 0, 2, 0, 6])
    expect(report.issues).toEqual([])
  })

  it('all three in one grid', () => {
    const all = [
      ...tableRows('proactive', '2021'),
      ...tableRows('requests', '2021', figures('refused.process', PROCESS)),
      ...tableRows('disputes', '2021'),
    ]
    const report = reportOf('page.html', page([htmlTable(all)]))
    expect(report.forms).toEqual({ proactive: '2021', requests: '2021', disputes: '2021' })
    expect(numbers(report, row('refused.process'))).toEqual([3, 1, 0, 0, 2, 0, 6])
    expect(report.issues).toEqual([])
  })

  it('a table that is there but empty of cells is all unread', () => {
    const report = reportOf(
      'page.html',
      page([
        proactive(),
        htmlTable(tableRows('requests', '2021')),
        htmlTable(tableRows('disputes', '2021').slice(0, 3)),
      ]),
    )
    const fields = fieldsOf('disputes', '2021').map((field) => field.id)
    expect(report.forms.disputes).toBe('2021')
    expect(states(report, fields)).toEqual(fields.map(() => 'unread'))
    expect(flaggedFields(report)).toEqual(new Set(fields))
  })

  it('a table that is not there is absent, never zero', () => {
    const report = reportOf('page.html', page([proactive(), htmlTable(tableRows('requests', '2021')), null]))
    expect(report.forms).toEqual({ proactive: '2021', requests: '2021' })
    expect(Object.keys(report.cells).filter((field) => !/^(?:proactive|requests)/u.test(field))).toEqual([])
    expect(codes(report)).toEqual(['table-absent'])
  })

  it('navigation and other tables are none of the form', () => {
    const nav =
      '<table><tr><td>行政许可</td><td>行政处罚</td><td>行政强制</td></tr><tr><td>规章</td><td>12</td></tr></table>'
    const other =
      '<table><tr><td>项目</td><td>合计</td></tr><tr><td>建议提案</td><td>12</td></tr><tr><td>总计</td><td>12</td></tr></table>'
    const report = reportOf(
      'page.html',
      page([nav + proactive(), other + htmlTable(tableRows('requests', '2021')), disputes() + nav]),
    )
    expect(Object.values<Cell | undefined>(report.cells).filter((cell) => cell?.value !== 0)).toEqual([])
    expect(report.issues).toEqual([])
  })

  it('two reports in one document are two parts', () => {
    const tables = (natural: string) => [
      proactive(),
      htmlTable(tableRows('requests', '2021', { 'requests.received.natural': natural })),
      disputes(),
    ]
    const both = page(tables('5')) + page(tables('7'), '青河县审计局2022年政府信息公开工作年度报告')
    const found = parseAtOnce({ path: 'two.html', bytes: new TextEncoder().encode(both) })
    expect(found.map((one) => one.ok && [one.value.source.part, one.value.agency, one.value.year])).toEqual([
      [1, '青河县财政局', 2023],
      [2, '青河县审计局', 2022],
    ])
    expect(found.map((one) => one.ok && one.value.cells['requests.received.natural']?.value)).toEqual([5, 7])
  })
})

describe('table 二', () => {
  const fees = (text: string, head?: string): Report => {
    const rows = tableRows('proactive', '2021', { 'proactive.fees.amount': text })
    for (const cells of rows)
      for (const cell of cells) if (head !== undefined && cell.text.startsWith('本年收费')) cell.text = head
    return reportOf('page.html', page([htmlTable(rows), htmlTable(tableRows('requests', '2021')), disputes()]))
  }

  it('fees have their unit in the head', () => {
    expect(fees('24252.311082').cells['proactive.fees.amount']?.value).toBe(24252.311082)
    expect(fees('24252.311082').issues).toEqual([])
  })

  it('元 in the cell or in the head is converted and told', () => {
    expect(fees('251000元').cells['proactive.fees.amount']?.value).toBe(25.1)
    expect(codes(fees('251000元'))).toEqual(['unit-converted'])
    expect(codes(fees('251000', '本年收费金额（单位：元）'))).toEqual(['unit-converted'])
    const lines = ['信息内容', '本年收费金额', '（单位：元）', '行政事业性收费', '251000']
    const table = ['第二十条第（六）项', '行政处罚', '1', '第二十条第（八）项', ...lines]
    const report = reportOf('a.txt', ['青河县财政局2023年政府信息公开工作年度报告', ...table].join('\n'))
    expect(report.cells['proactive.fees.amount']?.value).toBe(25.1)
  })

  it('the 2019 form: changes with signs, an amount without a unit', () => {
    const rows = tableRows('proactive', '2019', {
      'proactive.penalties.itemsLastYear': '2648',
      'proactive.penalties.itemsChange': '减18',
      'proactive.penalties.decisions': '538',
      'proactive.procurement.items': '3',
      'proactive.procurement.amount': '957.38',
    })
    const report = reportOf(
      'page.html',
      page(
        [htmlTable(rows), htmlTable(tableRows('requests', '2019')), disputes()],
        '青河县财政局2020年政府信息公开工作年度报告',
      ),
    )
    expect(report.forms).toEqual({ proactive: '2019', requests: '2019', disputes: '2019' })
    expect(
      numbers(report, [
        'proactive.penalties.itemsLastYear',
        'proactive.penalties.itemsChange',
        'proactive.penalties.decisions',
      ]),
    ).toEqual([2648, -18, 538])
    expect(report.cells['proactive.procurement.amount']).toMatchObject({ value: 957.38, state: 'printed' })
    expect(codes(report)).toEqual(['unit-absent'])
  })

  it('a mistyped head leaves no doubt', () => {
    const rows = tableRows('proactive', '2021', { 'proactive.regulations.repealed': '2' })
    for (const cells of rows) for (const cell of cells) if (cell.text === '本年废止件数') cell.text = '本年废纸件数'
    const report = reportOf('page.html', page([htmlTable(rows), htmlTable(tableRows('requests', '2021')), disputes()]))
    expect(report.cells['proactive.regulations.repealed']?.value).toBe(2)
  })

  it('of the rows of one form, under one block’s heads of the other, only that block is in doubt', () => {
    const table = `第二十条第（一）项 | |||
信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |
规章 | 0 | 0 | 0 |
规范性文件 | 3 | 2 | 9 |
第二十条第（五）项 | |||
信息内容 | 处理决定数量 | ||
行政许可 | 117 | ||
第二十条第（六）项 | |||
信息内容 | 处理决定数量 | ||
行政处罚 | 2 | ||
行政强制 | 0 | ||
第二十条第（八）项 | |||
信息内容 | 本年度收费金额（单位：万元） | ||
行政事业性收费 | 4 | ||`
    const report = reportOf('a.txt', `青河县财政局2023年政府信息公开工作年度报告\n${table}`)
    expect(report.forms.proactive).toBe('2021')
    expect(
      numbers(report, ['proactive.licences.decisions', 'proactive.penalties.decisions', 'proactive.fees.amount']),
    ).toEqual([117, 2, 4])
    expect(report.cells['proactive.normativeDocs.repealed']?.value).toBeNull()
  })

  it('notes in brackets behind labels and heads, with figures of their own, are neither labels nor figures', () => {
    const rows = tableRows('proactive', '2019', {
      'proactive.normativeDocs.made': '87',
      'proactive.licences.itemsChange': '-2',
    })
    for (const cells of rows)
      for (const cell of cells) {
        if (cell.text === '规范性文件') cell.text += '（决定、公告、通告、意见等公文）'
        if (cell.text === '上一年项目数量') cell.text += ' （指2019年 事项数）'
        if (cell.text === '本年增/减') cell.text += '（指2020年增减的事项数，减少用负值，如 -8）'
      }
    const title = '青河县财政局2020年政府信息公开工作年度报告'
    const text = rows.map((cells) => cells.map((cell) => cell.text).join('\n')).join('\n')
    for (const report of [
      reportOf('page.html', page([htmlTable(rows), null, null], title)),
      reportOf('a.txt', `${title}\n${text}`),
    ]) {
      expect(numbers(report, ['proactive.normativeDocs.made', 'proactive.licences.itemsChange'])).toEqual([87, -2])
      expect(codes(report)).toEqual(['unit-absent', 'table-absent', 'table-absent'])
    }
  })

  it('heads fewer than the columns name those that are there', () => {
    const rows = tableRows('proactive', '2019', { 'proactive.licences.decisions': '117' })
    const at = rows.findIndex((cells) => cells[0]?.text === '行政许可') - 1
    for (const cells of rows.slice(at, at + 3)) {
      const [label, , , last] = cells
      if (label && last) cells.splice(0, cells.length, label, { ...last, colspan: 9 })
    }
    const report = reportOf('page.html', page([htmlTable(rows), null, null]))
    expect(report.cells['proactive.licences.decisions']?.value).toBe(117)
    const flagged = report.issues.flatMap(({ fields }) => fields)
    expect(flagged).toContain('proactive.licences.itemsLastYear')
    expect(flagged).not.toContain('proactive.licences.decisions')
  })

  it('figures under the heads of the other form are none of this one’s', () => {
    const rows = tableRows('proactive', '2021', { 'proactive.normativeDocs.repealed': '2' })
    const other = new Map([
      ['本年制发件数', '本年新制作数量'],
      ['本年废止件数', '本年新公开数量'],
      ['现行有效件数', '对外公开总数量'],
    ])
    for (const cells of rows) for (const cell of cells) cell.text = other.get(cell.text) ?? cell.text
    const inPage = reportOf('page.html', page([htmlTable(rows), null, null]))
    const lines = rows.map((cells) => cells.map((cell) => cell.text.replace('本年新', '本年新\n')).join('\n'))
    const inText = reportOf('a.txt', ['青河县财政局2023年政府信息公开工作年度报告', ...lines].join('\n'))
    for (const report of [inPage, inText]) {
      expect(report.forms.proactive).toBe('2021')
      for (const row of ['regulations', 'normativeDocs'] as const)
        for (const column of ['issued', 'repealed', 'inForce'] as const) {
          const field: FieldId = `proactive.${row}.${column}`
          expect(report.cells[field]?.value).toBeNull()
          expect(report.issues.filter(({ fields }) => fields.includes(field)).map(({ code }) => code)).toEqual([
            'column-missing',
          ])
        }
      expect(report.cells['proactive.compulsion.decisions']?.value).toBe(0)
    }
  })
})
