import { describe, expect, it } from 'vitest'
import { checkReport } from '@/check/check'
import { Checker } from '@/check/checker'
import { checkInputOf } from '@/check/input'
import { parseAtOnce } from '../readers/atOnce'
import type { FieldId } from '@/form/fields'
import { matchAgency } from '@/register/match'
import { NO_REGIONS } from '@/register/regions'
import { isLate, owes, STATUTORY } from '@/register/deadlines'
import type { Report } from '@/report/report'
import { CITY_DEFECTS, cityAgencies, cityReports } from '@/sample/city'
import { shortfalls } from '../../property/shortfalls'

const agencies = cityAgencies()
const reports = [...cityReports()]
const years = [2019, 2020, 2021, 2022, 2023, 2024]

const read = new Map<string, Report>()
const unmet: string[] = []
for (const { path, agency, report, document } of reports) {
  const [result, ...more] = parseAtOnce({ path, bytes: document.bytes })
  if (!result?.ok || more.length > 0) unmet.push(`${path}: no report, or several`)
  else {
    read.set(`${agency} ${report.year}`, result.value)
    unmet.push(...shortfalls(document.truth, result.value).map((line) => `${path}: ${line}`))
  }
}

const defectsOf = (kind: string): typeof CITY_DEFECTS => CITY_DEFECTS.filter((defect) => defect.kind === kind)
const said = (agency: string, year: number, field: FieldId): number =>
  reports.find((entry) => entry.agency === agency && entry.report.year === year)?.report.values[field] ?? NaN

describe('the fictional city', () => {
  it('has about 45 agencies, one of them summing the others', () => {
    expect(agencies).toHaveLength(45)
    expect(agencies.filter((agency) => agency.scope === 'summed').map((agency) => agency.id)).toEqual(['government'])
    expect(new Set(agencies.map((agency) => agency.id)).size).toBe(45)
    const kinds = new Set(agencies.map((agency) => agency.kind))
    for (const kind of ['government', 'department', 'township', 'zone', 'vertical'] as const)
      expect([...kinds]).toContain(kind)
  })

  it('lacks the reports that are planted as missing, and no other', () => {
    const owed = agencies.flatMap((agency) =>
      years.filter((year) => owes(agency, year)).map((year) => `${agency.id} ${year}`),
    )
    const there = new Set(reports.map(({ agency, report }) => `${agency} ${report.year}`))
    expect(owed.filter((key) => !there.has(key)).sort()).toEqual(
      defectsOf('missing')
        .map(({ agency, year }) => `${agency} ${year}`)
        .sort(),
    )
    expect(there.size).toBe(reports.length)
  })

  it('is read back from its documents with every value', () => {
    expect(unmet).toEqual([])
  })

  it('names agencies as its register knows them, the renamed one too', () => {
    const found = [...read].map(
      ([key, report]) => `${key} ${JSON.stringify(matchAgency(report.agency ?? '', agencies, NO_REGIONS))}`,
    )
    const wanted = [...read.keys()].map((key) => `${key} {"kind":"certain","id":"${key.split(' ')[0] ?? ''}"}`)
    expect(found).toEqual(wanted)
    expect(read.get('data 2023')?.agency).toBe('临澜市大数据管理局')
    expect(read.get('data 2024')?.agency).toBe('临澜市数据局')
  })

  it('breaks E1 to E4 and W19 where that is planted, and nowhere else', () => {
    const rules = ['E1', 'E2', 'E3', 'E4', 'W19']
    const broken = [...read].flatMap(([key, report]) => {
      const findings = checkReport(checkInputOf(report)).filter(({ severity }) => severity !== 'info')
      const named = [...new Set(findings.map(({ rule }) => rule).filter((rule) => rules.includes(rule)))]
      return named.length > 0 ? [`${key} ${named.sort().join()}`] : []
    })
    const planted = CITY_DEFECTS.flatMap(({ agency, year, breaks }) => {
      const named = breaks.filter((rule) => rules.includes(rule))
      return named.length > 0 ? [`${agency} ${year} ${named.join()}`] : []
    })
    expect(broken.sort()).toEqual(planted.sort())
  })

  it('breaks the rules across years and agencies where that is planted, and nowhere else', () => {
    const rules = ['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7', 'W17', 'W18', 'I1', 'I2', 'I3', 'I4']
    const checker = new Checker()
    checker.setAgencies(agencies)
    for (const [key, report] of read) checker.put({ key, agency: key.split(' ')[0] ?? '', input: checkInputOf(report) })
    const found = checker
      .findings()
      .filter(({ finding }) => finding.severity !== 'info' && rules.includes(finding.rule))
    const planted = CITY_DEFECTS.flatMap(({ agency, year, breaks }) =>
      breaks.filter((rule) => rules.includes(rule)).map((rule) => `${agency} ${year} ${rule}`),
    )
    expect(found.map(({ key, finding }) => `${key} ${finding.rule}`).sort()).toEqual(planted.sort())
  })

  it('publishes late where that is planted, and nowhere else', () => {
    const late = [...read].flatMap(([key, report]) => {
      const agency = agencies.find(({ id }) => id === key.split(' ')[0])
      return agency && isLate(agency, report.year ?? 0, report.published, STATUTORY) ? [key] : []
    })
    expect(late.sort()).toEqual(
      defectsOf('late')
        .map(({ agency, year }) => `${agency} ${year}`)
        .sort(),
    )
  })

  it('carries in what was carried over, but where that is planted', () => {
    const gaps = agencies.flatMap(({ id }) =>
      years.slice(1).flatMap((year) => {
        const now = said(id, year, 'requests.carriedIn.total')
        const before = said(id, year - 1, 'requests.carriedOut.total')
        return Math.abs(now - before) > 0 ? [`${id} ${year}`] : []
      }),
    )
    expect(gaps).toEqual(['agriculture 2023'])
  })

  it('sums to its government, but for the member that is left out and the wrong figures', () => {
    const field: FieldId = 'requests.received.total'
    const gaps = years.map((year) => {
      const members = agencies.filter(({ id, parent }) => parent === 'government' && read.has(`${id} ${year}`))
      const sum = members.reduce((total, { id }) => total + said(id, year, field), 0)
      return said('government', year, field) - sum
    })
    const missing2022 = gaps[3] ?? 0
    expect(missing2022).toBeGreaterThan(0)
    expect(gaps).toEqual([0, 0, 0, missing2022, 1 - 10 - said('chengnan', 2023, field), 0])
  })

  it('says in every document that it is an example', () => {
    for (const report of read.values())
      expect(report.sections.map((section) => section.text).join('')).toContain('示例数据')
  })
})
