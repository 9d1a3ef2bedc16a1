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

const ALL: readonly SampleFormat[] = ['txt', 'html', 'docx']
const HEAD_ROWS = 3

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
  const without = onRequests(soiled, (table) => ({
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

const optionsOf = <K extends 'text' | 'html' | 'docx'>(key: K, change: Partial<Soiled[K]>) => {
  return (soiled: Soiled): Soiled => ({ ...soiled, [key]: { ...soiled[key], ...change } })
}

const told = (soiled: Soiled): Soiled => demand(soiled, 'told', fieldsOfReport(soiled.report))

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
    name: 'pipes',
    label: { zh: '竖线分隔的表', en: 'tables between pipes' },
    formats: ['txt'],
    touches: ['spans'],
    soil: optionsOf('text', { tables: 'pipes' }),
  },
  {
    name: 'glued',
    label: { zh: '纯文本视图，格与格相连', en: 'cells run together' },
    formats: ['txt'],
    touches: ['values', 'heads', 'labels', 'rows', 'spans', 'headings'],
    soil: (soiled) =>
      demand({ ...soiled, text: { ...soiled.text, tables: 'glued' } }, 'unsure', fieldsOfReport(soiled.report)),
  },
  {
    name: 'spans',
    label: { zh: '一字一标签', en: 'one element a character' },
    formats: ['html', 'docx'],
    touches: ['spans'],
    soil: (soiled) => optionsOf('docx', { splitRuns: true })(optionsOf('html', { spans: true })(soiled)),
  },
  {
    name: 'debris',
    label: { zh: '从 Word 粘贴的残余', en: 'debris of a word processor' },
    formats: ['html'],
    touches: ['spans'],
    soil: optionsOf('html', { debris: true }),
  },
  {
    name: 'unclosed',
    label: { zh: '单元格没有结束标签', en: 'cells without end tags' },
    formats: ['html'],
    touches: ['spans'],
    soil: optionsOf('html', { unclosed: true }),
  },
  {
    name: 'merges-lost',
    label: { zh: '合并格丢失', en: 'vertical spans missing' },
    formats: ['html', 'docx'],
    touches: ['spans', 'rows'],
    soil: (soiled) => told(optionsOf('docx', { mergesLost: true })(optionsOf('html', { rowspansLost: true })(soiled))),
  },
  {
    name: 'padded-rows',
    label: { zh: '行末多一空格', en: 'an empty cell at the end of each row' },
    formats: ['html'],
    touches: ['spans', 'rows'],
    soil: (soiled) => told(optionsOf('html', { padded: true })(soiled)),
  },
  {
    name: 'controls-cells',
    label: { zh: '内容控件包住单元格', en: 'content controls around cells' },
    formats: ['docx'],
    touches: ['spans'],
    soil: optionsOf('docx', { controls: 'cells' }),
  },
  {
    name: 'controls-rows',
    label: { zh: '内容控件包住整行', en: 'content controls around rows' },
    formats: ['docx'],
    touches: ['spans'],
    soil: optionsOf('docx', { controls: 'rows' }),
  },
  {
    name: 'controls-nested',
    label: { zh: '内容控件层层嵌套', en: 'nested content controls' },
    formats: ['docx'],
    touches: ['spans'],
    soil: optionsOf('docx', { controls: 'nested' }),
  },
  {
    name: 'tracked',
    label: { zh: '修订未接受', en: 'tracked changes not accepted' },
    formats: ['docx'],
    touches: ['spans'],
    soil: (soiled) => told(optionsOf('docx', { tracked: true })(soiled)),
  },
]
