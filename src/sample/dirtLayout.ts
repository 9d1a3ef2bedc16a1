import type { FieldId } from '../form/fields'
import { REQUEST_COLUMNS, requestRows } from '../form/requests'
import type { Dirt, SampleFormat } from './dirtKind'
import { mapTables, paragraph } from './draft'
import type { DraftCell, DraftRow, DraftTable } from './draft'
import type { Random } from './random'
import type { SampleReport } from './sampleReport'
import { demand, fieldsOfReport } from './soiled'
import type { Soiled } from './soiled'
import { spreadRows } from './spread'

const ALL: readonly SampleFormat[] = ['txt', 'html', 'docx', 'xlsx']
const HEAD_ROWS = 3
const REQUESTS_WIDTH = 10

/** Table 三 of the 2021 form rewritten on the 2019 form: （六）其他处理 becomes one row. */
function onOldForm(report: SampleReport): SampleReport {
  if (report.forms.requests !== '2021') return report
  const parts = requestRows('2021').filter((row) => row.outcome === 'otherwise')
  const joined = REQUEST_COLUMNS.map((column) => {
    const sum = parts.reduce((total, row) => total + (report.values[`requests.${row.key}.${column}`] ?? 0), 0)
    return [`requests.otherwise.all.${column}`, sum] as const
  })
  const kept = Object.entries(report.values).filter(([field]) => !field.startsWith('requests.otherwise.'))
  return {
    ...report,
    forms: { ...report.forms, requests: '2019' },
    values: Object.fromEntries([...kept, ...joined]),
  }
}

/** Some of the zeros of table 三 left blank, so that cells can vanish. */
function someBlank(report: SampleReport, random: Random): SampleReport {
  const values = { ...report.values }
  for (const field of fieldsOfReport(report))
    if (field.startsWith('requests.') && values[field] === 0 && random.chance(0.3)) values[field] = null
  return { ...report, values }
}

function onRequests(
  soiled: Soiled,
  change: (table: DraftTable) => ReturnType<Parameters<typeof mapTables>[1]>,
): Soiled {
  return { ...soiled, draft: mapTables(soiled.draft, (table) => (table.table === 'requests' ? change(table) : table)) }
}

/** The anchors that a table needs when it goes on from a row: those above that still span are repeated with what is left of them. */
function continued(rows: readonly DraftRow[], from: number): DraftRow[] {
  const [slots = []] = spreadRows(rows).slice(from, from + 1)
  const first = slots
    .filter((slot) => slot.covered !== 'beside')
    .map(({ cell, covered }): DraftCell => {
      if (!covered) return cell
      const anchor = rows.findIndex((row) => row.includes(cell))
      return { ...cell, rowspan: cell.rowspan - (from - anchor) }
    })
  return [first, ...rows.slice(from + 1)]
}

/** The rows up to a row, with spans that end there. */
function cutOff(rows: readonly DraftRow[], before: number): DraftRow[] {
  return rows
    .slice(0, before)
    .map((row, index) => row.map((cell) => ({ ...cell, rowspan: Math.min(cell.rowspan, before - index) })))
}

/** A page break inside table 三. */
function breakPage(repeatHead: boolean): NonNullable<Dirt['soil']> {
  return (soiled, random) =>
    onRequests(soiled, (table) => {
      const at = random.int(HEAD_ROWS + 3, table.rows.length - 3)
      const head = repeatHead ? table.rows.slice(0, HEAD_ROWS) : []
      return [
        { ...table, rows: cutOff(table.rows, at) },
        paragraph('page', random.pick(['— 3 —', '- 2 -', '3', '第 3 页 共 6 页'])),
        { ...table, rows: [...head, ...continued(table.rows, at)] },
      ]
    })
}

/** A row of figures taken out; what spans over it spans one row less. */
function removeRow(soiled: Soiled, random: Random): Soiled {
  let removed: FieldId[] = []
  const without = onRequests(soiled, (table) => {
    const plain = table.rows.flatMap((row, index) =>
      index > HEAD_ROWS && row[0]?.kind === 'label' && row.every((cell) => cell.rowspan === 1) ? [index] : [],
    )
    const inside = plain.filter((index) => index > HEAD_ROWS + 2 && index < table.rows.length - 2)
    const at = random.pick(inside)
    removed = (table.rows[at] ?? []).flatMap((cell) => (cell.field ? [cell.field] : []))
    const rows = table.rows.map((row, index) =>
      row.map((cell) =>
        index < at && index + cell.rowspan > at && cell.rowspan > 1 ? { ...cell, rowspan: cell.rowspan - 1 } : cell,
      ),
    )
    return { ...table, rows: rows.filter((_, index) => index !== at) }
  })
  return demand(without, 'lost', removed)
}

/** Blank cells of figures left out of their rows, so that those behind them move up. */
function vanish(soiled: Soiled): Soiled {
  const touched: FieldId[] = []
  // Where cells have no style nobody can see that one was deleted.
  const styled = { ...soiled, xlsx: { ...soiled.xlsx, styled: true } }
  const without = onRequests(styled, (table) => ({
    ...table,
    rows: table.rows.map((row) => {
      const fields = row.flatMap((cell) => (cell.field ? [cell.field] : []))
      const left = row.filter((cell) => !cell.field || cell.text !== '')
      if (left.length < row.length) touched.push(...fields)
      return left
    }),
  }))
  const filled = touched.filter((field) => (soiled.report.values[field] ?? null) !== null)
  const blank = touched.filter((field) => !filled.includes(field))
  return demand(demand(without, 'flagged', filled), 'told', blank)
}

/** A row of one cell over the whole width put at the top or the end of a table. */
function lineAcross(where: 'top' | 'end', texts: readonly string[]): NonNullable<Dirt['soil']> {
  return (soiled, random) =>
    onRequests(soiled, (table) => {
      const cell: DraftCell = { kind: 'head', text: random.pick(texts), colspan: REQUESTS_WIDTH, rowspan: 1 }
      return { ...table, rows: where === 'top' ? [[cell], ...table.rows] : [...table.rows, [cell]] }
    })
}

/** Damage to the grid of the tables, and what formats do to it. */
export const LAYOUT_DIRT: readonly Dirt[] = [
  {
    name: 'mixed-forms',
    label: { zh: '表三用旧表式', en: 'table 三 on the 2019 form' },
    formats: ALL,
    touches: ['rows'],
    rewrite: onOldForm,
  },
  {
    name: 'page-break',
    label: { zh: '跨页，中间有页码', en: 'a page break with a page number' },
    formats: ALL,
    touches: ['rows', 'spans'],
    soil: breakPage(false),
  },
  {
    name: 'page-break-head',
    label: { zh: '跨页，表头重复', en: 'a page break with the head repeated' },
    formats: ALL,
    touches: ['rows', 'spans'],
    soil: breakPage(true),
  },
  {
    name: 'row-missing',
    label: { zh: '缺一行', en: 'a row missing' },
    formats: ALL,
    touches: ['rows', 'spans', 'labels'],
    soil: removeRow,
  },
  {
    name: 'cells-vanish',
    label: { zh: '空白格消失', en: 'blank cells vanish' },
    formats: ALL,
    touches: ['rows', 'spans', 'values'],
    rewrite: someBlank,
    soil: vanish,
  },
  {
    name: 'unit-row',
    label: { zh: '表头上多一行“单位：件”', en: 'a row with the unit over the head' },
    formats: ALL,
    touches: ['heads', 'spans'],
    soil: lineAcross('top', ['单位：件', '（单位：件）', '政府信息公开申请办理情况统计表']),
  },
  {
    name: 'note-row',
    label: { zh: '表末多一行附注', en: 'a row with a note at the end' },
    formats: ALL,
    touches: ['rows', 'spans'],
    soil: lineAcross('end', ['注：本表数据截至年底。', '备注：以上数据由各科室报送。']),
  },
]
