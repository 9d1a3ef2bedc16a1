import { describe, expect, it } from 'vitest'
import type { Chart, ChartContext } from '@/charts/chart'
import type { Place } from '@/charts/places'
import { OUTCOME_SHARES, shareFigures } from '@/charts/shareSets'
import { sharesChart } from '@/charts/shares'
import { figureOf } from '@/form/indicators'
import { askCity } from './city'
import { KINDS } from './kinds'

const contextOf = (chart: Chart, more: Partial<ChartContext> = {}): ChartContext => ({
  language: 'zh',
  theme: 'light',
  decals: false,
  scale: 1,
  width: 760,
  height: chart.heightAt(760),
  ...more,
})
const placed = Object.entries(KINDS).flatMap(([kind, chartOf]) => {
  const chart = chartOf()
  return chart.places ? [[kind, chart, chart.places] as const] : []
})
const near = 0.51

const holds = (outer: Place, inner: Place): boolean =>
  outer.box.x <= inner.box.x + near &&
  outer.box.y <= inner.box.y + near &&
  outer.box.x + outer.box.width >= inner.box.x + inner.box.width - near &&
  outer.box.y + outer.box.height >= inner.box.y + inner.box.height - near
const area = ({ box }: Place): number => box.width * box.height

describe.each(placed)('the places of %s', (_kind, chart, places) => {
  const sizes = [contextOf(chart), contextOf(chart, { width: 1824, height: 800, scale: 1.6, language: 'en' })]

  it.each(sizes)('lie within the drawing, of something, at $width', (context) => {
    const all = places(context)
    expect(all.length).toBeGreaterThan(0)
    for (const { mark, box } of all) {
      expect(Object.keys(mark).length).toBeGreaterThan(0)
      expect(box.width).toBeGreaterThan(0)
      expect(box.height).toBeGreaterThan(0)
      expect([box.x, box.y].every((from) => from >= -near)).toBe(true)
      expect(box.x + box.width).toBeLessThanOrEqual(context.width + near)
      expect(box.y + box.height).toBeLessThanOrEqual(context.height + near)
    }
  })

  it.each(sizes)('name the larger before the smaller that it holds, at $width', (context) => {
    const all = places(context)
    const late = all.flatMap((inner, at) =>
      all.slice(at + 1).filter((outer) => area(outer) > area(inner) + 1 && holds(outer, inner)),
    )
    expect(late).toEqual([])
  })

  it('say every year that the chart is of', () => {
    const years = new Set(places(contextOf(chart)).flatMap(({ mark }) => mark.year ?? []))
    expect([...years]).toEqual(expect.arrayContaining([...chart.basis.years]))
  })
})

describe('a segment', () => {
  it('is as wide as its value', () => {
    const result = askCity(shareFigures(OUTCOME_SHARES))
    const chart = sharesChart(result, OUTCOME_SHARES, 'percent')
    const widths = new Map(
      chart.places?.(contextOf(chart)).map(({ mark, box }) => [`${String(mark.year)}.${mark.part ?? ''}`, box.width]),
    )
    const value = (year: number, outcome: string): number =>
      result.groups.find(({ key }) => key.year === year)?.figures[`rate.${outcome}`]?.value ?? Number.NaN
    const scale = (widths.get('2024.granted') ?? 0) / value(2024, 'granted')
    for (const year of [2019, 2021, 2024])
      for (const { id } of OUTCOME_SHARES.members)
        expect(widths.get(`${String(year)}.${id}`)).toBeCloseTo(scale * value(year, id), 6)
  })
})

describe('a figure of a place', () => {
  it.each(placed)('is one that there is: %s', (_kind, chart, places) => {
    const ids = places(contextOf(chart)).flatMap(({ figure }) => figure ?? [])
    expect(ids.filter((id) => figureOf(id) === undefined)).toEqual([])
  })

  it('is told of every point of one agency, so that choosing it goes down to its cell', () => {
    const without = placed.flatMap(([kind, chart, places]) =>
      chart.figures.length === 1
        ? places(contextOf(chart)).flatMap(({ mark, figure }) =>
            mark.agency !== undefined && mark.year !== undefined && figure === undefined ? [kind] : [],
          )
        : [],
    )
    expect(new Set(without)).toEqual(new Set())
    expect(placed.some(([kind]) => kind.startsWith('peer'))).toBe(true)
  })
})
