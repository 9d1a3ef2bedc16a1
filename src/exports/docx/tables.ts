import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { TableBlock, TableCellBlock } from './blocks'
import { FONTS } from './fonts'
import { runsOf } from './paragraphs'
import { TEXT_WIDTH, face } from './styles'

const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const ALIGNMENTS = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const
/** Twips around a cell's text. */
const PADDING = { left: 40, right: 40, top: 15, bottom: 15 } as const

/** Rows at the end of a table that notes under it take along: fewer alone at the top of a page are lost. */
const KEPT_ROWS = 3

/** A table as wide as the text, ruled, its rows never broken by a page. */
export function tableOf({ widths, rows, headRows, size, rowHeight, keepNext = false }: TableBlock): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: twips(widths),
    margins: { ...PADDING, marginUnitType: WidthType.DXA },
    borders: {
      top: BORDER,
      bottom: BORDER,
      left: BORDER,
      right: BORDER,
      insideHorizontal: BORDER,
      insideVertical: BORDER,
    },
    rows: rows.map(
      (row, at) =>
        new TableRow({
          cantSplit: true,
          ...(at < headRows ? { tableHeader: true } : {}),
          height: { value: rowHeight, rule: HeightRule.ATLEAST },
          // The head with the first row, the last rows with each other and with what follows.
          children: row.map((cell) => cellOf(cell, size, at < headRows || (keepNext && at >= rows.length - KEPT_ROWS))),
        }),
    ),
  })
}

function cellOf(
  { pieces, colspan, rowspan, align, vertical = false }: TableCellBlock,
  size: number,
  kept: boolean,
): TableCell {
  return new TableCell({
    ...(colspan > 1 ? { columnSpan: colspan } : {}),
    ...(rowspan > 1 ? { rowSpan: rowspan } : {}),
    verticalAlign: VerticalAlignTable.CENTER,
    ...(vertical ? { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT } : {}),
    children: [
      new Paragraph({
        alignment: ALIGNMENTS[align],
        ...(kept ? { keepNext: true } : {}),
        // A quarter more than the letters: rows as close as the printed form's.
        spacing: { line: Math.round(size * 12.5), lineRule: LineRuleType.EXACT },
        children: pieces.flatMap((piece) => runsOf(piece, { font: { ...face(FONTS.body), hint: 'eastAsia' }, size })),
      }),
    ],
  })
}

/** Column widths in twips that add up to the width of the text. */
function twips(shares: readonly number[]): number[] {
  const all = shares.reduce((sum, share) => sum + share, 0)
  let before = 0
  let used = 0
  return shares.map((share) => {
    before += share
    const width = Math.round((before / all) * TEXT_WIDTH) - used
    used += width
    return width
  })
}
