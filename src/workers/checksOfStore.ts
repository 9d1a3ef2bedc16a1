import type { Agency } from '../register/agency'
import type { Result, Section } from '../report/report'
import { listAgencies } from '../store/agencies'
import { currentInputs } from '../store/currentInputs'
import type { CurrentInput } from '../store/currentInputs'
import type { Store } from '../store/db'
import { markErrors } from '../store/errorMarks'
import { findingDecisions, findingDecisionsOf } from '../store/findingDecisions'
import { memberWords } from '../store/memberWords'
import { currentHeads, currentHeadsOf } from '../store/reading'
import { readSettings } from '../store/settings'
import type { FindingDecisionRow } from '../store/decisionRows'
import type { ReportHead } from '../store/rows'
import { storeErrorOf } from '../store/storeError'
import type { StoreError } from '../store/storeError'
import type { AgencyYear } from '../store/versions'
import type { CubeChange, FillingProgress } from './cubeApi'
import { storeOf } from './openStores'
import { reportKey, StandingFindings } from './standingFindings'

const BATCH = 100

interface Filled {
  readonly store: Store
  readonly findings: StandingFindings
  /** How often it was filled anew: what was told of an earlier one no longer holds. */
  readonly fillings: number
  /** By report key, for its text: one that is the same must stay the same object, or it is compared with all others anew. */
  readonly known: Map<string, CurrentInput>
  /** Reports whose marks in the store may be others than their open errors, besides those whose findings changed after `marked`. */
  readonly unmarked: Map<string, AgencyYear>
  marked: number
  agencies: ReadonlyMap<string, Agency>
}

/** What has changed since the findings were last right. */
interface Stale {
  readonly reports: Map<string, AgencyYear>
  agencies: boolean
  settings: boolean
  everything: boolean
}

const nothing = (): Stale => ({ reports: new Map(), agencies: false, settings: false, everything: false })

/** All findings over one database: filled at the first question, and following every change that it is told of when the next one is asked. */
export class ChecksOfStore {
  readonly #database: string
  #filled: Filled | null = null
  #stale = nothing()
  #fillings = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor(database: string) {
    this.#database = database
  }

  /** The findings, with every change in them that was told before. Gives the error where the database cannot be read; the next call tries again. */
  ready(progress: (value: FillingProgress) => void): Promise<Result<Filled, StoreError>> {
    const turn = this.#last.then(() => this.#catchUp(progress))
    this.#last = turn.catch(() => null)
    return turn
  }

  /** Marks in the store which cells stand in open errors by all rules. Gives the reports that were not marked so; none where the store is only read. */
  async mark(progress: (value: FillingProgress) => void): Promise<Result<readonly AgencyYear[], StoreError>> {
    const asked = await this.ready(progress)
    if (!asked.ok) return asked
    const { store, findings, unmarked, marked } = asked.value
    if (store.readOnly) return { ok: true, value: [] }
    const { serial, reports } = findings.since(marked)
    const stale = new Map([...unmarked, ...reports.map((report) => [reportKey(report), report] as const)])
    const written = await markErrors(
      store,
      [...stale.values()].map((report) => findings.errorsOf(report)),
    )
    if (!written.ok) return written
    for (const key of stale.keys()) unmarked.delete(key)
    asked.value.marked = serial
    return written
  }

  /** Takes note of a change. */
  changed({ reports, agencies, settings = false }: Omit<CubeChange, 'database'>): void {
    if (reports === 'all') this.#stale.everything = true
    else for (const key of reports) this.#stale.reports.set(reportKey(key), key)
    this.#stale.agencies ||= agencies
    this.#stale.settings ||= settings
  }

  async #catchUp(progress: (value: FillingProgress) => void): Promise<Result<Filled, StoreError>> {
    const opened = await storeOf(this.#database)
    if (!opened.ok) return opened
    const stale = this.#stale
    this.#stale = nothing()
    try {
      const isOther = this.#filled?.store !== opened.value
      if (!this.#filled || isOther || stale.everything)
        this.#filled = await fill(opened.value, ++this.#fillings, progress)
      else await follow(this.#filled, stale)
      return { ok: true, value: this.#filled }
    } catch (thrown) {
      this.#filled = null
      const error = storeErrorOf(thrown)
      if (!error) throw thrown
      return { ok: false, error }
    }
  }
}

async function fill(store: Store, fillings: number, progress: (value: FillingProgress) => void): Promise<Filled> {
  const findings = new StandingFindings()
  const filled: Filled = {
    store,
    findings,
    fillings,
    known: new Map(),
    unmarked: new Map(),
    marked: 0,
    agencies: new Map(),
  }
  findings.setSettings((await readSettings(store)).check)
  await readRegister(filled)
  findings.setMembers(await memberWords(store))
  for (const [key, rows] of byReport(await findingDecisions(store))) findings.setDecisions(key, rows)
  const heads = await currentHeads(store)
  for (const head of heads) filled.unmarked.set(reportKey(head), { agency: head.agency, year: head.year })
  progress({ done: 0, of: heads.length })
  await readReports(filled, heads, (done) => {
    progress({ done, of: heads.length })
  })
  return filled
}

async function follow(filled: Filled, { reports, agencies, settings }: Stale): Promise<void> {
  const { store, findings, known, unmarked } = filled
  if (settings) findings.setSettings((await readSettings(store)).check)
  const touched = new Map(reports)
  if (agencies) {
    const before = filled.agencies
    await readRegister(filled)
    // A report stands under its agency's name, which may be another one now.
    for (const [key, { head }] of known)
      if (before.get(head.agency)?.name !== filled.agencies.get(head.agency)?.name) touched.set(key, head)
  }
  if (touched.size > 0) findings.setMembers(await memberWords(store))
  // Whoever touched a report judged it by itself.
  for (const [key, report] of touched) unmarked.set(key, report)
  const keys = [...touched.values()]
  for (let from = 0; from < keys.length; from += BATCH) {
    const chunk = keys.slice(from, from + BATCH)
    const [heads, decisions] = await Promise.all([currentHeadsOf(store, chunk), findingDecisionsOf(store, chunk)])
    if (heads.some(({ agency }) => !filled.agencies.has(agency))) await readRegister(filled)
    const present = new Set(heads.map(reportKey))
    const said = new Map([...byReport(decisions)].map(([key, rows]) => [reportKey(key), rows]))
    for (const key of chunk) {
      findings.setDecisions(key, said.get(reportKey(key)) ?? [])
      if (present.has(reportKey(key))) continue
      findings.remove(key)
      known.delete(reportKey(key))
    }
    await readReports(filled, heads)
  }
}

async function readRegister(filled: Filled): Promise<void> {
  const agencies = await listAgencies(filled.store)
  filled.agencies = new Map(agencies.map((agency) => [agency.id, agency]))
  filled.findings.setAgencies(agencies)
}

async function readReports(
  { store, findings, known, agencies }: Filled,
  heads: readonly ReportHead[],
  tell: (done: number) => void = () => undefined,
): Promise<void> {
  for (let from = 0; from < heads.length; from += BATCH) {
    for (const read of await currentInputs(store, heads.slice(from, from + BATCH), agencies)) {
      const { head, input } = read
      const before = known.get(reportKey(head))?.input.sections
      const sections = before && isSameText(before, input.sections) ? before : input.sections
      known.set(reportKey(head), { head, input: { ...input, sections } })
      findings.put(head, { ...input, sections })
    }
    tell(Math.min(from + BATCH, heads.length))
  }
}

function isSameText(before: readonly Section[], now: readonly Section[]): boolean {
  return (
    before.length === now.length &&
    before.every(({ number, heading, text }, index) => {
      const other = now[index]
      return other?.number === number && other.heading === heading && other.text === text
    })
  )
}

function byReport(rows: readonly FindingDecisionRow[]): Map<AgencyYear, FindingDecisionRow[]> {
  const keys = new Map<string, AgencyYear>()
  const grouped = new Map<AgencyYear, FindingDecisionRow[]>()
  for (const row of rows) {
    const key = keys.get(reportKey(row)) ?? { agency: row.agency, year: row.year }
    keys.set(reportKey(row), key)
    grouped.set(key, [...(grouped.get(key) ?? []), row])
  }
  return grouped
}
