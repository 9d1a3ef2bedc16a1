import { describe, expect, it } from 'vitest'
import type { FieldId } from '@/form/fields'
import { fieldsOf } from '@/form/fields'
import { identitiesOf } from '@/form/identities'
import { REQUEST_COLUMNS, REQUEST_COLUMN_LABELS } from '@/form/requests'
import type { RequestColumn } from '@/form/requests'
import type { FormVersion } from '@/form/version'
import type { Report } from '@/report/report'
import { random } from '@/sample/random'
import { tableRows } from './formPage'
import { flaggedFields, reportOf } from './reading'

type Figures = ReadonlyMap<FieldId, number>

/** Figures that foot in every row and column, some in each. */
function footing(version: FormVersion): Figures {
  const stream = random(`column order ${version}`)
  const figures = new Map<FieldId, number>(fieldsOf('requests', version).map(({ id }) => [id, stream.int(0, 9)]))
  const sum = (fields: readonly FieldId[]): number => fields.reduce((all, id) => all + (figures.get(id) ?? 0), 0)
  const rules = identitiesOf('requests', version)
  for (const {
    left: [settled],
    right,
  } of rules.filter(({ rule }) => rule === 'E2'))
    if (settled) figures.set(settled, sum(right))
  for (const {
    left: [received, carriedIn],
    right,
  } of rules.filter(({ rule }) => rule === 'E1'))
    if (received && carriedIn) {
      figures.set(carriedIn, 1)
      figures.set(received, sum(right) - 1)
    }
  for (const {
    left: [total],
    right,
  } of rules.filter(({ rule }) => rule === 'E3'))
    if (total) figures.set(total, sum(right))
  return figures
}

const LABELS = (version: FormVersion): string[] =>
  tableRows('requests', version)
    .slice(3)
    .flatMap((row) => row.flatMap(({ text, field }) => (field === undefined ? [text] : [])))

const columnOf = (figures: Figures, column: RequestColumn): string[] =>
  [...figures].flatMap(([id, value]) => (id.endsWith(`.${column}`) ? [String(value)] : []))

const HEADS = REQUEST_COLUMNS.map((column) => REQUEST_COLUMN_LABELS[column].short.zh)

function parsed(lines: readonly string[]): Report {
  return reportOf(
    'a.txt',
    [
      '青河县财政局2023年政府信息公开工作年度报告',
      '三、收到和处理政府信息公开申请情况',
      ...lines,
      '四、政府信息公开行政复议、行政诉讼情况',
      '没有。',
    ].join('\n'),
  )
}

const valuesOf = (report: Report): Map<FieldId, unknown> =>
  new Map(fieldsOf('requests', report.forms.requests ?? '2021').map(({ id }) => [id, report.cells[id]?.value]))

describe.each(['2021', '2019'] as const)('table 三 of %s column by column', (version) => {
  const figures = footing(version)

  it('under a head for each column is read as printed', () => {
    const lines = REQUEST_COLUMNS.flatMap((column, at) => [HEADS[at] ?? '', ...columnOf(figures, column)])
    const report = parsed([...LABELS(version), ...lines])
    expect(valuesOf(report)).toEqual(new Map(figures))
    expect(flaggedFields(report)).toEqual(new Set())
  })

  it.each([
    ['column by column', REQUEST_COLUMNS.flatMap((column) => columnOf(figures, column))],
    ['row by row', [...figures.values()].map(String)],
  ])('with all figures behind the labels %s is inferred by the sums, and flagged', (_, lines) => {
    const report = parsed([...HEADS, ...LABELS(version), ...lines])
    expect(valuesOf(report)).toEqual(new Map(figures))
    expect(flaggedFields(report)).toEqual(new Set(figures.keys()))
    expect(report.cells['requests.granted.natural']?.state).toBe('inferred')
  })

  it.each([
    ['lost', (lines: readonly string[]) => lines.filter((_, at) => at !== 40)],
    ['changed', (lines: readonly string[]) => lines.map((line, at) => (at === 40 ? '77' : line))],
    ['of words', (lines: readonly string[]) => lines.map((line, at) => (at === 40 ? '见附件' : line))],
  ])('with one figure %s is left, and flagged', (_, spoil) => {
    const report = parsed([
      ...HEADS,
      ...LABELS(version),
      ...spoil(REQUEST_COLUMNS.flatMap((column) => columnOf(figures, column))),
    ])
    const flagged = flaggedFields(report)
    expect(fieldsOf('requests', version).filter(({ id }) => !flagged.has(id))).toEqual([])
    expect([...valuesOf(report)].filter(([, value]) => value !== null)).toEqual([])
  })

  it('with a label that is wanting is left, and flagged', () => {
    const lines = REQUEST_COLUMNS.flatMap((column) => columnOf(figures, column))
    const report = parsed([...HEADS, ...LABELS(version).filter((label) => !label.includes('三安全')), ...lines])
    const flagged = flaggedFields(report)
    expect(fieldsOf('requests', version).filter(({ id }) => !flagged.has(id))).toEqual([])
  })
})
