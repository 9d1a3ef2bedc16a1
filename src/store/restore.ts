import Dexie from 'dexie'
import type { Table, Transaction } from 'dexie'
import type { Result } from '../report/report'
import { makeBackup } from './backup'
import { checkBackup, inflateParts, lines, openBackup } from './backupCheck'
import type { Backup, Inflated } from './backupCheck'
import type { BackupManifest } from './backupFormat'
import { DATABASES, declareVersions, openStore, write } from './db'
import type { Store } from './db'
import { SCHEMA_VERSION } from './migrations'
import { Refusal, storeError, storeErrorOf } from './storeError'
import type { StoreError } from './storeError'

/** What rows that are none, or are there twice, raise. */
const SPOILT = ['SyntaxError', 'DataError', 'ConstraintError', 'BulkError']

export type RestoreStep = (phase: 'checking' | 'restoring', done: number, of: number) => void

/** A file as a page gets it. */
export interface BackupFile {
  readonly name: string
  arrayBuffer(): Promise<ArrayBuffer>
}

/** What a file is a backup of, before anybody is asked whether it shall replace what there is. Nothing is changed. */
export async function inspectBackup(store: Store, file: BackupFile): Promise<Result<BackupManifest, StoreError>> {
  const opened = await openFor(store, file)
  return opened.ok ? { ok: true, value: opened.value.manifest } : opened
}

/** Opens a backup that can go into this database: of the same kind of data, and not of a newer schema. */
async function openFor(store: Store, file: BackupFile): Promise<Result<Backup, StoreError>> {
  if (store.readOnly) return { ok: false, error: store.readOnly }
  const opened = openBackup(file.name, new Uint8Array(await file.arrayBuffer()))
  if (!opened.ok) return opened
  const { example, schema: stored, share } = opened.value.manifest
  if (share !== undefined) return { ok: false, error: storeError('is-a-share', { file: file.name }) }
  if (example !== (store.db.name === DATABASES.example))
    return { ok: false, error: storeError('other-database', { file: file.name }) }
  if (stored > SCHEMA_VERSION)
    return { ok: false, error: storeError('newer-backup', { file: file.name, stored, known: SCHEMA_VERSION }) }
  return opened
}

/**
 * Replaces everything in the database by a backup. The whole file is checked against its own hashes first; then all rows go in one transaction, so that
 * the database holds either everything it held before or everything the backup holds.
 */
export async function restoreBackup(
  store: Store,
  file: BackupFile,
  step: RestoreStep = () => undefined,
): Promise<Result<BackupManifest, StoreError>> {
  const opened = await openFor(store, file)
  return opened.ok ? replaceBy(store, opened.value, step) : opened
}

/** Replaces everything by a file that was opened. `besides` writes in the same transaction, after all rows. */
export async function replaceBy(
  store: Store,
  backup: Backup,
  step: RestoreStep,
  besides: Besides = () => Promise.resolve(),
): Promise<Result<BackupManifest, StoreError>> {
  const checked = checkBackup(backup, (done, of) => {
    step('checking', done, of)
  })
  if (!checked.ok) return checked
  return backup.manifest.schema < SCHEMA_VERSION
    ? restoreOlder(store, backup, step, besides)
    : replaceAll(store, backup, step, besides)
}

type Besides = (transaction: Transaction) => Promise<void>

async function replaceAll(
  store: Store,
  backup: Backup,
  step: RestoreStep,
  besides: Besides,
): Promise<Result<BackupManifest, StoreError>> {
  const result = await write(store, store.db.tables, async (transaction) => {
    await Promise.all(store.db.tables.map(({ name }) => transaction.table(name).clear()))
    await addParts(backup, transaction, step)
    await besides(transaction)
  })
  return result.ok ? { ok: true, value: backup.manifest } : result
}

/** Adds the rows of every part. Inflating and parsing take no turn of the event loop, so the transaction stays alive between two writes. */
async function addParts(backup: Backup, transaction: Transaction, step: RestoreStep): Promise<void> {
  const of = backup.manifest.parts.length
  let done = 0
  for (const group of inflateParts(backup)) {
    if (!group.ok) throw new Refusal(group.error)
    for (const inflated of group.value) {
      const { name, table } = inflated.part
      try {
        await addPart(transaction.table<unknown>(table), inflated)
      } catch (error) {
        const spoilt = error instanceof Error && SPOILT.includes(error.name) && storeErrorOf(error) === null
        if (!spoilt) throw error
        throw new Refusal(storeError('damaged-backup', { file: backup.file, part: name }))
      }
      step('restoring', ++done, of)
    }
  }
}

async function addPart(table: Table<unknown>, { part, bytes }: Inflated): Promise<void> {
  if (part.table === 'originals') await table.add({ hash: part.name.slice('originals/'.length), bytes: bytes.slice() })
  else await table.bulkAdd(lines(bytes).map((line): unknown => JSON.parse(line)))
}

/** A backup of an older schema goes through a database of its own, which the migrations bring up to date. */
async function restoreOlder(
  store: Store,
  backup: Backup,
  step: RestoreStep,
  besides: Besides,
): Promise<Result<BackupManifest, StoreError>> {
  const name = `${store.db.name}-restoring`
  await Dexie.delete(name)
  try {
    const old = new Dexie(name)
    declareVersions(old, backup.manifest.schema)
    await old.open()
    await old.transaction('rw', old.tables, (transaction) => addParts(backup, transaction, step))
    old.close()
    const upgraded = await openStore(name)
    if (!upgraded.ok) return upgraded
    const made = await makeBackup(upgraded.value)
    upgraded.value.db.close()
    if (!made.ok) return made
    const opened = openBackup(backup.file, new Uint8Array(await made.value.arrayBuffer()))
    return opened.ok ? await replaceAll(store, opened.value, step, besides) : opened
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.error }
    throw error
  } finally {
    await Dexie.delete(name)
  }
}
