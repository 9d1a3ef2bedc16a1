import { fieldOf } from '../../form/fields'
import type { FieldId } from '../../form/fields'
import { TABLE_IDS, TABLE_LABELS } from '../../form/version'
import type { Label } from '../../form/version'
import type { Language } from '../../report/wording'
import type { Addend } from '../../totals/addends'
import { lackingIn } from '../../totals/figure'
import type { CellComparison } from '../../totals/gaps'
import { gapsOf } from '../../totals/gaps'
import { narrativeOf } from '../../totals/narrative'
import type { CellSum } from '../../totals/sums'
import type { Total } from '../../totals/total'
import { EXAMPLE_MARK } from '../dataset'
import { IN_ERROR } from '../datasetWords'
import { writeWorkbook } from '../xlsx'
import type { SheetValue, SheetTable } from '../xlsx'
import { coverageLines } from './coverageLines'
import { formSheet } from './formSheet'
import { SumFormulas } from './sumFormulas'
import { gapCandidates } from './gapCandidates'
import { otherFormNotes } from './tableNotes'
import { ADDEND_LABELS, STATUS_LABELS } from './totalWords'

export interface TotalXlsxOptions {
  readonly language: Language
  readonly example: boolean
  /** ISO date-time. */
  readonly created: string
}

const SHEETS = {
  members: { zh: '成员', en: 'Members' },
  states: { zh: '来历', en: 'States' },
  gaps: { zh: '与公布数比较', en: 'Published' },
  notes: { zh: '说明', en: 'Notes' },
} as const satisfies Readonly<Record<string, Label>>

const VERDICTS: Readonly<Record<CellComparison['verdict'], Label>> = {
  equal: { zh: '相等', en: 'equal' },
  unequal: { zh: '不等', en: 'unequal' },
  open: { zh: '成员缺数，不能核对', en: 'members lack figures, cannot be checked' },
  unstated: { zh: '公布报告没有此数', en: 'not in the published report' },
}

/**
 * The total as a workbook that a colleague can check: the tables of the form and every column of the members' sheet are formulas that add the members; beside them the
 * state of each figure, what the published report says, and who is counted.
 */
export function totalXlsx(total: Total, options: TotalXlsxOptions): Promise<Uint8Array> {
  const { language, example, created } = options
  const mark: SheetValue[][] = example ? [[EXAMPLE_MARK[language]]] : []
  const fields = [...total.sums.cells.keys(), ...total.sums.joined.keys()]
  const formulas = new SumFormulas(total, fields, SHEETS.members[language], mark.length + 2)
  const notes = [
    ...coverageLines(total, language),
    ...TABLE_IDS.flatMap((table) => otherFormNotes(total, table, language)),
  ]
  const sheets: SheetTable[] = [
    ...TABLE_IDS.map((table) => formSheet(total, table, formulas, { language, mark })),
    memberSheet(total, formulas, language, mark),
    stateSheet(total, formulas, language, mark),
    ...gapSheet(total, formulas, language, mark),
    {
      name: SHEETS.notes[language],
      rows: [...mark, ...notes.map((line) => [line])],
      headRows: mark.length,
      widths: [120],
    },
  ]
  const title = narrativeOf(total).title.join('')
  return writeWorkbook(sheets, { title, description: notes[0] ?? '', created })
}

const WHO = {
  name: { zh: '机关', en: 'agency' },
  status: { zh: '计入方式', en: 'counted' },
  file: { zh: '文件', en: 'file' },
  sum: { zh: '合计', en: 'sum' },
  counted: { zh: '有数的成员', en: 'members with a figure' },
} as const satisfies Readonly<Record<string, Label>>
const WHO_COLUMNS = ['name', 'status', 'file'] as const
const WHO_WIDTHS = [30, 18, 40]

function heads(fields: readonly FieldId[], language: Language): SheetValue[][] {
  return [
    [...WHO_COLUMNS.map((column) => WHO[column][language]), ...fields.map((field) => fieldOf(field).label[language])],
    [...WHO_COLUMNS, ...fields],
  ]
}

function who(total: Total, at: number, language: Language): SheetValue[] {
  const member = total.membership.members[at]
  return member ? [member.name, STATUS_LABELS[member.status][language], member.report?.file ?? ''] : []
}

function memberSheet(total: Total, formulas: SumFormulas, language: Language, mark: SheetValue[][]): SheetTable {
  const { fields } = formulas
  const sums = fields.map((field) => formulas.sumOf(field))
  const rows = total.membership.members.map((_, at): SheetValue[] => [
    ...who(total, at, language),
    ...sums.map(({ addends }) => addends[at]?.value ?? null),
  ])
  const marked = rows.flatMap((row, at) =>
    row.flatMap((value, column) => {
      const field = fields[column - WHO_COLUMNS.length]
      const inError = field !== undefined && formulas.sumOf(field).addends[at]?.inError
      return value === null || inError ? [`${mark.length + 2 + at},${column}`] : []
    }),
  )
  return {
    name: SHEETS.members[language],
    rows: [
      ...mark,
      ...heads(fields, language),
      ...rows,
      [WHO.sum[language], '', '', ...fields.map((field) => formulas.total(field, true))],
      [WHO.counted[language], '', '', ...fields.map((field) => formulas.count(field))],
    ],
    headRows: mark.length + 2,
    frozenColumns: 1,
    widths: [...WHO_WIDTHS, 12],
    marked: new Set(marked),
  }
}

function stateSheet(
  total: Total,
  { fields, sumOf }: SumFormulas,
  language: Language,
  mark: SheetValue[][],
): SheetTable {
  const sums: CellSum[] = fields.map((field) => sumOf(field))
  return {
    name: SHEETS.states[language],
    rows: [
      ...mark,
      ...heads(fields, language),
      ...total.membership.members.map((_, at): SheetValue[] => [
        ...who(total, at, language),
        ...sums.map(({ addends }) => stateText(addends[at], language)),
      ]),
    ],
    headRows: mark.length + 2,
    frozenColumns: 1,
    widths: [...WHO_WIDTHS, 12],
  }
}

function stateText(addend: Addend | undefined, language: Language): string {
  return ADDEND_LABELS[addend?.state ?? 'missing'][language] + (addend?.inError ? IN_ERROR[language] : '')
}

const GAP_HEADS: readonly Label[] = [
  { zh: '表', en: 'table' },
  { zh: '字段', en: 'field' },
  { zh: '名称', en: 'name' },
  { zh: '公布', en: 'published' },
  { zh: '成员之和', en: 'sum of members' },
  { zh: '差', en: 'difference' },
  { zh: '比较', en: 'comparison' },
  { zh: '缺数的成员', en: 'members without a figure' },
  { zh: '可能的原因', en: 'possible cause' },
]

function gapSheet(total: Total, formulas: SumFormulas, language: Language, mark: SheetValue[][]): SheetTable[] {
  const { comparison } = total
  if (!comparison) return []
  const candidates = new Map(gapsOf(comparison).map((gap) => [gap.field, gapCandidates(gap, comparison, language)]))
  const first = mark.length + 2
  const rows = comparison.cells.map((cell, at): SheetValue[] => {
    const { field, published, difference, verdict, sum } = cell
    const { table, label } = fieldOf(field)
    const row = String(first + at)
    return [
      TABLE_LABELS[table][language],
      field,
      label[language],
      published.value,
      formulas.has(field) ? formulas.total(field) : sum.value,
      difference === null ? null : { formula: `ROUND(D${row}-E${row},6)`, value: difference },
      VERDICTS[verdict][language],
      lackingIn(sum) + sum.counts.missing,
      candidates.get(field) ?? '',
    ]
  })
  const marked = comparison.cells.flatMap(({ verdict }, at) => (verdict === 'unequal' ? [`${first - 1 + at},5`] : []))
  return [
    {
      name: SHEETS.gaps[language],
      rows: [...mark, GAP_HEADS.map((head) => head[language]), ...rows],
      headRows: mark.length + 1,
      frozenColumns: 3,
      widths: [18, 34, 44, 12, 12, 10, 22, 10, 60],
      marked: new Set(marked),
    },
  ]
}
