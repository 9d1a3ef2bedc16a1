import { describe, expect, it } from 'vitest'
import type { FieldId } from '@/form/fields'
import { REQUEST_COLUMNS, requestRows } from '@/form/requests'
import type { RequestRowKey } from '@/form/requests'
import { flaggedFields, reportOf } from './reading'

const TITLE = '青河县财政局2023年政府信息公开工作年度报告'
const PROACTIVE = [
  '二、主动公开政府信息情况',
  '第二十条第（一）项',
  '信息内容 本年制发件数 本年废止件数 现行有效件数',
  '规章 0 0 0',
  '行政规范性文件 2 1 5',
  '第二十条第（五）项',
  '信息内容 本年处理决定数量',
  '行政许可 31',
  '第二十条第（六）项',
  '信息内容 本年处理决定数量',
  '行政处罚 7',
  '行政强制 0',
  '第二十条第（八）项',
  '信息内容 本年收费金额（单位：万元）',
  '行政事业性收费 12.5',
]
const REQUESTS_HEAD = ['三、收到和处理政府信息公开申请情况', '申请人情况', '自然人 商业企业 科研机构 其他 总计']
const DISPUTES_HEAD = ['四、政府信息公开行政复议、行政诉讼情况', '行政复议 行政诉讼']
const RESULTS = '结果维持 结果纠正 其他结果 尚未审结 总计'
const DISPUTES = [...DISPUTES_HEAD, RESULTS, '未经复议直接起诉 复议后起诉', RESULTS, RESULTS]
const NO_DISPUTES = Array.from({ length: 15 }, () => '0').join(' ')

const labels = requestRows('2021').map(({ printed }) => printed)
const figures = requestRows('2021').map((_, at) => [at, 1, 0, 0, 0, 0, at + 1].map(String))
const rows = labels.map((label, at) => [label, ...(figures[at] ?? [])].join(' '))
const fields = (key: RequestRowKey): FieldId[] => REQUEST_COLUMNS.map((column): FieldId => `requests.${key}.${column}`)
const ALL = requestRows('2021').flatMap(({ key }) => fields(key))

const read = (...lines: readonly string[]) =>
  reportOf('a.txt', [TITLE, ...lines, '五、存在的主要问题及改进情况', '继续改进。'].join('\n'))

describe('text copied line by line', () => {
  it('is read whole', () => {
    const report = read(...PROACTIVE, ...REQUESTS_HEAD, ...rows, ...DISPUTES, NO_DISPUTES)
    expect(ALL.map((field) => String(report.cells[field]?.value))).toEqual(figures.flat())
    expect(report.issues).toEqual([])
  })

  it('prose that counts applicants by their kind does not hide table 二', () => {
    const prose = '（二）依申请公开 全年收到申请 9 件，其中自然人 8 件、商业企业 1 件。'
    const glued = PROACTIVE.join(' ').replace('行政规范性文件 2 1 5', '行政规范性文件215')
    const report = read(prose, glued, ...REQUESTS_HEAD, ...rows, ...DISPUTES, NO_DISPUTES)
    expect(report.forms.proactive).toBe('2021')
    expect(report.cells['proactive.licences.decisions']?.value).toBe(31)
    expect([...flaggedFields(report)]).toContain('proactive.normativeDocs.issued')
  })

  it('figures behind a character of the label that runs down beside the rows are those of the row above', () => {
    const at = labels.findIndex((label) => label.startsWith('3.危及'))
    const broken = rows.flatMap((row, index) =>
      index === at ? [labels[at] ?? '', `度 ${(figures[at] ?? []).join(' ')}`] : [row],
    )
    const report = read(...PROACTIVE, ...REQUESTS_HEAD, ...broken, ...DISPUTES, NO_DISPUTES)
    expect(ALL.map((field) => String(report.cells[field]?.value))).toEqual(figures.flat())
    expect(report.issues).toEqual([])
  })

  it('the head of table 四, its broken cells read line by line across them', () => {
    const half = '结果 结果 其他 尚未'
    const rest = '维持 纠正 结果 审结'
    const head = [...DISPUTES_HEAD, '未经复议直接起诉 复议后起诉', `${half} 总计`, `${half} ${half} 总计`, '总计']
    const disputes = '3 1 0 0 4 1 0 0 0 1 0 0 0 2 2'
    const report = read(...PROACTIVE, ...REQUESTS_HEAD, ...rows, ...head, rest, `${rest} ${rest}`, disputes)
    expect(report.cells['review.total']?.value).toBe(4)
    expect(report.cells['litigation.afterReview.pending']?.value).toBe(2)
    expect(report.issues).toEqual([])
  })
})

describe('text whose labels and figures are out of order', () => {
  it.each([0, 4, 12])('two labels, then the figures of both rows: from row %i', (at) => {
    const stacked = rows.flatMap((row, index) => {
      if (index === at) return labels.slice(at, at + 2)
      return index === at + 1 ? figures.slice(at, at + 2).map((row) => row.join(' ')) : [row]
    })
    const report = read(...PROACTIVE, ...REQUESTS_HEAD, ...stacked, ...DISPUTES, NO_DISPUTES)
    const off = ALL.filter((field, index) => String(report.cells[field]?.value) !== figures.flat()[index])
    expect(off.filter((field) => !flaggedFields(report).has(field))).toEqual([])
    expect(off.every((field) => (report.cells[field]?.value ?? null) === null)).toBe(true)
  })

  it('each row’s figures before its label', () => {
    const turned = labels.flatMap((label, at) => [(figures[at] ?? []).join(' '), label])
    const report = read(...PROACTIVE, ...REQUESTS_HEAD, ...turned, ...DISPUTES, NO_DISPUTES)
    for (const field of ALL) expect(report.cells[field]?.value ?? null).toBeNull()
    expect(report.issues.map(({ code }) => code)).toEqual(['table-unreadable'])
  })
})

describe('text that shows no empty cells', () => {
  it('has its first row blank like the others', () => {
    const report = read(...PROACTIVE, ...REQUESTS_HEAD, ...labels, ...DISPUTES, NO_DISPUTES)
    expect(report.cells['requests.received.total']).toMatchObject({ value: null, state: 'blank' })
    expect(report.issues).toEqual([])
  })
})

describe('text copied column by column', () => {
  it('rows of table 三 whose figures stand elsewhere are not blank', () => {
    const byColumn = REQUEST_COLUMNS.flatMap((_, column) => figures.map((row) => row[column] ?? ''))
    const report = read(...PROACTIVE, ...REQUESTS_HEAD, ...labels, ...byColumn, ...DISPUTES, NO_DISPUTES)
    for (const field of ALL) expect(report.cells[field]?.value ?? null).toBeNull()
    expect(ALL.filter((field) => !flaggedFields(report).has(field))).toEqual([])
    expect(report.cells['review.total']?.value).toBe(0)
  })

  it('nor are those of table 二', () => {
    const behind = [
      ['二、主动公开政府信息情况', '第二十条第（一）项', '信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
      ['规章', '行政规范性文件', '0', '2', '0', '1', '0', '5', '第二十条第（五）项', '信息内容'],
      ['本年处理决定数量', '行政许可', '31', '第二十条第（六）项', '信息内容', '本年处理决定数量'],
      ['行政处罚', '行政强制', '7', '0', '第二十条第（八）项', '信息内容', '行政事业性收费'],
      ['本年收费金额（单位：万元）', '12.5'],
    ].flat()
    for (const end of ['\n', '\n\n']) {
      const report = read(behind.join(end), ...REQUESTS_HEAD, ...rows, ...DISPUTES, NO_DISPUTES)
      const lost = ['regulations.issued', 'regulations.inForce', 'penalties.decisions', 'fees.amount']
      for (const name of lost) {
        expect(report.cells[`proactive.${name}` as FieldId]?.value).toBeNull()
        expect([...flaggedFields(report)]).toContain(`proactive.${name}`)
      }
      expect(report.cells['proactive.licences.decisions']?.value).toBe(31)
    }
  })
})

describe('figures that stand before their labels', () => {
  const before = labels.map((label, at) => [...(figures[at] ?? []), label].join(' '))

  it('are no row’s, with a head over them or none', () => {
    for (const head of [REQUESTS_HEAD, REQUESTS_HEAD.slice(0, 1)]) {
      const report = read(...PROACTIVE, ...head, ...before, ...DISPUTES, NO_DISPUTES)
      expect(ALL.map((field) => report.cells[field]?.value ?? null)).toEqual(ALL.map(() => null))
      expect(ALL.filter((field) => !flaggedFields(report).has(field))).toEqual([])
    }
  })
})
