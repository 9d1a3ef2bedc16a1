import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Checker } from '@/check/checker'
import { checkInputOf } from '@/check/input'
import type { CheckInput } from '@/check/input'
import type { Corrections } from '@/report/countingCell'
import type { Filed } from '@/check/whole/whole'
import { DISPUTE_KINDS } from '@/form/disputes'
import { fieldOf } from '@/form/fields'
import type { FieldId } from '@/form/fields'
import { proposeAgency } from '@/register/propose'
import { NO_REGIONS } from '@/register/regions'
import type { Finding } from '@/report/finding'
import type { Cell, Report } from '@/report/report'
import { random } from '@/sample/random'
import type { SampleReport } from '@/sample/sampleReport'
import { sampleReports } from '@/sample/sampleReports'

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024]
const AGENCIES = 48

function readOf({ agency, year, published, forms, values }: SampleReport): Report {
  const cells: Partial<Record<FieldId, Cell>> = {}
  for (const [field, value] of Object.entries(values) as [FieldId, number | null][])
    cells[field] = { value, state: value === null ? 'blank' : 'printed', raw: '', place: {} }
  const file = `${agency}${String(year)}.docx`
  const source = { file, format: 'docx' } as const
  return { source, title: null, agency, year, published, evidence: {}, forms, cells, issues: [], sections: [] }
}

/** Correct reports of fictional agencies over six years and both forms: every sum, and every rule across years, holds. */
const reports = [...sampleReports(AGENCIES, YEARS, random('checker'))].map(readOf)
const register = [...new Set(reports.map(({ agency }) => agency ?? ''))].map((name) => ({
  ...proposeAgency(name, NO_REGIONS),
  id: name,
  edited: [],
}))
const inputOf = (report: Report, corrected: Corrections = {}): CheckInput => checkInputOf(report, { corrected })
const filedOf = (report: Report, corrected: Corrections = {}): Filed => ({
  key: `${report.agency ?? ''} ${String(report.year)}`,
  agency: report.agency,
  input: inputOf(report, corrected),
})

function checkerOf(filed: readonly Filed[]): Checker {
  const checker = new Checker()
  checker.setAgencies(register)
  for (const one of filed) checker.put(one)
  return checker
}

const text = (checker: Checker): string => JSON.stringify(checker.findings())
const clean = checkerOf(reports.map((report) => filedOf(report)))
const cleanText = text(clean)

/** The findings of a change that are not there without it, of the kinds that say that something does not hold. */
function brokenBy(changes: ReadonlyMap<Report, Corrections>): Finding[] {
  for (const [report, corrected] of changes) clean.put(filedOf(report, corrected))
  const { added } = clean.changes()
  for (const report of changes.keys()) clean.put(filedOf(report))
  clean.changes()
  return added.map(({ finding }) => finding).filter(({ severity }) => severity !== 'info')
}
clean.changes()

/** Cells of a report that an equation of the year after it, or of the year before it, covers, besides the sums within it. */
function isCovered(field: FieldId, { year }: Report): boolean {
  const { table } = fieldOf(field)
  if (table !== 'proactive') return true
  const [, row = '', column = ''] = field.split('.')
  const of = year ?? 0
  if (row === 'regulations' || row === 'normativeDocs') return of >= 2022 || (of === 2021 && column === 'inForce')
  return row !== 'procurement' && column.startsWith('items') && (of === 2019 || column === 'itemsLastYear')
}

const someReport = fc.integer({ min: 0, max: reports.length - 1 }).map((at) => reports[at] as Report)
const pickField = (report: Report, pick: number): FieldId => {
  const fields = (Object.keys(report.cells) as FieldId[]).filter((field) => isCovered(field, report))
  return fields[pick % fields.length] as FieldId
}

describe('correct reports', () => {
  it('of many agencies and years give no error', () => {
    const runs = Number(process.env['CHECKED_REPORTS'] ?? 600)
    const agencies = Math.ceil(runs / YEARS.length)
    const many = [...sampleReports(agencies, YEARS, random('many'))].map((sample) => filedOf(readOf(sample)))
    const findings = checkerOf(many)
      .findings()
      .map(({ finding }) => finding)
    expect(many.length).toBeGreaterThanOrEqual(runs)
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(findings.filter(({ rule }) => ['W1', 'W2', 'W3', 'W4', 'W5', 'W7', 'W18'].includes(rule))).toEqual([])
  })
})

describe('changed cells', () => {
  it('one that a rule covers is found, by a rule that names it', () => {
    fc.assert(
      fc.property(someReport, fc.nat(), fc.integer({ min: 1, max: 400 }), (report, pick, more) => {
        const field = pickField(report, pick)
        const value = (report.cells[field]?.value ?? 0) + more
        const found = brokenBy(new Map([[report, { [field]: value }]]))
        expect(
          found.flatMap(({ cells }) => cells.filter((cell) => cell.year === report.year).map((cell) => cell.field)),
        ).toContain(field)
      }),
      { numRuns: 150 },
    )
  })

  it('two that are changed together so that the report still foots are found against the year before or after', () => {
    fc.assert(
      fc.property(someReport, fc.integer({ min: 1, max: 30 }), fc.boolean(), (report, more, out) => {
        const [row, other] = out ? ['carriedOut', 'settled'] : ['carriedIn', 'received']
        const year = report.year ?? 0
        fc.pre(out ? year < 2024 : year > 2019)
        const add = (field: FieldId, by: number): [FieldId, number] => [field, (report.cells[field]?.value ?? 0) + by]
        const corrected = Object.fromEntries(
          (['natural', 'total'] as const).flatMap((column) => [
            add(`requests.${row}.${column}` as FieldId, more),
            add(`requests.${other}.${column}` as FieldId, -more),
            ...(out ? [add(`requests.granted.${column}`, -more)] : []),
          ]),
        )
        fc.pre(Object.values(corrected).every((value) => value >= 0))
        expect(brokenBy(new Map([[report, corrected]])).map(({ rule }) => rule)).toContain('W1')
      }),
      { numRuns: 80 },
    )
  })

  it('a blank in what holds is never more than information, and a change beside it is found where the rest tells it', () => {
    fc.assert(
      fc.property(someReport, fc.nat(), fc.nat(), (report, pick, second) => {
        const blank = pickField(report, pick)
        expect(brokenBy(new Map([[report, { [blank]: null }]]))).toEqual([])
        const kind = DISPUTE_KINDS[second % DISPUTE_KINDS.length] ?? 'review'
        const total = report.cells[`${kind}.total`]?.value ?? 0
        const beside: Corrections = { [`${kind}.upheld`]: null, [`${kind}.pending`]: total + 1 }
        expect(brokenBy(new Map([[report, beside]])).map(({ rule }) => rule)).toContain('E4')
      }),
      { numRuns: 80 },
    )
  })
})

describe('the incremental checker', () => {
  it('gives what a checker gives that is given everything at once, whatever came before', () => {
    const step = fc.record({ at: fc.nat(reports.length - 1), pick: fc.nat(), more: fc.nat(40), gone: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const held = new Map(reports.map((report) => [report, filedOf(report)]))
        const checker = checkerOf([...held.values()])
        for (const { at, pick, more, gone } of steps) {
          const report = reports[at] as Report
          const field = Object.keys(report.cells)[pick % Object.keys(report.cells).length] as FieldId
          const changed = filedOf(report, { [field]: more })
          if (gone) held.delete(report)
          else held.set(report, changed)
          if (gone) checker.remove(changed.key)
          else checker.put(changed)
          if (more % 3 === 0) checker.changes()
        }
        expect(text(checker)).toBe(text(checkerOf([...held.values()])))
        for (const report of reports) checker.put(filedOf(report))
        expect(text(checker)).toBe(cleanText)
      }),
      { numRuns: 4 },
    )
  })
})
