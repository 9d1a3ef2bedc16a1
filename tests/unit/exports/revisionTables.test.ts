import { readXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { revisionCsv, revisionXlsx } from '@/exports/revisionTables'
import type { Cell, Report } from '@/report/report'
import { revisionOf } from '@/revision/revision'

const cell = (value: number | null): Cell => ({
  value,
  state: value === null ? 'blank' : 'printed',
  raw: '',
  place: {},
})

function report(received: number | null, text: string): Report {
  return {
    source: { file: 'a.docx', format: 'docx' },
    title: null,
    agency: '某局',
    year: 2023,
    evidence: {},
    forms: { requests: '2021' },
    cells: { 'requests.received.total': cell(received), 'requests.granted.total': cell(0) },
    issues: [],
    sections: [{ number: 1, heading: '一、总体情况', text }],
  }
}
const revision = revisionOf(report(12, '收到12件。'), report(9, '=收到9件。'))
const options = {
  agency: '某局',
  year: 2023,
  older: 1,
  newer: 2,
  language: 'zh',
  example: false,
  created: '2026-01-02T03:04:05Z',
} as const

it('writes a comparison as CSV, one changed cell a line, in Node', () => {
  const [head = '', line = '', ...more] = revisionCsv(revision, options).split('\r\n')
  expect(head.split(',')).toHaveLength(15)
  expect(line.split(',').slice(3, 13)).toEqual([
    'requests.received.total',
    '一、本年新收政府信息公开申请数量·总计',
    '件',
    '1',
    '12',
    '照录',
    '2',
    '9',
    '照录',
    '-3',
  ])
  expect(more.join('')).toBe('')
  expect(revisionCsv(revision, { ...options, example: true })).toContain('示例数据')
})

it('writes a comparison as a workbook whose numbers are numbers and whose texts are never formulas, in Node', async () => {
  const book = await readXlsx(await revisionXlsx(revision, options))
  expect(book.sheets.map(({ name }) => name)).toEqual(['概要', '单元格', '勾稽', '文字'])
  const [summary, cells, , texts] = book.sheets
  expect(summary?.rows[1]?.[0]).toMatch(/^与第 1 版相比：改动 1 格/u)
  expect(cells?.rows[1]?.slice(7, 13)).toEqual([12, '照录', 2, 9, '照录', -3])
  expect(texts?.rows[1]).toEqual(['一、总体情况', '改动', '收到12件。', "'=收到9件。"])
})
