import { FIELDS } from '../form/fields'
import type { Field } from '../form/fields'
import type { Label } from '../form/version'
import { registerRows } from '../register/table/columns'
import { EXAMPLE_MARK, stateText, valueOf } from './dataset'
import type { DatasetNote, DatasetOptions, DatasetReport } from './dataset'
import { definitions } from './datasetDefinitions'
import { FINDING_WORD_LABELS, IN_ERROR, SETTLED_LABELS, SEVERITY_LABELS, formsText } from './datasetWords'
import { writeWorkbook } from './xlsx'
import type { SheetCell, SheetTable } from './xlsx'

const SHEETS = {
  values: { zh: '数据', en: 'Values' },
  states: { zh: '来历', en: 'States' },
  forced: { zh: '推算', en: 'Determined values' },
  definitions: { zh: '口径', en: 'Definitions' },
  reports: { zh: '年报', en: 'Reports' },
  agencies: { zh: '机关', en: 'Agencies' },
  issues: { zh: '识读问题', en: 'Issues' },
  findings: { zh: '勾稽问题', en: 'Findings' },
} as const satisfies Readonly<Record<string, Label>>

const TITLE: Label = { zh: '政府信息公开年报数据', en: 'Open-government report data' }

/**
 * The whole data set as an xlsx file: 数据 (one row a report, one column a field), 来历 (the state of each value), 推算 where the sums
 * force values on blank cells, 口径 (definitions), 年报 (where each report comes from), 机关 (the register), 识读问题 and 勾稽问题.
 */
export function datasetXlsx(reports: readonly DatasetReport[], options: DatasetOptions): Promise<Uint8Array> {
  const { language } = options
  return writeWorkbook(datasetSheets(reports, options), {
    title: TITLE[language],
    description: options.example ? EXAMPLE_MARK[language] : '',
    created: options.created,
  })
}

/** The sheets of the workbook, as rows. */
function datasetSheets(reports: readonly DatasetReport[], options: DatasetOptions): SheetTable[] {
  const fields = FIELDS.filter((field) => reports.some((report) => report.cells[field.id]))
  const sheets = [
    valueSheet(reports, fields, options),
    stateSheet(reports, fields, options),
    forcedSheet(reports, options),
    definitionSheet(options),
    reportSheet(reports, options),
    ...agencySheet(options),
    noteSheet('issues', reports, options),
    noteSheet('findings', reports, options),
  ]
  return sheets.filter((sheet) => sheet.name !== SHEETS.forced[options.language] || sheet.rows.length > sheet.headRows)
}

/** A sheet with its head; the mark of example data stands over it. */
function sheet(
  name: keyof typeof SHEETS,
  head: readonly (readonly SheetCell[])[],
  rows: readonly (readonly SheetCell[])[],
  widths: readonly number[],
  { language, example }: DatasetOptions,
  frozenColumns = 0,
): SheetTable {
  const mark = example ? [[EXAMPLE_MARK[language]]] : []
  return {
    name: SHEETS[name][language],
    rows: [...mark, ...head, ...rows],
    headRows: mark.length + head.length,
    frozenColumns,
    widths,
  }
}

type Heads = readonly (readonly [string, string])[]
const headOf = (heads: Heads, { language }: DatasetOptions): string[] =>
  heads.map(([zh, en]) => (language === 'zh' ? zh : en))

const WHO: Heads = [
  ['机关', 'agency'],
  ['年度', 'year'],
  ['区域', 'region'],
  ['类别', 'kind'],
  ['层级', 'level'],
  ['范围', 'scope'],
]
const WHO_WIDTHS = [30, 7, 14, 12, 8, 10]

const who = ({ agency, year }: DatasetReport): SheetCell[] => [
  agency.name,
  year,
  agency.region,
  agency.kind,
  agency.level,
  agency.scope,
]

/** Names of the fields over their ids, which never change. */
function fieldHeads(fields: readonly Field[], options: DatasetOptions): SheetCell[][] {
  return [
    [...headOf(WHO, options), ...fields.map((field) => field.label[options.language])],
    [...WHO.map(([, id]) => id), ...fields.map((field) => field.id)],
  ]
}

function valueSheet(reports: readonly DatasetReport[], fields: readonly Field[], options: DatasetOptions): SheetTable {
  const rows = reports.map((report) => [
    ...who(report),
    ...fields.map((field) => valueOf(report, field.id)?.value ?? null),
  ])
  return sheet('values', fieldHeads(fields, options), rows, [...WHO_WIDTHS, 12], options, 2)
}

function stateSheet(reports: readonly DatasetReport[], fields: readonly Field[], options: DatasetOptions): SheetTable {
  const { language } = options
  const rows = reports.map((report) => [
    ...who(report),
    ...fields.map((field) => {
      const value = valueOf(report, field.id)
      return value ? stateText(value, language) + (value.inError ? IN_ERROR[language] : '') : null
    }),
  ])
  return sheet('states', fieldHeads(fields, options), rows, [...WHO_WIDTHS, 12], options, 2)
}

function forcedSheet(reports: readonly DatasetReport[], options: DatasetOptions): SheetTable {
  const head = headOf(
    [
      ...WHO.slice(0, 2),
      ['字段', 'field'],
      ['名称', 'name'],
      ['按各项勾稽关系只能是', 'the only value that all sums allow'],
    ],
    options,
  )
  const rows = reports.flatMap((report) =>
    FIELDS.flatMap((field): SheetCell[][] => {
      const forced = valueOf(report, field.id)?.forced ?? null
      return forced === null ? [] : [[report.agency.name, report.year, field.id, field.label[options.language], forced]]
    }),
  )
  return sheet('forced', [head], rows, [30, 7, 34, 44, 24], options)
}

function definitionSheet(options: DatasetOptions): SheetTable {
  const head = headOf(
    [
      ['编号', 'id'],
      ['种类', 'sort'],
      ['名称', 'name'],
      ['单位', 'unit'],
      ['表式', 'forms'],
      ['算法', 'formula'],
      ['依据', 'source'],
      ['序列', 'series'],
    ],
    options,
  )
  const rows = definitions(options.language).map((line) => Object.values<string>({ ...line }))
  return sheet('definitions', [head], rows, [36, 8, 44, 14, 10, 50, 36, 36], options)
}

function reportSheet(reports: readonly DatasetReport[], options: DatasetOptions): SheetTable {
  const head = headOf(
    [
      ...WHO,
      ['系统', 'system'],
      ['汇总机关', 'summed by'],
      ['公布日期', 'published'],
      ['文件', 'file'],
      ['部分', 'part'],
      ['哈希', 'hash'],
      ['表式（表二/表三/表四）', 'forms (tables 2/3/4)'],
      ['识读的机关', 'agency as read'],
      ['识读的年度', 'year as read'],
      ['识读问题', 'issues'],
      ['勾稽问题', 'findings'],
    ],
    options,
  )
  const rows = reports.map((report): SheetCell[] => [
    ...who(report),
    report.agency.system,
    report.agency.parent,
    report.published ?? '',
    report.source.file,
    report.source.part ?? null,
    report.hash ?? '',
    formsText(report),
    report.readAgency,
    report.readYear,
    report.issues.filter(({ settled }) => !settled).length,
    report.findings.length,
  ])
  return sheet('reports', [head], rows, [...WHO_WIDTHS, 14, 20, 12, 40, 6, 20, 22, 30, 10, 10, 10], options, 2)
}

/** The register as its own file has it, so that it can be read back from here. */
function agencySheet(options: DatasetOptions): SheetTable[] {
  if (!options.agencies) return []
  const [head = [], ...rows] = registerRows(options.agencies, options.language)
  return [sheet('agencies', [head], rows, [36, 30, 30, 14, 8, 14, 18, 18, 30, 10, 8, 8, 30, 16], options, 1)]
}

function noteSheet(
  name: 'issues' | 'findings',
  reports: readonly DatasetReport[],
  options: DatasetOptions,
): SheetTable {
  const head = headOf(
    [
      ...WHO.slice(0, 2),
      name === 'issues' ? ['代码', 'code'] : ['规则', 'rule'],
      ['程度', 'severity'],
      ['内容', 'message'],
      ...(name === 'issues'
        ? []
        : ([
            ['算式', 'formula'],
            ['差', 'difference'],
          ] as const)),
      ['字段', 'fields'],
      ['位置', 'place'],
      ['文件', 'file'],
      ...(name === 'issues'
        ? ([
            ['核对', 'state'],
            ['核对人', 'settled by'],
            ['核对时间', 'settled at'],
          ] as const)
        : ([
            ['处理', 'state'],
            ['理由', 'reason'],
            ['处理人', 'said by'],
            ['处理时间', 'said at'],
          ] as const)),
    ],
    options,
  )
  const line = (report: DatasetReport, note: DatasetNote): SheetCell[] => [
    report.agency.name,
    report.year,
    note.code,
    SEVERITY_LABELS[note.severity][options.language],
    note.message,
    ...(name === 'issues' ? [] : [note.formula ?? '', note.difference ?? null]),
    note.fields.join(' '),
    note.at,
    report.source.file,
    ...(name === 'issues'
      ? [
          SETTLED_LABELS[note.settled ? 'settled' : 'open'][options.language],
          note.settled?.by ?? '',
          note.settled?.at ?? '',
        ]
      : [
          FINDING_WORD_LABELS[note.word?.says ?? 'open'][options.language],
          note.word?.reason ?? '',
          note.word?.by ?? '',
          note.word?.at ?? '',
        ]),
  ]
  const rows = reports.flatMap((report) => report[name].map((note) => line(report, note)))
  const formulaWidths = name === 'issues' ? [] : [30, 8]
  const stateWidths = name === 'issues' ? [8, 12, 22] : [12, 30, 12, 22]
  return sheet(name, [head], rows, [30, 7, 16, 8, 60, ...formulaWidths, 40, 20, 40, ...stateWidths], options, 2)
}
