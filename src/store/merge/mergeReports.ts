import type { Agency } from '../../register/agency'
import type { Report } from '../../report/report'
import type { Store, StoreDatabase } from '../db'
import type { DecisionRow } from '../decisionRows'
import { inOrder } from '../order'
import { putRows } from '../reportRows'
import type { ReportRows } from '../reportRows'
import { rejudgeUnder } from '../refile'
import { NO_WORDS } from '../standing'
import { filedUnder, NOTHING_FILED, placing } from '../versions'
import type { Filed } from '../versions'
import { wordsOn } from '../words'
import { readForeignReport } from './foreignReport'
import type { ForeignHead } from './foreignReport'
import { mergeFiles } from './mergeFiles'
import type { FileMerge } from './mergeFiles'
import { planGroup } from './mergeGroup'
import type { Group, GroupPlan } from './mergeGroup'
import { mergeReportWords } from './mergeReportWords'

/** Agencies and years that are gone through together. */
const BATCH = 100

/** What merging reports needs to know besides. */
export interface ReportMerge extends FileMerge {
  /** Whose agencies of the file are here, by ids of the file. */
  readonly ids: ReadonlyMap<string, string>
  readonly agencies: ReadonlyMap<string, Agency>
  readonly said: readonly DecisionRow[]
  readonly takesChanging: boolean
  readonly step: (done: number, of: number) => void
}

/** What of the file belongs to one agency and year here. */
interface Key {
  readonly agency: Agency
  readonly year: number
  readonly heads: ForeignHead[]
  readonly said: DecisionRow[]
}

/** Takes reports over with what people said of them, some agencies and years at a time. Call inside a transaction. */
export async function mergeReports(merge: ReportMerge, heads: readonly ForeignHead[]): Promise<void> {
  const keys = keysOf(merge, heads)
  for (let from = 0; from < keys.length; from += BATCH) {
    await mergeSome(merge, keys.slice(from, from + BATCH))
    merge.step(Math.min(from + BATCH, keys.length), keys.length)
  }
}

function keysOf({ ids, agencies, said, notes }: ReportMerge, heads: readonly ForeignHead[]): Key[] {
  const keys = new Map<string, Key>()
  const keyOf = (theirs: string, year: number): Key | undefined => {
    const agency = agencies.get(ids.get(theirs) ?? '')
    if (!agency) return undefined
    const name = `${String(year)} ${agency.id}`
    const key = keys.get(name) ?? { agency, year, heads: [], said: [] }
    keys.set(name, key)
    return key
  }
  for (const head of heads) {
    const key = keyOf(head.agency, head.year)
    if (key) key.heads.push(head)
    else notes.count('reports', 'left')
  }
  for (const row of said)
    if (row.kind === 'correction' || row.kind === 'finding') {
      const key = keyOf(row.agency, row.year)
      if (key) key.said.push(row)
      else notes.count(row.kind === 'correction' ? 'corrections' : 'words', 'left')
    }
  for (const key of keys.values()) key.heads.sort((one, other) => one.version - other.version)
  return [...keys.values()]
}

async function mergeSome(merge: ReportMerge, keys: readonly Key[]): Promise<void> {
  const { db, agencies, notes, takesChanging, writes } = merge
  const groups = await groupsOf(merge, keys)
  const names = (id: string): string => agencies.get(id)?.name ?? id
  const plans = groups.map((group) => ({ group, plan: planGroup(group, takesChanging, names, notes) }))
  const heads = plans.flatMap(({ plan }) => [...plan.same, ...plan.taken.map(({ head }) => head)])
  const words = await mergeReportWords(merge, heads)
  const decisions = plans.flatMap(({ plan }) => plan.decisions)
  if (writes) {
    await db.decisions.bulkPut([...decisions, ...words])
    await putRows(db, await rowsOf(merge, plans))
    const taken = plans.flatMap(({ plan }) => plan.taken.map(({ head }) => head.id))
    // A scan that one has and that was filled in by somebody becomes that report.
    await Promise.all([db.documents.bulkDelete(taken), db.documentTexts.bulkDelete(taken)])
    const said = new Set(words.map((row) => (row.kind === 'accepted' ? row.hash : row.report)))
    for (const { group, plan } of plans) {
      const concerns = plan.decisions.length > 0 || plan.same.some(({ id, hash }) => said.has(id) || said.has(hash))
      if (concerns) await rejudgeUnder(db, group.agency.id, [group.year])
    }
  }
  await mergeFiles(merge, filesOf(plans.flatMap(({ plan }) => plan.taken.map(({ head }) => head))))
}

async function rowsOf(
  { db, now }: ReportMerge,
  plans: readonly { readonly group: Group; readonly plan: GroupPlan }[],
): Promise<ReportRows[]> {
  const rows: ReportRows[] = []
  const entries = plans.flatMap(({ plan }) => plan.taken.map(({ head: { id, hash } }) => ({ id, hash })))
  const words = new Map(await Promise.all(entries.map(async (entry) => [entry.id, await wordsOn(db, entry)] as const)))
  for (const { group, plan } of plans) {
    let filed: Filed = { ...group.filed, decisions: [...group.filed.decisions, ...plan.decisions] }
    for (const { head, report, yields } of plan.taken) {
      const entry = { id: head.id, hash: head.hash, imported: now.toISOString() }
      const placed = placing(report, entry, group, filed, words.get(head.id) ?? NO_WORDS, yields)
      filed = placed.filed
      rows.push(placed.rows)
    }
  }
  return rows
}

async function groupsOf({ db, foreign }: ReportMerge, keys: readonly Key[]): Promise<Group[]> {
  const heads = keys.flatMap((key) => key.heads)
  const ids = heads.map(({ id }) => id)
  const reports = await foreign((shared) => reportsOf(shared, heads))
  const [known, pending, documents, texts, filed] = await Promise.all([
    db.reports.bulkGet(ids),
    db.pending.bulkGet(ids),
    db.documents.bulkGet(ids),
    db.documentTexts.bulkGet(ids),
    filedUnder(
      db,
      keys.map(({ agency, year }) => ({ agency: agency.id, year })),
    ),
  ])
  const waiting = ids.filter((_, index) => {
    const document = documents[index]
    const isWorkedOn = document !== undefined && (document.kind !== 'scan' || texts[index]?.filling !== undefined)
    return pending[index] !== undefined || isWorkedOn
  })
  const there = known.flatMap((head) => head ?? [])
  const cells = await cellsOf(db, [
    ...there.map(({ id }) => id),
    ...filed.flatMap(({ versions }) => versions.map(({ id }) => id)),
  ])
  return keys.map(({ agency, year, heads: own, said }, index) => ({
    agency,
    year,
    coming: own.map((head) => ({ head, report: reports.get(head.id) ?? null })),
    said,
    filed: filed[index] ?? NOTHING_FILED,
    cells,
    known: new Map(there.map((head) => [head.id, head])),
    waiting: new Set(waiting),
  }))
}

async function cellsOf(db: StoreDatabase, ids: readonly string[]): Promise<Map<string, Report['cells']>> {
  const rows = await db.cells.bulkGet([...new Set(ids)])
  return new Map(rows.flatMap((row) => (row ? [[row.report, row.cells]] : [])))
}

/** The reports of a shared file whole, as far as they can be read. */
async function reportsOf({ db }: Store, heads: readonly ForeignHead[]): Promise<Map<string, Report>> {
  const ids = heads.map(({ id }) => id)
  const [rows, cells, texts, issues] = await Promise.all([
    db.reports.bulkGet(ids),
    db.cells.bulkGet(ids),
    db.texts.bulkGet(ids),
    db.issues.where('report').anyOf(ids).toArray(),
  ])
  const byReport = new Map<string, typeof issues>()
  for (const issue of issues) byReport.set(issue.report, [...(byReport.get(issue.report) ?? []), issue])
  return new Map(
    ids.flatMap((id, index) => {
      const own = inOrder(byReport.get(id) ?? [])
      const report = readForeignReport({ head: rows[index], cells: cells[index], text: texts[index], issues: own })
      return report ? [[id, report]] : []
    }),
  )
}

function filesOf(heads: readonly ForeignHead[]): { hash: string; ids: string[]; isScan: boolean }[] {
  const files = new Map<string, string[]>()
  for (const { hash, id } of heads) files.set(hash, [...(files.get(hash) ?? []), id])
  return [...files].map(([hash, ids]) => ({ hash, ids, isScan: false }))
}
