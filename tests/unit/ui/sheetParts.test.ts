import { describe, expect, it } from 'vitest'
import { askerOf } from '@/analysis/asker'
import { askFigure } from '@/analysis/catalogue'
import type { DeckTemplate, FigureItem } from '@/analysis/kept'
import type { Chart } from '@/charts/chart'
import type { DeckFigure } from '@/ui/deck/deckFigures'
import { sheetPartsOf } from '@/ui/deck/sheetParts'
import { engineOf } from '../analysis/engine'

const SETTING = { filters: ['全部机关'], updated: '2025-02-10', example: true }

const item = (form: FigureItem['form']): FigureItem => ({
  kind: 'figure',
  id: 'i1',
  question: { kind: 'formTotals', query: {} },
  form,
  title: null,
  lines: null,
  seen: { columns: [], rows: [] },
})
async function totals(): Promise<Chart> {
  const chart = await askFigure(askerOf(engineOf()), item('table').question)
  if (!chart) throw new Error('nothing to draw')
  return chart
}
const figure = (chart: Chart): DeckFigure => ({ chart, setting: SETTING, changes: [], failure: null, absences: [] })
const withRows = (chart: Chart, rows: number): Chart => ({
  ...chart,
  table: { ...chart.table, rows: Array.from({ length: rows }, () => chart.table.rows[0] ?? []) },
})
const rowsOf = (chart: Chart, template: DeckTemplate = {}) =>
  sheetPartsOf(item('table'), figure(chart), template, 'zh').map(({ rows }) => rows)

describe('the sheets of an item', () => {
  it('are one but for a table that is longer than one', async () => {
    const chart = await totals()
    for (const form of ['chart', 'reading', 'number'] as const)
      expect(sheetPartsOf(item(form), figure(chart), {}, 'zh')).toHaveLength(1)
    expect(sheetPartsOf(item('table'), undefined, {}, 'zh')).toHaveLength(1)
    expect(rowsOf(withRows(chart, 10))).toEqual([null])
  })

  it('have every row of a long table once, in order, and say which goes on', async () => {
    const chart = withRows(await totals(), 200)
    const parts = sheetPartsOf(item('table'), figure(chart), {}, 'zh')
    const rows = parts.flatMap((part) => part.rows ?? [])
    expect(rows[0]?.from).toBe(0)
    expect(rows.at(-1)?.to).toBe(200)
    for (const [at, { from }] of rows.slice(1).entries()) expect(from).toBe(rows[at]?.to)
    expect(rows.every(({ from, to }) => to > from && to - from <= 32)).toBe(true)
    const after = rows.slice(1).map(({ from, to }) => to - from)
    expect(Math.max(...after) - Math.min(...after)).toBeLessThan(after.length)
    expect(parts.map(({ goesOn }) => goesOn)).toEqual([false, ...parts.slice(1).map(() => true)])
    expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length)
  })

  it('leave what is told above the table its room', async () => {
    const chart = withRows(await totals(), 200)
    const told = { ...chart, readings: Array.from({ length: 6 }, () => ({ zh: '句。', en: 'One.' })) }
    const [plain, read] = [rowsOf(chart), rowsOf(told)]
    expect(read[0]?.to ?? 0).toBeLessThan((plain[0]?.to ?? 0) - 5)
    const room = (rows: typeof plain): number => (rows[1]?.to ?? 0) - (rows[1]?.from ?? 0)
    // Those after it are as before, but for what evens them out.
    expect(Math.abs(room(read) - room(plain))).toBeLessThanOrEqual(2)
  })
})
