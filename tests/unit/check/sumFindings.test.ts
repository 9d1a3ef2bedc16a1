import { describe, expect, it } from 'vitest'
import { sumFindings } from '@/check/agencies/sumFindings'
import { findingText, ruleOf } from '@/check/rules/rules'
import type { FieldId } from '@/form/fields'
import type { Finding } from '@/report/finding'
import { requestRows } from '@/form/requests'
import type { OwnedReport } from '@/totals/filed'
import { MemberTree } from '@/totals/memberTree'
import { totalOf } from '@/totals/total'
import { agency, cityFiled, filed } from '../totals/filed'

const government = agency('g', '青溪县人民政府', null)
const bodies = ['教育局', '财政局', '水利局', '民政局'].map((name, at) => agency(`m${at}`, `青溪县${name}`, 'g'))
type Values = Readonly<Partial<Record<FieldId, number | null>>>

const NATURAL = 'requests.received.natural'
const TOTAL = 'requests.received.total'
const counts = (count: number): Values => ({ [NATURAL]: count, [TOTAL]: count + 1, 'requests.received.other': 1 })

function findings(own: Values, members: readonly Values[], confirmed = false): Finding[] {
  const reports = [
    filed(government, 2024, own),
    ...members.map((values, at) => filed(bodies[at] ?? government, 2024, values)),
  ]
  const tree = new MemberTree([government, ...bodies])
  const total = totalOf({ tree, parent: government, year: 2024, reports })
  return total.ok ? sumFindings(total.value, { confirmed }) : []
}

describe('E7', () => {
  it('finds nothing where the report is the sum, and has a title and a source', () => {
    const own = { [NATURAL]: 18, [TOTAL]: 22, 'requests.received.other': 4 } as const
    expect(findings(own, [counts(3), counts(4), counts(5), counts(6)])).toEqual([])
    expect(ruleOf('E7')?.source.zh).toContain('条例')
  })

  it('shows one cell that differs with every member’s figure, as a warning, and as an error where membership is confirmed', () => {
    const own = { [NATURAL]: 18, [TOTAL]: 27, 'requests.received.other': 4 } as const
    const members = [counts(3), counts(4), counts(5), counts(6)]
    const [found, ...more] = findings(own, members)
    expect(more).toEqual([])
    expect(found).toMatchObject({
      rule: 'E7',
      severity: 'warning',
      agency: '青溪县人民政府',
      year: 2024,
      fields: [TOTAL],
      formula: '27 ≠ 4 + 5 + 6 + 7 = 22',
      difference: 5,
      reason: 'more-twice',
    })
    expect(found?.cells.map(({ agency, value }) => [agency, value])).toEqual([
      [undefined, 27],
      ['青溪县教育局', 4],
      ['青溪县财政局', 5],
      ['青溪县水利局', 6],
      ['青溪县民政局', 7],
    ])
    expect(found && findingText(found, 'zh')).toBe(
      '“一、本年新收政府信息公开申请数量·总计”：汇总报告为 27，4 个成员之和为 22，汇总报告多 5，正好是青溪县财政局的数，可能计了两次。请对照汇总底稿和成员的年报核实。',
    )
    expect(found && findingText(found, 'en')).toContain('may have been added twice')
    expect(findings(own, members, true)[0]?.severity).toBe('error')
    expect(findings({ ...own, [TOTAL]: 12 }, members.slice(0, 3), true)[0]).toMatchObject({
      severity: 'warning',
      reason: 'less-than-known',
    })
  })

  it('makes one finding of all cells that one left-out member explains', () => {
    const own = { [NATURAL]: 13, [TOTAL]: 16, 'requests.received.other': 3 } as const
    const [found, ...more] = findings(own, [counts(3), counts(4), counts(5), counts(6)])
    expect(more).toEqual([])
    expect(found).toMatchObject({ reason: 'left-out', params: { count: 3, members: '青溪县水利局' } })
    expect(found?.cells).toHaveLength(6)
  })

  it('finds two members left out together, and one added twice', () => {
    const members = [counts(3), counts(4), counts(50), counts(600)]
    const pair = findings({ [NATURAL]: 603, [TOTAL]: 605, 'requests.received.other': 2 }, members)
    expect(pair.map(({ reason, params }) => [reason, params['members']])).toEqual([
      ['left-out', '青溪县财政局、青溪县水利局'],
    ])
    const twice = findings({ [NATURAL]: 707, [TOTAL]: 712, 'requests.received.other': 5 }, members)
    expect(twice.map(({ reason, params }) => [reason, params['members']])).toEqual([['twice', '青溪县水利局']])
  })

  it('leaves open what missing reports or blanks may make up, in one line each report', () => {
    const own = { [NATURAL]: 18, [TOTAL]: 22, 'requests.received.other': 4 } as const
    const [missing, ...more] = findings(own, [counts(3), counts(4), counts(5)])
    expect(more).toEqual([])
    expect(missing).toMatchObject({ severity: 'info', reason: 'open-missing', params: { members: '青溪县民政局' } })
    const blank = findings(own, [counts(3), counts(4), counts(5), { ...counts(6), [NATURAL]: null }])
    expect(blank).toMatchObject([
      { severity: 'info', reason: 'open-blank', fields: [NATURAL], formula: '18 = 3 + 4 + 5 + □ = 12 + □' },
    ])
  })

  it('tells in one finding that the whole report is another count', () => {
    const rows = requestRows('2021').map(({ key }) => key)
    const own = Object.fromEntries(rows.map((key) => [`requests.${key}.total`, 9]))
    const one = Object.fromEntries(
      rows.flatMap((key) => [`requests.${key}.total`, `requests.${key}.other`].map((id) => [id, 1])),
    )
    const [found, ...more] = findings(own, [one, {}, {}, {}])
    expect(more).toEqual([])
    expect(found).toMatchObject({ reason: 'many', severity: 'warning', params: { count: 50 } })
    expect(found?.formula).toMatch(/^0 ≠ 1; 9 ≠ 1; 0 ≠ 1; …; Σ 175$/u)
  })

  it(
    'finds every single cell of a city’s report that is changed, and names the member that was left out of another',
    {
      timeout: 30_000,
    },
    () => {
      const { agencies, reports } = cityFiled(2019)
      const tree = new MemberTree(agencies)
      const parent = tree.find('government') ?? government
      const check = (all: readonly OwnedReport[]): Finding[] => {
        const total = totalOf({ tree, parent, year: 2019, reports: all })
        return total.ok ? sumFindings(total.value, { confirmed: true }) : []
      }
      expect(check(reports)).toEqual([])
      const own = reports.find(({ body }) => body.id === 'government')
      if (!own) throw new Error('no government')
      for (const [field, cell] of [...own.cells].filter((_, at) => at % 8 === 0)) {
        const changed = { ...own, cells: new Map(own.cells).set(field, { ...cell, value: (cell.value ?? 0) + 997 }) }
        const found = check(reports.map((report) => (report === own ? changed : report)))
        expect(found.map(({ fields, difference, severity }) => [fields, difference, severity])).toEqual([
          [[field], 997, 'error'],
        ])
      }
      const police = reports.find(({ body }) => body.id === 'police')
      const less = new Map(
        [...own.cells].map(([field, cell]) => [
          field,
          { ...cell, value: Number(((cell.value ?? 0) - (police?.cells.get(field)?.value ?? 0)).toFixed(6)) },
        ]),
      )
      const found = check(reports.map((report) => (report === own ? { ...own, cells: less } : report)))
      expect(found.map(({ reason, params }) => [reason, params['members']])).toEqual([['left-out', '临澜市公安局']])
    },
  )
})
