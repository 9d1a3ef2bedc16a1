import { describe, expect, it } from 'vitest'
import { yearHeadOf, yearsBeside } from '@/extract/years/yearHead'
import { partByColumns } from '@/extract/years/yearColumns'
import type { Grid } from '@/readers/document'

describe('heads of years', () => {
  it.each([
    ['2023年', 2023, ''],
    ['2023', 2023, ''],
    ['（2023年度）', 2023, ''],
    ['2023年数据', 2023, ''],
    ['２０２３年\n总计', 2023, '总计'],
    ['2023年制发件数', 2023, '制发件数'],
    ['本年', 0, ''],
    ['上一年度', -1, ''],
    ['上年总计', -1, '总计'],
    ['去年同期', -1, ''],
  ])('%j is of %i', (text, year, rest) => {
    expect(yearHeadOf(text)).toEqual({ year, rest })
  })

  it.each(['', '总计', '2022年至2023年', '一、本年新收政府信息公开申请数量', '12023'])('%j is none', (text) => {
    expect(yearHeadOf(text)).toBe(null)
  })

  it('stand beside each other only where each year has the same', () => {
    const heads = (...texts: string[]) => texts.flatMap((text) => yearHeadOf(text) ?? [])
    expect(yearsBeside(heads('2022年', '2023年'))).toEqual(new Set([2022, 2023]))
    // Heads of the form of 2019.
    expect(yearsBeside(heads('上一年项目数量', '本年增/减', '处理决定数量'))).toBe(null)
    expect(yearsBeside(heads('本年制发件数', '本年废止件数'))).toBe(null)
  })
})

describe('columns of years in a grid', () => {
  const grid = (...rows: string[][]): Grid => ({
    kind: 'table',
    table: 1,
    rows: rows.map((row, at) =>
      row.map((text, column) => ({
        text,
        colspan: 1,
        rowspan: 1,
        place: { table: 1, row: at + 1, column: column + 1 },
      })),
    ),
  })
  const texts = (part: Grid | undefined) => part?.rows.map((row) => row.map(({ text }) => text).join(' '))

  it('keep their labels, and their places in the source', () => {
    const parts = partByColumns(grid(['项目', '2022年', '2023年'], ['行政许可', '3', '5']))
    expect([texts(parts?.get(2022)), texts(parts?.get(2023))]).toEqual([
      ['项目 ', '行政许可 3'],
      ['项目 ', '行政许可 5'],
    ])
    expect(parts?.get(2023)?.rows[1]?.[1]?.place).toEqual({ table: 1, row: 2, column: 3 })
  })

  it.each([
    ['figures above the years', grid(['行政处罚', '7', '8'], ['项目', '2022年', '2023年'], ['行政许可', '3', '5'])],
    ['a column of neither', grid(['项目', '2022年', '2023年', '其中'], ['行政许可', '3', '5', '1'])],
    ['a row of the form that holds two counts like years', grid(['项目', '甲', '乙'], ['行政许可', '2022', '2023'])],
  ])('are not told with %s', (_, given) => {
    expect(partByColumns(given)).toBe(null)
  })
})
