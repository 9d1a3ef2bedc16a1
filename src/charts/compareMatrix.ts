import type { Figure } from '../cube/query'
import { changeCell } from './changes'
import type { ChartContext } from './chart'
import { changeIsFirm, isFirm, stepOf } from './comparison'
import type { ComparedAgency, Comparison } from './comparison'
import { ERAS, HEAD, matrixLayout, oldYears } from './compareMatrixLayout'
import type { Columns } from './compareMatrixLayout'
import type { FoldedRow } from './folding'
import { FORM_NAMES, signsOf } from './matrixKey'
import { drawMatrixKey } from './matrixKeyDrawing'
import { fitName } from './nameLines'
import { cellNumberText, NO_NUMBER, numberText, textWidth, valueText } from './numbers'
import { HEAT_FILLS, onFill } from './sets'
import { Sketch } from './sketch'
import type { Box } from './sketch'
import { GAP_LABELS, gapOf, isHatched } from './table'
import { baseOption } from './theme'
import { both, WORDS } from './words'

const SMALL = 10

/**
 * The coloured table as a picture, with all that the page's has: rank, a cell for each agency and year with n, signs and absence, the forms, n, change and
 * the key. What does not fit is folded, and a row says how many that is.
 */
export function drawCompareMatrix(
  comparison: Comparison,
  shown: readonly ComparedAgency[],
  chosen: readonly string[],
  byRank: boolean,
  context: ChartContext,
) {
  const sketch = new Sketch(context)
  const { whole, wholeChange } = comparison
  const { language } = context
  const { all, top, items, row, columns } = matrixLayout(comparison, shown, chosen, byRank, sketch, context)
  drawHead(sketch, comparison, columns, context)

  const numbers = (
    of: Comparison['wholeChange'],
    figures: readonly (Figure | undefined)[],
    y: number,
    bold: boolean,
  ) => {
    const middle = y + row / 2
    figures.forEach((figure, at) => {
      const box = { x: columns.cell(at) + 1, y: y + 1, width: columns.cellWidth - 2, height: row - 2 }
      drawCell(sketch, comparison, figure, box, bold, context)
    })
    const style = { size: 13, align: 'right', colour: bold ? 'ink' : 'ink2', weight: bold ? 600 : 400 } as const
    const tone = bold || changeIsFirm(of, comparison) ? style : ({ ...style, colour: 'ink3' } as const)
    if (columns.n !== null)
      sketch.text(
        columns.n,
        middle,
        of.now?.denominator === undefined ? NO_NUMBER : numberText(of.now.denominator, language),
        style,
      )
    const cell = changeCell(of, comparison.unit)
    const percent = cell.value !== null && cell.unit === 'ratio' && comparison.unit !== 'ratio' ? '%' : ''
    sketch.text(columns.change, middle, cellNumberText(cell, language) + percent, tone)
    if (of.changeInError) sketch.errorMark(columns.change + sketch.px(3), middle - sketch.px(4))
  }
  sketch.text(columns.name, top + row / 2, all, { size: 13, weight: 600, colour: 'ink' })
  numbers(wholeChange, whole, top, true)
  sketch.line(
    [
      [0, top + row],
      [context.width, top + row],
    ],
    'line',
  )
  items.forEach((item, index) => {
    const y = top + row * (index + 1)
    if (item.kind !== 'row') {
      sketch.text(columns.name, y + row / 2, partingText(item, comparison)[language], { colour: 'ink3' })
      return
    }
    const { agency } = item
    const picked = chosen.includes(agency.id)
    const style = { size: 13, colour: picked ? 'accent' : 'ink', weight: picked ? 600 : 400 } as const
    if (picked) sketch.box({ x: 0, y, width: sketch.px(3), height: row }, sketch.colour('accent'))
    if (agency.rank !== null)
      sketch.text(columns.rank, y + row / 2, String(agency.rank), {
        ...style,
        ...(!picked && { colour: 'ink3' }),
        align: 'right',
      })
    sketch.text(columns.name, y + row / 2, fitName(agency.name, sketch.px(13), columns.nameWidth), style)
    numbers(agency, agency.figures, y, false)
  })
  const bottom = top + row * (items.length + 1)
  sketch.line(
    [
      [0, bottom],
      [context.width, bottom],
    ],
    'rule',
  )
  drawMatrixKey(sketch, comparison, context, bottom + sketch.px(8))
  return { ...baseOption(context), graphic: { elements: sketch.elements } }
}

function drawHead(
  sketch: Sketch,
  { years, lastYear }: Comparison,
  columns: Columns,
  { language, width }: ChartContext,
): void {
  const old = oldYears(years)
  const eras = old > 0 ? sketch.px(ERAS) : 0
  if (old > 0) {
    const middle = (from: number, to: number): number => (columns.cell(from) + columns.cell(to) + columns.cellWidth) / 2
    const style = { align: 'center', colour: 'ink3' } as const
    sketch.text(middle(0, old - 1), eras / 2, FORM_NAMES.old[language], style)
    sketch.text(middle(old, years.length - 1), eras / 2, FORM_NAMES.present[language], style)
  }
  const y = eras + sketch.px(HEAD) / 2
  sketch.text(columns.rank, y, WORDS.rank[language], { align: 'right' })
  sketch.text(columns.name, y, WORDS.agency[language])
  years.forEach((year, at) => {
    sketch.text(columns.cell(at) + columns.cellWidth / 2, y, String(year), {
      align: 'center',
      ...(year === lastYear && { weight: 600, colour: 'ink' }),
    })
  })
  if (columns.n !== null) sketch.text(columns.n, y, 'n', { align: 'right' })
  sketch.text(columns.change, y, WORDS.changeShort[language], { align: 'right' })
  const under = eras + sketch.px(HEAD)
  sketch.line(
    [
      [0, under],
      [width, under],
    ],
    'rule',
  )
}

/** A cell: colour and number, n where it is small, the signs of its history; or the word and the look of absence. */
function drawCell(
  sketch: Sketch,
  { unit, steps, leastN }: Comparison,
  figure: Figure | undefined,
  box: Box,
  bold: boolean,
  { language, theme }: ChartContext,
): void {
  const y = box.y + box.height / 2
  if (figure?.value == null) {
    const gap = gapOf(figure)
    if (isHatched(gap)) sketch.hatched(box)
    else if (gap === 'missing') sketch.framed(box)
    const word = gap === 'noCases' ? NO_NUMBER : GAP_LABELS[gap][language]
    if (textWidth(word, sketch.px(12)) < box.width - sketch.px(4))
      sketch.text(box.x + box.width / 2, y, word, { align: 'center', colour: 'ink3', halo: isHatched(gap) })
    return
  }
  const firm = isFirm(figure, unit, leastN)
  const fill = HEAT_FILLS[stepOf(figure.value, steps)] ?? 'h6'
  const coloured = firm && !bold
  if (coloured) sketch.box(box, sketch.colour(fill))
  const text = valueText(figure.value, unit, language)
  const beside = [
    ...(unit === 'ratio' && !firm ? [numberText(figure.denominator ?? 0, language)] : []),
    ...signsOf(figure).map((sign) => sign[language]),
  ].join(' ')
  const wide = textWidth(text, sketch.px(13))
  const besideWide = beside === '' ? 0 : textWidth(beside, sketch.px(SMALL)) + sketch.px(3)
  // Numbers stand in the middle of their cells, so that they align; one with much beside it moves to the left.
  const x = Math.min(box.x + (box.width - wide) / 2, box.x + box.width - sketch.px(2) - besideWide - wide)
  const tone = coloured ? { fill: onFill(theme, fill) } : ({ colour: bold ? 'ink' : 'ink3' } as const)
  sketch.text(x, y, text, { size: 13, weight: bold ? 600 : 400, ...tone })
  if (beside !== '') sketch.text(x + wide + sketch.px(3), y, beside, { size: SMALL, weight: 500, ...tone })
}

function partingText(item: Exclude<FoldedRow, { kind: 'row' }>, { unit, leastN, lastYear }: Comparison) {
  const count = String(item.count)
  if (item.kind === 'fold')
    return both(`… 其间 ${count} 个机关，见表格或 CSV`, `… ${count} in between; see the table or the CSV`)
  const year = String(lastYear)
  return unit === 'ratio'
    ? both(
        `${year} 年 n < ${String(leastN)} 或没有数的 ${count} 个机关，不排名`,
        `${count} with n < ${String(leastN)} or without a figure in ${year}: not ranked`,
      )
    : both(`${year} 年没有数的 ${count} 个机关`, `${count} without a figure in ${year}`)
}
