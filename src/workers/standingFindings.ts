import { Checker } from '../check/checker'
import { cellsInError } from '../check/check'
import { standingsOfFindings } from '../check/decisions'
import type { Filed } from '../check/whole/whole'
import type { Agency } from '../register/agency'
import type { Severity } from '../report/report'
import type { FindingDecisionRow } from '../store/decisionRows'
import type { OpenErrors } from '../store/errorMarks'
import type { MemberFacts } from '../totals/memberFacts'
import { findingIds, lineOf, reportOfId } from './findingLine'
import type { FindingLine, OwnReport, StandingFinding } from './findingLine'

/** The findings of one report as lists show them, errors first. */
export interface ReportLines extends OwnReport {
  readonly key: string
  readonly lines: readonly FindingLine[]
}

/** How many findings wait for a person, by severity. */
export type OpenCounts = Readonly<Record<Severity, number>>

interface OwnFindings extends OwnReport {
  readonly found: readonly StandingFinding[]
  readonly lines: readonly FindingLine[]
  /** When it changed last. */
  readonly serial: number
}

const byName = new Intl.Collator('zh-CN')

/** The key that a current report goes by. */
export function reportKey({ agency, year }: OwnReport): string {
  return `${String(year)} ${agency}`
}

/** Whether a finding waits for a person: nobody said a word, or its numbers have changed since somebody did. */
function isPending({ state }: Pick<FindingLine, 'state'>): boolean {
  return state === 'open' || state === 'changed'
}

/**
 * All findings over all current reports, with what people said of them. What changes is followed report by report: every report knows when its findings
 * changed last, so that who was told before is told the rest alone.
 */
export class StandingFindings {
  readonly #checker = new Checker()
  readonly #reports = new Map<string, OwnReport>()
  readonly #decisions = new Map<string, readonly FindingDecisionRow[]>()
  readonly #own = new Map<string, OwnFindings>()
  /** Reports whose decisions changed. */
  readonly #said = new Set<string>()
  #rank: ReadonlyMap<string, number> = new Map()
  #serial = 0
  #members = ''

  /** Takes a report in, in place of the one of the same agency and year. */
  put(report: OwnReport, input: Filed['input']): void {
    const key = reportKey(report)
    this.#reports.set(key, { agency: report.agency, year: report.year })
    this.#checker.put({ key, agency: report.agency, input })
  }

  remove(report: OwnReport): void {
    const key = reportKey(report)
    this.#reports.delete(key)
    this.#checker.remove(key)
  }

  /** The whole register. */
  setAgencies(agencies: readonly Agency[]): void {
    const listed = [...agencies].sort((one, other) => byName.compare(one.name, other.name))
    this.#rank = new Map(listed.map(({ id }, index) => [id, index]))
    this.#checker.setAgencies(agencies)
  }

  setSettings(settings: Parameters<Checker['setSettings']>[0]): void {
    this.#checker.setSettings(settings)
  }

  /** What people have said of members; nothing is judged anew where it is the same. */
  setMembers(members: MemberFacts): void {
    const text = JSON.stringify(members)
    if (text === this.#members) return
    this.#members = text
    this.#checker.setMembers(members)
  }

  /** Every word on the findings of one report. */
  setDecisions(report: OwnReport, decisions: readonly FindingDecisionRow[]): void {
    const key = reportKey(report)
    if (decisions.length === 0) this.#decisions.delete(key)
    else this.#decisions.set(key, decisions)
    this.#said.add(key)
  }

  /** What changed after `serial` (0: everything), report by report; one without findings any more comes with none. */
  since(serial: number): { readonly serial: number; readonly reports: readonly ReportLines[] } {
    this.#settle()
    const reports = [...this.#own].flatMap(([key, { agency, year, lines, serial: at }]) =>
      at > serial ? [{ key, agency, year, lines }] : [],
    )
    return { serial: this.#serial, reports }
  }

  /** Keys of the reports with findings: by the agency's name, the newest year first. */
  order(): string[] {
    this.#settle()
    const rankOf = ({ agency }: OwnReport): number => this.#rank.get(agency) ?? Infinity
    return [...this.#own]
      .filter(([, { lines }]) => lines.length > 0)
      .sort(([, one], [, other]) => rankOf(one) - rankOf(other) || other.year - one.year)
      .map(([key]) => key)
  }

  /** The findings of one report, errors first. */
  of(report: OwnReport): readonly StandingFinding[] {
    this.#settle()
    return this.#own.get(reportKey(report))?.found ?? []
  }

  /** One finding with the report that it is listed under. */
  find(id: string): (OwnReport & { readonly found: StandingFinding }) | null {
    this.#settle()
    const report = reportOfId(id)
    const found = report && this.of(report).find((one) => one.id === id)
    return found ? { ...report, found } : null
  }

  /** The open errors of one report, for the marks on its figures. */
  errorsOf(report: OwnReport): OpenErrors {
    const open = this.of(report).flatMap(({ finding, standing }) =>
      finding.severity === 'error' && standing.state !== 'setAside' ? [finding] : [],
    )
    return { agency: report.agency, year: report.year, errors: open.length, inError: cellsInError(open) }
  }

  counts(): OpenCounts {
    this.#settle()
    const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
    for (const { lines } of this.#own.values()) for (const line of lines) if (isPending(line)) counts[line.severity]++
    return counts
  }

  #settle(): void {
    const { added, removed } = this.#checker.changes()
    const keys = new Set([...added, ...removed].map(({ key }) => key))
    for (const key of this.#said) keys.add(key)
    this.#said.clear()
    if (keys.size === 0) return
    const serial = ++this.#serial
    for (const key of keys) this.#judge(key, serial)
  }

  #judge(key: string, serial: number): void {
    const report = this.#reports.get(key)
    if (!report) {
      const gone = this.#own.get(key)
      if (gone) this.#own.set(key, { ...gone, found: [], lines: [], serial })
      return
    }
    const findings = this.#checker.findingsOf(key)
    const ids = findingIds(report, findings)
    const standings = standingsOfFindings(findings, this.#decisions.get(key) ?? [])
    const found = findings.map((finding, index): StandingFinding => ({
      id: ids[index] ?? '',
      finding,
      standing: standings[index] ?? { state: 'open', decision: null },
    }))
    this.#own.set(key, { ...report, found, lines: found.map((one) => lineOf(report, one)), serial })
  }
}
