import type { DatabaseId } from '@/store/db'
import type { AgencyYear } from '@/store/versions'

/** What a write changed in a database, so that whatever shows it can follow. */
export interface StoreChange {
  readonly database: DatabaseId
  /** Agencies and years whose current report came, went or changed; `all` where too much did (restore, example city). */
  readonly reports: readonly AgencyYear[] | 'all'
  /** Whether agencies were added, edited or removed. */
  readonly agencies: boolean
  /** Whether settings, pending reports or originals changed. */
  readonly rest?: boolean
  /** Whether saved views, notes or decks changed. */
  readonly kept?: boolean
  /** Whether deadlines or thresholds may be others. */
  readonly settings?: boolean
}

/** Milliseconds that who follows changes waits for more of them: an import changes the store many times a second. */
export const STORE_PAUSE = 250

type Listener = (change: StoreChange) => void

const listeners = new Set<Listener>()
/** Other pages of the same browser. */
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('gouji.changes')
channel?.addEventListener('message', ({ data }: MessageEvent<StoreChange>) => {
  tell(data)
})

/** Calls `listener` at every change, made here or in another page. Returns what ends it. */
export function onStoreChange(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Says that the store changed, here and in the other pages. */
export function announce(change: StoreChange): void {
  tell(change)
  channel?.postMessage(change)
}

function tell(change: StoreChange): void {
  for (const listener of listeners) listener(change)
}
