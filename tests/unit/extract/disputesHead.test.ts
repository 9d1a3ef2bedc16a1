import { describe, expect, it } from 'vitest'
import { DISPUTE_COLUMNS, DISPUTE_COLUMN_LABELS, DISPUTE_KINDS } from '@/form/disputes'
import type { DisputeKind } from '@/form/disputes'
import type { Report } from '@/report/report'
import { page } from './formPage'
import { reportOf } from './reading'

const RESULTS = DISPUTE_COLUMNS.map((column) => DISPUTE_COLUMN_LABELS[column].printed)
const FIGURES: Readonly<Record<DisputeKind, readonly number[]>> = {
  review: [3, 8, 1, 8, 20],
  'litigation.direct': [5, 0, 8, 4, 17],
  'litigation.afterReview': [2, 7, 6, 1, 16],
}
const [REVIEW, DIRECT, AFTER] = DISPUTE_KINDS

const valuesOf = ({ cells }: Report): (number | null | undefined)[] =>
  DISPUTE_KINDS.flatMap((kind) => DISPUTE_COLUMNS.map((column) => cells[`${kind}.${column}`]?.value))
const codesOf = ({ issues }: Report): string[] =>
  issues.flatMap(({ code, fields }) => (fields.some((field) => field.startsWith('litigation')) ? [code] : []))
const td = (text: string | number, colspan = 1): string => `<td colspan="${String(colspan)}">${String(text)}</td>`
const tr = (cells: readonly string[]): string => `<tr>${cells.join('')}</tr>`

/** Table 四 with its kinds' heads over five columns each. */
function table(kinds: readonly DisputeKind[], names: readonly string[]): Report {
  const heads = tr(names.map((name) => td(name, 5)))
  const results = tr(kinds.flatMap(() => RESULTS.map((text) => td(text))))
  const figures = tr(kinds.flatMap((kind) => FIGURES[kind].map((value) => td(value))))
  return reportOf('a.html', page([null, null, `<table>${heads}${results}${figures}</table>`]))
}

const whole = DISPUTE_KINDS.flatMap((kind) => FIGURES[kind])
const none = whole.map(() => null)

describe('the kinds in the head of table 四', () => {
  it('reads the form’s order without a word', () => {
    const report = table(DISPUTE_KINDS, ['行政复议', '未经复议直接起诉', '复议后起诉'])
    expect(valuesOf(report)).toEqual(whole)
    expect(codesOf(report)).toEqual([])
  })

  it('places the figures under the heads where these stand in another order, and says so', () => {
    const report = table([DIRECT, AFTER, REVIEW], ['未经复议直接起诉', '复议后起诉', '行政复议'])
    expect(valuesOf(report)).toEqual(whole)
    expect(codesOf(report)).toEqual(['columns-permuted'])
  })

  it.each([
    ['行政裁决', '未经复议直接起诉', '复议后起诉'],
    ['行政复议', '行政赔偿', '民事诉讼'],
  ])('leaves a table whose heads name something else: %s %s', (...names) => {
    const report = table(DISPUTE_KINDS, names)
    expect(valuesOf(report)).toEqual(none)
    expect(codesOf(report)).toEqual(['table-unreadable'])
  })

  it('places rows of one kind each by their labels', () => {
    const named = [
      ['复议后起诉', AFTER],
      ['行政复议', REVIEW],
      ['未经复议直接起诉', DIRECT],
    ] as const
    const rows = named.map(([name, kind]) => tr([td(name), ...FIGURES[kind].map((value) => td(value))]))
    const head = tr([td(''), ...RESULTS.map((text) => td(text))])
    const report = reportOf('a.html', page([null, null, `<table>${head}${rows.join('')}</table>`]))
    expect(valuesOf(report)).toEqual(whole)
    expect(codesOf(report)).toEqual(['columns-permuted'])
  })

  it.each([
    ['beside each other', (row: string): string => tr([row, row])],
    ['below each other', (row: string): string => tr([row]) + tr([row.replaceAll('>8<', '>9<')])],
  ])('says that there are several sets of figures %s', (_, twice) => {
    const wide = (cells: readonly string[]): string => tr([...cells, ...cells])
    const heads = wide(['行政复议', '未经复议直接起诉', '复议后起诉'].map((name) => td(name, 5)))
    const results = wide(DISPUTE_KINDS.flatMap(() => RESULTS.map((text) => td(text))))
    const figures = twice(whole.map((value) => td(value)).join(''))
    const report = reportOf('a.html', page([null, null, `<table>${heads}${results}${figures}</table>`]))
    expect(valuesOf(report)).toEqual(none)
    expect(codesOf(report)).toEqual(['table-several'])
  })

  it.each([
    ['上年', none, ['table-unreadable']],
    ['占比', none, ['table-unreadable']],
    ['2022年', whole, ['table-year']],
    ['2023年', whole, []],
    ['数量', whole, []],
  ])('minds what stands beside the row of figures: %s', (label, values, codes) => {
    const heads = tr([td('类别'), ...['行政复议', '未经复议直接起诉', '复议后起诉'].map((name) => td(name, 5))])
    const results = tr([td('结果'), ...DISPUTE_KINDS.flatMap(() => RESULTS.map((text) => td(text)))])
    const figures = tr([label, ...whole].map((text) => td(text)))
    const report = reportOf('a.html', page([null, null, `<table>${heads}${results}${figures}</table>`]))
    expect(valuesOf(report)).toEqual(values)
    expect(codesOf(report)).toEqual(codes)
  })

  it('leaves three tables whose kinds stand outside them', () => {
    const one = (kind: DisputeKind): string =>
      `<table>${tr(RESULTS.map((text) => td(text)))}${tr(FIGURES[kind].map((value) => td(value)))}</table>`
    const report = reportOf('a.html', page([null, null, [REVIEW, AFTER, DIRECT].map(one).join('')]))
    expect(valuesOf(report)).toEqual(none)
  })

  it('leaves running text whose kinds stand in another order', () => {
    const lines = [
      '青河县财政局2023年政府信息公开工作年度报告',
      '四、政府信息公开行政复议、行政诉讼情况',
      '行政诉讼\t\t行政复议',
      '未经复议直接起诉\t复议后起诉\t',
      [...RESULTS, ...RESULTS, ...RESULTS].join('\t'),
      [DIRECT, AFTER, REVIEW].flatMap((kind) => FIGURES[kind]).join('\t'),
      '五、存在的主要问题及改进情况',
      '不多。',
    ]
    const report = reportOf('a.txt', lines.join('\n'))
    expect(valuesOf(report)).toEqual(none)
    expect(codesOf(report)).toEqual(['table-unreadable'])
  })
})
