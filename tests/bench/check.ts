import { Checker } from '@/check/checker'
import { checkInputOf } from '@/check/input'
import type { Corrections } from '@/report/countingCell'
import type { Filed } from '@/check/whole/whole'
import type { FieldId } from '@/form/fields'
import type { Agency } from '@/register/agency'
import { proposeAgency } from '@/register/propose'
import { NO_REGIONS } from '@/register/regions'
import type { Cell, Report, Section } from '@/report/report'
import { random } from '@/sample/random'
import type { Random } from '@/sample/random'
import { sampleReports } from '@/sample/sampleReports'
import type { SampleReport } from '@/sample/sampleReport'
import { median, rounded } from './line'
import type { BenchLine } from './line'

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024]
/** Sentences of a report, and how many of them an agency rewrites each year. */
const SENTENCES = 60
const REWRITTEN = 20

/**
 * All rules over all reports: at once, and after one corrected cell. Both in milliseconds of processor time, the reports read already. The findings after the
 * corrections must be those of a checker that is given everything at once.
 */
export function benchChecking(agencies: number, rounds: number, corrections: number): BenchLine[] {
  const { reports, register } = sampleSet(agencies)
  const filed = reports.map((report, at) => filedOf(report, at))
  const full: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = spent()
    checkerOf(filed, register).findings()
    full.push(spent() - start)
  }

  const stream = random('corrections')
  const checker = checkerOf(filed, register)
  checker.changes()
  const single: number[] = []
  for (let count = 0; count < corrections; count++) {
    const at = stream.int(0, reports.length - 1)
    const report = reports[at]
    if (!report) continue
    const corrected = correctionOf(report, stream)
    const start = spent()
    const changed = filedOf(report, at, corrected)
    checker.put(changed)
    checker.changes()
    checker.findings()
    single.push(spent() - start)
    filed[at] = changed
  }
  const [kept, anew] = [checker, checkerOf(filed, register)].map((one) => JSON.stringify(one.findings()))
  if (kept !== anew) throw new Error('the findings after corrections are not those of all reports checked at once')

  const line = (metric: string, n: number, value: number): BenchLine => {
    return { bench: 'check', n, metric, value: rounded(value), unit: 'ms', vs: null, ratio: null }
  }
  return [
    line('all rules, everything at once', reports.length, median(full)),
    line('one corrected cell, median', corrections, median(single)),
    line('one corrected cell, 19 of 20 within', corrections, quantile(single, 0.95)),
  ]
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.ceil(sorted.length * share) - 1] ?? NaN
}

/** Processor time of this process in milliseconds. */
function spent(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function checkerOf(filed: readonly Filed[], register: readonly Agency[]): Checker {
  const checker = new Checker()
  checker.setAgencies(register)
  for (const one of filed) checker.put(one)
  return checker
}

function filedOf(report: Report, at: number, corrected: Corrections = {}): Filed {
  return { key: String(at).padStart(6, '0'), agency: report.agency, input: checkInputOf(report, { corrected }) }
}

function correctionOf({ cells }: Report, stream: Random): Corrections {
  const field = stream.pick(Object.keys(cells) as FieldId[])
  return { [field]: (cells[field]?.value ?? 0) + stream.int(1, 40) }
}

function sampleSet(agencies: number): { reports: Report[]; register: Agency[] } {
  const stream = random('check bench')
  const register = new Map<string, Agency>()
  const texts = new Map<string, string[]>()
  const reports = [...sampleReports(agencies, YEARS, stream)].map((sample) => {
    const { agency, region } = sample
    register.set(agency, { ...proposeAgency(agency, NO_REGIONS), id: agency, region, edited: [] })
    const own = stream.fork(`${agency} ${String(sample.year)}`)
    const text = texts.get(agency) ?? Array.from({ length: SENTENCES }, () => sentence(own))
    for (let count = 0; count < REWRITTEN; count++) text[own.int(0, SENTENCES - 1)] = sentence(own)
    texts.set(agency, text)
    return reportOf(sample, sectionsOf(text))
  })
  return { reports, register: [...register.values()] }
}

function reportOf({ agency, year, published, forms, values }: SampleReport, sections: Section[]): Report {
  const cells: Partial<Record<FieldId, Cell>> = {}
  for (const [field, value] of Object.entries(values) as [FieldId, number | null][])
    cells[field] = { value, state: value === null ? 'blank' : 'printed', raw: '', place: { table: 1, row: 1 } }
  const file = `${agency}${String(year)}.docx`
  return {
    source: { file, format: 'docx' },
    title: null,
    agency,
    year,
    published,
    evidence: {},
    forms,
    cells,
    issues: [],
    sections,
  }
}

function sectionsOf(text: readonly string[]): Section[] {
  const part = SENTENCES / 6
  return Array.from({ length: 6 }, (_, at) => ({
    number: at + 1,
    heading: '',
    text: text.slice(at * part, (at + 1) * part).join(''),
  }))
}

/** A run of characters as long as a sentence of a report, about forty. No two are alike. */
function sentence(stream: Random): string {
  const letters = Array.from({ length: stream.int(28, 52) }, () => String.fromCharCode(0x4e00 + stream.int(0, 2000)))
  return `${letters.join('')}。`
}
