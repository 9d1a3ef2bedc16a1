import Dexie from 'dexie'
import type { DBCore, DBCoreTable, Table, Transaction } from 'dexie'
import type { Result } from '../report/report'
import { MIGRATIONS, SCHEMA_VERSION } from './migrations'
import type { DecisionRow } from './decisionRows'
import type { DeckAnswerRow, DeckItemRow, DeckRow, NoteRow, ViewRow } from './keptRows'
import type {
  AgencyRow,
  CellsRow,
  DocumentRow,
  DocumentTextRow,
  FileRow,
  FindingRow,
  IssueRow,
  OriginalRow,
  PendingRow,
  QueuedBytesRow,
  QueuedFileRow,
  QueueRunRow,
  ReportHead,
  SettingRow,
  StampRow,
  TextRow,
} from './rows'
import { stamping } from './stamps'
import { Refusal, storeError, storeErrorOf } from './storeError'
import type { StoreError } from './storeError'

/** Real data, the fictional city, and what others have shared never share a database. */
export const DATABASES = { real: 'gouji', example: 'gouji-example', shared: 'gouji-shared' } as const
export type DatabaseId = keyof typeof DATABASES

/** Whether a database holds what somebody shared. A file that carries its data has one of its own: `gouji-shared.` and its hash. */
export function isSharedName(name: string): boolean {
  return name === DATABASES.shared || name.startsWith(`${DATABASES.shared}.`)
}

/** The tables; their keys and indexes are in `migrations.ts`. */
export class StoreDatabase extends Dexie {
  declare readonly agencies: Table<AgencyRow, string>
  declare readonly reports: Table<ReportHead, string>
  declare readonly cells: Table<CellsRow, string>
  declare readonly texts: Table<TextRow, string>
  declare readonly pending: Table<PendingRow, string>
  declare readonly files: Table<FileRow, string>
  declare readonly originals: Table<OriginalRow, string>
  declare readonly issues: Table<IssueRow, string>
  declare readonly findings: Table<FindingRow, string>
  declare readonly decisions: Table<DecisionRow, string>
  declare readonly settings: Table<SettingRow, string>
  declare readonly documents: Table<DocumentRow, string>
  declare readonly documentTexts: Table<DocumentTextRow, string>
  declare readonly stamps: Table<StampRow, string>
  declare readonly queueRuns: Table<QueueRunRow, string>
  declare readonly queueFiles: Table<QueuedFileRow, string>
  declare readonly queueBytes: Table<QueuedBytesRow, string>
  declare readonly views: Table<ViewRow, string>
  declare readonly notes: Table<NoteRow, string>
  declare readonly decks: Table<DeckRow, string>
  declare readonly deckItems: Table<DeckItemRow, string>
  declare readonly deckAnswers: Table<DeckAnswerRow, string>
}

/** An open database. `readOnly` says why nothing can be written, or is `null`. */
export interface Store {
  readonly db: StoreDatabase
  readonly readOnly: StoreError | null
}

/**
 * Opens a database by its name, creating or upgrading it. One that a newer Gouji wrote is opened as it is, and read-only: Dexie itself would open it
 * without a word, or even add to it what this older code thinks is missing. So is one that holds what others shared, but for who fills it. `lost` is called
 * when another page upgrades or deletes it.
 */
export async function openStore(
  name: string,
  lost: (error: StoreError) => void = () => undefined,
  { filling = false } = {},
): Promise<Result<Store, StoreError>> {
  try {
    const stored = await storedVersion(name)
    const newer = stored > SCHEMA_VERSION
    const readOnly = newer ? newerSchema(stored) : isSharedName(name) && !filling ? storeError('shared') : null
    const db = new StoreDatabase(name, { chromeTransactionDurability: 'relaxed' })
    // An upgrade writes, too.
    let isOpen = newer
    if (readOnly)
      db.use({ stack: 'dbcore', name: 'read-only', create: (core) => refusing(core, () => (isOpen ? readOnly : null)) })
    if (!newer) {
      declareVersions(db)
      db.use({ stack: 'dbcore', name: 'stamps', create: stamping })
    }
    db.on('versionchange', () => {
      db.close({ disableAutoOpen: true })
      lost(storeError('closed'))
      return false
    })
    await opened(db)
    isOpen = true
    if (!newer || nameTables(db)) return { ok: true, value: { db, readOnly } }
    db.close()
    return { ok: false, error: newerSchema(stored) }
  } catch (thrown) {
    const error = storeErrorOf(thrown)
    if (!error) throw thrown
    return { ok: false, error }
  }
}

/** Declares every step of the schema up to a number. */
export function declareVersions(db: Dexie, upTo = SCHEMA_VERSION): void {
  for (const { version, stores, upgrade } of MIGRATIONS.filter((step) => step.version <= upTo)) {
    const declared = db.version(version).stores({ ...stores })
    if (upgrade) declared.upgrade(upgrade)
  }
}

/** Gives a database that was opened as it is the tables that this code knows; false where one of them, or an index, is no more. */
function nameTables(db: Dexie): boolean {
  const known = new Dexie(db.name)
  declareVersions(known)
  const stored = new Map(db.tables.map((table) => [table.name, table]))
  return known.tables.every(({ name, schema }) => {
    const table = stored.get(name)
    if (!table || !schema.indexes.every((index) => index.name in table.schema.idxByName)) return false
    Object.defineProperty(db, name, { value: table })
    return true
  })
}

/** Rejects where another page keeps an old version open and so blocks the upgrade. */
function opened(db: Dexie): Promise<void> {
  return new Promise((resolve, reject) => {
    db.on('blocked', () => {
      reject(new Refusal(storeError('blocked')))
      return false
    })
    db.open().then(() => {
      resolve()
    }, reject)
  })
}

/**
 * The schema number that the database has now, 0 where there is none. Asks without Dexie, whose own probe deletes a database that it found absent,
 * and with it what another page may just have begun.
 */
function storedVersion(name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    let absent = false
    request.onupgradeneeded = () => {
      absent = true
      request.transaction?.abort()
    }
    request.onsuccess = () => {
      // Dexie counts in tenths.
      const stored = Math.floor(request.result.version / 10)
      request.result.close()
      resolve(stored)
    }
    request.onerror = (event) => {
      event.preventDefault()
      if (absent) resolve(0)
      else reject(request.error ?? new Error(`${name} cannot be opened`))
    }
  })
}

function newerSchema(stored: number): StoreError {
  return storeError('newer-schema', { stored, known: SCHEMA_VERSION })
}

function refusing(core: DBCore, why: () => StoreError | null): DBCore {
  return {
    ...core,
    table: (name): DBCoreTable => {
      const table = core.table(name)
      return {
        ...table,
        mutate: (request) => {
          const error = why()
          return error ? Promise.reject(new Refusal(error)) : table.mutate(request)
        },
      }
    },
  }
}

/**
 * Runs `work` in one transaction over `tables`: all of its writes, or none. `work` may throw a `Refusal` to undo them.
 * A full disk, a lost connection and a read-only database come back as errors.
 */
export async function write<T>(
  store: Store,
  tables: readonly Table[],
  work: (transaction: Transaction) => Promise<T>,
): Promise<Result<T, StoreError>> {
  if (store.readOnly) return { ok: false, error: store.readOnly }
  try {
    return { ok: true, value: await store.db.transaction('rw', [...tables], work) }
  } catch (thrown) {
    const error = storeErrorOf(thrown)
    if (!error) throw thrown
    return { ok: false, error }
  }
}
