import { describe, expect, it } from 'vitest'
import { readItem } from '@/analysis/readDeck'
import { changesSince, seenOf } from '@/analysis/seen'
import { countCell, endColumn, startColumn, textCell } from '@/charts/table'
import type { ChartTable, TableCell } from '@/charts/table'
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

  it('is no column that tables have had, or have called so, only since a later version', () => {
    const now = (small: string, more: boolean): { table: ChartTable } => ({
      table: {
        columns: [
          startColumn(both('结果', '')),
          endColumn(both(small, '')),
          ...(more ? [endColumn(both('占办结', ''))] : []),
        ],
        rows: [[textCell('甲'), countCell(3), ...(more ? [countCell(4)] : [])]],
      },
    })
    expect(changesSince(seenOf(now('其外 n < 30', false)), now('另有 n < 30 的', true))).toEqual([])
    expect(changesSince(seenOf(now('其外 n < 20', false)), now('另有 n < 30 的', true))).toHaveLength(2)
    expect(changesSince(seenOf(now('数', true)), now('数', false))).toEqual([
      { row: '甲', column: '占办结', from: '4', to: null },
    ])
  })

  it('is no n that a number stands with only since a later version, but one that is another', () => {
    const now = (n?: number): { table: ChartTable } => ({
      table: {
        columns: [startColumn(both('指标', '')), endColumn(both('可比上年', ''))],
        rows: [[textCell('办结率'), { kind: 'number', unit: 'ratio', value: 0.5, ...(n !== undefined && { n }) }]],
      },
    })
    expect(changesSince(seenOf(now()), now(1240))).toEqual([])
    expect(changesSince(seenOf(now(1240)), now())).toEqual([])
    expect(changesSince(seenOf(now(1240)), now(1241))).toHaveLength(1)
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

  it('is told in English to the last word, but for names of bodies', () => {
    const shares = (
      years: readonly (readonly [year: string, granted: number | null, refused: number])[],
      more: readonly TableCell[] = [],
    ): { table: ChartTable } => ({
      table: {
        columns: [
          startColumn(both('年份', 'Year')),
          endColumn(both('予以公开', 'Granted')),
          endColumn(both('不予公开', 'Refused')),
          ...more.map(() => endColumn(both('无法提供', 'Unavailable'))),
        ],
        rows: years.map(([year, granted, refused]) => [
          textCell(`${year} 年`, year),
          {
            kind: 'number',
            unit: 'ratio',
            ...(granted === null ? { value: null, gap: 'missing' } : { value: granted, n: 12 }),
          },
          {
            kind: 'number',
            unit: 'count',
            value: refused,
            states: { repaired: 0, inferred: 0, corrected: 1, inError: 1 },
          },
          ...more,
        ]),
      },
    })
    const seen = seenOf(
      shares(
        [
          ['2022', 0.5, 8],
          ['2023', null, 3],
        ],
        [countCell(4)],
      ),
    )
    const changes = changesSince(
      seen,
      shares([
        ['2022', 0.25, 9],
        ['2023', 0.5, 3],
      ]),
      'en',
    )
    expect(changes).toEqual([
      { row: '2022', column: 'Granted (%)', from: '50.0 n 12', to: '25.0 n 12' },
      { row: '2022', column: 'Refused', from: 'cor E 8', to: 'cor E 9' },
      { row: '2023', column: 'Granted (%)', from: 'no report', to: '50.0 n 12' },
      { row: '2022', column: 'Unavailable', from: '4', to: null },
      { row: '2023', column: 'Unavailable', from: '4', to: null },
    ])
    const named = changesSince(seenOf(before), tableOf([['1', '甲', 12]]), 'en')
    expect(named[0]).toEqual({ row: '甲', column: 'Cases', from: '9', to: '12' })
  })

  const reporting = (missing: readonly (readonly [number, string])[]): { table: ChartTable } => ({
    table: {
      columns: [
        startColumn(both('年份', 'Year')),
        endColumn(both('未报', 'No report')),
        startColumn(both('未报的机关', 'Missing')),
      ],
      rows: missing.map(([count, who]) => [textCell('2024'), countCell(count), textCell(who)]),
    },
  })

  it('is no other row where only the text behind its numbers is another', () => {
    expect(changesSince(seenOf(reporting([[2, '甲、乙']])), reporting([[1, '乙']]))).toEqual([
      { row: '2024', column: '未报', from: '2', to: '1' },
      { row: '2024', column: '未报的机关', from: '甲、乙', to: '乙' },
    ])
  })

  it('is told of a figure that has no rows any more, and of one that had none', () => {
    const [some, none] = [reporting([[2, '甲、乙']]), reporting([])]
    expect(changesSince(seenOf(some), none)).toContainEqual({ row: '2024', column: '未报', from: '2', to: null })
    expect(changesSince(seenOf(none), some)).toContainEqual({ row: '2024', column: '未报', from: null, to: '2' })
  })

  const differing = (shown: number | null): { table: ChartTable } => ({
    table: {
      columns: [startColumn(both('机关', 'Agency')), endColumn(both('较上年之差', 'Difference'))],
      rows: [
        [textCell('甲'), { kind: 'number', unit: 'ratio', value: null, gap: 'notComparable', signed: true }],
        [
          textCell('乙'),
          shown === null
            ? { kind: 'number', unit: 'ratio', value: null, gap: 'notComparable', signed: true }
            : { kind: 'number', unit: 'ratio', value: shown / 100, shown, signed: true },
        ],
      ],
    },
  })

  it('is the number alone where the head of its column comes to say another unit', () => {
    expect(changesSince(seenOf(differing(null)), differing(1.5))).toEqual([
      { row: '乙', column: '较上年之差（百分点）', from: '不可比', to: '+1.5' },
    ])
  })

  it('is nothing of what was kept, however long its texts', () => {
    const long = reporting([[300, Array.from({ length: 300 }, (_, at) => `第 ${String(at)} 局`).join('、')]])
    const item = {
      kind: 'figure',
      id: 'i',
      question: { kind: 'coverage', query: {} },
      form: 'table',
      seen: seenOf(long),
    }
    const kept = readItem(JSON.parse(JSON.stringify(item)))
    if (kept?.kind !== 'figure') throw new Error('no figure')
    expect(changesSince(kept.seen, long)).toEqual([])
  })
})
