import { describe, expect, it } from 'vitest'
import { fieldsOf } from '@/form/fields'
import type { FieldId } from '@/form/fields'
import type { TableId } from '@/form/version'
import type { Report } from '@/report/report'
import { htmlTable, page, rowWith, tableRows } from './formPage'
import type { PageCell, PageRow } from './formPage'
import { flaggedFields, reportOf } from './reading'

const ORDER: readonly TableId[] = ['proactive', 'requests', 'disputes']
const cell = (text: string): PageCell => ({ text, colspan: 1, rowspan: 1 })
const codes = (report: Report): string[] => report.issues.map(({ code }) => code)

/** A report with one of its tables changed. */
function withTable(table: TableId, html: string): Report {
  return reportOf('年报.html', page(ORDER.map((one) => (one === table ? html : htmlTable(tableRows(one, '2021'))))))
}

/** Every column of a row in a cell of its own; what a span covers stands empty. */
function spread(rows: readonly PageRow[]): PageRow[] {
  const above = new Map<number, number>()
  return rows.map((row) => {
    const cells: PageCell[] = []
    const skip = (): void => {
      for (let left = above.get(cells.length) ?? 0; left > 0; left = above.get(cells.length) ?? 0) {
        above.set(cells.length, left - 1)
        cells.push(cell(''))
      }
    }
    for (const { text, colspan, rowspan, ...rest } of row) {
      skip()
      for (let at = 0; at < colspan; at += 1) {
        above.set(cells.length, rowspan - 1)
        cells.push(at === 0 ? { ...cell(text), ...rest } : cell(''))
      }
    }
    skip()
    return cells
  })
}

/** Fields of a table whose figure is neither read as it is nor said to be in doubt. */
function silent(report: Report, table: TableId, figures: Readonly<Partial<Record<FieldId, string>>>): FieldId[] {
  const flagged = flaggedFields(report)
  return fieldsOf(table, '2021').flatMap(({ id }) =>
    report.cells[id]?.value === Number(figures[id] ?? 0) || flagged.has(id) ? [] : [id],
  )
}

describe('a cell too many', () => {
  it('leaves all of table 四 in doubt, though heads stand over fifteen of the cells', () => {
    const rows = tableRows('disputes', '2021', { 'review.pending': '3', 'review.total': '3' })
    rowWith(rows, 'review.total').splice(2, 0, cell('0'))
    const report = withTable('disputes', htmlTable(rows))
    expect(report.cells['review.pending']?.value).toBeNull()
    expect(codes(report)).toContain('cells-extra')
  })

  it('leaves a row of table 二 in doubt', () => {
    const lines = [
      '青河县财政局2023年政府信息公开工作年度报告',
      '二、主动公开政府信息情况',
      '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
      '规章\t0\t0\t0',
      '行政规范性文件\t1\t\t0\t7',
    ]
    const report = reportOf('a.txt', lines.join('\n'))
    expect(report.cells['proactive.normativeDocs.inForce']?.value).toBeNull()
    expect(flaggedFields(report)).toContain('proactive.normativeDocs.inForce')
  })
})

it('a note in the last cell is no padding, however many cells the columns before it take', () => {
  const rows = tableRows('proactive', '2021', { 'proactive.normativeDocs.inForce': '28（含修订1件）' })
  const row = rowWith(rows, 'proactive.normativeDocs.inForce')
  row.splice(2, 0, cell(''))
  const report = withTable('proactive', htmlTable(rows))
  expect(report.cells['proactive.normativeDocs.inForce']?.value).toBeNull()
  expect(flaggedFields(report)).toContain('proactive.normativeDocs.inForce')
})

describe('columns in another order, without spans that put the heads over them', () => {
  const lines = (heads: readonly string[]): string =>
    [
      '青河县财政局2023年政府信息公开工作年度报告',
      '三、收到和处理政府信息公开申请情况',
      `申请人情况\t${heads.join('\t')}`,
      '一、本年新收政府信息公开申请数量\t9\t4\t2\t1\t1\t1\t0',
      '二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0',
      '（七）总计\t9\t4\t2\t1\t1\t1\t0',
      '四、结转下年度继续办理\t0\t0\t0\t0\t0\t0\t0',
    ].join('\n')

  it('are read by the order of the heads, and said', () => {
    const heads = ['自然人', '科研机构', '商业企业', '社会公益组织', '法律服务机构', '其他', '总计']
    const report = reportOf('a.txt', lines(heads))
    expect(report.cells['requests.received.research']?.value).toBe(4)
    expect(codes(report)).toContain('columns-permuted')
  })

  it('the total first is the total', () => {
    const heads = ['总计', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']
    const report = reportOf('a.txt', lines(heads))
    expect(report.cells['requests.received.total']?.value).toBe(9)
    expect(report.cells['requests.received.natural']?.value).toBe(4)
    expect(codes(report)).toContain('columns-permuted')
  })
})

describe('a column that is gone', () => {
  const figures = { 'requests.granted.natural': '22', 'requests.granted.business': '1', 'requests.granted.total': '23' }

  it.each(['total', 'natural', 'legal'])('%s: a blank in the labels’ columns is not one of the seven', (column) => {
    const rows = spread(tableRows('requests', '2021', figures))
    const heads = { total: '总计', natural: '自然人', legal: '法律服务机构' }[column]
    const kept = rows.map((row) =>
      row.filter(({ text, field }) => field?.endsWith(`.${column}`) !== true && text.replace(/\s/gu, '') !== heads),
    )
    expect(silent(withTable('requests', htmlTable(kept)), 'requests', figures)).toEqual([])
  })
})

describe('what page breaks leave in tables', () => {
  it.each(['- 3 -', '第3页', '3 / 8', '—3—'])('%s is passed over', (number) => {
    for (const table of ORDER) {
      const rows = tableRows(table, '2021')
      rows.splice(-1, 0, [cell(number)])
      const report = withTable(table, htmlTable(rows))
      expect([table, codes(report), silent(report, table, {})]).toEqual([table, [], []])
    }
  })

  it('table 四 twice with the same figures is read', () => {
    const html = htmlTable(tableRows('disputes', '2021', { 'review.upheld': '2', 'review.total': '2' }))
    const report = withTable('disputes', html + html)
    expect(report.cells['review.upheld']?.value).toBe(2)
    expect(flaggedFields(report).size).toBe(0)
  })
})

it('a row of blanks behind a page break is blank, where rows before the break show how such rows are written', () => {
  const head = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'].join('\t')
  const zeros = '\t0\t0\t0\t0\t0\t0\t0'
  const lines = [
    '青河县财政局2023年政府信息公开工作年度报告',
    '三、收到和处理政府信息公开申请情况',
    `申请人情况\t${head}`,
    '一、本年新收政府信息公开申请数量\t4\t2\t0\t0\t0\t0\t6',
    `二、上年结转政府信息公开申请数量${zeros}`,
    '- 2 -',
    '',
    ...['1.信访举报投诉类申请', '2.重复申请', '3.要求提供公开出版物', '4.无正当理由大量反复申请', '（七）总计'].map(
      (label) => `三、本年度办理结果\t${label}${zeros}`,
    ),
    '四、结转下年度继续办理\t\t\t\t\t\t\t',
  ]
  const report = reportOf('a.txt', lines.join('\n'))
  expect(report.cells['requests.carriedOut.total']).toMatchObject({ value: null, state: 'blank' })
  expect(flaggedFields(report)).not.toContain('requests.carriedOut.total')
})

describe('table 二 twice', () => {
  it('with another figure: the field is named', () => {
    const [one, other] = ['2', '5'].map((figure) =>
      htmlTable(tableRows('proactive', '2021', { 'proactive.licences.decisions': figure })),
    )
    const report = withTable('proactive', `${one ?? ''}<p>核对</p>${other ?? ''}`)
    expect([...flaggedFields(report)]).toEqual(['proactive.licences.decisions'])
  })

  it('is not what a list of permits and penalties year by year makes', () => {
    const rows = ['行政许可', '行政处罚', '行政强制', '行政事业性收费'].map((name) => [
      cell(name),
      cell('4'),
      cell('6'),
    ])
    const list = htmlTable([[cell('事项'), cell('2022年'), cell('2023年')], ...rows])
    const report = withTable('proactive', htmlTable(tableRows('proactive', '2021')) + list)
    expect([codes(report), silent(report, 'proactive', {})]).toEqual([[], []])
  })
})

describe('marks of footnotes', () => {
  const sup = (rows: readonly PageRow[]): string =>
    htmlTable(rows).replaceAll(/\{(.*?)\}/gu, (_, mark: string) => `<sup>${mark}</sup>`)

  it.each(['{1}', '{①}', '{[1]}', '①', '[2]', '*'])('%s behind a label is no damage', (mark) => {
    for (const [table, field] of [
      ['proactive', 'proactive.licences.decisions'],
      ['requests', 'requests.refused.thirdParty.total'],
    ] as const) {
      const rows = tableRows(table, '2021')
      for (const own of rowWith(rows, field)) if (own.field === undefined) own.text += mark
      const report = withTable(table, sup(rows))
      expect([codes(report), silent(report, table, {})]).toEqual([[], []])
    }
  })

  it.each(['{1}', '{①}', '{[1]}', '①', '[2]'])('%s behind a figure is none of its digits, and said', (mark) => {
    const rows = tableRows('disputes', '2021', { 'review.upheld': `3${mark}` })
    const report = withTable('disputes', sup(rows))
    expect(report.cells['review.upheld']).toMatchObject({ value: 3, state: 'repaired' })
    expect([...flaggedFields(report)]).toEqual(['review.upheld'])
  })

  it('behind the first figures of a row are no numbers of its labels', () => {
    const rows = tableRows('requests', '2021')
    for (const own of rowWith(rows, 'requests.refused.thirdParty.total')) if (own.field !== undefined) own.text += '①'
    const report = withTable('requests', sup(rows))
    expect(report.cells['requests.refused.thirdParty.natural']).toMatchObject({
      state: 'repaired',
      raw: '0①',
      value: 0,
    })
    expect(codes(report)).toEqual(Array<string>(7).fill('number-repaired'))
  })
})

describe('text whose last row is damaged', () => {
  const lines = (last: readonly string[]): string =>
    [
      '青河县财政局2023年政府信息公开工作年度报告',
      '二、主动公开政府信息情况\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数',
      '规章\n0\n0\n0\n行政规范性文件\n1\n0\n7',
      '信息内容\n本年收费金额（单位：万元）\n行政事业性收费',
      ...last,
      '三、收到和处理政府信息公开申请情况',
    ].join('\n')

  it.each([
    ['no figure', []],
    ['a figure in pieces', ['7 . 2 5']],
  ])('%s: it is said', (_, last) => {
    const report = reportOf('a.txt', lines(last))
    expect(report.cells['proactive.fees.amount']?.value).toBeNull()
    expect(flaggedFields(report)).toContain('proactive.fees.amount')
  })
})

it('words in a value column are that cell, unread, and push nothing aside', () => {
  const heads = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计', '']
  const rows = [
    ['一、本年新收政府信息公开申请数量', '3', '1', '0', '0', '0', '0', '4', ''],
    ['二、上年结转政府信息公开申请数量', '0', '0', '0', '0', '0', '0', '0', ''],
    ['（一）予以公开', '见附件', '1', '0', '0', '0', '0', '4', ''],
    ['（二）部分公开', '0', '0', '0', '0', '0', '0', '0', ''],
    ['（七）总计', '3', '1', '0', '0', '0', '0', '4', ''],
    ['四、结转下年度继续办理', '0', '0', '0', '0', '0', '0', '0', ''],
  ]
  const line = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  const table = [['申请人情况', ...heads], ...rows].map(line).join('')
  const report = reportOf('a.html', `<h1>青河县财政局2023年政府信息公开工作年度报告</h1><table>${table}</table>`)
  expect(report.cells['requests.granted.natural']).toMatchObject({ value: null, state: 'unread' })
  expect(flaggedFields(report)).toContain('requests.granted.natural')
  expect(report.cells['requests.granted.business']?.value).toBe(1)
  expect(report.cells['requests.granted.total']?.value).toBe(4)
})
