import type { FieldId } from '@/form/fields'
import { statutoryLayout } from '@/form/layout'
import { FORM_VERSIONS, TABLE_IDS } from '@/form/version'
import type { Block } from '@/readers/document'
import type { Place } from '@/report/place'
import type { Cell } from '@/report/report'

/**
 * The name of a spot in a source document: a line (`l.12`), or a table, a row of it or a cell of it (`t.2`, `t.2.5`, `t.2.5.3`).
 * `null` where a place says neither, as those of pages do.
 */
export function spotOf({ table, row, column, line }: Place): string | null {
  if (table !== undefined)
    return ['t', table, ...(row === undefined ? [] : [row, ...(column ? [column] : [])])].join('.')
  return line === undefined ? null : `l.${String(line)}`
}

/** The fields that were read from each spot, in the order in which the form prints them. */
export type FieldsBySpot = ReadonlyMap<string, readonly FieldId[]>

type Cells = Readonly<Partial<Record<FieldId, Cell>>>

/** For a source that is only looked at. */
export const NOTHING_READ: Cells = {}
export const NOTHING_READ_FROM: FieldsBySpot = new Map()
export const NOTHING_FLAGGED: ReadonlySet<string> = new Set()

export function fieldsBySpot(cells: Cells): FieldsBySpot {
  const found = new Map<string, FieldId[]>()
  for (const id of asPrinted(cells)) {
    const spot = spotOf(cells[id]?.place ?? {})
    if (spot === null) continue
    const fields = found.get(spot)
    if (fields) fields.push(id)
    else found.set(spot, [id])
  }
  return found
}

/** The fields of some cells, table by table as the form that has all of them prints them. */
function asPrinted(cells: Cells): readonly FieldId[] {
  return TABLE_IDS.flatMap((table) => {
    const forms = FORM_VERSIONS.map((version) =>
      statutoryLayout(table, version).flatMap((row) =>
        row.flatMap(({ field }) => (field && cells[field] ? [field] : [])),
      ),
    )
    return forms.reduce((best, next) => (next.length > best.length ? next : best), [])
  })
}

/** Which block holds each table and line: index by `t.2`, `l.12`. */
export function blocksBySpot(blocks: readonly Block[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const [index, block] of blocks.entries()) {
    const spot = block.kind === 'table' ? `t.${String(block.table)}` : spotOf(block.place)
    if (spot !== null && !found.has(spot)) found.set(spot, index)
    // The cells of a text view's table stand in lines too.
    if (block.kind === 'table')
      for (const row of block.rows)
        for (const { place } of row)
          if (place.line !== undefined && !found.has(`l.${String(place.line)}`))
            found.set(`l.${String(place.line)}`, index)
  }
  return found
}

/** The block of a spot, `undefined` where the document has no such spot. */
export function blockOf(spot: string, blocks: ReadonlyMap<string, number>): number | undefined {
  return blocks.get(spot.startsWith('t.') ? spot.split('.', 2).join('.') : spot)
}

/** A stretch of a line, from and up to a character, and the fields that were read from it. */
export interface LineMark {
  readonly from: number
  readonly to: number
  readonly fields: readonly FieldId[]
}

/** Whether a cell's number is all that its source text says; else the text is that of several cells that ran together. */
function isWhole(cell: Cell | undefined, raw: string): boolean {
  return cell?.value !== null && cell?.value !== undefined && raw.replace(/[,，\s]/gu, '') === String(cell.value)
}

/**
 * Where in a line the source texts of some fields stand, one behind the other in the fields' order; fields read from one text share a mark, and a text
 * that the line does not have is left out.
 */
export function lineMarks(text: string, fields: readonly FieldId[], cells: Cells): LineMark[] {
  const marks: { from: number; to: number; fields: FieldId[] }[] = []
  let at = 0
  for (const field of fields) {
    const raw = cells[field]?.raw.trim().replace(/…$/u, '') ?? ''
    const last = marks.at(-1)
    if (raw === '') continue
    if (last && !isWhole(cells[field], raw) && text.slice(last.from, last.to) === raw) {
      last.fields.push(field)
      continue
    }
    const found = text.indexOf(raw, at)
    if (found >= 0) {
      at = found + raw.length
      marks.push({ from: found, to: at, fields: [field] })
    }
  }
  return marks
}

/** A stretch of a line as it is drawn. */
export interface LinePiece {
  readonly text: string
  readonly fields: readonly FieldId[]
}

const LONGEST_SHOWN = 6000
const BEFORE_MARK = 200

/** A line cut where its marks begin and end. Of a line as long as a book, what surrounds the first mark of `focus`, or its beginning. */
export function linePieces(text: string, marks: readonly LineMark[], focus: FieldId | null): LinePiece[] {
  const aim = marks.find(({ fields }) => focus !== null && fields.includes(focus))
  const from = text.length <= LONGEST_SHOWN ? 0 : Math.max(0, (aim?.from ?? 0) - BEFORE_MARK)
  const to = Math.min(text.length, from + LONGEST_SHOWN)
  const pieces: LinePiece[] = from > 0 ? [{ text: '…', fields: [] }] : []
  let at = from
  for (const mark of marks) {
    if (mark.from < at || mark.to > to) continue
    if (mark.from > at) pieces.push({ text: text.slice(at, mark.from), fields: [] })
    pieces.push({ text: text.slice(mark.from, mark.to), fields: mark.fields })
    at = mark.to
  }
  if (at < to) pieces.push({ text: text.slice(at, to), fields: [] })
  if (to < text.length) pieces.push({ text: '…', fields: [] })
  return pieces
}
