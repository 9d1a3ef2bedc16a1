import type { StoreDatabase } from './db'
import { findingDecisionId } from './findingDecisionId'
import { counts, isOfFinding } from './judge'
import type { CorrectionRow } from './decisionRows'
import type { ReportHead } from './rows'
import { promoteNewest, rejudge, versionsOf } from './versions'
import type { AgencyYear } from './versions'

/**
 * Moves reports to another agency, each in its year. Where that agency has reports of the year, all become versions of one, numbered in the order of
 * import; the one that counted there goes on counting. Call inside a transaction, and `rejudgeUnder` once decisions have moved, too.
 */
export async function refile(db: StoreDatabase, coming: readonly ReportHead[], agency: string): Promise<void> {
  for (const year of new Set(coming.map((head) => head.year))) {
    const own = await versionsOf(db, { agency, year })
    const others = coming.filter((head) => head.year === year)
    const counting = currentOf(own) ?? currentOf(others) ?? [...own, ...others].at(-1)
    await renumber(db, [...own, ...others], agency, counting?.id)
    for (const from of new Set(others.map((head) => head.agency))) {
      await promoteNewest(db, { agency: from, year })
      await renumber(db, await versionsOf(db, { agency: from, year }), from)
    }
  }
}

function currentOf(heads: readonly ReportHead[]): ReportHead | undefined {
  return heads.find(({ current }) => current === 1)
}

async function renumber(
  db: StoreDatabase,
  heads: readonly ReportHead[],
  agency: string,
  counting = currentOf(heads)?.id,
): Promise<void> {
  const inOrder = [...heads].sort((a, b) => a.imported.localeCompare(b.imported) || a.version - b.version)
  await db.reports.bulkPut(
    inOrder.map((head, index) => ({
      ...head,
      agency,
      version: index + 1,
      current: head.id === counting ? 1 : 0,
    })),
  )
}

/** What people said of reports and their numbers goes from one agency to another with its year. Gives how many corrections there were. */
export async function moveDecisions(db: StoreDatabase, from: AgencyYear, to: AgencyYear): Promise<number> {
  await moveFindingWords(db, from, to)
  return moveCorrections(db, from, to)
}

/**
 * Corrections go from one agency to another with their years. Where both have corrected a cell that reads the same, the later word stands and the
 * earlier stays in the history.
 */
async function moveCorrections(db: StoreDatabase, from: AgencyYear, to: AgencyYear): Promise<number> {
  const under = async ({ agency, year }: AgencyYear): Promise<CorrectionRow[]> =>
    (await db.decisions.where('[agency+year]').equals([agency, year]).toArray()).filter(
      (row): row is CorrectionRow => row.kind === 'correction',
    )
  const coming = await under(from)
  const all = [...(await under(to)), ...coming.map((row) => ({ ...row, agency: to.agency, year: to.year }))]
  const rows = all.map((row) => {
    const later = all.find(
      (other) => counts(other) && other.field === row.field && other.read === row.read && other.at > row.at,
    )
    return counts(row) && later ? { ...row, replaced: later.id } : row
  })
  await db.decisions.bulkPut(rows)
  return coming.length
}

/** Words on findings go along, too; where both agencies have one on the same finding and numbers, the later stands. */
async function moveFindingWords(db: StoreDatabase, from: AgencyYear, to: AgencyYear): Promise<void> {
  const coming = (await db.decisions.where('[agency+year]').equals([from.agency, from.year]).toArray()).filter(
    isOfFinding,
  )
  await db.decisions.bulkDelete(coming.map(({ id }) => id))
  for (const row of coming) {
    const moved = { ...row, ...to, id: findingDecisionId(to, row) }
    const own = await db.decisions.get(moved.id)
    if (own === undefined || !isOfFinding(own) || own.at < row.at) await db.decisions.put(moved)
  }
}

/** Judges every version under an agency and year anew, for decisions that came or went. Call inside a transaction. */
export async function rejudgeUnder(db: StoreDatabase, agency: string, years: Iterable<number>): Promise<void> {
  for (const year of years) for (const head of await versionsOf(db, { agency, year })) await rejudge(db, head)
}
