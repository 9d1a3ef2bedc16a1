import { statutoryLayout } from '../../form/layout'
import type { LayoutCell } from '../../form/layout'
import { TABLE_LABELS } from '../../form/version'
import type { Label, TableId } from '../../form/version'
import type { Language } from '../../report/wording'
import { lackingIn } from '../../totals/figure'
import type { CellSum } from '../../totals/sums'
import type { Total } from '../../totals/total'
import type { SheetValue, SheetMerge, SheetTable } from '../xlsx'
import type { SumFormulas } from './sumFormulas'

const WIDTHS: Readonly<Record<TableId, readonly number[]>> = {
  proactive: [9],
  requests: [6, 12, 68, 11],
  disputes: [8],
}

const NOTE: Label = {
  zh: '有底色的数：有成员没有此数，只是有数成员之和；或所据的成员年报中有未处理的错误。哪些成员，见“来历”。',
  en: 'Figures on a coloured background: a member has no figure there and only the others are added, or they are based on a number in an open error. The states sheet says whose.',
}

interface FormSheetOptions {
  readonly language: Language
  /** Rows over the table. */
  readonly mark: readonly (readonly SheetValue[])[]
}

/** A table of the form as a sheet: merged as it is printed, every figure a formula that adds the members. */
export function formSheet(
  total: Total,
  table: TableId,
  formulas: SumFormulas,
  { language, mark }: FormSheetOptions,
): SheetTable {
  const placed = placedCells(statutoryLayout(table, total.version))
  const height = Math.max(...placed.map(({ row, cell }) => row + cell.rowspan))
  const width = Math.max(...placed.map(({ column, cell }) => column + cell.colspan))
  const grid = Array.from({ length: height }, () => Array<SheetValue>(width).fill(null))
  const top = mark.length
  const marked = new Set<string>()
  const merges: SheetMerge[] = []
  for (const { row, column, cell } of placed) {
    const { field, colspan, rowspan } = cell
    const cells = grid[row]
    if (cells) cells[column] = field === undefined ? cell[language === 'zh' ? 'text' : 'en'] : formulas.total(field)
    if (colspan > 1 || rowspan > 1) merges.push({ row: top + row, column, rows: rowspan, columns: colspan })
    if (field !== undefined && isMarked(formulas.sumOf(field))) marked.add(`${top + row},${column}`)
  }
  return {
    name: TABLE_LABELS[table][language],
    rows: [...mark, ...grid, ...(marked.size > 0 ? [[NOTE[language]]] : [])],
    headRows: 0,
    onePage: true,
    widths: WIDTHS[table],
    merges,
    ruled: [top, top + height - 1],
    marked,
  }
}

const isMarked = (sum: CellSum): boolean => lackingIn(sum) > 0 || sum.inError > 0

interface PlacedCell {
  readonly row: number
  readonly column: number
  readonly cell: LayoutCell
}

/** Cells at their grid places, those that spans of rows above cover passed over. */
function placedCells(rows: ReturnType<typeof statutoryLayout>): PlacedCell[] {
  const taken = new Set<string>()
  return rows.flatMap((cells, row) => {
    let column = 0
    return cells.map((cell) => {
      while (taken.has(`${row},${column}`)) column++
      const placed = { row, column, cell }
      for (let down = 0; down < cell.rowspan; down++)
        for (let across = 0; across < cell.colspan; across++) taken.add(`${row + down},${column + across}`)
      column += cell.colspan
      return placed
    })
  })
}
