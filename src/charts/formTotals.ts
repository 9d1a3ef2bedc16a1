import type { Figure, Group, QueryResult } from '../cube/query'
import { fieldsOf } from '../form/fields'
import { versionOfYear, TABLE_IDS, TABLE_LABELS } from '../form/version'
import type { TableId } from '../form/version'
import { basisOfYear, groupOfYear } from './basis'
import { changeCell } from './changes'
import type { Chart, ChartContext } from './chart'
import { counted } from './counted'
import { cellNumberText, fitText } from './numbers'
import { notesOfRows } from './notes'
import { labelOfFigure, unitOfFigure } from './ranked'
import { NO_REPORTS } from './readings'
import { Sketch } from './sketch'
import { endColumn, figureCell, GAP_LABELS, startColumn, textCell } from './table'
import type { TableCell, TableNumber } from './table'
import { baseOption } from './theme'
import { both, titleOf, WORDS } from './words'

const ROW = 19
const HEAD = 24

/** Sums of one table's cells: of 表三 the rows' totals, of the others every cell. `year` says the form. */
const totalsOfForm = (table: TableId, year: number): readonly string[] =>
  fieldsOf(table, versionOfYear(year) ?? '2021').flatMap(({ id }) =>
    table === 'requests' && !id.endsWith('.total') ? [] : [id],
  )

/** All of them, as a query takes them. */
export const totalFigures = (year: number): string[] => TABLE_IDS.flatMap((table) => totalsOfForm(table, year))

interface TotalRow {
  readonly id: string
  readonly figure: Figure | undefined
  readonly before: Figure | undefined
}

/** The sums of the statutory tables over the selected reports of one year, beside the year before. Takes a result by year of both years, with the change among comparable agencies. */
export function formTotalsChart(result: QueryResult, year: number): Chart {
  const now = groupOfYear(result, year)
  const before = groupOfYear(result, year - 1)
  const of = (group: Group | undefined, id: string): Figure | undefined => group?.figures[id]
  const tables = TABLE_IDS.map((table) => ({
    table,
    rows: totalsOfForm(table, year).map((id): TotalRow => ({ id, figure: of(now, id), before: of(before, id) })),
  }))
  const rows = tables.flatMap((one) => one.rows)
  const cells = ({ id, figure, before: earlier }: TotalRow): TableNumber[] => {
    const unit = unitOfFigure(id)
    return [figureCell(figure, unit), figureCell(earlier, unit), changeCell({ now: figure, before: earlier }, unit)]
  }
  return {
    id: 'formTotals',
    title: titleOf(both('各表合计', 'Totals by table'), [year]),
    unit: both('较上年按两年都有数的机关（可比口径）', 'change over agencies with figures for both years'),
    basis: basisOfYear(result, year),
    figures: [],
    notes: notesOfRows(
      rows.map(({ figure, before: earlier }) => [figure, earlier]),
      'figure',
    ),
    source: WORDS.allTables,
    readings: now
      ? [
          both(
            `${String(year)} 年 ${String(now.reports)} 份年报各表的合计，共 ${String(rows.length)} 项。`,
            `Totals of ${counted(now.reports, 'report')} for ${String(year)}, ${counted(rows.length, 'item')}.`,
          ),
        ]
      : [NO_REPORTS],
    table: {
      columns: [
        startColumn(both('表', 'Table')),
        startColumn(both('项目', 'Item')),
        endColumn(both(`${String(year)} 年`, String(year))),
        endColumn(both(`${String(year - 1)} 年`, String(year - 1))),
        endColumn(WORDS.changeShort),
      ],
      rows: tables.flatMap(({ table, rows: own }) =>
        own.map((row): TableCell[] => {
          const { zh, en } = labelOfFigure(row.id)
          return [textCell(TABLE_LABELS[table].zh, TABLE_LABELS[table].en), textCell(zh, en), ...cells(row)]
        }),
      ),
    },
    leastWidth: 700,
    heightAt: () => tables.length * HEAD + rows.length * ROW,
    option: (context) => draw(tables, cells, year, context),
  }
}

function draw(
  tables: readonly { readonly table: TableId; readonly rows: readonly TotalRow[] }[],
  cells: (row: TotalRow) => readonly TableNumber[],
  year: number,
  context: ChartContext,
) {
  const sketch = new Sketch(context)
  const { language, width } = context
  const column = Math.min(sketch.px(120), width * 0.18)
  const ends = [width - 2 * column, width - column, width]
  const lines = tables.reduce((sum, { rows }) => sum + rows.length, 0)
  const step = (context.height - tables.length * sketch.px(HEAD)) / Math.max(1, lines)
  let y = 0
  for (const { table, rows } of tables) {
    const head = y + sketch.px(HEAD) / 2
    sketch.text(0, head, TABLE_LABELS[table][language], { size: 13, weight: 600, colour: 'ink' })
    const heads = [String(year), String(year - 1), WORDS.changeShort[language]]
    heads.forEach((text, at) => {
      sketch.text(ends[at] ?? width, head, text, { align: 'right', colour: 'ink3' })
    })
    y += sketch.px(HEAD)
    sketch.line(
      [
        [0, y],
        [width, y],
      ],
      'rule',
    )
    for (const row of rows) {
      const middle = y + step / 2
      sketch.text(0, middle, fitText(labelOfFigure(row.id)[language], sketch.px(12), width - 3 * column), {
        colour: 'ink2',
      })
      cells(row).forEach((cell, at) => {
        const end = ends[at] ?? width
        const text = cell.value === null ? (cell.gap ? GAP_LABELS[cell.gap][language] : '—') : numberOf(cell, language)
        sketch.text(end - sketch.px(10), middle, text, {
          align: 'right',
          colour: cell.value === null ? 'ink3' : 'ink',
          weight: at === 0 ? 600 : 400,
        })
        if ((cell.states?.inError ?? 0) > 0) sketch.errorMark(end - sketch.px(8), middle)
      })
      y += step
    }
  }
  return { ...baseOption(context), graphic: { elements: sketch.elements } }
}

const numberOf = (cell: TableNumber, language: ChartContext['language']): string =>
  `${cellNumberText(cell, language)}${cell.unit === 'ratio' ? '%' : ''}`
