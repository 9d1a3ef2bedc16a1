import { describe, expect, it } from 'vitest'
import { slideOf } from '@/exports/pptx/figureSlide'
import { roomOf } from '@/exports/pptx/layout'
import type { PlacedTable } from '@/exports/pptx/layout'
import { tableLayouts } from '@/exports/pptx/tableLayout'
import { cityCharts } from './cityFigures'

const [chart] = cityCharts
if (!chart) throw new Error('no chart')
const slide = slideOf(chart, { filters: [], updated: null, example: true }, { language: 'en', picture: null })
const cell = (text: string) => ({ text, n: '', states: [] })

/** The tables of a figure with a table of these heads and rows on narrow pages. */
const tablesOf = (heads: readonly string[], rows: readonly (readonly string[])[], numeric: readonly boolean[]) =>
  tableLayouts(
    { ...slide, form: 'table', table: { heads, rows: rows.map((row) => row.map(cell)) }, numeric },
    { format: '4:3', logoWidth: 0 },
    'en',
  ).map(({ placed }) => placed.find((one): one is PlacedTable => one.kind === 'table'))

const WORDS = 'administrative normative documents issued this year and in force'

describe('a table that is a little wider than its page', () => {
  it('has its longest words over several lines and stands on one page with all its columns', () => {
    const heads = ['Table', 'Item', '2024', '2023', 'Change (%)']
    const row = ['Table 2 Proactive disclosure', WORDS, '1,082.39', '96,209', 'not comparable']
    const [table, more] = tablesOf(heads, [row], [false, false, true, true, true])
    expect(more).toBeUndefined()
    expect(table?.head.map(({ text }) => text)).toEqual(heads)
    expect(table?.box.w).toBeLessThanOrEqual(roomOf('4:3').w + 0.001)
    expect(table?.heights[1] ?? 0).toBeGreaterThan((table?.heights[0] ?? 0) * 1.5)
  })

  it('goes on beside its first column where numbers alone are too wide', () => {
    const numbers = Array.from({ length: 16 }, () => '1,082.39')
    const tables = tablesOf(['Agency', ...numbers], [['A', ...numbers]], [false, ...numbers.map(() => true)])
    expect(tables.length).toBeGreaterThan(1)
    expect(tables.map((table) => table?.head[0]?.text)).toEqual(tables.map(() => 'Agency'))
  })
})
