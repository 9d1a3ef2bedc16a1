import type { Chart } from './chart'

/** A phone, a column on paper, a page. */
const WIDTHS = [358, 484, 1000] as const
/** CSS pixels: five thousand agencies in rows, and more than any browser draws. */
const TALLEST = 1_000_000

/** The chart, once it was drawn as pages and slides draw it: what throws then throws here, where only this figure is lost. */
export function tried(chart: Chart): Chart {
  for (const width of WIDTHS)
    for (const language of ['zh', 'en'] as const) {
      const height = chart.heightAt(width)
      if (!(height > 0 && height < TALLEST)) throw new RangeError(`no drawing is ${String(height)} px tall`)
      const context = { language, theme: 'light', width, height, scale: 1, decals: false } as const
      chart.option(context)
      chart.places?.(context)
    }
  return chart
}
