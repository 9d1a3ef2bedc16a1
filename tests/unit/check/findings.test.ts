import { describe, expect, it } from 'vitest'
import { cellsInError, checkReport } from '@/check/check'
import type { CheckCell, CheckInput } from '@/check/input'
import { findingText } from '@/check/rules/rules'
import type { FieldId } from '@/form/fields'
import type { FormVersion, TableId } from '@/form/version'
import type { Finding } from '@/report/finding'
import { footingValues, inputOf } from './footingReport'

const ALL: Partial<Record<TableId, FormVersion>> = { proactive: '2021', requests: '2021', disputes: '2021' }

function zeros(version: FormVersion = '2021'): Map<FieldId, number | null> {
  return footingValues(version, () => 0)
}

function check(
  values: ReadonlyMap<FieldId, number | null>,
  special?: Partial<Record<FieldId, Partial<CheckCell>>>,
  more: Partial<CheckInput> = {},
): Finding[] {
  return checkReport({ ...inputOf(values, ALL, special), ...more })
}

/** A table that foots with 366 received, 14 carried in, 374 settled, 6 carried over. */
function busy(): Map<FieldId, number | null> {
  const values = zeros()
  const set = (row: string, natural: number, business: number): void => {
    values.set(`requests.${row}.natural` as FieldId, natural)
    values.set(`requests.${row}.business` as FieldId, business)
    values.set(`requests.${row}.total` as FieldId, natural + business)
  }
  set('received', 300, 66)
  set('carriedIn', 12, 2)
  set('granted', 307, 67)
  set('settled', 307, 67)
  set('carriedOut', 5, 1)
  return values
}

describe('sums within a report', () => {
  it('a report that foots has no finding', () => {
    expect(check(busy())).toEqual([])
  })

  it('a wrong total is found by column and row, with formula, difference, cells and the number that would do', () => {
    const values = busy().set('requests.received.total', 376)
    const [e1, e3, ...none] = check(values, { 'requests.received.total': { place: { table: 3, row: 1, column: 7 } } })
    expect(none).toEqual([])
    expect(e1).toMatchObject({
      rule: 'E1',
      severity: 'error',
      agency: '示例市某局',
      year: 2024,
      fields: [
        'requests.received.total',
        'requests.carriedIn.total',
        'requests.settled.total',
        'requests.carriedOut.total',
      ],
      formula: '376 + 14 ≠ 374 + 6',
      difference: 10,
      params: { hint: 366, hintField: 'requests.received.total', hintRules: 'E1、E3' },
    })
    expect(e1?.cells[0]).toEqual({
      file: 'report.docx',
      year: 2024,
      field: 'requests.received.total',
      value: 376,
      place: { table: 3, row: 1, column: 7 },
    })
    expect(e3).toMatchObject({ rule: 'E3', formula: '376 ≠ 300 + 66 + 0 + 0 + 0 + 0', difference: 10 })
    if (!e1 || !e3) throw new Error('two findings expected')
    expect(findingText(e1, 'zh')).toBe(
      '总计列两边不等：376 + 14 ≠ 374 + 6，左边多 10。若“一、本年新收政府信息公开申请数量·总计”为 366，E1、E3 同时成立。请向填报机关核实。',
    )
    expect(findingText(e1, 'en')).toBe(
      'The total column does not balance: 376 + 14 ≠ 374 + 6; the left is 10 more. If “received this year, total” were 366, E1 and E3 would both hold. Check with the agency.',
    )
    expect(findingText(e3, 'zh')).toMatch(
      /^“本年新收”一行加不出总计：376 ≠ 300 \+ 66 \+ 0 \+ 0 \+ 0 \+ 0，总计多 10。/u,
    )
  })

  it('an outcome that its column does not hold is E2, and the sums are told', () => {
    const values = busy().set('requests.refused.process.natural', 1).set('requests.refused.process.total', 1)
    const found = check(values)
    expect(found.map(({ rule, difference }) => [rule, difference])).toEqual([
      ['E2', -1],
      ['E2', -1],
    ])
    const [first] = found
    expect(first && findingText(first, 'zh')).toBe(
      '自然人列各项结果之和 308，（七）总计 307，总计少 1。请向填报机关核实。',
    )
  })

  it('disputes that do not add up are E4, with no hint: any of the five cells could be it', () => {
    const values = zeros().set('review.upheld', 3).set('review.total', 4)
    const [finding] = check(values)
    expect(finding).toMatchObject({ rule: 'E4', formula: '4 ≠ 3 + 0 + 0 + 0', difference: 1 })
    expect(finding?.params['hint']).toBeUndefined()
    expect(finding && findingText(finding, 'en')).toBe(
      'Administrative review: the results do not add up to the total: 4 ≠ 3 + 0 + 0 + 0; the total is 1 more. Check with the agency.',
    )
    expect(cellsInError(check(values))).toEqual([
      'review.total',
      'review.upheld',
      'review.corrected',
      'review.other',
      'review.pending',
    ])
  })

  it('numbers of four digits are grouped in words and plain in the formula', () => {
    const [finding] = check(zeros().set('review.upheld', 1234).set('review.total', 12345))
    expect(finding?.formula).toBe('12345 ≠ 1234 + 0 + 0 + 0')
    expect(finding && findingText(finding, 'zh')).toContain('12,345 ≠ 1,234 + 0 + 0 + 0，总计多 11,111。')
  })
})

describe('blanks', () => {
  it('that can make a sum hold leave it unchecked', () => {
    const [finding, ...none] = check(
      zeros().set('review.total', 4).set('review.upheld', 3).set('review.other', null),
    ).filter(({ rule }) => rule !== 'I2')
    expect(none).toEqual([])
    expect(finding).toMatchObject({
      rule: 'E4',
      severity: 'info',
      formula: '4 = 3 + 0 + □ + 0',
      fields: ['review.other'],
    })
    expect(finding?.difference).toBeUndefined()
    expect(finding && findingText(finding, 'zh')).toBe('有 1 格空白，E4 共 1 式无法核对。空白不当作 0。')
  })

  it('that cannot make a sum hold do not excuse it', () => {
    const [finding] = check(zeros().set('review.total', 2).set('review.upheld', 3).set('review.other', null))
    expect(finding).toMatchObject({
      rule: 'E4',
      severity: 'error',
      reason: 'beyond-blanks',
      formula: '2 ≠ 3 + 0 + □ + 0',
    })
    expect(finding?.difference).toBeUndefined()
  })

  it('unread cells are unknown too, and said apart', () => {
    const values = zeros().set('review.other', null).set('litigation.direct.other', null)
    const [finding] = check(values, { 'review.other': { state: 'unread' } })
    expect(finding).toMatchObject({ severity: 'info', reason: 'blank-and-unread', params: { blank: 1, unread: 1 } })
  })

  it('sums that could each hold but not together are an error that names them', () => {
    const values = busy().set('requests.refused.internal.total', 3).set('requests.refused.internal.other', null)
    for (const column of ['natural', 'business', 'total'] as const) values.set(`requests.granted.${column}`, null)
    values.set('requests.partial.total', null)
    const errors = check(values).filter(({ severity }) => severity === 'error')
    // The row wants 3 in its blank, the column 0; the column of totals has no room for 3 more.
    expect(errors.map(({ rule, reason, params }) => [rule, reason, params['rules']])).toEqual([
      ['E2', 'conflict', 'E2、E3'],
      ['E2', 'conflict', 'E2、E3'],
    ])
    expect(errors[1]?.formula).toContain('3 = 0 + 0 + 0 + 0 + 0 + □')
    expect(errors[0] && findingText(errors[0], 'zh')).toMatch(/^E2、E3 共 4 式各自可以成立，合起来不能/u)
  })
})

describe('values that a rule inferred', () => {
  const inferred = { state: 'inferred' as const, inferredBy: ['E3' as const] }

  it('are no evidence for that rule', () => {
    const [finding, ...none] = check(busy(), {
      'requests.received.natural': inferred,
      'requests.received.total': inferred,
    })
    expect(none).toEqual([])
    expect(finding).toMatchObject({ rule: 'E3', severity: 'info', reason: 'circular', params: { cells: 2, count: 1 } })
  })

  it('are evidence for the others, and a sum that they break is an error still', () => {
    const values = busy().set('requests.received.natural', 301)
    const rules = check(values, { 'requests.received.natural': inferred }).map(({ rule, severity }) => [rule, severity])
    expect(rules).toEqual([
      ['E1', 'error'],
      ['E3', 'error'],
    ])
  })
})

describe('single numbers', () => {
  it('counts are whole and not negative, amounts not negative, changes may be', () => {
    const forms = { proactive: '2019', requests: '2021', disputes: '2021' } as const
    const values = zeros()
      .set('proactive.regulations.made', -1)
      .set('proactive.procurement.items', 1.5)
      .set('proactive.procurement.amount', -2.5)
      .set('proactive.fees.itemsChange', -3)
    const findings = checkReport({ ...inputOf(values, forms), year: 2020 }).filter(({ rule }) => rule === 'E5')
    expect(findings.map(({ fields, reason, formula }) => [fields[0], reason, formula])).toEqual([
      ['proactive.regulations.made', 'negative', '−1 < 0'],
      ['proactive.procurement.items', 'fraction', '1.5'],
      ['proactive.procurement.amount', 'negative-amount', '−2.5 < 0'],
    ])
    const [first] = findings
    expect(first && findingText(first, 'zh')).toBe('规章·本年新制作数量为 −1，件数不会小于 0。请向填报机关核实。')
  })
})
