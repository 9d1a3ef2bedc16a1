import { makeBackup } from '../store/backup'
import { inspectBackup, restoreBackup } from '../store/restore'
import type { BackupApi } from './backupApi'
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
})

/** Passes on what comes a pause after the last one, and drops the rest. */
function sparing<T>(send: (value: T) => void): (value: T) => void {
  let last = -Infinity
  return (value) => {
    if (performance.now() - last < PAUSE) return
    last = performance.now()
    send(value)
  }
}
