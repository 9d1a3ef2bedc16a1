import type { Result } from '../report/report'
import type { Agency } from '../register/agency'
import { loadRegions } from '../register/loadRegions'
import { agencyId, nameKey } from '../register/names'
import { proposeAgency, proposeParent } from '../register/propose'
import type { Store } from './db'
import { journaled } from './journal'
import type { Journaled } from './journal'
import { distinctRow } from './distinct'
import { moveDecisions, refile, rejudgeUnder } from './refile'
import type { ReportHead } from './rows'
import { Refusal, storeError } from './storeError'
import type { StoreError } from './storeError'
import { versionsOf } from './versions'

/** One of an agency's names that is another body's after all. */
export interface Split {
  readonly from: string
  readonly name: string
  readonly by: string
}

/** The reports of an agency that were read under a name. */
function readUnder(heads: readonly ReportHead[], name: string): ReportHead[] {
  const key = nameKey(name)
  return heads.filter(({ readAgency }) => readAgency !== null && nameKey(readAgency) === key)
}

/**
 * Makes a name of an agency a body of its own again: it gets the reports that were read under that name, and the corrections of years of which
 * nothing stays behind. That the two are not the same is remembered. All in one transaction.
 */
export async function splitAgency(
  store: Store,
  { from: fromId, name, by }: Split,
  now = new Date(),
): Promise<Result<Journaled<Agency>, StoreError>> {
  const { db } = store
  const id = agencyId(name)
  const regions = await loadRegions()
  return journaled(
    store,
    [fromId, id],
    async () => {
      const from = await db.agencies.get(fromId)
      if (!from) throw new Refusal(storeError('not-found'))
      if (id === fromId || (await db.agencies.get(id))) throw new Refusal(storeError('name-taken', { name }))
      const key = nameKey(name)
      const others = await db.agencies.toArray()
      const proposed: Agency = { ...proposeAgency(name, regions), id, edited: [] }
      const parent = from.parent ?? proposeParent(proposed, others, regions)
      const created = { ...proposed, parent: parent === id ? null : parent }
      await db.agencies.add(created)
      await db.agencies.put({
        ...from,
        aliases: from.aliases.filter((alias) => nameKey(alias) !== key),
        ...(from.formerNames && { formerNames: from.formerNames.filter((former) => nameKey(former.name) !== key) }),
        ...(from.formerIds && { formerIds: from.formerIds.filter((former) => former !== id) }),
        edited: [...new Set([...from.edited, 'aliases' as const])],
      })
      const going = readUnder(await db.reports.where('agency').equals(fromId).toArray(), name)
      await refile(db, going, id)
      const years = new Set(going.map(({ year }) => year))
      for (const year of years) {
        if ((await versionsOf(db, { agency: fromId, year })).length > 0) continue
        await moveDecisions(db, { agency: fromId, year }, { agency: id, year })
      }
      const words = await db.decisions.bulkGet(going.map((head) => `assignment:${head.id}`))
      await db.decisions.bulkPut(words.flatMap((row) => (row?.kind === 'assignment' ? [{ ...row, agency: id }] : [])))
      await db.documents
        .where('agency')
        .equals(fromId)
        .filter(({ readAgency }) => readAgency !== null && nameKey(readAgency) === key)
        .modify({ agency: id })
      await db.decisions.put(distinctRow(name, fromId, by, now))
      await rejudgeUnder(db, id, years)
      await rejudgeUnder(db, fromId, years)
      return created
    },
    now,
  )
}
