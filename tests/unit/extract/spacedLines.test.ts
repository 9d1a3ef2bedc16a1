import { describe, expect, it } from 'vitest'
import type { FieldId } from '@/form/fields'
import { reportOf } from './reading'

const BLOCKS: readonly (readonly string[])[] = [
  ['第二十条第（一）项'],
  ['信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量'],
  ['规章', '0', '1', '2'],
  ['规范性文件', '17', '4', '5'],
  ['第二十条第（五）项'],
  ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'],
  ['行政许可', '12', '-6', '9'],
  ['其他对外管理服务事项', '3', '0', '8'],
  ['第二十条第（六）项'],
  ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'],
  ['行政处罚', '45', '2', '7'],
  ['行政强制', '42', '-4', '0'],
  ['第二十条第（八）项'],
  ['信息内容', '上一年项目数量', '本年增/减'],
  ['行政事业性收费', '3', '0'],
  ['第二十条第（九）项'],
  ['信息内容', '采购项目数量', '采购总金额'],
  ['政府集中采购', '5', '13.5万元'],
]

const row = (key: string, columns: readonly string[], values: readonly number[]): (readonly [FieldId, number])[] =>
  columns.map((column, at) => [`proactive.${key}.${column}`, values[at] ?? Number.NaN])
const FILES = ['made', 'published', 'publicTotal']
const ITEMS = ['itemsLastYear', 'itemsChange', 'decisions']
const PRINTED = [
  row('regulations', FILES, [0, 1, 2]),
  row('normativeDocs', FILES, [17, 4, 5]),
  row('licences', ITEMS, [12, -6, 9]),
  row('otherServices', ITEMS, [3, 0, 8]),
  row('penalties', ITEMS, [45, 2, 7]),
  row('compulsion', ITEMS, [42, -4, 0]),
  row('fees', ['itemsLastYear', 'itemsChange'], [3, 0]),
  row('procurement', ['items', 'amount'], [5, 13.5]),
]

describe('table 二 in text, one cell a line', () => {
  it.each([
    ['without empty lines', '\n'],
    ['an empty line after every cell', '\n\n'],
    ['two empty lines after every cell', '\n\n\n'],
  ])('%s', (_, end) => {
    const cells = BLOCKS.flat().join(end)
    const report = reportOf(
      'a.txt',
      ['青河县财政局2019年政府信息公开工作年度报告', '二、主动公开政府信息情况', cells].join('\n\n'),
    )
    const read = PRINTED.map((row) => row.map(([field]) => report.cells[field]?.value))
    expect(read).toEqual(PRINTED.map((row) => row.map(([, value]) => value)))
    expect(report.issues.filter((issue) => issue.code !== 'table-absent')).toEqual([])
  })
})

describe('empty cells in text, one cell a line', () => {
  const TABLES = [
    ['三、收到和处理政府信息公开申请情况'],
    ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'],
    ['一、本年新收政府信息公开申请数量', '4', '1', '', '', '', '', '5'],
    ['二、上年结转政府信息公开申请数量', '', '', '', '2', '', '', '2'],
    ['三、本年度办理结果', '（一）予以公开', '', '1', '', '1', '', '', '2'],
    ['（七）总计', '3', '1', '', '1', '', '', '5'],
    ['四、结转下年度继续办理', '1', '', '', '1', '', '', '2'],
    ['四、政府信息公开行政复议、行政诉讼情况'],
    ['行政复议', '行政诉讼', '未经复议直接起诉', '复议后起诉'],
    ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
    ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
    ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
  ].flat()
  const DISPUTES = ['', '1', '', '', '1', '', '', '', '', '', '2', '', '', '', '2']
  const read = (disputes: readonly string[], end: string) =>
    reportOf(
      'a.txt',
      ['青河县财政局2023年政府信息公开工作年度报告', ...TABLES, ...disputes, '五、存在的主要问题及改进情况'].join(end),
    )

  it.each([
    ['an empty line for an empty cell', '\n'],
    ['the same with every line end doubled', '\n\n'],
  ])('%s', (_, end) => {
    const { cells, issues } = read(DISPUTES, end)
    expect(cells['requests.received.natural']?.value).toBe(4)
    expect(cells['requests.carriedIn.nonprofit']?.value).toBe(2)
    expect(cells['requests.granted.natural']).toMatchObject({ value: null, state: 'blank' })
    expect(cells['review.upheld']).toMatchObject({ value: null, state: 'blank' })
    expect(cells['review.corrected']?.value).toBe(1)
    expect(cells['litigation.afterReview.total']?.value).toBe(2)
    expect(issues.map(({ code }) => code)).toEqual(['row-missing', 'table-absent'].reverse())
  })

  it('a row of table 四 whose totals do not stand in their places is not read', () => {
    const { cells, issues } = read(['', '1', '', '1', '', '', '', '', '', '2', '', '', '', '2', ''], '\n')
    expect(cells['review.corrected']?.value).toBeNull()
    expect(issues.map(({ code }) => code)).toContain('cells-missing')
  })
})

describe('a line of figures without end', () => {
  it('is no table, and no failure', () => {
    const report = reportOf(
      'a.txt',
      `青河县财政局2019年政府信息公开工作年度报告\n\n一、本年新收政府信息公开申请数量 ${'0 1 '.repeat(250_000)}`,
    )
    expect(report.forms).toEqual({})
    expect(report.cells).toEqual({})
  })

  it('nor is one row of table 三 that comes back without end', () => {
    const report = reportOf(
      'a.txt',
      `青河县财政局2019年政府信息公开工作年度报告\n${'一、本年新收政府信息公开申请数量 0 0 0 0 0 0 0\n'.repeat(20_000)}`,
    )
    expect(report.cells).toEqual({})
  })
})
