import { fieldsOf } from '@/form/fields'
import type { FieldId } from '@/form/fields'
import { TABLE_IDS } from '@/form/version'
import type { DatasetOptions, DatasetReport } from '@/exports/dataset'
import type { Cell } from '@/report/report'
import { random } from '@/sample/random'
import type { SampleReport } from '@/sample/sampleReport'
import { sampleReports } from '@/sample/sampleReports'

export const OPTIONS: DatasetOptions = { language: 'zh', example: false, created: '2025-02-01T08:00:00.000Z' }

/** A sample report as a data set carries it. */
function datasetReportOf(sample: SampleReport, change: Partial<DatasetReport> = {}): DatasetReport {
  const cells: Partial<Record<FieldId, Cell>> = {}
  for (const table of TABLE_IDS)
    for (const { id } of fieldsOf(table, sample.forms[table] ?? '2021')) {
      const value = sample.values[id] ?? null
      cells[id] = {
        value,
        state: value === null ? 'blank' : 'printed',
        raw: value === null ? '' : String(value),
        place: { table: TABLE_IDS.indexOf(table) + 1, row: 4, column: 5 },
      }
    }
  return {
    agency: {
      id: sample.agency,
      name: sample.agency,
      kind: '部门',
      level: '县级',
      region: sample.region,
      system: '',
      parent: '',
      scope: '本机关',
      regionCode: '',
      formerNames: '',
      successor: '',
    },
    year: sample.year,
    published: sample.published,
    source: { file: `${sample.agency}${sample.year}.docx`, format: 'docx' },
    readAgency: sample.agency,
    readYear: sample.year,
    forms: sample.forms,
    cells,
    corrected: {},
    forced: {},
    inError: [],
    issues: [],
    findings: [],
    ...change,
  }
}

export const samples = [...sampleReports(4, [2020, 2021, 2022], random('exports'))]

/** Three agencies' reports of both forms; the first has every state that a value can have. */
export function exampleReports(): DatasetReport[] {
  const reports = samples.map((sample) => datasetReportOf(sample))
  const [first] = reports
  if (!first) throw new Error('no sample report')
  const cells = {
    ...first.cells,
    'requests.granted.natural': { value: null, state: 'blank', raw: '/', place: { table: 2, row: 6 } },
    'requests.granted.legal': { value: null, state: 'unread', raw: '=HYPERLINK("http://x")', place: {} },
    'requests.received.natural': { value: 9, state: 'repaired', raw: '9', place: { table: 2, row: 4, column: 2 } },
    'requests.received.total': { value: 376, state: 'printed', raw: '376', place: { table: 2, row: 4, column: 10 } },
    'review.total': { value: 3, state: 'inferred', raw: '', place: {} },
  } satisfies DatasetReport['cells']
  reports[0] = {
    ...first,
    agency: { ...first.agency, name: '=1+1' },
    cells,
    corrected: { 'requests.received.total': 366, 'review.upheld': null },
    forced: { 'requests.granted.natural': 5 },
    inError: ['requests.received.total'],
    issues: [
      {
        code: 'label-repaired',
        severity: 'warning',
        fields: ['requests.received.natural'],
        at: '表2 行4',
        message: '行名不合表式',
      },
    ],
    findings: [
      {
        code: 'E3',
        word: { says: 'setAside', reason: '=合并', by: '张', at: '2025-01-31T08:00:00.000Z' },
        severity: 'error',
        fields: ['requests.received.total', 'requests.received.natural'],
        at: '表2 行4',
        message: '总计不等',
        formula: '366 ≠ 9',
        difference: 357,
      },
    ],
  }
  return reports
}
