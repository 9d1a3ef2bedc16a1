import type { Block, Grid, GridCell, Paragraph } from '../readers/document'
import { isAgencyName } from './identity/agencyName'
import { parseTitle } from './identity/title'
import { squash } from './normalise'
import { isProactiveHead, matchProactiveRow } from './proactiveLabels'
import { exactRequestRow } from './requestLabels'
import { isSectionHeading } from './sections'

const LONGEST_TITLE = 100
/** Labels of the form are shorter. */
const SENTENCE = 40
const DATE = /^\(?(?:\D{2,4}[:：])?20\d\d[年/.-]\d{1,2}[月/.-]\d{1,2}日?\)?$/u

type Row = readonly GridCell[]

/**
 * Takes out of tables what is text between them: a row with one cell filled that is a title, a heading, a name, a date or a sentence.
 * Workbooks have whole reports in one table so, and so have documents that were typed into one.
 */
export function withLoneRowsAsText(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? parted(block) : [block]))
}

function parted(grid: Grid): readonly Block[] {
  const texts = grid.rows.map((row) => loneText(row))
  if (grid.rows.length < 2 || texts.every((text) => text === null || !speaks(text.text))) return [grid]
  const blocks: Block[] = []
  let rows: Row[] = []
  const endGrid = (): void => {
    if (rows.length > 0) blocks.push({ ...grid, rows })
    rows = []
  }
  /** The row from which no cell above hangs over. */
  let free = 0
  for (const [index, row] of grid.rows.entries()) {
    const lone = texts[index]
    if (lone && index >= free && speaks(lone.text)) {
      endGrid()
      blocks.push(...paragraphs(lone))
    } else rows.push(row)
    for (const cell of row) if (cell.text !== lone?.text) free = Math.max(free, index + cell.rowspan)
  }
  endGrid()
  return blocks
}

/** The one filled cell of a row; `null` where there are several, or none. */
function loneText(row: Row): GridCell | null {
  const filled = row.filter((cell) => squash(cell.text) !== '')
  const [only] = filled
  return filled.length === 1 && only !== undefined ? only : null
}

function speaks(text: string): boolean {
  const said = squash(text)
  if (exactRequestRow(text) !== null || isProactiveHead(text) || matchProactiveRow(text)[0]?.likeness === 1)
    return false
  if (said.length <= LONGEST_TITLE && parseTitle(text) !== null) return true
  return (
    isSectionHeading(text) || isAgencyName(text) || DATE.test(said) || said.length > SENTENCE || said.includes('。')
  )
}

function paragraphs({ text, place }: GridCell): Paragraph[] {
  return text.split('\n').map((line) => ({ kind: 'paragraph', text: line, place }))
}
