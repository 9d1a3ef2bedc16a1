import type { Result } from '../report/report'
import { makeBackup } from '../store/backup'
import { inspectBackup, restoreBackup } from '../store/restore'
import { forgetShare, inspectShare, makeShare, openShare, readShare } from '../store/share'
import type { OpenedShare } from '../store/shareLabel'
import { sizeOfShare } from '../store/shareSize'
import type { StoreError } from '../store/storeError'
import type { BackupApi, BackupProgress } from './backupApi'
import { storeOf } from './openStores'
import { serve } from './rpc'

/** Milliseconds between two events. */
const PAUSE = 60

serve<BackupApi>({
  backup: async ({ database }, { progress }) => {
    const store = await storeOf(database)
    const tell = sparing(progress)
    if (!store.ok) return store
    return makeBackup(store.value, (done, of) => {
      tell({ phase: 'writing', done, of })
    })
  },
  inspect: async ({ database, file }) => {
    const store = await storeOf(database)
    return store.ok ? inspectBackup(store.value, file) : store
  },
  restore: async ({ database, file }, { progress }) => {
    const store = await storeOf(database)
    const tell = sparing(progress)
    if (!store.ok) return store
    return restoreBackup(store.value, file, (phase, done, of) => {
      tell({ phase, done, of })
    })
  },
  share: async ({ database, choice }, { progress }) => {
    const store = await storeOf(database)
    const tell = sparing(progress)
    if (!store.ok) return store
    return makeShare(store.value, choice, (done, of) => {
      tell({ phase: 'writing', done, of })
    })
  },
  shareSize: async ({ database, choice }) => {
    const store = await storeOf(database)
    return store.ok ? { ok: true, value: await sizeOfShare(store.value, choice) } : store
  },
  inspectShared: ({ file }) => inspectShare(file),
  heldShare: async ({ database }) => {
    const store = await storeOf(database)
    return store.ok ? readShare(store.value) : null
  },
  forgetShare: ({ database }) => forgetShare(database),
  openShared: ({ database, file }, { progress }) => opening(database, file, progress),
  unpack: async ({ database, file }, { progress }) => {
    const store = await storeOf(database)
    if (!store.ok) return store
    const held = await readShare(store.value)
    return held ? { ok: true, value: held } : opening(database, file, progress)
  },
})

function opening(
  database: string,
  file: File,
  progress: (value: BackupProgress) => void,
): Promise<Result<OpenedShare, StoreError>> {
  const tell = sparing(progress)
  return openShare(database, file, (phase, done, of) => {
    tell({ phase, done, of })
  })
}

/** Passes on what comes a pause after the last one, and drops the rest. */
function sparing<T>(send: (value: T) => void): (value: T) => void {
  let last = -Infinity
  return (value) => {
    if (performance.now() - last < PAUSE) return
    last = performance.now()
    send(value)
  }
}
