import Dexie from 'dexie'
import { beforeAll } from 'vitest'

// Files share a browser: what the one before left there is not to be found by the next.
beforeAll(async () => {
  localStorage.clear()
  for (const { name } of await indexedDB.databases()) if (name !== undefined) await Dexie.delete(name)
})
