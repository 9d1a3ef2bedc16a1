import type { Caption } from '../../charts/caption'
import { heightOf, linesOf, oneLineSize } from './fitting'
import { BELOW, MARGIN, roomOf } from './layout'
import type { Box, PageSetting, Placed, PlacedText, SlideLayout } from './layout'
import { SLIDE_FORMATS } from './slide'

const TITLE_SIZES = [24, 22, 20, 18, 16, 14, 12] as const
/** Two lines of a larger size are higher than the place. */
const TWO_LINES = 18
const NOTE_SIZE = 10
const MARK_WIDTH = 2.2

/** A title with the largest size at which it stands in its place, on one line or two. */
export function titleOf(text: string, { format, logoWidth }: PageSetting): SlideLayout['title'] {
  const width = roomOf(format).w - logoWidth
  const stands = (size: number): boolean => linesOf(text, size, width) <= (size <= TWO_LINES ? 2 : 1)
  return { text, size: TITLE_SIZES.find(stands) ?? Math.min(...TITLE_SIZES) }
}

/** The mark of made-up data at the top right, left of the logo. */
export function exampleMark(example: string, { format, logoWidth }: PageSetting): PlacedText[] {
  if (example === '') return []
  const x = SLIDE_FORMATS[format].width - MARGIN - logoWidth - MARK_WIDTH
  return [
    {
      kind: 'text',
      box: { x, y: 0.2, w: MARK_WIDTH, h: 0.28 },
      paragraphs: [[{ text: example, colour: 'ink2' }]],
      size: 11,
      align: 'center',
      valign: 'middle',
      framed: true,
    },
  ]
}

/** At the foot of a page. */
export function sourceLine(source: string, { format }: PageSetting): PlacedText[] {
  if (source === '') return []
  const w = roomOf(format).w - 0.8
  return [
    {
      kind: 'text',
      box: { x: MARGIN, y: SLIDE_FORMATS[format].height - 0.46, w, h: 0.3 },
      paragraphs: [[{ text: source, colour: 'ink3' }]],
      size: oneLineSize(source, [10, 9, 8], w),
      valign: 'middle',
    },
  ]
}

/** All around a figure but its title: what it stands on, notes, source, the mark of made-up data; and the room that they leave. */
export function frameOf(caption: Caption, setting: PageSetting): { readonly placed: Placed[]; readonly room: Box } {
  const room = roomOf(setting.format)
  const { height } = SLIDE_FORMATS[setting.format]
  const notes = caption.notes.map(({ text }) => text).join(' ')
  const noteHeight = notes === '' ? 0 : heightOf([notes], NOTE_SIZE, { width: room.w, after: 0, leading: 1 }) + 0.06
  const parts = caption.parts.map(({ text, tone }, at) => ({
    text: `${at > 0 ? ' · ' : ''}${text}`,
    colour: tone === 'warning' ? ('warning' as const) : tone === 'strong' ? ('ink2' as const) : ('ink3' as const),
    bold: tone === 'strong',
  }))
  const line = parts.map(({ text }) => text).join('')
  const placed: Placed[] = [
    {
      kind: 'text',
      box: { x: MARGIN, y: 1.14, w: room.w, h: 0.3 },
      paragraphs: [parts],
      size: oneLineSize(line, [12, 11, 10, 9], room.w),
      valign: 'middle',
    },
    ...exampleMark(caption.example, setting),
    ...(notes === ''
      ? []
      : [
          {
            kind: 'text' as const,
            box: { x: MARGIN, y: height - BELOW - noteHeight, w: room.w, h: noteHeight },
            paragraphs: [[{ text: notes, colour: 'ink2' as const }]],
            size: NOTE_SIZE,
            valign: 'bottom' as const,
          },
        ]),
    ...sourceLine(caption.source, setting),
  ]
  return { placed, room: { ...room, h: room.h - noteHeight - (noteHeight > 0 ? 0.06 : 0) } }
}
