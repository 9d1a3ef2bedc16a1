import { onScopeDispose, shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import type { Fingerprint } from '@/store/fingerprint'
import { useDatabase } from './database'
import { useEngine } from './engine'
import { follow } from './follow'

/** Milliseconds without a change before it is made again: the worker that makes it answers the figures, too, and an import changes the store all the time. */
const PAUSE = 1_000

/**
 * The fingerprint of the shown data for a component, made in the worker; follows every change of them. `null` while it is not known, for it must never be
 * that of other data. What leaves the program asks for it at that moment: `useEngine().fingerprint()`.
 */
export function useFingerprint(): Readonly<ShallowRef<Fingerprint | null>> {
  const database = useDatabase()
  const engine = useEngine()
  const fingerprint = shallowRef<Fingerprint | null>(null)
  let loads = 0
  let timer: ReturnType<typeof setTimeout> | null = null

  async function make(): Promise<void> {
    const turn = ++loads
    // A worker is not started for a database that cannot be opened.
    const opened = await database.open()
    const made = opened.ok ? await engine.fingerprint() : null
    if (turn === loads) fingerprint.value = made
  }

  function makeLater(): Promise<void> {
    loads++
    fingerprint.value = null
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => void make(), PAUSE)
    return Promise.resolve()
  }

  follow(
    makeLater,
    () => true,
    ({ reports, agencies, rest = false }) => reports === 'all' || reports.length > 0 || agencies || rest,
  )
  onScopeDispose(() => {
    if (timer !== null) clearTimeout(timer)
  })
  void make()
  return fingerprint
}
