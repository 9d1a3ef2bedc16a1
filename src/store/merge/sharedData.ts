import Dexie from 'dexie'
import { readRecord } from '../../analysis/readText'
import type { Agency } from '../../register/agency'
import type { DecisionRow } from '../decisionRows'
import type { Store } from '../db'
import type { OpenedShare } from '../shareLabel'
import { readShare } from '../share'
import { Refusal, storeError } from '../storeError'
import { readForeignAgency } from './foreignAgency'
import { readForeignDecision } from './foreignDecision'
import type { ForeignHead } from './foreignReport'
import { readForeignHead } from './foreignReport'

/** What is read of a shared file before one's own data are touched: all but what reports and documents hold. */
export interface SharedData {
  readonly share: OpenedShare
  readonly agencies: readonly Agency[]
  readonly heads: readonly ForeignHead[]
  readonly decisions: readonly DecisionRow[]
  readonly documents: readonly unknown[]
  readonly thresholds: unknown
  /** Rows that are none, by table. */
  readonly damaged: Readonly<Record<'agencies' | 'reports' | 'decisions', number>>
}

/** Reads what was opened of a shared file. Refused where nothing is open. */
export async function readShared(shared: Store, now: Date): Promise<SharedData> {
  const { db } = shared
  const share = await readShare(shared)
  if (!share) throw new Refusal(storeError('nothing-opened'))
  const [agencies, reports, said, documents, check] = await Promise.all([
    db.agencies.toArray(),
    db.reports.toArray(),
    db.decisions.toArray(),
    db.documents.toArray(),
    db.settings.get('check'),
  ])
  const read = {
    agencies: agencies.flatMap((row) => readForeignAgency(row) ?? []),
    reports: reports.flatMap((row) => readForeignHead(row, now) ?? []),
    decisions: said.flatMap((row) => readForeignDecision(row) ?? []),
  }
  return {
    share,
    agencies: read.agencies,
    heads: read.reports,
    decisions: read.decisions,
    documents,
    thresholds: readRecord(check)['value'],
    damaged: {
      agencies: agencies.length - read.agencies.length,
      reports: reports.length - read.reports.length,
      decisions: said.length - read.decisions.length,
    },
  }
}

/** Refuses to go on where another file was opened meanwhile. */
export async function refuseAnother(shared: Store, { share }: SharedData): Promise<void> {
  const now = await readShare(shared)
  if (now?.made !== share.made || now.fingerprint.text !== share.fingerprint.text)
    throw new Refusal(storeError('nothing-opened'))
}

/** Reads the shared database while a transaction over one's own waits and stays alive. */
export function readingOf(shared: Store): <T>(read: (store: Store) => Promise<T>) => Promise<T> {
  return (read) => Dexie.waitFor(Dexie.ignoreTransaction(() => read(shared)))
}
