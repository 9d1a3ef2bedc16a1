import type { Chart, ChartContext, ChartNote } from './chart'
import { isSameMark } from './places'
import type { Mark, Place } from './places'
import { Sketch } from './sketch'
import type { GraphicElement } from './sketch'

/** What a person wrote on a point or a year. */
export interface PersonNote {
  readonly mark: Mark
  readonly text: string
  /** From 1, the same wherever the note stands. */
  readonly number: number
}

/** Width that a page or a picture mostly has: what has a place there is numbered. */
const USUAL_WIDTH = 760
const SIZE = 10

/**
 * The chart with people's notes: a number at each point that is exactly what a note is on, at the smallest of several, and the numbered texts under it, in pictures, slides
 * and tables too. A note on a whole year that the chart is of, where its drawing has no place for the year, stands as a text without a number; others are left out.
 */
export function annotated(chart: Chart, notes: readonly PersonNote[]): Chart {
  const standing = standingIn(chart)
  const drawn = notes.filter(({ mark }) => standing(mark) === 'point')
  const said = notes.filter(({ mark }) => standing(mark) === 'under')
  if (drawn.length + said.length === 0) return chart
  return {
    ...chart,
    notes: [
      ...drawn.map(({ number, text }) => plain(`${raised(number)} ${text}`)),
      ...said.map(({ text }) => plain(text)),
      ...chart.notes,
    ],
    option: (context) => {
      const { graphic, ...option } = chart.option(context)
      const signs = signsOf(chart.places?.(context) ?? [], drawn, context)
      return { ...option, graphic: { elements: [...elementsOf(graphic), ...signs] } }
    },
  }
}

/** How a chart shows a note on a mark: at its point, as a text under it, or not at all. */
export type Standing = 'point' | 'under' | null

/** Tells of marks how a chart shows notes on them; the empty mark is the whole of the chart. */
export function standingIn(chart: Chart): (mark: Mark) => Standing {
  const places = usualPlaces(chart)
  return (mark) => {
    if (placeOf(places, mark)) return 'point'
    return isOnYearOf(chart, mark) ? 'under' : null
  }
}

/** What has a place in a chart as a page mostly shows it. */
export function usualPlaces(chart: Chart): readonly Place[] {
  const width = Math.max(USUAL_WIDTH, chart.leastWidth ?? 0)
  const height = chart.heightAt(width)
  return chart.places?.({ language: 'zh', theme: 'light', decals: false, scale: 1, width, height }) ?? []
}

/** A sentence, since others follow it in the same line. */
const plain = (text: string): ChartNote => {
  const isEnded = /[。！？…；.!?;]$/u.test(text)
  return { tone: 'plain', text: isEnded ? { zh: text, en: text } : { zh: `${text}。`, en: `${text}.` } }
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const raised = (number: number): string => String(number).replace(/\d/gu, (digit) => RAISED.charAt(Number(digit)))

const isOnYearOf = ({ basis }: Chart, { agency, year, part }: Mark): boolean =>
  agency === undefined && part === undefined && (year === undefined || basis.years.includes(year))

function placeOf(places: readonly Place[], mark: Mark): Place | undefined {
  const area = ({ box }: Place): number => box.width * box.height
  return places
    .filter((place) => isSameMark(place.mark, mark))
    .reduce<Place | undefined>((least, place) => (least && area(least) <= area(place) ? least : place), undefined)
}

/** The numbers of all notes on a place side by side. */
function signsOf(places: readonly Place[], notes: readonly PersonNote[], context: ChartContext): GraphicElement[] {
  const sketch = new Sketch(context)
  const numbers = new Map<Place, number[]>()
  for (const { mark, number } of notes) {
    const place = placeOf(places, mark)
    if (place) numbers.set(place, [...(numbers.get(place) ?? []), number])
  }
  for (const [{ box, sign }, all] of numbers) {
    const style = { size: SIZE, weight: 600, colour: 'accent', halo: true } as const
    const text = all.join(' ')
    if (sign) sketch.text(sign[0], sign[1], text, style)
    else sketch.text(box.x + box.width - sketch.px(1), box.y + sketch.px(4), text, { ...style, align: 'right' })
  }
  return sketch.elements
}

/** The elements that a drawing has so far. */
function elementsOf(graphic: unknown): readonly unknown[] {
  if (typeof graphic !== 'object' || graphic === null || !('elements' in graphic)) return []
  return Array.isArray(graphic.elements) ? graphic.elements : []
}
