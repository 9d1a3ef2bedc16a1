import type { Language } from '../../report/wording'
import { partsBy } from '../tableParts'
import { fitting, heightOf } from './fitting'
import { exampleMark, frameOf, sourceLine, titleOf } from './frame'
import { roomOf } from './layout'
import type { Box, PageSetting, Placed, SlideLayout } from './layout'
import { notesText } from './notesText'
import type { FigureSlide, TextSlide } from './slide'

const SIZES = [22, 20, 18, 16] as const
const SET = { after: 12, leading: 1.25 } as const

/** A figure as its sentences alone. */
export function readingLayouts(slide: FigureSlide, setting: PageSetting, language: Language): SlideLayout[] {
  const { placed, room } = frameOf(slide.caption, setting)
  return wordPages(slide.readings, room).map((words) => ({
    master: 'page',
    title: titleOf(slide.caption.title, setting),
    placed: [...placed, ...words],
    notes: notesText(slide, language),
  }))
}

/** Sentences of a person's own, over as many pages as they take. */
export function textLayouts({ title, lines, example, source }: TextSlide, setting: PageSetting): SlideLayout[] {
  return wordPages(lines, roomOf(setting.format)).map((words) => ({
    master: 'page',
    title: titleOf(title, setting),
    placed: [...exampleMark(example, setting), ...words, ...sourceLine(source, setting)],
    notes: '',
  }))
}

function wordPages(lines: readonly string[], room: Box): Placed[][] {
  const setting = { width: room.w, ...SET }
  const { size } = fitting(lines, SIZES, room.h, setting)
  return partsBy(lines, (line) => heightOf([line], size, setting), room.h).map((part) =>
    part.length === 0
      ? []
      : [
          {
            kind: 'text',
            box: room,
            paragraphs: part.map((text) => [{ text, colour: 'ink' as const }]),
            size,
            valign: 'top',
            ...SET,
          },
        ],
  )
}
