import { writtenText } from '../../charts/writtenTable'
import type { WrittenTable } from '../../charts/writtenTable'
import type { Language } from '../../report/wording'
import type { FigureSlide } from './slide'

const CHANGED = { zh: '放入会议夹以后的变化：', en: 'Changed since it was added:' } as const

/** What the speaker may be asked for: the readings, every figure, how it is made, and what has changed since it was chosen. */
export function notesText({ caption, readings, table, definitions, changed }: FigureSlide, language: Language): string {
  const parts = [
    caption.title,
    caption.parts.map(({ text }) => text).join(' · '),
    ...readings,
    tableText(table, language),
    ...definitions,
    ...caption.notes.map(({ text }) => text),
    ...(changed.length > 0 ? [CHANGED[language], ...changed] : []),
    caption.source,
    caption.example,
  ]
  return parts.filter((part) => part !== '').join('\n')
}

const tableText = ({ heads, rows }: WrittenTable, language: Language): string =>
  [heads, ...rows.map((row) => row.map((cell) => writtenText(cell, language)))]
    .map((line) => line.join('\t'))
    .join('\n')
