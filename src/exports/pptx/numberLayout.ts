import type { Language } from '../../report/wording'
import { fitting, oneLineSize } from './fitting'
import { frameOf, titleOf } from './frame'
import type { Box, PageSetting, Placed, SlideLayout } from './layout'
import { notesText } from './notesText'
import type { BigNumber, FigureSlide } from './slide'

const GAP = 0.4
const MOST_BESIDE = 3
const SIZES = [80, 66, 54, 44, 36, 28] as const
const WORD_SIZES = [16, 15, 14, 13, 12] as const
const WORDS = { after: 6, leading: 1.2 } as const

/** A figure as one or a few of its numbers, large, with its first sentences below. */
export function numberLayout(slide: FigureSlide, setting: PageSetting, language: Language): SlideLayout {
  const { placed, room } = frameOf(slide.caption, setting)
  const below = { ...room, y: room.y + room.h * 0.66, h: room.h * 0.34 }
  const numbers = slide.readings.length > 0 ? { ...room, h: room.h * 0.64 } : room
  return {
    master: 'page',
    title: titleOf(slide.caption.title, setting),
    placed: [...placed, ...numbersIn(slide.numbers, numbers), ...wordsIn(slide.readings, below)],
    notes: notesText(slide, language),
  }
}

function numbersIn(numbers: readonly BigNumber[], room: Box): Placed[] {
  const columns = Math.min(MOST_BESIDE, Math.max(1, numbers.length))
  const rows = Math.max(1, Math.ceil(numbers.length / columns))
  const w = (room.w - GAP * (columns - 1)) / columns
  const h = room.h / rows
  const most = (h * 72) / 2.4
  const sizes = SIZES.filter((size) => size <= most)
  const size = Math.min(...numbers.map(({ text }) => oneLineSize(text, [sizes[0] ?? 28, ...sizes], w)))
  return numbers.map(({ label, text, under }, at) => ({
    kind: 'text',
    box: { x: room.x + (at % columns) * (w + GAP), y: room.y + Math.floor(at / columns) * h, w, h },
    paragraphs: [
      [{ text: label, colour: 'ink2', size: 18 }],
      [{ text, colour: 'accent', bold: true, size }],
      [{ text: under, colour: 'ink3', size: 14 }],
    ],
    size: 14,
    valign: 'middle',
  }))
}

/** Sentences below each other, or in two columns where there are more than fit. */
function wordsIn(readings: readonly string[], room: Box): Placed[] {
  if (readings.length === 0) return []
  const whole = fitting(readings, WORD_SIZES, room.h, { width: room.w, ...WORDS })
  if (whole.count === readings.length || readings.length === 1)
    return [words(readings.slice(0, whole.count), room, whole.size)]
  const half = Math.ceil(readings.length / 2)
  const w = (room.w - GAP) / 2
  const columns = [readings.slice(0, half), readings.slice(half)]
  const fitted = columns.map((column) => fitting(column, WORD_SIZES, room.h, { width: w, ...WORDS }))
  const size = Math.min(...fitted.map((one) => one.size))
  return columns.map((column, at) =>
    words(column.slice(0, fitted[at]?.count), { ...room, x: room.x + at * (w + GAP), w }, size),
  )
}

const words = (readings: readonly string[], box: Box, size: number): Placed => ({
  kind: 'text',
  box,
  paragraphs: readings.map((text) => [{ text, colour: 'ink' }]),
  size,
  valign: 'top',
  ...WORDS,
})
