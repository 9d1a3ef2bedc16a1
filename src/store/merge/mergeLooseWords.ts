import { nameKey } from '../../register/names'
import type { StoreDatabase } from '../db'
import type { DecisionRow, DistinctRow, MembersRow, NilRow } from '../decisionRows'
import { distinctRow } from '../distinct'
import { membersId, nilId } from '../memberWords'
import type { AgencyPlan } from './agencyPlan'
import type { MergeNotes } from './outcome'

interface LooseMerge {
  readonly db: StoreDatabase
  readonly plan: AgencyPlan
  readonly said: readonly DecisionRow[]
  readonly writes: boolean
  readonly notes: MergeNotes
}

/**
 * What was said of agencies and not of reports: nil returns, members of a government, names that do not stand for an agency. One's own word stays; a nil return
 * does not stand against a report that one has. Call inside a transaction, before the file's own reports come.
 */
export async function mergeLooseWords({ db, plan, said, writes, notes }: LooseMerge): Promise<void> {
  const added = new Set(plan.added.map(({ id }) => id))
  const rows = new Map<string, NilRow | MembersRow | DistinctRow>()
  for (const row of said) {
    if (row.kind !== 'nil' && row.kind !== 'members' && row.kind !== 'distinct') continue
    const agency = plan.ids.get(row.agency)
    const moved = agency === undefined ? null : here(row, agency, plan)
    const isIdle =
      row.kind === 'distinct' && (!moved || !added.has(agency ?? '') || hasName(plan, agency ?? '', row.name))
    if (moved && !isIdle) rows.set(moved.id, moved)
    else if (!isIdle) {
      notes.count('words', 'left')
      if (row.kind === 'members' && agency !== undefined)
        notes.tell({ what: 'members-unknown', agency: nameOf(plan, agency), year: row.year })
    }
  }
  const own = await db.decisions.bulkGet([...rows.keys()])
  const taken: DecisionRow[] = []
  for (const [index, row] of [...rows.values()].entries()) {
    const there = own[index]
    const place = { agency: nameOf(plan, row.agency), year: row.kind === 'distinct' ? null : row.year }
    if (there) {
      const isSame = row.kind !== 'members' || (there.kind === 'members' && there.members.join() === row.members.join())
      notes.count('words', isSame ? 'same' : 'left')
      if (!isSame) notes.tell({ what: 'members', ...place })
    } else if (row.kind === 'nil' && (await hasReport(db, row))) {
      notes.count('words', 'left')
      notes.tell({ what: 'nil', ...place })
    } else {
      notes.count('words', 'new')
      taken.push(row)
    }
  }
  if (writes) await db.decisions.bulkPut(taken)
}

function here(
  row: NilRow | MembersRow | DistinctRow,
  agency: string,
  { ids }: AgencyPlan,
): NilRow | MembersRow | DistinctRow | null {
  if (row.kind === 'nil') return { ...row, agency, id: nilId({ agency, year: row.year }) }
  if (row.kind === 'distinct') return distinctRow(row.name, agency, row.by, new Date(row.at))
  const members = row.members.map((id) => ids.get(id))
  if (members.includes(undefined)) return null
  const known = [...new Set(members.flatMap((id) => id ?? []))].sort()
  return { ...row, agency, members: known, id: membersId({ agency, year: row.year }) }
}

function hasReport(db: StoreDatabase, { agency, year }: NilRow): Promise<boolean> {
  return db.reports
    .where('[agency+year+current]')
    .equals([agency, year, 1])
    .count()
    .then((count) => count > 0)
}

const nameOf = ({ agencies }: AgencyPlan, id: string): string => agencies.get(id)?.name ?? id

function hasName({ agencies }: AgencyPlan, id: string, name: string): boolean {
  const agency = agencies.get(id)
  const key = nameKey(name)
  return agency !== undefined && [agency.name, ...agency.aliases].some((own) => nameKey(own) === key)
}
