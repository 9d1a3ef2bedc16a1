import { strToU8 } from 'fflate'
import Dexie from 'dexie'
import type { Transaction } from 'dexie'
import type { Result } from '../report/report'
import { BACKUP_TABLES, MANIFEST } from './backupFormat'
import type { BackupManifest, BackupPart } from './backupFormat'
import { DATABASES, isSharedName } from './db'
import type { Store } from './db'
import type { OriginalRow, SettingRow } from './rows'
import { readOpenedShare, SHARE_SETTING } from './shareLabel'
import type { ShareLabel } from './shareLabel'
import { storeError } from './storeError'
import type { StoreError } from './storeError'
import { ZipWriter } from './zipWriter'

/** Rows of one part: a few megabytes at most, so that neither end ever holds a whole table. */
const ROWS_OF_A_PART = 500
/** What a zip file without extensions can hold. */
const LARGEST = 0xffff_ffff

export type BackupStep = (done: number, of: number) => void

/** Rows that go into a file; all of them where it is a backup. */
export interface Pick {
  /** The row as it is written, or `null` where it stays. Of an original only the hash is asked. */
  row(table: BackupPart['table'], row: object): object | null
  readonly share: ShareLabel
}

/**
 * Everything in the database as one zip, or what of it is picked: rows as JSON lines, originals as they are, and a manifest with the hash of every part.
 * It is read in one transaction, so it is one moment of the database even while somebody writes. `pick` may throw a `Refusal`.
 */
export async function makeBackup(
  store: Store,
  step: BackupStep = () => undefined,
  now = new Date(),
  pick: (transaction: Transaction) => Promise<Pick | null> = () => Promise.resolve(null),
): Promise<Result<Blob, StoreError>> {
  const { db } = store
  const zip = new ZipWriter()
  const parts: BackupPart[] = []
  const rows: Record<BackupPart['table'], number> = { ...NO_ROWS }
  // What waits to be imported, and the stamps of this browser's pages, mean nothing elsewhere.
  const tables = [...BACKUP_TABLES, 'originals'].map((name) => db.table(name))
  const { picked, example } = await db.transaction('r', tables, async (transaction) => {
    const chosen = await pick(transaction)
    const counts = await Promise.all(tables.map((table) => table.count()))
    const of = counts.reduce((sum, count) => sum + count, 0)
    let done = 0
    for (const table of BACKUP_TABLES) {
      let number = 0
      for await (const batch of batches<object>(transaction, table)) {
        step((done += batch.length), of)
        const own = chosen ? batch.flatMap((row) => chosen.row(table, row) ?? []) : batch
        if (own.length === 0) continue
        const name = `${table}/${String(++number).padStart(5, '0')}.jsonl`
        const bytes = strToU8(own.map((row) => `${JSON.stringify(row)}\n`).join(''))
        parts.push({ name, table, rows: own.length, ...zip.add(name, bytes, true) })
        rows[table] += own.length
      }
    }
    const wanted = (hash: string): boolean => chosen === null || chosen.row('originals', { hash }) !== null
    for await (const batch of batches<OriginalRow>(transaction, 'originals', wanted))
      for (const { hash, bytes } of batch) {
        const name = `originals/${hash}`
        parts.push({ name, table: 'originals', rows: 1, ...zip.add(name, bytes, false) })
        rows.originals++
        step(++done, of)
      }
    return { picked: chosen, example: await isMadeUp(db.name, transaction) }
  })
  const manifest: BackupManifest = {
    product: 'gouji',
    example,
    schema: Math.floor(db.verno),
    made: now.toISOString(),
    rows,
    parts,
    ...(picked && { share: picked.share }),
  }
  zip.add(MANIFEST, strToU8(JSON.stringify(manifest, null, 1)), true)
  return zip.size > LARGEST ? { ok: false, error: storeError('backup-too-large') } : { ok: true, value: zip.blob() }
}

/** Whether the data are the fictional city's, their own or shared. */
async function isMadeUp(name: string, transaction: Transaction): Promise<boolean> {
  if (!isSharedName(name)) return name === DATABASES.example
  const row = await transaction.table<SettingRow, string>('settings').get(SHARE_SETTING)
  return readOpenedShare(row?.value)?.example === true
}

const NO_ROWS = Object.fromEntries([...BACKUP_TABLES, 'originals'].map((table) => [table, 0])) as Record<
  BackupPart['table'],
  number
>

/** A table by its primary key, a batch at a time; originals one at a time, since each may be large. Bound to the transaction itself. */
async function* batches<Row>(
  transaction: Transaction,
  name: BackupPart['table'],
  wanted: (key: string) => boolean = () => true,
): AsyncGenerator<Row[]> {
  const table = transaction.table<Row, string>(name)
  const limit = name === 'originals' ? 1 : ROWS_OF_A_PART
  let after: unknown = Dexie.minKey
  for (;;) {
    const keys = await table.where(':id').above(after).limit(limit).primaryKeys()
    if (keys.length === 0) return
    const own = keys.filter(wanted)
    if (own.length > 0) yield (await table.bulkGet(own)).flatMap((row) => (row === undefined ? [] : [row]))
    after = keys[keys.length - 1]
  }
}
