import { exampleMark, sourceLine } from './frame'
import { MARGIN, roomOf } from './layout'
import type { PageSetting, SlideLayout } from './layout'
import { linesOf } from './fitting'
import type { SectionSlide, TitleSlide } from './slide'

/** Where titles of first pages and of sections stand: see the masters. */
export const COVER_TITLE = { y: 2.3, h: 1.5 } as const
export const SECTION_TITLE = { y: 2.9, h: 1.2 } as const

/** The largest size at which a title stands on two lines. */
function twoLineSize(text: string, sizes: readonly number[], width: number): number {
  return sizes.find((size) => linesOf(text, size, width) <= 2) ?? Math.min(...sizes)
}

/** What the presentation is, and of which data. */
export function titleLayout({ title, lines, example }: TitleSlide, setting: PageSetting): SlideLayout {
  const { w } = roomOf(setting.format)
  return {
    master: 'title',
    title: { text: title, size: twoLineSize(title, [40, 36, 32, 28, 24, 20], w) },
    placed: [
      ...exampleMark(example, setting),
      {
        kind: 'text',
        box: { x: MARGIN, y: COVER_TITLE.y + COVER_TITLE.h + 0.25, w, h: 1.4 },
        paragraphs: lines.map((text) => [{ text, colour: 'ink2' }]),
        size: 16,
        valign: 'top',
        after: 6,
      },
    ],
    notes: '',
  }
}

/** The heading of the pages that follow. */
export function sectionLayout({ title, example, source }: SectionSlide, setting: PageSetting): SlideLayout {
  const { w } = roomOf(setting.format)
  return {
    master: 'section',
    title: { text: title, size: twoLineSize(title, [34, 30, 26, 22, 18], w) },
    placed: [...exampleMark(example, setting), ...sourceLine(source, setting)],
    notes: '',
  }
}
