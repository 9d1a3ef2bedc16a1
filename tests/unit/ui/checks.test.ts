import { describe, expect, it } from 'vitest'
import type { FieldId } from '@/form/fields'
import { identitiesOf } from '@/form/identities'
import type { Finding, FindingCell } from '@/report/finding'
import type { Place } from '@/report/place'
import { changedNumbers } from '@/ui/checks/changedNumbers'
import { cellLines } from '@/ui/checks/cellLines'
import { CHECK_PARAMS, filterFindings, gravestBy, groupFindings } from '@/ui/checks/checkFilters'
import { columnChecks } from '@/ui/checks/columnCheck'
import { equationOf } from '@/ui/checks/equation'
import { tellingNames } from '@/ui/checks/fieldNames'
import { findingWords } from '@/ui/checks/findingTitle'
import { cellPage, jumpsOf } from '@/ui/checks/jumps'
import { sourceRows } from '@/ui/checks/sourceRows'
import { readParams } from '@/analysis/params'
import { findingIds, reportOfId } from '@/workers/findingLine'
import type { FindingLine } from '@/workers/findingLine'

function cell(field: FieldId, value: number | null, rest: Partial<FindingCell> = {}): FindingCell {
  return { field, file: 'a.docx', year: 2023, value, place: { table: 2, row: 1, column: 7 }, ...rest }
}

function finding(rule: string, cells: readonly FindingCell[], rest: Partial<Finding> = {}): Finding {
  return {
    rule,
    severity: 'error',
    agency: '市教育局',
    year: 2023,
    fields: cells.map(({ field }) => field),
    cells,
    formula: '',
    reason: 'unequal',
    params: {},
    ...rest,
  }
}

const total = (row: string, value: number | null, rest: Partial<FindingCell> = {}): FindingCell =>
  cell(`requests.${row}.total` as FieldId, value, rest)
const e1 = finding('E1', [
  total('received', 376),
  total('carriedIn', 14),
  total('settled', 374),
  total('carriedOut', 6),
])

describe('the equation of a finding', () => {
  it('puts the cells of a sum on its two sides, with both sums and what is between them', () => {
    const equation = equationOf(e1)
    expect([equation?.left.sum, equation?.right.sum, equation?.difference]).toEqual([390, 380, 10])
    expect(equation?.left.terms.map(({ value }) => value)).toEqual([376, 14])
    expect(equation?.suspect).toBeNull()
    expect(equationOf({ ...e1, params: { hintField: 'requests.received.total' } })?.suspect).toBe(
      'requests.received.total',
    )
  })

  it('leaves the zeros of a long sum out, and says no difference over a blank', () => {
    const kinds = ['upheld', 'corrected', 'other', 'pending'].map((result) => cell(`review.${result}` as FieldId, null))
    const review = equationOf(finding('E4', [cell('review.total', 4), ...kinds], { reason: 'beyond-blanks' }))
    expect(review).toMatchObject({ left: { sum: 4 }, right: { sum: null, known: 0 }, difference: null })
    const [first] = identitiesOf('requests', '2021').filter(({ rule }) => rule === 'E2')
    const [own = 'review.total', ...parts] = [...(first?.left ?? []), ...(first?.right ?? [])]
    const long = finding('E2', [cell(own, 72), ...parts.map((field, index) => cell(field, index === 3 ? 71 : 0))])
    expect(equationOf(long)).toMatchObject({ right: { sum: 71, zeros: 20, terms: [{ value: 71 }] }, suspect: own })
  })

  it('sets a year against the year before, and draws nothing where several equations fail or words are meant', () => {
    const before = total('carriedOut', 6, { year: 2022 })
    const w1 = finding('W1', [total('carriedIn', 4), before], { reason: 'total', severity: 'warning' })
    expect(equationOf(w1)).toMatchObject({ left: { sum: 4 }, right: { sum: 6 }, difference: -2 })
    const several = [
      total('carriedIn', 4),
      before,
      cell('requests.carriedIn.natural', 4),
      cell('requests.carriedOut.natural', 6, { year: 2022 }),
    ]
    expect(equationOf({ ...w1, cells: several, reason: 'total-and-columns' })).toBeNull()
    const stock = ['inForce', 'repealed', 'inForce', 'issued'].map((column, index) =>
      cell(`proactive.normativeDocs.${column}`, [18, 0, 17, 2][index] ?? 0, { year: index === 2 ? 2022 : 2023 }),
    )
    expect(equationOf(finding('W2', stock))).toMatchObject({ left: { sum: 18 }, right: { sum: 19 }, difference: -1 })
    expect(equationOf(finding('W7', [total('received', 1)], { reason: 'same-cells' }))).toBeNull()
  })
})

it('shows an identity column by column; a column with a blank says no difference', () => {
  const numbers: Readonly<Partial<Record<string, number>>> = {
    'requests.received.natural': 3,
    'requests.settled.natural': 2,
    'requests.carriedOut.natural': 1,
    'requests.received.total': 5,
  }
  const blank = 'requests.carriedIn.total'
  const checks = columnChecks('E1', '2021', (field) => (field === blank ? null : (numbers[field] ?? 0)))
  expect(checks.find(({ column }) => column === 'natural')).toMatchObject({
    left: 3,
    right: 3,
    difference: 0,
    blanks: { left: 0, right: 0 },
  })
  expect(checks.at(-1)).toMatchObject({
    column: 'total',
    left: 5,
    right: 0,
    difference: null,
    blanks: { left: 1, right: 0 },
  })
  expect(columnChecks('E3', '2021', () => 0)).toEqual([])
})

it('names cells by what tells them apart', () => {
  expect(tellingNames(['requests.received.total', 'requests.carriedIn.total'], 'zh')).toEqual(['本年新收', '上年结转'])
  expect(tellingNames(['requests.received.natural', 'requests.received.total'], 'en')).toEqual([
    'Natural persons',
    'Total',
  ])
  expect(tellingNames(['review.upheld', 'litigation.direct.total'], 'zh')).toEqual([
    '行政复议 · 维持',
    '未经复议直接起诉 · 总计',
  ])
})

it('says which numbers changed since a decision, those of other years and agencies told apart', () => {
  const own = total('carriedIn', 5)
  const other = total('carriedIn', 6, { year: 2022 })
  const decision = {
    cells: [
      { ...own, value: 4 },
      { ...other, value: 6 },
    ],
  }
  expect(changedNumbers(finding('W1', [own, other, total('settled', 1)]), decision)).toEqual([
    { field: 'requests.carriedIn.total', agency: null, year: 2023, from: 4, to: 5 },
  ])
})

describe('the list', () => {
  const line = (id: string, rest: Partial<FindingLine>): FindingLine => ({
    id,
    agency: 'a',
    year: 2023,
    rule: 'E1',
    severity: 'error',
    reason: 'unequal',
    params: {},
    formula: '',
    state: 'open',
    decision: null,
    ...rest,
  })
  const lines = [
    line('1', {}),
    line('2', { rule: 'W7', severity: 'warning', state: 'changed' }),
    line('3', { agency: 'b', year: 2022, state: 'setAside' }),
    line('4', { agency: 'b', rule: 'W2', severity: 'warning' }),
  ]
  const listed = (query: Record<string, string>): string[] =>
    filterFindings(lines, readParams(CHECK_PARAMS, query)).map(({ id }) => id)

  it('shows what waits for a person unless the address says otherwise', () => {
    expect(listed({})).toEqual(['1', '2', '4'])
    expect(listed({ state: 'all', years: '2022' })).toEqual(['3'])
    expect(listed({ severities: 'warning,nonsense', agencies: 'b' })).toEqual(['4'])
    expect(listed({ rules: 'E1', state: 'nonsense' })).toEqual(['1'])
  })

  it('groups by agency or by rule, rules in the order of the table', () => {
    const kinds = (by: 'agency' | 'rule'): string[] =>
      groupFindings(lines, by).rows.map((row) =>
        row.kind === 'group' ? `${row.of} ${String(row.count)}` : row.line.id,
      )
    expect(kinds('agency')).toEqual(['a 2', '1', '2', 'b 2', '3', '4'])
    expect(kinds('rule')).toEqual(['E1 2', '1', '3', 'W2 1', '4', 'W7 1', '2'])
  })

  it('has the agencies first whose numbers do not foot, whatever of it was decided', () => {
    const some = [
      line('1', { agency: 'b', severity: 'info' }),
      line('2', { agency: 'c', severity: 'warning' }),
      line('3', {}),
    ]
    const order = (shown: readonly FindingLine[]) =>
      groupFindings(shown, 'agency', gravestBy(some)).lines.map(({ id }) => id)
    expect(order(some)).toEqual(['3', '2', '1'])
    const early = line('4', { agency: 'c', severity: 'warning' })
    expect(groupFindings([early, line('5', { severity: 'warning' })], 'agency', gravestBy(some)).lines[0]?.id).toBe('5')
  })
})

it('an id stays the same while numbers change, tells equal findings apart and names its report', () => {
  const own = { agency: 'a~1', year: 2023 }
  const [id = '', same] = findingIds(own, [e1, e1])
  const changed = { ...e1, formula: 'x', cells: e1.cells.map((one) => ({ ...one, value: 1 })) }
  expect(findingIds(own, [changed])).toEqual([id])
  expect(same).toBe(`${id}~2`)
  expect([reportOfId(id), reportOfId(`${id}~2`), reportOfId('nothing')]).toEqual([own, own, null])
})

it('leads to the suspect cell, to other reports by the names of their agencies, and to the text where words are meant', () => {
  const own = { agency: 'a', year: 2023 }
  const hinted = { ...e1, params: { hintField: 'requests.carriedIn.total' } }
  expect(jumpsOf(own, hinted)).toMatchObject({
    field: 'requests.carriedIn.total',
    correct: { name: 'report', params: own, query: { tab: 'requests', cell: 'requests.carriedIn.total', edit: '1' } },
  })
  expect(jumpsOf(own, hinted).total).toBeNull()
  expect(jumpsOf(own, finding('E7', [total('received', 1)])).total).toEqual({
    name: 'totals',
    query: { parent: 'a', year: '2023', table: 'requests', cell: 'requests.received.total' },
  })
  const words = finding('W17', [], {
    quotes: [{ file: '', agency: null, year: 2023, section: 1, text: '', marks: [] }],
  })
  expect(jumpsOf(own, words)).toMatchObject({ field: null, correct: null, report: { query: { tab: 'texts' } } })
  const other = total('received', 1, { agency: '市民政局', year: 2022 })
  expect(cellPage(own, other, () => 'b')).toMatchObject({ params: { agency: 'b', year: 2022 } })
  expect(cellPage(own, other, () => undefined)).toBeNull()
})

it('shows the rows of the original that hold its own cells', () => {
  const read = (row: number) => ({ value: 1, state: 'printed' as const, raw: String(row), place: { table: 2, row } })
  const cells = {
    'requests.received.natural': read(1),
    'requests.received.total': read(1),
    'requests.granted.total': read(3),
  }
  const rows = sourceRows(e1, { cells, forms: { requests: '2021' }, year: 2023 })
  expect(rows.map(({ of, cells: own }) => [of, own.map(({ hit }) => hit)])).toEqual([
    ['requests.received.natural', [false, true]],
  ])
})

it('keeps a row of the original as wide as the form: cells line by line are one row, a table in one line several', () => {
  const read = (place: Place) => ({ value: 1, state: 'printed' as const, raw: '1', place })
  const widths = (placeOf: (index: number) => Place) => {
    const fields = ['received.natural', 'received.total', 'carriedIn.total', 'settled.total'] as const
    const cells = Object.fromEntries(fields.map((field, index) => [`requests.${field}`, read(placeOf(index))]))
    return sourceRows(e1, { cells, forms: { requests: '2021' }, year: 2023 }).map(({ cells: own }) => own.length)
  }
  expect(widths((index) => ({ table: 2, row: index < 2 ? 4 : index + 3, line: 90 + index }))).toEqual([2, 1, 1])
  expect(widths(() => ({ line: 5 }))).toEqual([2, 1, 1])
})

it('sets the cells of few reports side by side, and those of a government and its members one below the other', () => {
  const member = (agency: string, value: number | null) => total('received', value, { agency })
  const two = cellLines(finding('W7', [total('received', 1), total('carriedIn', 2), member('乙', 1)]))
  expect(two).toMatchObject({ kind: 'beside', reports: ['2023', '乙 2023'] })
  expect(two.lines).toHaveLength(2)
  const many = [member('甲', 2), total('received', 9), member('乙', null), member('丙', 5), member('丁', 0)]
  const below = cellLines(finding('E7', many))
  expect(below.kind === 'below' && below.lines.map(({ value }) => value)).toEqual([9, null, 5, 2, 0])
})

it('takes the first sentence as the title', () => {
  const words = findingWords(
    { ...e1, formula: '376 + 14 ≠ 374 + 6', difference: 10, params: { column: 'total' } },
    'zh',
  )
  expect(words).toEqual({ title: '总计列两边不等：376 + 14 ≠ 374 + 6，左边多 10', rest: '请向填报机关核实。' })
})
