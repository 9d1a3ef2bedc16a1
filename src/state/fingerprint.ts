import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import type { Fingerprint } from '@/store/fingerprint'
import { useDatabase } from './database'
import { useEngine } from './engine'
import { follow } from './follow'

/** The fingerprint of the shown data for a component, made in the worker; follows every change of them. `null` until known, and where the data cannot be read. */
export function useFingerprint(): Readonly<ShallowRef<Fingerprint | null>> {
  const database = useDatabase()
  const engine = useEngine()
  const fingerprint = shallowRef<Fingerprint | null>(null)
  let loads = 0

  async function load(): Promise<void> {
    const turn = ++loads
    // A worker is not started for a database that cannot be opened.
    const opened = await database.open()
    const made = opened.ok ? await engine.fingerprint() : null
    if (turn === loads) fingerprint.value = made
  }

  follow(
    load,
    () => true,
    ({ reports, agencies, rest = false }) => reports === 'all' || reports.length > 0 || agencies || rest,
  )
  void load()
  return fingerprint
}
