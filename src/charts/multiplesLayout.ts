import type { ChartContext } from './chart'
import { barsShown } from './compareBars'
import type { ComparedAgency, Comparison } from './comparison'
import type { Place } from './places'
import { Sketch } from './sketch'
import type { Box } from './sketch'

const PANEL = { width: 164, height: 112 } as const
/** Rows of panels that a page shows; a slide has as many as it has room for. */
const MOST_ROWS = 4
/** For what the panels leave out. */
const FOOT = 22
const GUTTER = 16

const columnsIn = (width: number): number => Math.max(2, Math.floor(width / PANEL.width))

/** Height in CSS pixels for so many agencies at a width. */
export function multiplesHeight(agencies: number, width: number): number {
  const rows = Math.max(1, Math.ceil(agencies / columnsIn(width)))
  return Math.min(rows, MOST_ROWS) * PANEL.height + (rows > MOST_ROWS ? FOOT : 0)
}

/** One agency's panel: all of it, and where its figures are drawn. */
export interface Panel {
  readonly agency: ComparedAgency
  readonly box: Box
  readonly plot: Box
  readonly isFirst: boolean
}

/** Where the panels stand, and the middle of each year in them. */
export function panelsIn(
  shown: readonly ComparedAgency[],
  chosen: readonly string[],
  years: readonly number[],
  sketch: Sketch,
  { width, height, scale }: ChartContext,
) {
  const columns = columnsIn(width / scale)
  const all = Math.max(1, Math.floor(height / sketch.px(PANEL.height)))
  const isFolded = shown.length > columns * all
  const room = isFolded ? Math.max(1, Math.floor((height - sketch.px(FOOT)) / sketch.px(PANEL.height))) : all
  const some = barsShown(shown, chosen, columns * room)
  const rows = Math.max(1, Math.ceil(some.length / columns))
  const tall = Math.min((height - (isFolded ? sketch.px(FOOT) : 0)) / rows, sketch.px(PANEL.height * 1.5))
  const wide = width / columns
  const panels = some.map((agency, index): Panel => {
    const column = index % columns
    const box = {
      x: column * wide,
      y: Math.floor(index / columns) * tall,
      width: wide - sketch.px(GUTTER),
      height: tall,
    }
    const left = sketch.px(34)
    const plot = {
      x: box.x + left,
      y: box.y + sketch.px(30),
      width: box.width - left,
      height: tall - sketch.px(30 + 26),
    }
    return { agency, box, plot, isFirst: column === 0 }
  })
  const step = (panels[0]?.plot.width ?? 0) / Math.max(1, years.length)
  return {
    panels,
    step,
    rest: shown.length - some.length,
    foot: rows * tall,
    x: (plot: Box, at: number) => plot.x + step * (at + 0.5),
  }
}

/** Panels of agencies, and their years. */
export function multiplesPlaces(
  comparison: Comparison,
  shown: readonly ComparedAgency[],
  chosen: readonly string[],
  context: ChartContext,
): Place[] {
  const { years } = comparison
  const sketch = new Sketch(context)
  const { panels, step, x } = panelsIn(shown, chosen, years, sketch, context)
  return panels.flatMap(({ agency: { id }, box, plot }) => [
    { mark: { agency: id }, box },
    ...years.map((year, at) => ({
      mark: { agency: id, year },
      figure: comparison.figure,
      box: { x: x(plot, at) - step / 2, y: plot.y - sketch.px(12), width: step, height: plot.height + sketch.px(12) },
    })),
  ])
}
