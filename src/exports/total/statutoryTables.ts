import { fieldOf } from '../../form/fields'
import type { FieldId } from '../../form/fields'
import { statutoryLayout } from '../../form/layout'
import type { LayoutCell } from '../../form/layout'
import type { TableId } from '../../form/version'
import { figureOf } from '../../totals/figure'
import type { Total } from '../../totals/total'
import type { TableBlock, TableCellBlock, TextPiece } from '../docx/blocks'
import { marksOf } from './figureMarks'

interface Measures {
  readonly widths: readonly number[]
  readonly headRows: number
  readonly size: number
  readonly rowHeight: number
}

/** Widths, heads, size of the letters (half points) and least height of rows (twips), such that table 三 stands on one page. */
const MEASURES: Readonly<Record<TableId, Measures>> = {
  proactive: { widths: Array<number>(12).fill(1), headRows: 0, size: 21, rowHeight: 454 },
  requests: { widths: [4, 8.5, 25, ...Array<number>(7).fill(6.7)], headRows: 3, size: 18, rowHeight: 285 },
  disputes: { widths: Array<number>(15).fill(1), headRows: 3, size: 21, rowHeight: 454 },
}

/** A table of the form with the figures of the total in their places. */
export function statutoryTable(total: Total, table: TableId): TableBlock {
  return {
    kind: 'table',
    ...MEASURES[table],
    rows: statutoryLayout(table, total.version).map((row) => row.map((cell) => cellBlock(cell, table, total))),
  }
}

/** Rows that a label must span to be written downwards: 三、本年度办理结果. */
const TALL = 10

function cellBlock(cell: LayoutCell, table: TableId, total: Total): TableCellBlock {
  const { kind, text, colspan, rowspan, field } = cell
  return {
    pieces: field === undefined ? [{ text: table === 'requests' ? broken(cell) : text }] : figurePieces(total, field),
    colspan,
    rowspan,
    align: kind === 'label' && table === 'requests' && rowspan === 1 ? 'left' : 'center',
    ...(rowspan >= TALL ? { vertical: true } : {}),
  }
}

/** Labels of narrow cells of table 三 in the lines in which the form has them: 商业/企业, （三）/不予公开. */
function broken({ kind, text, rowspan }: LayoutCell): string {
  if (kind === 'head' && text.length === 4) return `${text.slice(0, 2)}\n${text.slice(2)}`
  return kind === 'label' && rowspan > 1 ? text.replace('）', '）\n') : text
}

/** A figure with its mark; nothing where nobody has one. The head of a 2019 amount does not say its unit. */
function figurePieces(total: Total, field: FieldId): TextPiece[] {
  const figure = figureOf(total, field)
  const { value } = figure
  if (value === null) return []
  const unit = fieldOf(field).unit === 'money' && total.version === '2019' ? '万元' : ''
  return [{ text: `${String(value)}${unit}` }, ...marksOf(figure)]
}
