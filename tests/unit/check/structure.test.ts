import { describe, expect, it } from 'vitest'
import { checkReport } from '@/check/check'
import type { CheckInput } from '@/check/input'
import { findingText } from '@/check/rules/rules'
import type { FieldId } from '@/form/fields'
import type { FormVersion, TableId } from '@/form/version'
import type { Finding } from '@/report/finding'
import type { Issue } from '@/report/report'
import { footingValues, inputOf } from './footingReport'

const ALL: Partial<Record<TableId, FormVersion>> = { proactive: '2021', requests: '2021', disputes: '2021' }

function zeros(version: FormVersion = '2021'): Map<FieldId, number | null> {
  return footingValues(version, () => 0)
}

const check = (more: Partial<CheckInput>): Finding[] => checkReport({ ...inputOf(zeros(), ALL), ...more })

describe('structure and version', () => {
  it('a table that is absent while others are there is E6; a document without tables has none to miss', () => {
    const findings = checkReport(inputOf(zeros(), { requests: '2021', disputes: '2021' }))
    expect(findings).toMatchObject([
      { rule: 'E6', reason: 'table-missing', fields: [], params: { table: 'proactive' } },
    ])
    expect(findings[0] && findingText(findings[0], 'zh')).toMatch(/^文中没有读到表二 主动公开，其余表格都在/u)
    expect(checkReport(inputOf(new Map(), {}))).toEqual([])
  })

  it('a lost row is E6, what the reader repaired is not', () => {
    const issue = (code: string): Issue => ({
      code,
      severity: 'warning',
      fields: ['requests.partial.natural'],
      place: {},
      params: { rows: '（二）部分公开', read: '小计', found: 5, expected: 7, spare: 1, column: '总计' },
    })
    const codes = [
      'row-missing',
      'row-empty',
      'row-repeated',
      'row-extra',
      'column-missing',
      'cells-missing',
      'cells-extra',
    ]
    const findings = check({ issues: [...codes, 'label-repaired', 'row-ambiguous'].map(issue) })
    expect(findings.map(({ rule, reason, fields }) => [rule, reason, fields])).toEqual(
      codes.map((code) => ['E6', code, ['requests.partial.natural']]),
    )
    expect(findings.map((finding) => findingText(finding, 'zh'))).toEqual([
      '表三 申请办理没有这些行：（二）部分公开。各格记为未读出，不记为 0。请向填报机关核实。',
      '表三 申请办理“部分公开”一行没有数字格，不记为 0。请向填报机关核实。',
      '表三 申请办理“部分公开”一行出现两次，数字不同，未取数。请向填报机关核实。',
      '多出一行“小计”，表式没有此行，未计入。请向填报机关核实。',
      '表三 申请办理没有“总计”一列。各格记为未读出，不记为 0。请向填报机关核实。',
      '表三 申请办理“部分公开”一行有 5 格，应为 7 格，未取数。请向填报机关核实。',
      '表三 申请办理“部分公开”一行多出 1 格，不能断定各属哪一列，未取数。请向填报机关核实。',
    ])
    expect(check({ format: 'text', issues: codes.map(issue) })).toEqual([])
  })

  it('many rows of one table with cells too few are one finding; up to three are told one by one', () => {
    const rows = ['received', 'carriedIn', 'granted', 'partial', 'settled', 'carriedOut', 'notProcessed.repeated']
    const lost = (count: number) =>
      check({
        issues: rows.slice(0, count).map((row): Issue => {
          const fields = [`requests.${row}.natural`, `requests.${row}.total`] as const
          const params = { found: 6, expected: 7 }
          return { code: 'cells-missing', severity: 'warning', fields: [...fields] as FieldId[], place: {}, params }
        }),
      })
    expect(lost(3).map(({ reason }) => reason)).toEqual(Array(3).fill('cells-missing'))
    const [finding, ...more] = lost(7)
    expect([finding?.reason, finding?.fields.length, more]).toEqual(['cells-missing-in-rows', 14, []])
    expect(finding && findingText(finding, 'zh')).toBe(
      '表三 申请办理有 7 行的格数少于表式，未取数：本年新收、上年结转、予以公开、部分公开、办结总计、结转下年度等。请向填报机关核实。',
    )
    expect(finding && findingText(finding, 'en')).toMatch(/7 in total.*received this year, .*, …\./u)
  })

  it('a 2023 report with the 2019 table of requests is W19', () => {
    const input = inputOf(zeros('2019'), { ...ALL, requests: '2019' })
    const findings = checkReport({ ...input, year: 2023 })
    expect(findings).toMatchObject([
      { rule: 'W19', severity: 'warning', formula: '2019 ≠ 2021', params: { table: 'requests' } },
    ])
    expect(findings[0] && findingText(findings[0], 'zh')).toMatch(
      /^表三 申请办理用 2019 版表式，2023 年应为 2021 版。/u,
    )
    expect(checkReport({ ...input, year: null })).toEqual([])
  })

  it('a report of 2018 with tables that began with 2019 is W19: its year is doubtful', () => {
    const findings = checkReport({
      ...inputOf(zeros('2019'), { proactive: '2019', requests: '2019', disputes: '2019' }),
      year: 2018,
    })
    expect(findings.map(({ rule, reason }) => [rule, reason])).toEqual([
      ['W19', 'before-form'],
      ['W19', 'before-form'],
    ])
  })
})
