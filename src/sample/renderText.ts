import type { Draft, DraftBlock, DraftTable } from './draft'
import { encodeGb18030 } from './gb18030'
import { spreadRows } from './spread'

export interface TextOptions {
  /**
   * How tables look: `cells` one cell a line after a tab, as text taken out of a word processor; `pipes` cells between `|`; `glued` the
   * whole document on one line without anything between the cells, as text-only views of web pages give it.
   */
  readonly tables: 'cells' | 'pipes' | 'glued'
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'gb18030'
  readonly lineEnd: '\n' | '\r\n'
}

export const PLAIN_TEXT: TextOptions = { tables: 'cells', encoding: 'utf-8', lineEnd: '\n' }

/** Writes a draft as a text file. */
export function renderText(draft: Draft, options: TextOptions = PLAIN_TEXT): Uint8Array {
  const text = (options.tables === 'glued' ? gluedText(draft) : linesOf(draft, options)).replaceAll(
    '\n',
    options.lineEnd,
  )
  if (options.encoding === 'gb18030') return encodeGb18030(text)
  return new TextEncoder().encode(options.encoding === 'utf-8-bom' ? `\uFEFF${text}` : text)
}

function linesOf(draft: Draft, options: TextOptions): string {
  const table = options.tables === 'pipes' ? pipeTable : cellLines
  return draft.blocks.map((block) => (block.kind === 'table' ? table(block) : `${block.text}\n`)).join('\n')
}

/** A cell that a span from above covers leaves an empty line; one that a span beside covers leaves none. */
function cellLines(table: DraftTable): string {
  return spreadRows(table.rows)
    .map((slots) =>
      slots
        .filter((slot) => slot.covered !== 'beside')
        .map((slot) => `\t${slot.covered ? '' : slot.cell.text}\n`)
        .join(''),
    )
    .join('\n')
}

function pipeTable(table: DraftTable): string {
  const rows = spreadRows(table.rows).map(
    (slots) => `| ${slots.map((slot) => (slot.covered ? '' : slot.cell.text.replaceAll('\n', ''))).join(' | ')} |\n`,
  )
  return rows.join('')
}

/** Three lines of a page's metadata, then everything run together. */
function gluedText(draft: Draft): string {
  const glue = (block: DraftBlock): string =>
    block.kind === 'table'
      ? block.rows.map((row) => row.map((cell) => cell.text.replaceAll('\n', '')).join('')).join('')
      : block.role === 'title'
        ? ''
        : block.text
  const title = draft.blocks.map((block) => (block.kind === 'paragraph' && block.role === 'title' ? block.text : ''))
  return [
    `标题: ${title.join('')}`,
    '发布时间: ',
    '栏目: 政府信息公开年报',
    '==================== 正文 ====================',
    draft.blocks.map(glue).join(''),
    '',
  ].join('\n')
}
