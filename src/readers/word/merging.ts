import type { Flow, FlowCell, FlowNote, FlowTable } from '../flow'

/** A cell as the file has it; merged cells are still there, each in its row. */
export interface RawCell {
  colspan: number
  /** `continue`: the cell belongs to the one above. */
  vertical: 'none' | 'restart' | 'continue'
  /** `true`: the cell belongs to the one at its left (old documents). */
  joinsLeft: boolean
  deleted: boolean
  content: Flow[]
  readonly notes: FlowNote[]
}

export interface RawRow {
  /** Grid columns left out before the first cell. */
  before: number
  deleted: boolean
  hidden: boolean
  readonly cells: RawCell[]
}

export const newRow = (): RawRow => ({ before: 0, deleted: false, hidden: false, cells: [] })
export const newCell = (): RawCell => ({
  colspan: 1,
  vertical: 'none',
  joinsLeft: false,
  deleted: false,
  content: [],
  notes: [],
})

interface Anchor {
  readonly cell: FlowCell
  readonly row: number
}

/** Joins merged cells at their anchors and drops rows that are deleted or hidden, with a note on each. */
export function mergeCells(table: {
  readonly rows: readonly RawRow[]
  readonly notes: readonly FlowNote[]
}): FlowTable {
  const notes = [...table.notes]
  const rows: FlowCell[][] = []
  let above = new Map<number, Anchor>()
  for (const raw of table.rows) {
    if (raw.deleted || raw.hidden) {
      const text = raw.cells.map(contentText).join(' ').trim()
      if (raw.hidden || text !== '')
        notes.push({ code: raw.deleted ? 'tracked-row-deletion' : 'hidden-text', params: { text: text.slice(0, 80) } })
      continue
    }
    const cells: FlowCell[] = []
    const open = new Map<number, Anchor>()
    let column = raw.before
    let left: FlowCell | null = null
    for (const item of raw.cells) {
      if (item.deleted) continue
      const anchor = item.vertical === 'continue' ? above.get(column) : undefined
      if (anchor !== undefined) {
        anchor.cell.rowspan = rows.length - anchor.row + 1
        open.set(column, anchor)
        noteCovered(item, anchor.cell)
      } else if (item.joinsLeft && left !== null) {
        left.colspan += item.colspan
        noteCovered(item, left)
      } else {
        left = { content: item.content, colspan: item.colspan, rowspan: 1, column, notes: item.notes }
        cells.push(left)
        if (item.vertical !== 'none') open.set(column, { cell: left, row: rows.length })
      }
      column += item.colspan
    }
    rows.push(cells)
    above = open
  }
  return { kind: 'table', rows, ...(notes.length > 0 ? { notes } : {}) }
}

/** Word shows a merged cell's first part only; what stands in the others is kept as a note. */
function noteCovered(covered: RawCell, anchor: FlowCell): void {
  const text = contentText(covered)
  if (text !== '') anchor.notes?.push({ code: 'merged-cell-text', params: { text: text.slice(0, 80) } })
}

function contentText(cell: RawCell): string {
  return cell.content
    .map((item) => (item.kind === 'paragraph' ? item.text : ''))
    .join(' ')
    .trim()
}
