import { FIRST_YEAR_OF_FORM } from '../form/version'
import type { Report, Result } from '../report/report'
import type { Agency } from '../register/agency'
import { withName } from '../register/joinAgencies'
import { nameKey } from '../register/names'
import { dropOrphan, RegisterCopy } from './agencies'
import { tooCommon } from './commonNames'
import type { Store, StoreDatabase } from './db'
import { write } from './db'
import { moveDecisions } from './refile'
import { readReport } from './reportRows'
import { reportTables } from './saveReport'
import { Refusal, storeError } from './storeError'
import type { StoreError } from './storeError'
import { place, promoteNewest, versionsOf } from './versions'
import type { AgencyYear, Placed } from './versions'

/** Whose report it is and of which year, as a person says. */
export interface Assignment {
  /** An agency of the register, or the name of one that is found there or created. */
  readonly agency: { readonly id: string } | { readonly name: string }
  readonly year: number
  readonly by: string
}

/** A report under its new key, and the key it had. */
export interface Reassigned extends Placed {
  readonly agencyName: string
  /** Agency and year that it left; `null` for one that was pending. */
  readonly left: AgencyYear | null
}

/**
 * Puts a report, stored or pending, under the agency and year that a person gives. Remembered for its bytes, so that importing them again keeps it.
 * It becomes the newest version there; where it left a place empty, its corrections go with it, and an agency that only its misread name had made is dropped.
 * Where the name read may have stood for the agency given, the question is answered for all documents: it is a name of that agency from then on.
 */
export async function assignReport(
  store: Store,
  id: string,
  { agency: wanted, year, by }: Assignment,
  now = new Date(),
): Promise<Result<Reassigned, StoreError>> {
  const { db } = store
  if (!Number.isInteger(year) || year < FIRST_YEAR_OF_FORM || year > now.getFullYear())
    return { ok: false, error: storeError('year-not-allowed', { year }) }
  const register = await RegisterCopy.of(store)
  return write(store, reportTables(db), async () => {
    const resolved = 'name' in wanted ? register.resolve(await register.stored(db, [wanted]), wanted) : null
    const agency = 'id' in wanted ? await db.agencies.get(wanted.id) : resolved?.agency
    if (!agency) throw new Refusal(storeError('not-found'))
    if (resolved?.created === true) await db.agencies.add(agency)
    await db.decisions.put({
      id: `assignment:${id}`,
      kind: 'assignment',
      report: id,
      agency: agency.id,
      year,
      by,
      at: now.toISOString(),
    })
    const { report, entry, left } = await takeOut(db, id)
    if (left) await followDecisions(db, left, { agency: agency.id, year })
    const placed = await place(db, report, entry, agency, year)
    if (left && left.agency !== agency.id && (await dropOrphan(db, left))) register.forget([left.agency])
    if (report.agency !== null && register.candidates(report.agency).includes(agency.id))
      await rememberName(db, agency, report.agency)
    return { ...placed, agencyName: agency.name, left }
  })
}

/** Makes a name that was doubtful one of the agency's, unless it tells no body apart or another one has it. */
async function rememberName(db: StoreDatabase, agency: Agency, name: string): Promise<void> {
  const key = nameKey(name)
  const taken = await db.agencies.filter((other) => nameKey(other.name) === key).count()
  if (taken > 0 || (await tooCommon(db, [name])).length > 0) return
  const edited = [...new Set([...agency.edited, 'aliases' as const])]
  await db.agencies.put({ ...agency, aliases: withName(agency.aliases, name), edited })
}

interface TakenOut {
  readonly report: Report
  readonly entry: { readonly id: string; readonly hash: string; readonly imported: string }
  readonly left: AgencyYear | null
}

async function takeOut(db: StoreDatabase, id: string): Promise<TakenOut> {
  const waiting = await db.pending.get(id)
  if (waiting) {
    await db.pending.delete(id)
    return { report: waiting.report, entry: { id, hash: waiting.hash, imported: waiting.imported }, left: null }
  }
  const head = await db.reports.get(id)
  const report = head && (await readReport(db, head))
  if (!head || !report) throw new Refusal(storeError('not-found'))
  await Promise.all([
    db.reports.delete(id),
    db.issues.where('report').equals(id).delete(),
    db.findings.where('report').equals(id).delete(),
  ])
  await promoteNewest(db, head)
  const left = { agency: head.agency, year: head.year }
  return { report, entry: { id, hash: head.hash, imported: head.imported }, left }
}

/** Corrections and words on findings belong to agency and year; where no report is left there, they were meant for the one that went. */
async function followDecisions(db: StoreDatabase, from: AgencyYear, to: AgencyYear): Promise<void> {
  if ((await versionsOf(db, from)).length === 0) await moveDecisions(db, from, to)
}
