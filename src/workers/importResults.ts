import { fieldsOf } from '../form/fields'
import { TABLE_IDS } from '../form/version'
import type { Report, Severity } from '../report/report'
import { standingIssues, standingPending } from '../store/words'
import type { Store } from '../store/db'
import type { ReportHead } from '../store/rows'
import type { SavedDocument } from '../store/documents'
import type { Saved } from '../store/saveReport'
import type { Candidate, ImportResult, IssueCounts, ReadReport } from './importApi'

/** What the result list says of a report that was just saved. */
export async function resultOf(store: Store, report: Report, saved: Saved): Promise<ImportResult> {
  const { file, part } = report.source
  const base = { file, ...(part === undefined ? {} : { part }) }
  const read = {
    forms: report.forms,
    cells: cellCount(report.forms),
    values: Object.values(report.cells).filter((cell) => typeof cell?.value === 'number').length,
    issues: countSeverities(saved.open),
  }
  switch (saved.outcome) {
    case 'pending': {
      const { report: id, agency, agencyName, year } = saved
      const candidates = await candidatesOf(store, saved.candidates)
      return { kind: 'pending', ...base, report: id, agency, agencyName, year, ...read, findings: NONE, candidates }
    }
    case 'unchanged': {
      const { report: id, imported, agency, agencyName, year } = saved
      const findings = await findingCounts(store, id)
      const known = { report: id, imported, agency, agencyName, year, ...read, findings }
      const lapsed = (await store.db.reports.get(id))?.counts.lapsed ?? 0
      return { kind: 'unchanged', ...base, ...known, candidates: [], lapsed }
    }
    case 'new':
    case 'version': {
      const { outcome, head, agencyName, agencyCreated, differing, lapsed } = saved
      const candidates = await candidatesOf(store, saved.candidates, head.agency)
      const findings = countSeverities(saved.findings)
      return {
        kind: 'stored',
        outcome,
        ...base,
        report: head.id,
        agency: head.agency,
        agencyName,
        year: head.year,
        ...read,
        findings,
        version: head.version,
        differing,
        agencyCreated,
        candidates,
        lapsed: lapsed.length,
      }
    }
  }
}

/** What the result list says of a document that is kept. `file`: its path as given this time. */
export async function keptResult(store: Store, file: string, saved: SavedDocument): Promise<ImportResult> {
  const { outcome, row, agencyName, agencyCreated } = saved
  return {
    kind: 'kept',
    what: row.kind,
    outcome,
    file,
    ...(row.source.part === undefined ? {} : { part: row.source.part }),
    document: row.id,
    agency: row.agency,
    agencyName,
    year: row.year,
    agencyCreated,
    candidates: await candidatesOf(store, saved.candidates, row.agency),
    imported: row.imported,
  }
}

/** What the result list says of bytes that were not read again, because they are there under that name: see `knownResults`. */
export async function unchangedResults(store: Store, hash: string, path: string): Promise<ImportResult[]> {
  const file = await store.db.files.get(hash)
  // Another name may tell another agency or year.
  return file && lastName(file.name) === lastName(path) ? knownResults(store, hash, path) : []
}

/** What the result list says of bytes that are there under whatever name: one result for each report or document that they gave, or none if one is gone. */
export async function knownResults(store: Store, hash: string, path: string): Promise<ImportResult[]> {
  const { db } = store
  const file = await db.files.get(hash)
  if (!file || file.reports.length === 0) return []
  const ids = [...file.reports]
  const [heads, waiting, documents] = await Promise.all([
    db.reports.bulkGet(ids),
    db.pending.bulkGet(ids),
    db.documents.bulkGet(ids),
  ])
  const results = await Promise.all(
    ids.map(async (id, index): Promise<ImportResult | null> => {
      const head = heads[index]
      const pending = waiting[index]
      const document = documents[index]
      if (head) return unchangedResult(store, head, path)
      if (document) {
        const known = { row: document, agencyName: await nameOf(store, document.agency) }
        return keptResult(store, path, { outcome: 'unchanged', ...known, agencyCreated: false, candidates: [] })
      }
      if (!pending) return null
      const agencyName = await nameOf(store, pending.agency)
      const open = (await standingPending(db, pending)).filter((issue) => issue.open)
      const saved = { outcome: 'pending', ...pending, report: id, agencyName, candidates: [], open } as const
      return resultOf(store, pending.report, saved)
    }),
  )
  return results.some((result) => result === null) ? [] : results.flatMap((result) => result ?? [])
}

async function unchangedResult(store: Store, head: ReportHead, path: string): Promise<ImportResult> {
  const issues = await standingIssues(store.db, head)
  const read: ReadReport = {
    file: path,
    ...(head.source.part === undefined ? {} : { part: head.source.part }),
    report: head.id,
    agency: head.agency,
    agencyName: await nameOf(store, head.agency),
    year: head.year,
    forms: head.forms,
    values: head.counts.values,
    cells: cellCount(head.forms),
    issues: countSeverities(issues.filter(({ open }) => open)),
    findings: await findingCounts(store, head.id),
  }
  return { kind: 'unchanged', ...read, imported: head.imported, candidates: [], lapsed: head.counts.lapsed ?? 0 }
}

/** Other agencies that a name may stand for: not `own`, the entry that it has got. */
async function candidatesOf(
  store: Store,
  ids: readonly string[],
  own: string | null = null,
): Promise<readonly Candidate[]> {
  const others = ids.filter((id) => id !== own)
  if (others.length === 0) return []
  const agencies = await store.db.agencies.bulkGet(others)
  return agencies.flatMap((agency) => (agency ? [{ id: agency.id, name: agency.name }] : []))
}

const NONE: IssueCounts = { error: 0, warning: 0, info: 0 }

async function findingCounts(store: Store, report: string): Promise<IssueCounts> {
  return countSeverities(await store.db.findings.where('report').equals(report).toArray())
}

async function nameOf(store: Store, agency: string | null): Promise<string | null> {
  return agency === null ? null : ((await store.db.agencies.get(agency))?.name ?? null)
}

function countSeverities(all: readonly { readonly severity: Severity }[]): IssueCounts {
  const counts = { ...NONE }
  for (const { severity } of all) counts[severity]++
  return counts
}

function cellCount(forms: Report['forms']): number {
  return TABLE_IDS.reduce((sum, table) => {
    const version = forms[table]
    return sum + (version ? fieldsOf(table, version).length : 0)
  }, 0)
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
