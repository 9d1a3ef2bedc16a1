import type { Result } from '../report/report'
import { write } from './db'
import type { Store, StoreDatabase } from './db'
import type { MembersRow, NilRow } from './decisionRows'
import { Refusal, storeError } from './storeError'
import type { StoreError } from './storeError'
import type { AgencyYear } from './versions'

/** What people have said of members. */
export interface MemberWords {
  /** Agencies that declared to have had nothing. */
  readonly nil: readonly NilRow[]
  /** Member lists that were confirmed. */
  readonly confirmed: readonly MembersRow[]
}

/** Everything that was said of members, of all years. */
export async function memberWords(store: Store): Promise<MemberWords> {
  const rows = await store.db.decisions.where('kind').anyOf('nil', 'members').toArray()
  return {
    nil: rows.filter((row): row is NilRow => row.kind === 'nil'),
    confirmed: rows.filter((row): row is MembersRow => row.kind === 'members'),
  }
}

/** Notes that an agency declared to have had nothing in a year. Refused where it has reported. */
export async function declareNil(
  store: Store,
  { agency, year }: AgencyYear,
  by: string,
  now = new Date(),
): Promise<Result<AgencyYear, StoreError>> {
  const { db } = store
  return write(store, [db.decisions, db.reports, db.agencies], async () => {
    if (!(await db.agencies.get(agency))) throw new Refusal(storeError('not-found'))
    const reported = await db.reports.where('[agency+year+current]').equals([agency, year, 1]).count()
    if (reported > 0) throw new Refusal(storeError('has-report', { year }))
    await db.decisions.put({
      id: nilId({ agency, year }),
      kind: 'nil',
      agency,
      year,
      by: by.trim(),
      at: now.toISOString(),
    })
    return { agency, year }
  })
}

/** Takes that back. */
export async function withdrawNil(store: Store, key: AgencyYear): Promise<Result<AgencyYear, StoreError>> {
  return withdraw(store, nilId(key), key)
}

/** Notes that a government's report of a year sums these members and no others. */
export async function confirmMembers(
  store: Store,
  { agency, year }: AgencyYear,
  members: readonly string[],
  by: string,
  now = new Date(),
): Promise<Result<AgencyYear, StoreError>> {
  const { db } = store
  return write(store, [db.decisions, db.agencies], async () => {
    const ids = [...new Set(members)].sort()
    const known = await db.agencies.bulkGet([agency, ...ids])
    if (known.includes(undefined)) throw new Refusal(storeError('not-found'))
    const said = { agency, year, members: ids, by: by.trim(), at: now.toISOString() }
    await db.decisions.put({ id: membersId({ agency, year }), kind: 'members', ...said })
    return { agency, year }
  })
}

/** Takes that back. */
export async function withdrawMembers(store: Store, key: AgencyYear): Promise<Result<AgencyYear, StoreError>> {
  return withdraw(store, membersId(key), key)
}

/** When `from` goes into `to`, what was said of it is said of the other. Call inside a transaction. */
export async function moveMemberWords(db: StoreDatabase, from: string, to: string): Promise<void> {
  for (const row of await db.decisions.where('agency').equals(from).toArray()) {
    if (row.kind !== 'nil' && row.kind !== 'members') continue
    const key = { agency: to, year: row.year }
    await db.decisions.delete(row.id)
    await db.decisions.put({ ...row, ...key, id: row.kind === 'nil' ? nilId(key) : membersId(key) })
  }
}

async function withdraw(store: Store, id: string, key: AgencyYear): Promise<Result<AgencyYear, StoreError>> {
  const { db } = store
  return write(store, [db.decisions], async () => {
    if (!(await db.decisions.get(id))) throw new Refusal(storeError('not-found'))
    await db.decisions.delete(id)
    return key
  })
}

export const nilId = ({ agency, year }: AgencyYear): string => `nil:${agency}:${String(year)}`
export const membersId = ({ agency, year }: AgencyYear): string => `members:${agency}:${String(year)}`
