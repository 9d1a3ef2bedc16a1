import { shallowRef, watch } from 'vue'
import type { ShallowRef } from 'vue'
import type { Store } from '@/store/db'
import type { StoreChange } from './changes'
import { useDatabase } from './database'
import { follow } from './follow'
import { useKeptHistory } from './keptHistory'

/** What a page shows of what is kept beside the data. */
export interface KeptReading<T> {
  /** `null` until `load` was called, and while another database is being opened. */
  readonly shown: Readonly<ShallowRef<T | null>>
  /** Reads it, or reads it again. */
  readonly load: () => Promise<void>
}

/**
 * Reads something kept from the shown database, and again after every step of this page, every change of another one and every change that `concerns` says
 * matters besides. `merged` may keep of what was there before what says the same.
 */
export function keptReading<T>(
  read: (store: Store) => Promise<T>,
  merged: (before: T, after: T) => T = reused,
  concerns: (change: StoreChange) => boolean = () => false,
): KeptReading<T> {
  const database = useDatabase()
  const shown: ShallowRef<T | null> = shallowRef<T | null>(null)
  let wanted = false
  let loads = 0

  async function load(): Promise<void> {
    wanted = true
    const turn = ++loads
    const opened = await database.open()
    if (!opened.ok) return
    const own = await read(opened.value)
    if (turn !== loads) return
    const before = shown.value
    shown.value = before === null ? own : merged(before, own)
  }

  follow(
    load,
    () => wanted,
    (change) => change.kept === true || change.reports === 'all' || concerns(change),
  )
  useKeptHistory().onStep(async () => {
    if (wanted) await load()
  })
  // Nothing of one database is shown beside figures of the other.
  watch(
    () => database.id,
    () => {
      loads++
      shown.value = null
    },
    { flush: 'sync' },
  )
  return { shown, load }
}

/** What was read anew, or what was there before where it says the same, so that nothing that is shown is made again for nothing. Both are plain data. */
export function reused<T>(before: T, after: T): T {
  return JSON.stringify(before) === JSON.stringify(after) ? before : after
}
