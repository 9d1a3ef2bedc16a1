import type { Block, Paragraph } from '../readers/document'
import type { Place } from '../report/place'

/** A line of text outside the statutory tables. */
export interface DocumentLine {
  readonly text: string
  readonly place: Place
  readonly role?: Paragraph['role'] | 'grid'
}

/** The text of a report without its statutory tables; other tables (metadata, layout) give a line a row. */
export function documentLines(blocks: readonly Block[], statutory: ReadonlySet<number>): DocumentLine[] {
  return blocks.flatMap((block): DocumentLine[] => {
    if (block.kind === 'paragraph')
      return [{ text: block.text, place: block.place, ...(block.role === undefined ? {} : { role: block.role }) }]
    if (statutory.has(block.table)) return []
    return block.rows.flatMap((row): DocumentLine[] => {
      const [first] = row
      if (first === undefined) return []
      const lines = row.length === 1 ? first.text.split('\n') : [row.map((cell) => cell.text.trim()).join(' ')]
      return lines.map((text) => ({ text, place: first.place, role: 'grid' }))
    })
  })
}
