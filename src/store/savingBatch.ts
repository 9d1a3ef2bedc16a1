import type { Agency } from '../register/agency'
import type { Report } from '../report/report'
import type { NameInDocument, RegisterCopy, ResolvedAgency } from './agencies'
import type { StoreDatabase } from './db'
import { standingIssues, standingPending, wordsOn } from './words'
import { putRows, reportId } from './reportRows'
import type { Entry, ReportRows } from './reportRows'
import type { FileRow, OriginalRow, PendingRow } from './rows'
import type { ReadReport, Saved, SourceFile } from './saveReport'
import { NO_WORDS, standingsOf } from './standing'
import type { Words } from './standing'
import { filedUnder, NOTHING_FILED, placing } from './versions'
import type { Filed } from './versions'

/** A report and what is known of it before it is written. */
interface Plan {
  readonly report: Report
  readonly file: SourceFile
  readonly entry: Entry
  /** What became of the same bytes before. */
  readonly before: Saved | null
  readonly resolved: ResolvedAgency | null
  readonly agency: Agency | null
  readonly year: number | null
  /** What people have said about these bytes before. */
  readonly words: Words
}

/**
 * Reports on their way into the database in one transaction. All is read first, then all is written: a turn of the database costs more than a row, and
 * waits for the document that is being read meanwhile. In between each report meets what those before it have left.
 */
export class SavingBatch {
  readonly #db: StoreDatabase
  readonly #register: RegisterCopy
  readonly #imported: string
  readonly #learned: string[] = []
  readonly #files = new Map<string, FileRow>()
  readonly #filed = new Map<string, Filed>()
  readonly #agencies: Agency[] = []
  readonly #touched = new Map<string, FileRow>()
  readonly #originals = new Map<string, OriginalRow>()
  readonly #pending: PendingRow[] = []
  readonly #rows: ReportRows[] = []

  constructor(db: StoreDatabase, register: RegisterCopy, now: Date) {
    this.#db = db
    this.#register = register
    this.#imported = now.toISOString()
  }

  /** Call inside a transaction over all report tables. */
  async save(reads: readonly ReadReport[]): Promise<Saved[]> {
    const plans = await this.#plan(reads)
    await this.#readFiled(plans)
    const saved = plans.map((plan) => plan.before ?? this.#take(plan))
    const { agencies, files, originals, pending } = this.#db
    await Promise.all([
      agencies.bulkAdd(this.#agencies),
      files.bulkPut([...this.#touched.values()]),
      originals.bulkPut([...this.#originals.values()]),
      pending.bulkPut(this.#pending),
      putRows(this.#db, this.#rows),
    ])
    if (this.#agencies.length > 0) await this.#register.settle(this.#db)
    return saved
  }

  /** After the transaction was undone: the register gives up what it learned from it. */
  undo(): void {
    this.#register.forget(this.#learned)
  }

  async #plan(reads: readonly ReadReport[]): Promise<Plan[]> {
    const ids = reads.map(({ report, file }) => reportId(report, file.hash))
    if (new Set(ids).size < ids.length) throw new Error('a report comes twice in one batch')
    const names = reads.flatMap(({ report }) => (report.agency === null ? [] : [nameIn(report, report.agency)]))
    const [stored, files, decisions] = await Promise.all([
      this.#register.stored(this.#db, names),
      this.#db.files.bulkGet([...new Set(reads.map(({ file }) => file.hash))]),
      this.#db.decisions.count(),
    ])
    for (const file of files) if (file) this.#files.set(file.hash, file)
    const [before, assigned, words] = await Promise.all([
      Promise.all(ids.map(async (id, index) => (this.#isKnown(reads[index]) ? sameBytes(this.#db, id) : null))),
      decisions > 0 ? Promise.all(ids.map((id) => assignmentOf(this.#db, id))) : [],
      decisions > 0
        ? Promise.all(reads.map(({ file }, at) => wordsOn(this.#db, { id: ids[at] ?? '', hash: file.hash })))
        : [],
    ])
    return reads.map(({ report, file }, index): Plan => {
      const entry = { id: ids[index] ?? '', hash: file.hash, imported: this.#imported }
      const known = before[index] ?? null
      const word = assigned[index]
      const resolved =
        known || word?.agency || report.agency === null ? null : this.#resolve(stored, nameIn(report, report.agency))
      const agency = word?.agency ?? resolved?.agency ?? null
      const year = word?.year ?? report.year
      return { report, file, entry, before: known, resolved, agency, year, words: words[index] ?? NO_WORDS }
    })
  }

  #isKnown(read: ReadReport | undefined): boolean {
    return read !== undefined && this.#files.has(read.file.hash)
  }

  #resolve(stored: Map<string, Agency>, document: NameInDocument): ResolvedAgency {
    const resolved = this.#register.resolve(stored, document)
    const { agency } = resolved
    if (this.#register.learn(resolved)) this.#learned.push(agency.id)
    if (resolved.created) {
      this.#agencies.push(agency)
      stored.set(agency.id, agency)
    }
    return resolved
  }

  async #readFiled(plans: readonly Plan[]): Promise<void> {
    const keys = new Map(
      plans.flatMap(({ before, agency, year }) =>
        before || !agency || year === null ? [] : [[`${year} ${agency.id}`, { agency: agency.id, year }]],
      ),
    )
    const filed = await filedUnder(this.#db, [...keys.values()])
    for (const [index, key] of [...keys.keys()].entries()) this.#filed.set(key, filed[index] ?? NOTHING_FILED)
  }

  #take({ report, file, entry, resolved, agency, year, words }: Plan): Saved {
    this.#keepFile(file, entry)
    const key = `${year ?? ''} ${agency?.id ?? ''}`
    const filed = this.#filed.get(key) ?? NOTHING_FILED
    const candidates = resolved?.candidates ?? []
    const whose = resolved && isClash(resolved, filed) ? null : agency
    if (!whose || year === null) {
      const waiting = { agency: whose?.id ?? null, year }
      this.#pending.push({ ...entry, report, ...waiting })
      const input = { hash: file.hash, part: report.source.part, cells: report.cells, corrected: {}, words }
      const { open } = standingsOf(report.issues, input)
      return { outcome: 'pending', report: entry.id, ...waiting, agencyName: whose?.name ?? null, candidates, open }
    }
    const { placed, rows, filed: after } = placing(report, entry, { agency: whose, year }, filed, words)
    this.#rows.push(rows)
    this.#filed.set(key, after)
    return {
      outcome: placed.head.version === 1 ? 'new' : 'version',
      ...placed,
      agencyName: whose.name,
      agencyCreated: resolved?.created ?? false,
      candidates,
    }
  }

  #keepFile({ hash, name, size, bytes }: SourceFile, { id, imported }: Entry): void {
    const before = this.#files.get(hash)
    const reports = [...new Set([...(before?.reports ?? []), id])]
    const row = {
      ...(before ?? { hash, name, size, imported }),
      reports,
      kept: before?.kept === true || bytes !== undefined,
    }
    this.#files.set(hash, row)
    this.#touched.set(hash, row)
    if (bytes && before?.kept !== true) this.#originals.set(hash, { hash, bytes })
  }
}

/** The name that a report gives, with its year and where the document lay. */
export function nameIn({ year, source }: Pick<Report, 'year' | 'source'>, name: string): NameInDocument {
  return { name, year, path: source.file }
}

/**
 * Whether a name that may stand for several agencies (a bare 教育局) meets another report of the year under the same name: it may be another body's, and
 * must not take its place as a newer version.
 */
function isClash({ candidates, created }: ResolvedAgency, { versions }: Filed): boolean {
  return candidates.length > 0 && !created && versions.length > 0
}

async function sameBytes(db: StoreDatabase, id: string): Promise<Saved | null> {
  const [head, waiting] = await Promise.all([db.reports.get(id), db.pending.get(id)])
  const known = head ?? waiting
  if (!known) return null
  const { agency, year, imported } = known
  const agencyName = agency === null ? null : ((await db.agencies.get(agency))?.name ?? null)
  const issues = head ? await standingIssues(db, head) : waiting ? await standingPending(db, waiting) : []
  const told = { report: id, agency, agencyName, year, open: issues.filter(({ open }) => open) }
  return waiting ? { outcome: 'pending', ...told, candidates: [] } : { outcome: 'unchanged', ...told, imported }
}

/** Whose report and of which year it is by a person's word, where the agency is still there. */
async function assignmentOf(db: StoreDatabase, report: string): Promise<{ agency?: Agency; year: number } | null> {
  const decision = await db.decisions.get(`assignment:${report}`)
  if (decision?.kind !== 'assignment') return null
  const agency = await db.agencies.get(decision.agency)
  return { ...(agency && { agency }), year: decision.year }
}
