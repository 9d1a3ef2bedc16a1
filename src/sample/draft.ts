import { fieldOf } from '../form/fields'
import type { FieldId } from '../form/fields'
import { statutoryLayout } from '../form/layout'
import type { LayoutCell } from '../form/layout'
import { sectionHeadings } from '../form/sections'
import { TABLE_IDS, versionOfYear } from '../form/version'
import type { TableId } from '../form/version'
import { writeProse } from './prose'
import type { Random } from './random'
import type { SampleReport } from './sampleReport'

/** A table cell about to be written; `text` is what stands in the document. */
export interface DraftCell {
  readonly kind: LayoutCell['kind']
  readonly text: string
  readonly colspan: number
  readonly rowspan: number
  readonly field?: FieldId
  /** What a workbook does with it, and no other format. */
  readonly workbook?: {
    /** Number format of its figure. */
    readonly format?: string
    /** A formula whose result was never stored. */
    readonly uncomputed?: boolean
    /** Its row is hidden. */
    readonly hidesRow?: boolean
    /** What stands under it where it is merged. */
    readonly under?: string
  }
}
export type DraftRow = readonly DraftCell[]

export interface DraftTable {
  readonly kind: 'table'
  readonly table: TableId
  readonly rows: readonly DraftRow[]
}

export interface DraftParagraph {
  readonly kind: 'paragraph'
  readonly role: 'title' | 'heading' | 'body' | 'signature' | 'date' | 'page'
  readonly text: string
}

export type DraftBlock = DraftTable | DraftParagraph

/** A document before it is written in one format: what dirt is put on, and renderers write. */
export interface Draft {
  readonly blocks: readonly DraftBlock[]
  readonly agency: string
  readonly year: number
  readonly published: string
}

const TITLES = [
  '{agency}{year}年政府信息公开工作年度报告',
  '{agency}{year}年度政府信息公开工作年度报告',
  '{year}年{agency}政府信息公开工作年度报告',
]

/** Lays a report out as the form does: title, six sections with prose and tables, signature, date. */
export function draftReport(report: SampleReport, random: Random): Draft {
  const prose = writeProse(report, random)
  const title = random.pick(TITLES).replace('{agency}', report.agency).replace('{year}', String(report.year))
  const headings = sectionHeadings(versionOfYear(report.year) ?? '2021')
  const bodies: readonly DraftBlock[][] = [
    prose.overview.map((text) => paragraph('body', text)),
    ...TABLE_IDS.map((table) => draftTable(report, table)),
    [paragraph('body', prose.problems)],
    [paragraph('body', prose.other), ...(report.remark === undefined ? [] : [paragraph('body', report.remark)])],
  ]
  return {
    agency: report.agency,
    year: report.year,
    published: report.published,
    blocks: [
      paragraph('title', title),
      paragraph('page', `${random.pick(['发布日期', '发布时间', '公布日期'])}：${report.published}`),
      paragraph('body', prose.opening),
      ...headings.flatMap((heading, index) => [paragraph('heading', heading), ...(bodies[index] ?? [])]),
      paragraph('signature', report.agency),
      paragraph('date', dateInWords(report.published)),
    ],
  }
}

/** A paragraph of a draft. */
export function paragraph(role: DraftParagraph['role'], text: string): DraftParagraph {
  return { kind: 'paragraph', role, text }
}

function draftTable(report: SampleReport, table: TableId): DraftTable[] {
  const version = report.forms[table]
  if (!version) return []
  const rows = statutoryLayout(table, version).map((row) =>
    row.map((cell): DraftCell => (cell.field ? { ...cell, text: printedValue(report, cell.field) } : cell)),
  )
  return [{ kind: 'table', table, rows }]
}

/** How the form prints a value: plain digits, 万元 beside an amount of the 2019 form, nothing for `null`. */
function printedValue(report: SampleReport, field: FieldId): string {
  const value = report.values[field] ?? null
  if (value === null) return ''
  const { unit, era } = fieldOf(field)
  return unit === 'money' && era === '2019' ? `${value}万元` : String(value)
}

/** `2024-01-20` as 2024年1月20日. */
function dateInWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year ?? ''}年${month ?? ''}月${day ?? ''}日`
}

/** The same draft with its tables changed cell by cell, row by row. */
export function mapTables(draft: Draft, change: (table: DraftTable) => DraftTable | readonly DraftBlock[]): Draft {
  return {
    ...draft,
    blocks: draft.blocks.flatMap((block) => (block.kind === 'table' ? change(block) : [block])),
  }
}

/** The same draft with each cell changed. */
export function mapCells(draft: Draft, change: (cell: DraftCell, table: TableId) => DraftCell): Draft {
  return mapTables(draft, (table) => ({
    ...table,
    rows: table.rows.map((row) => row.map((cell) => change(cell, table.table))),
  }))
}

/** The same draft with the text of its paragraphs of one role changed. */
export function mapParagraphs(draft: Draft, role: DraftParagraph['role'], change: (text: string) => string): Draft {
  return {
    ...draft,
    blocks: draft.blocks.map((block) =>
      block.kind === 'paragraph' && block.role === role ? { ...block, text: change(block.text) } : block,
    ),
  }
}
