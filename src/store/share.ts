import type { Result } from '../report/report'
import { makeBackup } from './backup'
import type { BackupStep } from './backup'
import type { Backup } from './backupCheck'
import { openBackup } from './backupCheck'
import type { BackupManifest } from './backupFormat'
import { openStore, write } from './db'
import type { Store } from './db'
import { sha256 } from './hash'
import { SCHEMA_VERSION } from './migrations'
import { replaceBy } from './restore'
import type { BackupFile, RestoreStep } from './restore'
import { readOpenedShare, readShareLabel, SHARE_SETTING } from './shareLabel'
import type { OpenedShare } from './shareLabel'
import { pickOf } from './sharePick'
import type { ShareChoice } from './sharePick'
import { Refusal, storeError } from './storeError'
import type { StoreError } from './storeError'

/** A shared file, its manifest and its label read. */
export interface LookedAt {
  readonly manifest: BackupManifest
  readonly share: OpenedShare
  /** SHA-256 of the file's bytes. */
  readonly hash: string
}

/** The data, or a part of them, with what was kept beside, as one file for others to read: a backup's zip with a label. */
export async function makeShare(
  store: Store,
  choice: ShareChoice,
  step?: BackupStep,
  now = new Date(),
): Promise<Result<Blob, StoreError>> {
  try {
    return await makeBackup(store, step, now, (transaction) => pickOf(transaction, choice))
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.error }
    throw error
  }
}

/** Whose data a file holds and of when, or why it cannot be opened. Nothing is changed. */
export async function inspectShare(file: BackupFile): Promise<Result<LookedAt, StoreError>> {
  const opened = await openShared(file)
  if (!opened.ok) return opened
  const { manifest, share, backup } = opened.value
  return { ok: true, value: { manifest, share, hash: sha256(backup.bytes) } }
}

/**
 * Puts a shared file into a database of its own, in place of what is in there: after the whole file was checked against its own hashes, in one
 * transaction.
 *
 * @param database name of the database, one of `isSharedName`
 */
export async function openShare(
  database: string,
  file: BackupFile,
  step: RestoreStep = () => undefined,
): Promise<Result<OpenedShare, StoreError>> {
  const opened = await openShared(file)
  if (!opened.ok) return opened
  const { backup, share } = opened.value
  const store = await openStore(database, undefined, { filling: true })
  if (!store.ok) return store
  try {
    const replaced = await replaceBy(store.value, backup, step, async (transaction) => {
      await transaction.table('settings').put({ key: SHARE_SETTING, value: share })
    })
    return replaced.ok ? { ok: true, value: share } : replaced
  } finally {
    store.value.db.close()
  }
}

/** Empties a database of shared data. */
export async function forgetShare(database: string): Promise<Result<null, StoreError>> {
  const store = await openStore(database, undefined, { filling: true })
  if (!store.ok) return store
  const { db } = store.value
  try {
    return await write(store.value, db.tables, async (transaction) => {
      await Promise.all(db.tables.map(({ name }) => transaction.table(name).clear()))
      return null
    })
  } finally {
    db.close()
  }
}

/** The shared file that a database holds; `null` where there is none. */
export async function readShare({ db }: Store): Promise<OpenedShare | null> {
  return readOpenedShare((await db.settings.get(SHARE_SETTING))?.value)
}

async function openShared(
  file: BackupFile,
): Promise<Result<Omit<LookedAt, 'hash'> & { readonly backup: Backup }, StoreError>> {
  const opened = openBackup(file.name, new Uint8Array(await file.arrayBuffer()))
  if (!opened.ok)
    return opened.error.reason === 'not-a-backup'
      ? { ok: false, error: storeError('not-a-share', { file: file.name }) }
      : opened
  const { manifest } = opened.value
  const label = readShareLabel(manifest.share)
  if (!label) return { ok: false, error: storeError('not-a-share', { file: file.name }) }
  if (manifest.schema > SCHEMA_VERSION)
    return {
      ok: false,
      error: storeError('newer-backup', { file: file.name, stored: manifest.schema, known: SCHEMA_VERSION }),
    }
  const share = readOpenedShare({ ...label, made: manifest.made, example: manifest.example })
  if (!share) return { ok: false, error: storeError('damaged-backup', { file: file.name, part: 'manifest.json' }) }
  return { ok: true, value: { manifest, share, backup: opened.value } }
}
