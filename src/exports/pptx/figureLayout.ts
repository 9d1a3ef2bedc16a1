import { fitting } from './fitting'
import { frameOf, titleOf } from './frame'
import type { Box, PageSetting, Placed, SlideLayout } from './layout'
import { notesText } from './notesText'
import type { FigureSlide } from './slide'
import type { Language } from '../../report/wording'

const BESIDE = { width: 3, gap: 0.4 }
const BETWEEN_CHARTS = 0.3
const READING_SIZES = [15, 14, 13, 12, 11] as const
const SET = { after: 8, leading: 1.2 } as const
/** The most that readings under a drawing take of the room. */
const MOST_BELOW = 0.3

/** A figure as it is drawn: charts of the program or the picture, with what it says beside it, or below it on narrow pages. */
export function figureLayout(slide: FigureSlide, setting: PageSetting, language: Language): SlideLayout {
  const { placed, room } = frameOf(slide.caption, setting)
  const words = wordsOf(slide.readings, room, setting.format === '16:9')
  const alt = slide.readings.join(language === 'zh' ? '' : ' ') || slide.caption.title
  return {
    master: 'page',
    title: titleOf(slide.caption.title, setting),
    placed: [...placed, ...drawingsOf(slide, words.left, alt), ...words.placed],
    notes: notesText(slide, language),
  }
}

/** Charts side by side, or the picture as large as it fits. */
function drawingsOf({ native, picture }: FigureSlide, room: Box, alt: string): Placed[] {
  const w = (room.w - BETWEEN_CHARTS * (native.length - 1)) / native.length
  if (native.length > 0)
    return native.map((chart, at) => ({
      kind: 'chart',
      chart,
      alt,
      box: { ...room, x: room.x + at * (w + BETWEEN_CHARTS), w },
    }))
  if (!picture) return []
  const scale = Math.min(room.w / picture.width, room.h / picture.height)
  const size = { w: picture.width * scale, h: picture.height * scale }
  return [{ kind: 'picture', svg: picture.svg, alt, box: { x: room.x + (room.w - size.w) / 2, y: room.y, ...size } }]
}

/** The readings in their place, as large as they fit there, and the room that they leave. Those that do not fit stand in the notes with all the others. */
function wordsOf(readings: readonly string[], room: Box, beside: boolean): { placed: Placed[]; left: Box } {
  if (readings.length === 0) return { placed: [], left: room }
  const most = beside ? room.h - 0.1 : room.h * MOST_BELOW
  const width = beside ? BESIDE.width : room.w
  const { size, count } = fitting(readings, READING_SIZES, most, { width, ...SET })
  const box: Box = beside
    ? { x: room.x + room.w - BESIDE.width, y: room.y + 0.1, w: BESIDE.width, h: most }
    : { x: room.x, y: room.y + room.h - most, w: room.w, h: most }
  return {
    placed: [
      {
        kind: 'text',
        box,
        paragraphs: readings.slice(0, count).map((text) => [{ text, colour: 'ink' }]),
        size,
        valign: 'top',
        ...SET,
      },
    ],
    left: beside ? { ...room, w: room.w - BESIDE.width - BESIDE.gap } : { ...room, h: room.h - most - 0.1 },
  }
}
