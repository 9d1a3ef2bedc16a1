import type { Block, Paragraph, SourceDocument } from '../document'
import type { Decoded } from '../encoding'
import { done, fail, type Read } from '../failure'
import { LIMITS } from '../limits'
import { readCellLines } from './cells'
import { beginsRow, readColumns } from './columns'
import { readDelimited } from './delimited'
import { readSeparated } from './separated'
import { readStacked } from './stacked'
import type { TextCell, TextTable } from './table'
import { readPipes } from './pipes'

/** Line ends of all systems; `\r\r\n` is what a wrong transfer makes of one. */
const LINE_END = /\r\r\n|\r\n|[\n\r\u0085\u2028\u2029]/u

const LONGEST_PREAMBLE_LINE = 200

/**
 * Reads plain text: each line a paragraph, and as grids the tables that the text itself marks: cells that begin with a tab,
 * lines of tab-separated columns, pipes, lists of separated values. Text whose cells are not marked stays lines.
 */
export function readText(file: string, decoded: Decoded): Read<SourceDocument> {
  // Word's own mark behind each cell and row, as its text copies have it.
  const text = decoded.text.replace(/^\uFEFF/u, '').replaceAll('\u0007', '\n')
  const lines = text.split(LINE_END, LIMITS.documentParts + 1)
  if (lines.length > LIMITS.documentParts) return fail('too-large', 'too-many-parts', { limit: LIMITS.documentParts })
  const blocks: Block[] = []
  const { metadata, end } = readPreamble(lines)
  let table = 0
  let at = 0
  const addLines = (until: number): void => {
    for (; at < until; at += 1) {
      const text = plainText(lines[at] ?? '')
      const role = at < end ? { role: 'metadata' as const } : {}
      blocks.push({ kind: 'paragraph', text, place: { line: at + 1 }, ...role })
    }
  }
  addLines(end)
  while (at < lines.length) {
    const found = readTable(lines, at)
    if (found === null) addLines(at + 1)
    else if (found.rows === null) {
      if (found.cells) {
        blocks.push(...found.cells.map(cellParagraph))
        at = found.end
      } else addLines(found.end)
    } else {
      table += 1
      const ordinal = table
      const rows = found.rows.map((row, index) =>
        row.map((cell, column) => ({
          text: plainText(cell.text).trim(),
          colspan: 1,
          rowspan: 1,
          place: { table: ordinal, row: index + 1, column: column + 1, line: cell.line },
        })),
      )
      blocks.push({ kind: 'table', table: ordinal, rows })
      at = found.end
    }
  }
  const broken =
    decoded.broken > 0 ? [{ code: 'undecodable-characters', place: {}, params: { count: decoded.broken } }] : []
  return done({ file, format: 'text', blocks, notes: broken, metadata })
}

function cellParagraph({ text, line }: TextCell): Paragraph {
  return { kind: 'paragraph', text: plainText(text), place: { line }, role: 'cell' }
}

function readTable(lines: readonly string[], at: number): TextTable | null {
  return beginsRow(lines, at)
    ? (readCellLines(lines, at) ?? readColumns(lines, at))
    : (readSeparated(lines, at) ?? readStacked(lines, at) ?? readPipes(lines, at) ?? readDelimited(lines, at))
}

/** Without the tab that indents it; no-break spaces are plain ones, page and soft breaks too. */
function plainText(line: string): string {
  return line.replace(/^\t+/u, '').replace(/[\u00a0\f\v]/gu, ' ')
}

/** A head of `key: value` lines over a rule, as exports of web sites have it. */
function readPreamble(lines: readonly string[]): { metadata: Record<string, string>; end: number } {
  const metadata: Record<string, string> = {}
  for (let at = 0; at < Math.min(lines.length, 20); at += 1) {
    const line = lines[at] ?? ''
    if (line.length > LONGEST_PREAMBLE_LINE) break
    if (at > 0 && /^\s*[=\-—_*]{4,}.{0,20}?[=\-—_*]{4,}\s*$/u.test(line)) return { metadata, end: at + 1 }
    const [, key, value] = /^\s*([^\s:：]{1,12})\s*[:：]\s*(.*)$/u.exec(line) ?? []
    if (key === undefined || value === undefined) break
    if (value.trim() !== '' && !Object.hasOwn(metadata, key)) metadata[key] = value.trim()
  }
  return { metadata: {}, end: 0 }
}
