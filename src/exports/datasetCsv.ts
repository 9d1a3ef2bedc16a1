import { FIELDS } from '../form/fields'
import type { Field } from '../form/fields'
import { TABLE_LABELS } from '../form/version'
import type { Label } from '../form/version'
import { placeText } from '../report/place'
import { BYTE_ORDER_MARK, csvLine } from './csv'
import type { CsvCell } from './csv'
import { EXAMPLE_MARK, stateText, valueOf } from './dataset'
import type { DatasetNote, DatasetOptions, DatasetReport, DatasetReports, DatasetValue } from './dataset'
import type { Language } from '../report/wording'
import { FINDING_WORD_LABELS, SETTLED_LABELS, UNIT_LABELS } from './datasetWords'

interface Line {
  readonly report: DatasetReport
  readonly field: Field
  readonly value: DatasetValue
}

interface Column extends Label {
  readonly cell: (line: Line, options: DatasetOptions) => CsvCell
}

const IN_ERROR: Label = { zh: '不等', en: 'does not balance' }

/** The columns of the long file: one line a cell of a report. */
const COLUMNS: readonly Column[] = [
  { zh: '机关', en: 'agency', cell: ({ report }) => report.agency.name },
  { zh: '年度', en: 'year', cell: ({ report }) => report.year },
  { zh: '区域', en: 'region', cell: ({ report }) => report.agency.region },
  { zh: '区划代码', en: 'region code', cell: ({ report }) => report.agency.regionCode },
  { zh: '类别', en: 'kind', cell: ({ report }) => report.agency.kind },
  { zh: '层级', en: 'level', cell: ({ report }) => report.agency.level },
  { zh: '系统', en: 'system', cell: ({ report }) => report.agency.system },
  { zh: '汇总机关', en: 'included in', cell: ({ report }) => report.agency.parent },
  { zh: '范围', en: 'scope', cell: ({ report }) => report.agency.scope },
  { zh: '曾用名', en: 'former names', cell: ({ report }) => report.agency.formerNames },
  { zh: '承接机关', en: 'successor', cell: ({ report }) => report.agency.successor },
  { zh: '表', en: 'table', cell: ({ field }, { language }) => TABLE_LABELS[field.table][language] },
  { zh: '表式', en: 'form', cell: ({ report, field }) => report.forms[field.table] ?? '' },
  { zh: '字段', en: 'field', cell: ({ field }) => field.id },
  { zh: '名称', en: 'name', cell: ({ field }, { language }) => field.label[language] },
  { zh: '数值', en: 'value', cell: ({ value }) => value.value },
  { zh: '单位', en: 'unit', cell: ({ field }, { language }) => UNIT_LABELS[field.unit][language] },
  { zh: '来历', en: 'state', cell: ({ value }, { language }) => stateText(value, language) },
  { zh: '更正前', en: 'before correction', cell: ({ value }) => value.original },
  { zh: '推算值', en: 'determined by the sums', cell: ({ value }) => value.forced },
  { zh: '勾稽', en: 'check', cell: ({ value }, { language }) => (value.inError ? IN_ERROR[language] : '') },
  { zh: '文件', en: 'file', cell: ({ report }) => report.source.file },
  { zh: '部分', en: 'part', cell: ({ report }) => report.source.part ?? null },
  {
    zh: '位置',
    en: 'place',
    cell: ({ report, field }, { language }) => placeText(report.cells[field.id]?.place ?? {}, language),
  },
  { zh: '原文', en: 'text', cell: ({ report, field }) => report.cells[field.id]?.raw ?? '' },
  { zh: '问题', en: 'issues', cell: ({ report, field }, options) => notesOn(report, field, options) },
]

/** On each line of example data, short; the head says it in full. */
const EXAMPLE_LINE: Label = { zh: '示例', en: 'example' }

/** The whole data set as a CSV file in long form, in pieces: byte order mark and head, then the lines of one report after the other. */
export async function* datasetCsv(
  reports: DatasetReports,
  options: DatasetOptions,
): AsyncGenerator<string, void, undefined> {
  const mark = (head: string): CsvCell[] => (options.example ? [head] : [])
  yield (
    BYTE_ORDER_MARK +
    csvLine([...COLUMNS.map((column) => column[options.language]), ...mark(EXAMPLE_MARK[options.language])])
  )
  const exampleMark = mark(EXAMPLE_LINE[options.language])
  for await (const report of reports) {
    let lines = ''
    for (const field of FIELDS) {
      const value = valueOf(report, field.id)
      if (!value) continue
      const line: Line = { report, field, value }
      lines += csvLine([...COLUMNS.map((column) => column.cell(line, options)), ...exampleMark])
    }
    yield lines
  }
}

function notesOn(report: DatasetReport, field: Field, { language }: DatasetOptions): string {
  const notes = [...report.issues, ...report.findings].filter(
    (note) => note.severity !== 'info' && note.fields.includes(field.id),
  )
  return notes.map((note) => [...standingOf(note, language), note.code, note.message].join(' ')).join('；')
}

/** What a person has said of a note, ahead of it. */
function standingOf({ settled, word }: DatasetNote, language: Language): string[] {
  if (settled) return [SETTLED_LABELS.settled[language]]
  return word ? [FINDING_WORD_LABELS[word.says][language]] : []
}
