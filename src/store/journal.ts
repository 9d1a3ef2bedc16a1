import type { Table, Transaction } from 'dexie'
import type { Result } from '../report/report'
import { nameKey } from '../register/names'
import { write } from './db'
import type { Store, StoreDatabase } from './db'
import type { AgencyRow, CellsRow, ReportCounts, ReportHead } from './rows'
import { Refusal, storeError } from './storeError'
import type { StoreError } from './storeError'
import type { AgencyYear } from './versions'

/** Tables that working on the register may write. */
const TABLES = ['agencies', 'decisions', 'reports', 'cells', 'findings', 'pending', 'documents'] as const
type JournalTable = (typeof TABLES)[number]

/** One row as it was and as it became; `null` where there is none. */
interface RowChange {
  readonly table: JournalTable
  readonly key: string
  readonly before: object | null
  readonly after: object | null
}

/** What one step of work on the register did to the database, row by row: enough to take it back exactly. */
export interface Journal {
  /** ISO date-time of the step. */
  readonly at: string
  readonly changes: readonly RowChange[]
}

export interface Journaled<T> {
  readonly value: T
  readonly journal: Journal
}

function journalTables(db: StoreDatabase): StoreDatabase['tables'] {
  const { agencies, decisions, reports, cells, texts, issues, findings, pending, documents } = db
  return [agencies, decisions, reports, cells, texts, issues, findings, pending, documents]
}

/**
 * Runs `work` in one transaction and notes what it changed: any agency, and reports and decisions of the agencies in `of`. What lies under other
 * agencies `work` must not touch.
 */
export async function journaled<T>(
  store: Store,
  of: readonly string[],
  work: (transaction: Transaction) => Promise<T>,
  now = new Date(),
): Promise<Result<Journaled<T>, StoreError>> {
  return write(store, journalTables(store.db), async (transaction) => {
    const before = await snapshot(store.db, of)
    const value = await work(transaction)
    const after = await snapshot(store.db, of)
    return { value, journal: { at: now.toISOString(), changes: differences(before, after) } }
  })
}

type Rows = Map<string, { readonly table: JournalTable; readonly key: string; readonly row: object }>

async function snapshot(db: StoreDatabase, of: readonly string[]): Promise<Rows> {
  const [agencies, decisions, reports, documents, pending] = await Promise.all([
    db.agencies.toArray(),
    db.decisions.where('agency').anyOf(of).toArray(),
    db.reports.where('agency').anyOf(of).toArray(),
    db.documents.where('agency').anyOf(of).toArray(),
    of.length === 0 ? [] : db.pending.filter(({ agency }) => agency !== null && of.includes(agency)).toArray(),
  ])
  const ids = reports.map(({ id }) => id)
  const [cells, findings] = await Promise.all([
    db.cells.where('report').anyOf(ids).toArray(),
    db.findings.where('report').anyOf(ids).toArray(),
  ])
  const rows: Rows = new Map()
  const add = <Row extends object>(table: JournalTable, all: readonly Row[], keyOf: (row: Row) => string): void => {
    for (const row of all) rows.set(`${table}/${keyOf(row)}`, { table, key: keyOf(row), row })
  }
  const byId = ({ id }: { readonly id: string }): string => id
  add('agencies', agencies, byId)
  add('decisions', decisions, byId)
  add('reports', reports, byId)
  add('cells', cells, ({ report }) => report)
  add('findings', findings, byId)
  add('pending', pending, byId)
  add('documents', documents, byId)
  return rows
}

function differences(before: Rows, after: Rows): RowChange[] {
  const changes: RowChange[] = []
  for (const [place, { table, key, row }] of before) {
    const now = after.get(place)?.row ?? null
    if (!same(row, now)) changes.push({ table, key, before: row, after: now })
  }
  for (const [place, { table, key, row }] of after)
    if (!before.has(place)) changes.push({ table, key, before: null, after: row })
  return changes
}

/** Rows are plain data whose properties keep their order through the database. */
function same(one: object | null, other: object | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** What the rules over all reports may write into the rows of any of them, whoever touched it: it is written again after every step. */
const MARKS: ReadonlySet<string> = new Set<keyof ReportCounts | keyof CellsRow>(['findings', 'errors', 'inError'])

function sameBesidesMarks(one: object | null, other: object | null): boolean {
  const text = (row: object | null): string =>
    JSON.stringify(row, (key, value: unknown) => (MARKS.has(key) ? undefined : value))
  return text(one) === text(other)
}

/**
 * Takes a step back: every row that it changed is again as it was, in one transaction. Refused where one of them was changed since, or where something
 * rests on what would go. Gives the journal of the way back, with which the step can be done again.
 */
export async function undoStep(
  store: Store,
  { at, changes }: Journal,
  now = new Date(),
): Promise<Result<Journal, StoreError>> {
  const { db } = store
  return write(store, journalTables(db), async (transaction) => {
    const names = namesIn(changes)
    for (const table of TABLES) {
      const own = changes.filter((change) => change.table === table)
      const present = await transaction.table<object, string>(table).bulkGet(own.map(({ key }) => key))
      for (const [index, { after }] of own.entries())
        if (!sameBesidesMarks(present[index] ?? null, after))
          throw new Refusal(storeError('changed-since', { name: nameOfRow(after, names) }))
    }
    await refuseReportsSince(db, changes, at)
    for (const table of TABLES) {
      const own = changes.filter((change) => change.table === table)
      const rows = transaction.table<object, string>(table)
      await rows.bulkDelete(own.flatMap(({ key, before }) => (before === null ? [key] : [])))
      await rows.bulkPut(own.flatMap(({ before }) => before ?? []))
    }
    await refuseDangling(db, changes, names)
    return { at: now.toISOString(), changes: changes.map((change) => ({ ...change, ...turned(change) })) }
  })
}

function turned({ before, after }: RowChange): Pick<RowChange, 'before' | 'after'> {
  return { before: after, after: before }
}

function agencyRows(changes: readonly RowChange[], side: 'before' | 'after'): AgencyRow[] {
  return changes.flatMap((change) => (change.table === 'agencies' && change[side] ? [change[side] as AgencyRow] : []))
}

function namesIn(changes: readonly RowChange[]): Map<string, string> {
  return new Map([...agencyRows(changes, 'before'), ...agencyRows(changes, 'after')].map(({ id, name }) => [id, name]))
}

/** The agency that a row is about, in words. */
function nameOfRow(row: object | null, names: ReadonlyMap<string, string>): string {
  const { name, agency } = (row ?? {}) as { readonly name?: string; readonly agency?: string }
  return name ?? names.get(agency ?? '') ?? [...names.values()].join('、')
}

/** An agency that comes back takes its names with it: reports that came under them since belong to it and not where they are now. */
async function refuseReportsSince(db: StoreDatabase, changes: readonly RowChange[], at: string): Promise<void> {
  const remaining = new Set(agencyRows(changes, 'after').map(({ id }) => id))
  for (const { id, name, aliases } of agencyRows(changes, 'before')) {
    if (remaining.has(id)) continue
    const keys = new Set([name, ...aliases].map(nameKey))
    const counts = await Promise.all(
      [db.reports, db.documents].map((table: Table<Pick<ReportHead, 'imported' | 'readAgency'>, string>) =>
        table
          .where('agency')
          .anyOf([...remaining])
          .filter(({ imported, readAgency }) => imported > at && readAgency !== null && keys.has(nameKey(readAgency)))
          .count(),
      ),
    )
    const since = counts.reduce((sum, count) => sum + count, 0)
    if (since > 0) throw new Refusal(storeError('used-since', { name, count: since }))
  }
}

/** Nothing may belong to an agency that has gone, nor an agency that is back to one that has gone since. */
async function refuseDangling(
  db: StoreDatabase,
  changes: readonly RowChange[],
  names: ReadonlyMap<string, string>,
): Promise<void> {
  const back = agencyRows(changes, 'before')
  const backIds = new Set(back.map(({ id }) => id))
  const gone = agencyRows(changes, 'after').filter(({ id }) => !backIds.has(id))
  // Everything once, not once for each: a table may have brought thousands.
  const agencies = await db.agencies.toArray()
  if (gone.length > 0) {
    const ids = gone.map(({ id }) => id)
    const [reports, documents, decisions, pending] = await Promise.all([
      db.reports.where('agency').anyOf(ids).toArray(),
      db.documents.where('agency').anyOf(ids).toArray(),
      db.decisions.where('agency').anyOf(ids).toArray(),
      db.pending.toArray(),
    ])
    const rests = [
      ...[...reports, ...documents, ...pending].map(({ agency }) => agency),
      ...decisions.map((decision) => ('agency' in decision ? decision.agency : null)),
      ...agencies.flatMap(({ parent, successor }) => [parent, successor]),
    ]
    const counts = new Map<string, number>()
    for (const agency of rests) if (typeof agency === 'string') counts.set(agency, (counts.get(agency) ?? 0) + 1)
    for (const { id, name } of gone) {
      const count = counts.get(id) ?? 0
      if (count > 0) throw new Refusal(storeError('used-since', { name, count }))
    }
  }
  const present = new Set(agencies.map(({ id }) => id))
  for (const { name, parent, successor } of back)
    for (const other of [parent, successor])
      if (typeof other === 'string' && !present.has(other))
        throw new Refusal(storeError('changed-since', { name: names.get(other) ?? name }))
}

/** Agencies and years whose reports a step moved or judged anew. */
export function reportsOf({ changes }: Journal): AgencyYear[] {
  const keys = new Map<string, AgencyYear>()
  const add = ({ agency, year }: AgencyYear): void => void keys.set(`${year} ${agency}`, { agency, year })
  for (const { table, before, after } of changes) {
    if (table !== 'reports') continue
    if (before) add(before as ReportHead)
    if (after) add(after as ReportHead)
  }
  return [...keys.values()]
}
