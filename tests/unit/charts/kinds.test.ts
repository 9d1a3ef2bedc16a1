import { describe, expect, it } from 'vitest'
import type { Chart } from '@/charts/chart'
import { bareDrawing } from '@/exports/picture'
import { KINDS } from './kinds'

const kinds = Object.keys(KINDS)
const chartOf = (kind: string): Chart => {
  const made = KINDS[kind]
  if (!made) throw new Error(`no kind ${kind}`)
  return made()
}
const drawn = (chart: Chart, width = 760, decals = false): string => {
  const wide = Math.max(width, chart.leastWidth ?? 0)
  const size = { language: 'zh', theme: 'light', decals, scale: 1 } as const
  return bareDrawing(chart, { ...size, width: wide, height: chart.heightAt(wide) }).svg
}

const countOf = (svg: string, what: RegExp): number => [...svg.matchAll(what)].length

describe('every kind of chart', () => {
  it('has the colour of the ground around numbers that stand on a pattern', () => {
    const patterned = kinds.flatMap((kind) => {
      const [bare, patterns] = [false, true].map((decals) => drawn(chartOf(kind), 760, decals))
      if (bare === undefined || patterns === undefined) return []
      if (countOf(patterns, /<pattern/gu) === countOf(bare, /<pattern/gu)) return []
      return [[kind, countOf(patterns, /<text[^>]* stroke=/gu) > countOf(bare, /<text[^>]* stroke=/gu)] as const]
    })
    expect(patterned.length).toBeGreaterThan(3)
    expect(patterned.filter(([, isReadable]) => !isReadable)).toEqual([])
  })

  it.each(kinds)('has words in both languages: %s', (kind) => {
    const { title, unit, source, readings, notes } = chartOf(kind)
    expect(readings.length).toBeGreaterThan(0)
    for (const { zh, en } of [title, unit, source, ...readings, ...notes.map(({ text }) => text)]) {
      expect(zh === '' && en === '' ? 'none' : zh.trim()).not.toBe('')
      expect(zh === '' && en === '' ? 'none' : en.trim()).not.toBe('')
      expect(zh + en).not.toMatch(/undefined|NaN|null/u)
    }
  })

  it.each(kinds)('marks what it says rests on an open error, in the drawing or the table beside it: %s', (kind) => {
    const chart = chartOf(kind)
    if (!chart.notes.some(({ tone }) => tone === 'error')) {
      expect(drawn(chart)).not.toMatch(/>E</u)
      return
    }
    const inTable = chart.table.rows.flat().some((cell) => cell.kind === 'number' && (cell.states?.inError ?? 0) > 0)
    expect(inTable).toBe(true)
    expect(drawn(chart)).toMatch(/>E</u)
  })

  it.each(kinds)('fits a phone: %s', (kind) => {
    expect(drawn(chartOf(kind), 342)).not.toMatch(/NaN|Infinity|undefined/u)
  })

  it.each(kinds)('has one number of each native series for each category: %s', (kind) => {
    const lengths = (chartOf(kind).native ?? []).flatMap(({ categories, series }) =>
      series.map(({ values }) => values.length - categories.length),
    )
    expect(lengths.every((difference) => difference === 0)).toBe(true)
  })
})
