import { describe, expect, it } from 'vitest'
import { askerOf } from '@/analysis/asker'
import { askFigure } from '@/analysis/catalogue'
import { CubeEngine } from '@/cube/engine'
import type { FieldId } from '@/form/fields'
import { dataOf } from '../cube/asked'
import { agency, filed } from '../cube/filed'

const NUMBERS = {
  'requests.received.total': 100,
  'requests.granted.total': 60,
  'requests.granted.natural': 60,
  'requests.refused.thirdParty.total': 40,
  'requests.settled.total': 100,
} satisfies Partial<Record<FieldId, number>>
const inError = Object.keys(NUMBERS) as FieldId[]
const SMALL = { ...NUMBERS, 'requests.settled.total': 3, 'requests.granted.total': 2 }
const engine = new CubeEngine(
  dataOf(
    [agency('a'), agency('b')],
    [2022, 2023].flatMap((year) => [filed('a', year, NUMBERS, { inError }), filed('b', year, SMALL, { inError })]),
  ),
)

/** Columns of a figure, by their heads. */
describe.each([
  ['reasons', '占比', '保护第三方合法权益'],
  ['sankey', '各类相加', '予以公开'],
  ['flows', '受理减去向', '2023'],
  ['headlines', '可比上年', '办结总计'],
  ['headlines', '可比本年', '办结总计'],
  ['histogram', '机关数', '60%–65%'],
  ['histogram', '另有 n < 30 的', '65%–70%'],
])('the table of %s', (kind, column, row) => {
  it(`marks ${column} of ${row} where what it is made of rests on an open error`, async () => {
    const chart = await askFigure(askerOf(engine), { kind, query: { figure: 'rate.granted' } })
    const at = chart?.table.columns.findIndex(({ label }) => label.zh === column) ?? -1
    const cells = chart?.table.rows.find(([head]) => head?.kind === 'text' && head.text.zh.startsWith(row))
    expect(chart?.table.rows.map(([head]) => (head?.kind === 'text' ? head.text.zh : ''))).toContainEqual(
      expect.stringContaining(row),
    )
    expect(cells?.[at]).toMatchObject({ kind: 'number', states: { inError: expect.any(Number) as number } })
  })
})

describe('reasons of a year alone', () => {
  it('do not call the year before one without the figure', async () => {
    const chart = await askFigure(askerOf(engine), { kind: 'reasons', query: { years: '2023' } })
    expect(chart?.table.columns.map(({ label }) => label.zh)).toEqual(['理由', '2023 年', '占比'])
  })
})
