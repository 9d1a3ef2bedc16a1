import type { Result } from '../report/report'
import { write } from './db'
import type { Store, StoreDatabase } from './db'
import { isLeft, SILENCE } from './queueLease'
import type { AliveRuns } from './queueLease'
import type { QueuedBytesRow, QueuedFileRow, QueueRunRow } from './rows'
import type { StoreError } from './storeError'

/** Files that imports have left undone, of which no page takes care now. */
export interface LeftOver {
  readonly runs: readonly string[]
  /** In the order in which they were given. */
  readonly files: readonly QueuedFileRow[]
  /** How many files are left besides of which not even the name is known. */
  readonly unnamed: number
  /** All of it was left on purpose: its person ended the imports. */
  readonly cancelled: boolean
  /** Milliseconds until a run that seems alive may turn out to be left; `null` where none does. */
  readonly unsure: number | null
}

/** Notes files of a run, and forgets what other runs have left of the same files: they are being imported now. */
export async function enqueue(
  store: Store,
  run: QueueRunRow,
  rows: readonly QueuedFileRow[],
  alive: AliveRuns,
): Promise<Result<null, StoreError>> {
  const { queueRuns, queueFiles, queueBytes } = store.db
  return write(store, [queueRuns, queueFiles, queueBytes], async () => {
    await queueRuns.put(run)
    await forgetSame(store.db, run, rows, alive)
    await queueFiles.bulkPut([...rows])
    return null
  })
}

/** Forgets what other runs have left of files that this one has done with before it noted them. */
export async function forgetDone(
  store: Store,
  run: QueueRunRow,
  files: readonly FileIdentity[],
  alive: AliveRuns,
): Promise<Result<null, StoreError>> {
  const { queueRuns, queueFiles, queueBytes } = store.db
  // Seldom is anything left, and a short import should cost no transaction that writes.
  if ((await queueRuns.count()) === 0) return { ok: true, value: null }
  return write(store, [queueRuns, queueFiles, queueBytes], async () => {
    await forgetSame(store.db, run, files, alive)
    return null
  })
}

async function forgetSame(
  { queueRuns, queueFiles, queueBytes }: StoreDatabase,
  run: QueueRunRow,
  files: readonly FileIdentity[],
  alive: AliveRuns,
): Promise<void> {
  const left = (await queueRuns.toArray()).filter((other) => other.id !== run.id && isLeft(other, run.beat, alive))
  if (left.length === 0) return
  const again = new Set(files.map(identity))
  const runs = left.map(({ id }) => id)
  const theirs = await queueFiles.where('run').anyOf(runs).toArray()
  const ids = theirs.filter((row) => again.has(identity(row))).map(({ id }) => id)
  await Promise.all([queueFiles.bulkDelete(ids), queueBytes.bulkDelete(ids)])
  const waiting = new Set(theirs.filter((row) => !again.has(identity(row))).map((row) => row.run))
  await queueRuns.bulkDelete(runs.filter((id) => !waiting.has(id)))
}

/** What makes a file the same file when it is chosen again. */
type FileIdentity = Pick<QueuedFileRow, 'path' | 'size' | 'modified'>

function identity({ path, size, modified }: FileIdentity): string {
  return `${String(size)} ${String(modified)} ${path}`
}

/** Keeps the bytes of files that are still waiting. */
export async function keepQueued(store: Store, rows: readonly QueuedBytesRow[]): Promise<Result<null, StoreError>> {
  const { queueFiles, queueBytes } = store.db
  return write(store, [queueFiles, queueBytes], async () => {
    const files = await queueFiles.bulkGet(rows.map(({ id }) => id))
    const waiting = files.flatMap((file) => file ?? [])
    const ids = new Set(waiting.map(({ id }) => id))
    await queueBytes.bulkPut(rows.filter(({ id }) => ids.has(id)))
    await queueFiles.bulkPut(waiting.map((file) => ({ ...file, kept: true })))
    return null
  })
}

/** Forgets files that are done with. */
export async function dequeue(store: Store, ids: readonly string[]): Promise<Result<null, StoreError>> {
  const { queueFiles, queueBytes } = store.db
  return write(store, [queueFiles, queueBytes], async () => {
    await Promise.all([queueFiles.bulkDelete([...ids]), queueBytes.bulkDelete([...ids])])
    return null
  })
}

/** Gives back the room that the kept bytes of a run take; how many files had some. Their names stay. */
export async function releaseBytes(store: Store, run: string): Promise<Result<number, StoreError>> {
  const { queueFiles, queueBytes } = store.db
  return write(store, [queueFiles, queueBytes], async () => {
    const kept = await queueFiles
      .where('run')
      .equals(run)
      .filter((file) => file.kept)
      .toArray()
    await queueBytes.bulkDelete(kept.map(({ id }) => id))
    await queueFiles.bulkPut(kept.map((file) => ({ ...file, kept: false })))
    return kept.length
  })
}

/** A sign of life of a run; false where it is no longer this page's: another took over after a long silence. */
export async function beat(store: Store, id: string, now: number): Promise<Result<boolean, StoreError>> {
  const { queueRuns } = store.db
  return write(store, [queueRuns], async () => (await queueRuns.update(id, { beat: now })) > 0)
}

/** Ends a run: what of it is still waiting is left over from now on. `cancelled`: by its person. */
export async function endRun(store: Store, id: string, cancelled = false): Promise<Result<null, StoreError>> {
  const { queueRuns, queueFiles } = store.db
  return write(store, [queueRuns, queueFiles], async () => {
    const waiting = await queueFiles.where('run').equals(id).count()
    if (waiting === 0) await queueRuns.delete(id)
    else await queueRuns.update(id, { beat: 0, unnamed: 0, ...(cancelled && { cancelled }) })
    return null
  })
}

/** What imports have left undone. */
export async function leftOver(store: Store, now: number, alive: AliveRuns): Promise<LeftOver> {
  const { db } = store
  return db.transaction('r', [db.queueRuns, db.queueFiles], async () => {
    const runs = await db.queueRuns.toArray()
    const gone = runs.filter((run) => isLeft(run, now, alive))
    const left = gone.map(({ id }) => id)
    const files = await db.queueFiles.where('run').anyOf(left).toArray()
    const others = runs.filter(({ id }) => !left.includes(id))
    return {
      runs: left,
      unnamed: gone.reduce((sum, { unnamed = 0 }) => sum + unnamed, 0),
      cancelled: gone.every(({ cancelled }) => cancelled === true),
      files: files.sort((a, b) => (a.run < b.run ? -1 : Number(a.run > b.run)) || a.at - b.at),
      unsure: others.length === 0 ? null : Math.min(...others.map((run) => run.beat)) + SILENCE - now,
    }
  })
}

/**
 * Takes over what is left of other runs and has its bytes here; gives it in order. Of two pages that ask at once one gets it all, the other nothing.
 * Files of which only the name is known stay left.
 */
export async function claim(
  store: Store,
  run: QueueRunRow,
  alive: AliveRuns,
): Promise<Result<readonly QueuedFileRow[], StoreError>> {
  const { queueRuns, queueFiles } = store.db
  return write(store, [queueRuns, queueFiles], async () => {
    const left = (await queueRuns.toArray()).filter((other) => other.id !== run.id && isLeft(other, run.beat, alive))
    const files = await queueFiles
      .where('run')
      .anyOf(left.map(({ id }) => id))
      .toArray()
    const order = left.map(({ id }) => id)
    const mine = files
      .filter(({ kept }) => kept)
      .sort((a, b) => order.indexOf(a.run) - order.indexOf(b.run) || a.at - b.at)
      .map((file): QueuedFileRow => ({ ...file, run: run.id }))
    if (mine.length > 0) await queueRuns.put(run)
    await queueFiles.bulkPut(mine)
    const named = new Set(files.filter(({ kept }) => !kept).map((file) => file.run))
    // What a person has to choose again stays told.
    await queueRuns.bulkDelete(left.flatMap(({ id, unnamed = 0 }) => (named.has(id) || unnamed > 0 ? [] : [id])))
    return mine
  })
}

/** Forgets everything that is left over. */
export async function forgetLeft(store: Store, now: number, alive: AliveRuns): Promise<Result<null, StoreError>> {
  const { queueRuns, queueFiles, queueBytes } = store.db
  return write(store, [queueRuns, queueFiles, queueBytes], async () => {
    const left = (await queueRuns.toArray()).filter((run) => isLeft(run, now, alive)).map(({ id }) => id)
    const ids = await queueFiles.where('run').anyOf(left).primaryKeys()
    await Promise.all([queueRuns.bulkDelete(left), queueFiles.bulkDelete(ids), queueBytes.bulkDelete(ids)])
    return null
  })
}

/** The kept bytes of a waiting file. */
export async function queuedBytes(store: Store, id: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return (await store.db.queueBytes.get(id))?.bytes
}
