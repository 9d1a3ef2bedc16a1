import { describe, expect, it } from 'vitest'
import { ABC, RECEIVED, ask, dataOf, figure } from './asked'
import { filed } from './filed'

describe('sums and gaps', () => {
  it('adds what is there and says what is not, never 0 for nothing', () => {
    const data = dataOf(ABC, [
      filed('a', 2023, { [RECEIVED]: 12 }),
      filed('b', 2023, { [RECEIVED]: null }),
      filed('c', 2023, { [RECEIVED]: [null, 'unread'] }),
    ])
    const result = ask(data, {})
    expect(figure(result, RECEIVED)).toMatchObject({
      value: 12,
      reports: 1,
      gaps: { blank: 1, unread: 1, tableAbsent: 0, notOnForm: 0 },
    })
    expect(figure(ask(data, { where: { agencies: ['b'] } }), RECEIVED)).toMatchObject({ value: null, reports: 0 })
  })

  it('keeps a printed zero apart from a blank', () => {
    const data = dataOf(ABC, [filed('a', 2023), filed('b', 2023, { [RECEIVED]: null })])
    expect(figure(ask(data, { where: { agencies: ['a'] } }), RECEIVED)).toMatchObject({ value: 0, reports: 1 })
    expect(figure(ask(data, { where: { agencies: ['b'] } }), RECEIVED).value).toBeNull()
  })

  it('needs every term of a sum, and tells the first reason', () => {
    const data = dataOf(ABC, [
      filed('a', 2023, { 'requests.otherwise.notCorrected.total': 1, 'requests.otherwise.other.total': 4 }),
      filed('b', 2023, {
        'requests.otherwise.notCorrected.total': null,
        'requests.otherwise.other.total': [null, 'unread'],
      }),
    ])
    expect(figure(ask(data, { figures: ['requests.otherwise.total'] }), 'requests.otherwise.total')).toMatchObject({
      value: 5,
      reports: 1,
      gaps: { unread: 1, blank: 0 },
    })
  })

  it('takes each report by the terms of its own form version', () => {
    const data = dataOf(ABC, [
      filed('a', 2020, { 'requests.otherwise.all.total': 7 }),
      filed('a', 2021, { 'requests.otherwise.other.total': 3, 'requests.otherwise.feeUnpaid.total': 1 }),
      filed('b', 2021, { 'requests.otherwise.all.total': 9 }, { forms: { requests: '2019' } }),
    ])
    const result = ask(data, {
      figures: ['requests.otherwise.total', 'requests.otherwise.other.total'],
      groupBy: ['year'],
    })
    expect(figure(result, 'requests.otherwise.total', 0).value).toBe(7)
    expect(figure(result, 'requests.otherwise.total', 1)).toMatchObject({ value: 13, reports: 2 })
    expect(figure(result, 'requests.otherwise.other.total', 0)).toMatchObject({ value: null, gaps: { notOnForm: 1 } })
    expect(figure(result, 'requests.otherwise.other.total', 1)).toMatchObject({ value: 3, gaps: { notOnForm: 1 } })
  })

  it('tells an absent table from a field that the form of the year lacks', () => {
    const data = dataOf(ABC, [filed('a', 2023, {}, { forms: { requests: '2021' } })])
    const figures = ['proactive.licences.decisions', 'proactive.procurement.items']
    const result = ask(data, { figures })
    expect(figure(result, 'proactive.licences.decisions').gaps).toMatchObject({ tableAbsent: 1, notOnForm: 0 })
    expect(figure(result, 'proactive.procurement.items').gaps).toMatchObject({ tableAbsent: 0, notOnForm: 1 })
  })

  it('holds negative changes, amounts and numbers beyond 32 bits as they are', () => {
    const change = 'proactive.licences.itemsChange'
    const data = dataOf(ABC, [
      filed('a', 2019, { [change]: -12, 'proactive.procurement.amount': 0.1, [RECEIVED]: 3_000_000_000 }),
      filed('b', 2019, { [change]: 5, 'proactive.procurement.amount': 0.2, [RECEIVED]: -2_147_483_648 }),
      filed('c', 2019, { [change]: null, 'proactive.procurement.amount': null, [RECEIVED]: null }),
    ])
    const result = ask(data, { figures: [change, 'proactive.procurement.amount', RECEIVED] })
    expect(figure(result, change)).toMatchObject({ value: -7, reports: 2, gaps: { blank: 1 } })
    expect(figure(result, 'proactive.procurement.amount')).toMatchObject({ value: 0.3, reports: 2, gaps: { blank: 1 } })
    expect(figure(result, RECEIVED)).toMatchObject({ value: 852_516_352, reports: 2, gaps: { blank: 1 } })
  })
})

describe('indicators', () => {
  it('are ratios of sums over the reports that have both', () => {
    const data = dataOf(ABC, [
      filed('a', 2023, { 'requests.granted.total': 1, 'requests.settled.total': 2 }),
      filed('b', 2023, { 'requests.granted.total': 10, 'requests.settled.total': 98 }),
      filed('c', 2023, { 'requests.granted.total': null, 'requests.settled.total': 900 }),
    ])
    expect(figure(ask(data, { figures: ['rate.granted'] }), 'rate.granted')).toMatchObject({
      value: 0.11,
      numerator: 11,
      denominator: 100,
      reports: 2,
      gaps: { blank: 1 },
    })
  })

  it('are nothing over 0', () => {
    const data = dataOf(ABC, [filed('a', 2023)])
    const rate = figure(ask(data, { figures: ['rate.granted'] }), 'rate.granted')
    expect(rate).toMatchObject({ value: null, numerator: 0, denominator: 0, reports: 1 })
  })

  it('leave pending cases out of the correction rate', () => {
    const data = dataOf(ABC, [filed('a', 2023, { 'review.corrected': 2, 'review.pending': 3, 'review.total': 13 })])
    expect(figure(ask(data, { figures: ['rate.reviewCorrected'] }), 'rate.reviewCorrected').value).toBe(0.2)
  })
})

describe('states', () => {
  it('count each contributing report once under each state of its cells', () => {
    const data = dataOf(ABC, [
      filed('a', 2023, { 'requests.received.total': [4, 'repaired'], 'requests.carriedIn.total': [1, 'inferred'] }),
      filed('b', 2023, { [RECEIVED]: 6 }, { corrected: { [RECEIVED]: 5 }, inError: [RECEIVED] }),
      filed('c', 2023, { 'requests.received.total': [4, 'repaired'], 'requests.carriedIn.total': null }),
    ])
    expect(figure(ask(data, { figures: ['requests.accepted.total'] }), 'requests.accepted.total')).toMatchObject({
      value: 10,
      reports: 2,
      states: { repaired: 1, inferred: 1, corrected: 1, inError: 1 },
      gaps: { blank: 1 },
    })
  })

  it('count forced numbers as inferred, and not at all where the query says so', () => {
    const data = dataOf(ABC, [
      filed('a', 2023, { [RECEIVED]: null }, { forced: { [RECEIVED]: 8 } }),
      filed('b', 2023, { [RECEIVED]: 1 }),
    ])
    expect(figure(ask(data, {}), RECEIVED)).toMatchObject({ value: 9, reports: 2, states: { inferred: 1 } })
    expect(figure(ask(data, { inferred: false }), RECEIVED)).toMatchObject({
      value: 1,
      reports: 1,
      gaps: { blank: 1 },
      states: { inferred: 0 },
    })
  })

  it('let a correction to blank take a number away', () => {
    const data = dataOf(ABC, [filed('a', 2023, { [RECEIVED]: 8 }, { corrected: { [RECEIVED]: null } })])
    expect(figure(ask(data, {}), RECEIVED)).toMatchObject({ value: null, gaps: { blank: 1 } })
  })
})
