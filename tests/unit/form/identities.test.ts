import { describe, expect, it } from 'vitest'
import { fieldsOf } from '@/form/fields'
import { identitiesOf } from '@/form/identities'
import { FORM_VERSIONS, TABLE_IDS } from '@/form/version'

const of = (rule: string, version: '2019' | '2021') =>
  TABLE_IDS.flatMap((table) => identitiesOf(table, version)).filter((identity) => identity.rule === rule)

describe('identities', () => {
  it('are 7 of E1, 7 of E2, one of E3 a row, 3 of E4', () => {
    const counts = FORM_VERSIONS.map((version) => ['E1', 'E2', 'E3', 'E4'].map((rule) => of(rule, version).length))
    expect(counts).toEqual([
      [7, 7, 23, 3],
      [7, 7, 25, 3],
    ])
  })

  it('E2 sums 19 outcome rows on the 2019 form and 21 on the present one', () => {
    expect(of('E2', '2019').map(({ right }) => right.length)).toEqual(Array.from({ length: 7 }, () => 19))
    expect(of('E2', '2021').map(({ right }) => right.length)).toEqual(Array.from({ length: 7 }, () => 21))
  })

  it('E1 is the sentence that the form prints; E4 leaves nothing out', () => {
    expect(of('E1', '2021')[6]).toEqual({
      rule: 'E1',
      table: 'requests',
      left: ['requests.received.total', 'requests.carriedIn.total'],
      right: ['requests.settled.total', 'requests.carriedOut.total'],
    })
    expect(of('E4', '2021')[0]).toEqual({
      rule: 'E4',
      table: 'disputes',
      left: ['review.total'],
      right: ['review.upheld', 'review.corrected', 'review.other', 'review.pending'],
    })
  })

  it('name fields of their version only; in table 三 every field stands in at least two, in table 四 in one', () => {
    for (const version of FORM_VERSIONS)
      for (const table of TABLE_IDS) {
        const fields = fieldsOf(table, version).map(({ id }) => id)
        const used = identitiesOf(table, version).flatMap(({ left, right }) => [...left, ...right])
        const known = new Set<string>(fields)
        expect(used.filter((id) => !known.has(id))).toEqual([])
        const counts = fields.map((id) => used.filter((other) => other === id).length)
        if (table === 'proactive') expect(used).toEqual([])
        else expect(Math.min(...counts)).toBe(table === 'requests' ? 2 : 1)
      }
  })
})
