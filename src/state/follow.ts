import { getCurrentScope, onScopeDispose, watch } from 'vue'
import { onStoreChange, STORE_PAUSE } from './changes'
import type { StoreChange } from './changes'
import { useDatabase } from './database'

/**
 * Calls `load` when the shown database changes or is another one, at most a few times a second, as long as the component or store lives.
 * `wanted` says whether anybody looks; `concerns` whether a change matters.
 */
export function follow(
  load: () => Promise<void>,
  wanted: () => boolean,
  concerns: (change: StoreChange) => boolean = () => true,
): void {
  const database = useDatabase()
  let timer: ReturnType<typeof setTimeout> | null = null
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = null
      void load()
    }, STORE_PAUSE)
  }
  const stop = onStoreChange((change) => {
    if (change.database === database.id && wanted() && concerns(change)) soon()
  })
  watch(
    () => database.id,
    () => {
      if (wanted()) void load()
    },
  )
  if (getCurrentScope())
    onScopeDispose(() => {
      stop()
      if (timer !== null) clearTimeout(timer)
    })
}
