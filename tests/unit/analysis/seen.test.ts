import { describe, expect, it } from 'vitest'
import { changesSince, seenOf } from '@/analysis/seen'
import { countCell, endColumn, startColumn, textCell } from '@/charts/table'
import type { ChartTable } from '@/charts/table'
import { both } from '@/charts/words'

const tableOf = (rows: readonly (readonly [rank: string, name: string, value: number])[]): { table: ChartTable } => ({
  table: {
    columns: [endColumn(both('名次', 'Rank')), startColumn(both('机关', 'Agency')), endColumn(both('件', 'Cases'))],
    rows: rows.map(([rank, name, value]) => [textCell(rank), textCell(name), countCell(value)]),
  },
})
const before = tableOf([
  ['1', '甲', 9],
  ['2', '乙', 5],
])

describe('what has changed since a figure was seen', () => {
  it('is nothing while the table says the same', () => {
    expect(changesSince(seenOf(before), before)).toEqual([])
  })

  it('is the number and its row and column, wherever the row stands now', () => {
    const now = tableOf([
      ['1', '乙', 12],
      ['2', '甲', 9],
    ])
    expect(changesSince(seenOf(before), now)).toEqual([
      { row: '乙', column: '名次', from: '2', to: '1' },
      { row: '乙', column: '件', from: '5', to: '12' },
      { row: '甲', column: '名次', from: '1', to: '2' },
    ])
  })

  it('is a row that came and one that is gone', () => {
    const changes = changesSince(
      seenOf(before),
      tableOf([
        ['1', '甲', 9],
        ['2', '丙', 1],
      ]),
    )
    expect(changes).toContainEqual({ row: '丙', column: '件', from: null, to: '1' })
    expect(changes).toContainEqual({ row: '乙', column: '件', from: '5', to: null })
  })

  it('tells rows of one name apart', () => {
    const twice = tableOf([
      ['1', '甲', 9],
      ['2', '甲', 5],
    ])
    const now = tableOf([
      ['1', '甲', 9],
      ['2', '甲', 6],
    ])
    expect(changesSince(seenOf(twice), now)).toEqual([{ row: '甲', column: '件', from: '5', to: '6' }])
  })
})
