import type { Result } from '../report/report'
import { write } from './db'
import type { Store } from './db'
import type { StoreError } from './storeError'

/** What a person may set for a database, with what holds until then. */
export const SETTINGS = {
  /** Keep a copy of every imported file, so that its numbers can be looked up in it. */
  keepOriginals: true,
  /** The fictional city is here whole: a load that was broken off is done again. */
  cityLoaded: false,
} as const

export type Settings = { -readonly [K in keyof typeof SETTINGS]: Widened<(typeof SETTINGS)[K]> }
type Widened<T> = T extends boolean ? boolean : never

/** All settings, the stored ones over the defaults. A stored value of the wrong type counts as none. */
export async function readSettings(store: Store): Promise<Settings> {
  const settings: Settings = { ...SETTINGS }
  for (const { key, value } of await store.db.settings.toArray())
    if (Object.hasOwn(SETTINGS, key) && typeof value === typeof SETTINGS[key as keyof Settings])
      Object.assign(settings, { [key]: value })
  return settings
}

export async function writeSetting<K extends keyof Settings>(
  store: Store,
  key: K,
  value: Settings[K],
): Promise<Result<null, StoreError>> {
  const { settings } = store.db
  return write(store, [settings], async () => {
    await settings.put({ key, value })
    return null
  })
}
