import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldsOf } from '@/form/fields'
import type { FieldId } from '@/form/fields'
import { FORM_VERSIONS, TABLE_IDS } from '@/form/version'
import type { Agency } from '@/register/agency'
import type { FiledReport } from '@/totals/filed'
import { MemberTree } from '@/totals/memberTree'
import { mixingIn } from '@/totals/mixing'
import { totalOf } from '@/totals/total'
import { agency, filed, membership } from '../unit/totals/filed'

const YEAR = 2024
const ROOT = agency('a0', '根人民政府', null, { scope: 'summed' })

/** A register as a tree: each agency's parent is one before it; about half are governments. */
const registers = fc
  .array(fc.tuple(fc.nat(), fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 14 })
  .map((drawn) => {
    const agencies: Agency[] = [ROOT]
    for (const [pick, isSummed] of drawn) {
      const overs = agencies.filter(({ scope }) => scope === 'summed')
      const parent = overs[pick % overs.length]?.id ?? 'a0'
      agencies.push(
        agency(`a${agencies.length}`, `第${agencies.length}机关`, parent, { scope: isSummed ? 'summed' : 'own' }),
      )
    }
    return { agencies, reported: drawn.map(([, , has], at) => ({ id: `a${at + 1}`, has })) }
  })

const figure = fc.oneof({ weight: 4, arbitrary: fc.nat(500) }, { weight: 1, arbitrary: fc.constant(null) })
const version = fc.constantFrom(...FORM_VERSIONS)

describe('totals', () => {
  it('count every body once: no member stands over another, and all that have reported are counted or covered', () => {
    fc.assert(
      fc.property(registers, ({ agencies, reported }) => {
        const reports = reported.flatMap(({ id, has }) => {
          const body = agencies.find((one) => one.id === id)
          return has && body ? [filed(body, YEAR)] : []
        })
        const { members, leftOut } = membership(agencies, 'a0', { year: YEAR, reports })
        const counted = members.flatMap(({ report, agency: body }) => (report ? [body] : []))
        expect(mixingIn(counted, new MemberTree(agencies))).toEqual([])
        expect(leftOut.every(({ reason }) => reason === 'covered')).toBe(true)
        const covered = members.flatMap(({ standsFor }) => standsFor.map(({ id }) => id))
        const known = new Set([...counted.map(({ id }) => id), ...covered])
        expect(reports.every(({ body }) => known.has(body.id))).toBe(true)
        expect(members.length).toBe(new Set(members.map(({ agency: body }) => body.id)).size)
      }),
      { numRuns: 300 },
    )
  })

  it('are what a naive loop gives, and complete only where nobody lacks a number', () => {
    const members = ['m1', 'm2', 'm3', 'm4'].map((id) => agency(id, id, 'a0'))
    const tree = new MemberTree([ROOT, ...members])
    const fields: FieldId[] = [
      'proactive.licences.decisions',
      'proactive.regulations.issued',
      'requests.granted.natural',
      'requests.otherwise.other.total',
      'review.total',
    ]
    const drawn = fc.tuple(version, fc.array(figure, { minLength: fields.length, maxLength: fields.length }))
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 1, maxLength: 4 }), (all) => {
        const reports = all.map(([form, values], at): FiledReport => {
          const forms = { proactive: form, requests: form, disputes: '2021' } as const
          const given = Object.fromEntries(fields.map((field, index) => [field, values[index] ?? null]))
          return filed(members[at] ?? ROOT, YEAR, given, forms)
        })
        const total = totalOf({ tree, parent: ROOT, year: YEAR, reports })
        if (!total.ok) throw new Error(total.error.reason)
        for (const field of fields) {
          let sum: number | null = null
          let whole = reports.length === members.length
          for (const [form, values] of all) {
            // A 2019 form has 其他处理 as one row, which is 0 here: each of the three rows is 0 for certain.
            const isSplit = form === '2019' && field === 'requests.otherwise.other.total'
            const has = TABLE_IDS.some((table) =>
              fieldsOf(table, table === 'disputes' ? '2021' : form).some(({ id }) => id === field),
            )
            const value = isSplit ? 0 : has ? (values[fields.indexOf(field)] ?? null) : null
            if (value === null) whole = false
            else sum = (sum ?? 0) + value
          }
          expect(total.value.sums.cells.get(field)).toMatchObject({ value: sum, complete: whole })
        }
      }),
      { numRuns: 300 },
    )
  })
})
