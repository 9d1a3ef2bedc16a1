import { loadRegions } from '../../register/loadRegions'
import { matchRegister } from '../../register/matchRegister'
import { nameKey } from '../../register/names'
import type { Regions } from '../../register/regions'
import type { Result } from '../../report/report'
import { DATABASES, write } from '../db'
import type { Store } from '../db'
import type { DecisionRow } from '../decisionRows'
import { KeptWriter } from '../keptChanges'
import { readSettings } from '../settings'
import { storeError, storeErrorOf } from '../storeError'
import type { StoreError } from '../storeError'
import { planAgencies } from './agencyPlan'
import type { AgencyPlan } from './agencyPlan'
import { mergeDocuments } from './mergeDocuments'
import { mergeKept } from './mergeKept'
import { mergeLooseWords } from './mergeLooseWords'
import { mergeReports } from './mergeReports'
import { MergeNotes } from './outcome'
import type { AgencyAnswers, MergeOutcome } from './outcome'
import { readingOf, readShared, refuseAnother } from './sharedData'
import type { SharedData } from './sharedData'

/** How a shared file is to be merged. */
export interface MergeWish {
  readonly answers: AgencyAnswers
  /** Whether corrections come that change numbers which count among one's own. */
  readonly takesChanging: boolean
  /** Put behind the names of views and decks that are taken: whose they are, in words. */
  readonly suffix: string
}

/** Agencies and years gone through, of how many. */
export type MergeStep = (done: number, of: number) => void

/** What merging the file that is open would do to one's own data. Nothing is written. */
export async function previewShareMerge(
  own: Store,
  shared: Store,
  wish: MergeWish,
  step: MergeStep = () => undefined,
  now = new Date(),
): Promise<Result<MergeOutcome, StoreError>> {
  return merging(own, shared, now, async (data, regions) => {
    // The database's own zone follows an `async` function alone.
    const read = async (): Promise<MergeOutcome> =>
      await run({ own, shared, data, regions, wish, step, now, writer: null })
    return { ok: true, value: await own.db.transaction('r', own.db.tables, read) }
  })
}

/**
 * Merges the file that is open into one's own data, in one transaction: all of it, or nothing. What is there stays as it is: agencies, reports that count,
 * corrections and words of one's own win. The file's own counts and findings are not asked; all that comes is read with care and judged anew.
 */
export async function mergeShare(
  own: Store,
  shared: Store,
  wish: MergeWish,
  step: MergeStep = () => undefined,
  now = new Date(),
): Promise<Result<MergeOutcome, StoreError>> {
  return merging(own, shared, now, (data, regions) =>
    write(own, own.db.tables, async (transaction) => {
      const writer = new KeptWriter(transaction)
      const outcome = await run({ own, shared, data, regions, wish, step, now, writer })
      await readingOf(shared)((store) => refuseAnother(store, data))
      return outcome
    }),
  )
}

async function merging(
  own: Store,
  shared: Store,
  now: Date,
  work: (data: SharedData, regions: Regions) => PromiseLike<Result<MergeOutcome, StoreError>>,
): Promise<Result<MergeOutcome, StoreError>> {
  try {
    const [data, regions] = [await readShared(shared, now), await loadRegions()]
    if (data.share.example !== (own.db.name === DATABASES.example))
      return { ok: false, error: storeError('other-data') }
    return await work(data, regions)
  } catch (error) {
    const known = storeErrorOf(error)
    if (!known) throw error
    return { ok: false, error: known }
  }
}

interface Run {
  readonly own: Store
  readonly shared: Store
  readonly data: SharedData
  readonly regions: Regions
  readonly wish: MergeWish
  readonly step: MergeStep
  readonly now: Date
  readonly writer: KeptWriter | null
}

async function run({ own, shared, data, regions, wish, step, now, writer }: Run): Promise<MergeOutcome> {
  const { db } = own
  const [notes, foreign, writes] = [new MergeNotes(), readingOf(shared), writer !== null]
  const plan = await agencyPlan(own, data, regions, wish.answers)
  tellAgencies(plan, data, notes)
  if (writes) await db.agencies.bulkAdd(plan.added)

  const { keepOriginals, check } = await readSettings(own)
  const said = data.decisions.map((row) => findingHere(row, plan))
  const files = { db, foreign, keeps: keepOriginals, writes, notes, now }
  const { ids, agencies } = plan
  const reports = { ...files, ids, agencies, said, takesChanging: wish.takesChanging, step }
  await mergeLooseWords({ db, plan, said, writes, notes })
  await mergeReports(reports, data.heads)
  await mergeDocuments({ ...files, ids, said, names: (id) => agencies.get(id)?.name ?? id }, data.documents)
  await mergeKept({ own, ids, suffix: wish.suffix, notes, foreign, writer, now })
  const theirs = await foreign(readSettings)
  if (data.thresholds !== undefined && JSON.stringify(theirs.check) !== JSON.stringify(check))
    notes.tell({ what: 'thresholds', agency: '', year: null })
  return {
    counts: notes.counts(),
    lines: notes.lines,
    questions: plan.questions,
    added: plan.added.map(({ name }) => name),
  }
}

/** Whose the file's agencies are. Call inside a transaction. */
async function agencyPlan(
  { db }: Store,
  data: SharedData,
  regions: Regions,
  answers: AgencyAnswers,
): Promise<AgencyPlan> {
  const [own, distinct, there] = await Promise.all([
    db.agencies.toArray(),
    db.decisions.where('kind').equals('distinct').toArray(),
    db.reports.bulkGet(data.heads.map(({ id }) => id)),
  ])
  const apart = new Set(
    distinct.flatMap((row) => (row.kind === 'distinct' ? [`${nameKey(row.name)} ${row.agency}`] : [])),
  )
  const [reports, filed, lastYear] = [
    new Map<string, number>(),
    new Map<string, Set<string>>(),
    new Map<string, number>(),
  ]
  for (const [index, { agency, year }] of data.heads.entries()) {
    reports.set(agency, (reports.get(agency) ?? 0) + 1)
    lastYear.set(agency, Math.max(lastYear.get(agency) ?? 0, year))
    const same = there[index]
    if (same) filed.set(agency, (filed.get(agency) ?? new Set()).add(same.agency))
  }
  const matches = matchRegister(data.agencies, own, {
    regions,
    lastYear: (id) => lastYear.get(id) ?? null,
    filed: (id) => filed.get(id) ?? new Set(),
    apart: (name, id) => apart.has(`${nameKey(name)} ${id}`),
  })
  return planAgencies(data.agencies, own, {
    matches,
    answers,
    reports: (id) => reports.get(id) ?? 0,
    example: data.share.example,
  })
}

function tellAgencies({ added, left, ids, differing }: AgencyPlan, data: SharedData, notes: MergeNotes): void {
  notes.count('agencies', 'new', added.length)
  notes.count('agencies', 'left', left.length)
  notes.count('agencies', 'same', data.agencies.filter(({ id }) => ids.has(id)).length - added.length)
  for (const { agency, fields } of differing)
    notes.tell({ what: 'agency-fields', agency: agency.name, year: null, fields })
  const reports = new Map<string, number>()
  for (const { agency } of data.heads) reports.set(agency, (reports.get(agency) ?? 0) + 1)
  for (const { id, name } of left)
    notes.tell({ what: 'agency-left', agency: name, year: null, n: reports.get(id) ?? 0 })
  for (const [name, n] of Object.entries(data.damaged)) {
    if (n === 0) continue
    notes.count(name === 'decisions' ? 'words' : name === 'reports' ? 'reports' : 'agencies', 'left', n)
    notes.tell({ what: 'damaged', agency: '', year: null, name, n })
  }
}

/** A word on a finding with the agencies here in place of the file's. */
function findingHere(row: DecisionRow, { ids }: AgencyPlan): DecisionRow {
  if (row.kind !== 'finding') return row
  return {
    ...row,
    finding: row.finding.replace(/\botherId=(\S+)/gu, (whole, id: string) => {
      const here = ids.get(id)
      return here === undefined ? whole : `otherId=${here}`
    }),
    cells: row.cells.map((cell) =>
      cell.agency === undefined ? cell : { ...cell, agency: ids.get(cell.agency) ?? cell.agency },
    ),
  }
}
