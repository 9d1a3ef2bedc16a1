import type { Result } from '../report/report'
import type { Agency } from '../register/agency'
import { joinAgencies } from '../register/joinAgencies'
import type { Choices, FieldConflict, JoinedAgencies, JoinedField } from '../register/joinAgencies'
import { nameKey } from '../register/names'
import { tooCommon } from './commonNames'
import type { Store, StoreDatabase } from './db'
import { distinctRow } from './distinct'
import { journaled } from './journal'
import type { Journaled } from './journal'
import { moveMemberWords } from './memberWords'
import { moveDecisions, refile, rejudgeUnder } from './refile'
import { differingCells } from './reportRows'
import type { ReportHead } from './rows'
import { Refusal, storeError } from './storeError'
import type { StoreError } from './storeError'

/** Two entries of the register that are one body: `drop` goes into `keep`. */
export interface Merge {
  readonly keep: string
  readonly drop: string
  /** Whose value stands in fields in which the two differ, where a person chose. */
  readonly choices?: Choices
  readonly by: string
}

/** A year that both have reported: the reports become versions of one, and the one of `keep` counts. */
export interface Collision {
  readonly year: number
  readonly versions: number
  /** Cells in which the two that counted differ. */
  readonly differing: number
}

/** What a merge would do. */
export interface MergePreview {
  readonly keep: Agency
  readonly drop: Agency
  /** Years whose reports only change their agency. */
  readonly moved: readonly number[]
  readonly collisions: readonly Collision[]
  /** Names that `keep` is found under from then on. */
  readonly names: readonly string[]
  /** Names that it is not to be found under, because every place has a body of that name. */
  readonly common: readonly string[]
  readonly corrections: number
  readonly members: number
  /** Fields that `keep` lacks and takes from `drop`. */
  readonly carried: readonly JoinedField[]
  readonly conflicts: readonly FieldConflict[]
}

/** What `mergeAgencies` would do, for a person to look at first. `undefined` where one of the two is gone. */
export async function previewMerge(
  store: Store,
  { keep: keepId, drop: dropId }: Pick<Merge, 'keep' | 'drop'>,
): Promise<MergePreview | undefined> {
  const { db } = store
  return db.transaction('r', [db.agencies, db.reports, db.cells, db.decisions], async () => {
    const [keep, drop] = await db.agencies.bulkGet([keepId, dropId])
    if (!keep || !drop) return undefined
    const own = await db.reports.where('agency').equals(keepId).toArray()
    const coming = await db.reports.where('agency').equals(dropId).toArray()
    const years = [...new Set(coming.map(({ year }) => year))].sort((a, b) => a - b)
    const colliding = years.filter((year) => own.some((head) => head.year === year))
    const { agency: after, carried, conflicts } = await joined(db, keep, drop)
    const { aliases, formerNames = [] } = after
    const had = new Set([keep.name, ...keep.aliases, ...(keep.formerNames ?? []).map(({ name }) => name)])
    return {
      keep,
      drop,
      carried,
      conflicts,
      moved: years.filter((year) => !colliding.includes(year)),
      collisions: await Promise.all(colliding.map((year) => collisionOf(db, year, own, coming))),
      names: [...aliases, ...formerNames.map(({ name }) => name)].filter((name) => !had.has(name)),
      common: (await tooCommon(db, [drop.name, ...drop.aliases])).filter((name) => !had.has(name)),
      corrections: await db.decisions
        .where('agency')
        .equals(dropId)
        .filter(({ kind }) => kind === 'correction')
        .count(),
      members: await db.agencies.filter(({ parent }) => parent === dropId).count(),
    }
  })
}

async function collisionOf(
  db: StoreDatabase,
  year: number,
  own: readonly ReportHead[],
  coming: readonly ReportHead[],
): Promise<Collision> {
  const both = [own, coming].map((heads) => heads.filter((head) => head.year === year))
  const counting = both.map((heads) => heads.find(({ current }) => current === 1)?.id ?? '')
  const [one, other] = await db.cells.bulkGet(counting)
  return {
    year,
    versions: both.reduce((sum, heads) => sum + heads.length, 0),
    differing: differingCells(one?.cells ?? {}, other?.cells ?? {}),
  }
}

/** The two as one, by everything that the register knows. Call inside a transaction. */
async function joined(db: StoreDatabase, keep: Agency, drop: Agency, choices: Choices = {}): Promise<JoinedAgencies> {
  const [agencies, common, heads] = await Promise.all([
    db.agencies.toArray(),
    tooCommon(db, [drop.name, ...drop.aliases]),
    db.reports.where('agency').anyOf([keep.id, drop.id]).toArray(),
  ])
  const tooCommonKeys = new Set(common.map(nameKey))
  return joinAgencies(
    keep,
    drop,
    { agencies, years: heads.map(({ year }) => year), isCommon: (name) => tooCommonKeys.has(nameKey(name)) },
    choices,
  )
}

/**
 * Makes two entries of the register one: reports, corrections, members and a person's words go to the one that stays, which is found under both names
 * from then on. All in one transaction; the years that both have reported become versions, judged anew.
 */
export async function mergeAgencies(
  store: Store,
  { keep: keepId, drop: dropId, choices, by }: Merge,
  now = new Date(),
): Promise<Result<Journaled<Agency>, StoreError>> {
  const { db } = store
  return journaled(
    store,
    [keepId, dropId],
    async () => {
      const [keep, drop] = await db.agencies.bulkGet([keepId, dropId])
      if (!keep || !drop || keepId === dropId) throw new Refusal(storeError('not-found'))
      const { agency: after } = await joined(db, keep, drop, choices)
      const common = new Set((await tooCommon(db, [drop.name, ...drop.aliases])).map(nameKey))
      await db.agencies.put(after)
      const coming = await db.reports.where('agency').equals(dropId).toArray()
      await refile(db, coming, keepId)
      const moved = await moveAllDecisions(db, dropId, after)
      await rejudgeUnder(db, keepId, new Set([...coming.map(({ year }) => year), ...moved]))
      // A name that is not remembered leaves nothing to find these documents by: they are remembered by their bytes.
      const unnamed = coming.filter(({ readAgency }) => readAgency === null || common.has(nameKey(readAgency)))
      await db.decisions.bulkPut(
        unnamed.map(({ id: report, year }) => ({
          id: `assignment:${report}`,
          kind: 'assignment',
          report,
          agency: keepId,
          year,
          by,
          at: now.toISOString(),
        })),
      )
      await db.pending.filter(({ agency }) => agency === dropId).modify({ agency: keepId })
      await db.documents.where('agency').equals(dropId).modify({ agency: keepId })
      await pointTo(db, dropId, keepId)
      await db.agencies.delete(dropId)
      return after
    },
    now,
  )
}

/** Corrections and words on whose a report is go along; that the two are not the same holds no more. Gives the years of the corrections. */
async function moveAllDecisions(db: StoreDatabase, dropId: string, keep: Agency): Promise<number[]> {
  const decisions = await db.decisions.where('agency').equals(dropId).toArray()
  const years = new Set(
    decisions.flatMap((row) => (row.kind === 'correction' || row.kind === 'finding' ? [row.year] : [])),
  )
  for (const year of years) await moveDecisions(db, { agency: dropId, year }, { agency: keep.id, year })
  await moveMemberWords(db, dropId, keep.id)
  for (const row of decisions) {
    if (row.kind === 'assignment') await db.decisions.put({ ...row, agency: keep.id })
    if (row.kind !== 'distinct') continue
    await db.decisions.delete(row.id)
    await db.decisions.put(distinctRow(row.name, keep.id, row.by, new Date(row.at)))
  }
  const own = new Set([keep.name, ...keep.aliases].map(nameKey))
  await db.decisions
    .where('agency')
    .equals(keep.id)
    .filter((row) => row.kind === 'distinct' && own.has(nameKey(row.name)))
    .delete()
  return [...years]
}

/** Members and predecessors of one agency become the other's. */
async function pointTo(db: StoreDatabase, from: string, to: string): Promise<void> {
  const rows = await db.agencies.filter(({ parent, successor }) => parent === from || successor === from).toArray()
  await db.agencies.bulkPut(
    rows
      .filter(({ id }) => id !== from)
      .map((row) => ({
        ...row,
        parent: row.parent === from && row.id !== to ? to : row.parent,
        ...(row.successor === from && row.id !== to ? { successor: to } : {}),
      })),
  )
}
