import Dexie from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import { RegisterCopy } from '@/store/agencies'
import { DEFAULT_SETTINGS } from '@/check/settings'
import { openStore } from '@/store/db'
import { emptyStore } from '@/store/empty'
import { MIGRATIONS, SCHEMA_VERSION } from '@/store/migrations'
import { currentHeads } from '@/store/reading'
import { restoreBackup } from '@/store/restore'
import { saveReport } from '@/store/saveReport'
import { readSettings, writeSetting } from '@/store/settings'
import { Refusal, storeErrorOf, storeErrorText } from '@/store/storeError'
import { deleteReport } from '@/store/versions'
import { dropAll, everything, fileOf, open, report, save, value } from './storeFixtures'

afterEach(dropAll)

/** What a Gouji of two schemas later would make of a database. */
async function upgradeBeyond(name: string, changes: Record<string, string | null> = {}): Promise<void> {
  const newer = new Dexie(name)
  for (const { version, stores } of MIGRATIONS) newer.version(version).stores({ ...stores })
  newer.version(SCHEMA_VERSION + 2).stores({ novelties: 'id', ...changes })
  await newer.open()
  newer.close()
}

/** Version and tables of a database, past Dexie. */
function anatomy(name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onerror = () => {
      reject(request.error ?? new Error(name))
    }
    request.onsuccess = () => {
      const { version, objectStoreNames } = request.result
      request.result.close()
      resolve({ version, tables: [...objectStoreNames] })
    }
  })
}

describe('a database of a newer schema, in Chromium', () => {
  it('opens read-only with a plain message; every write is refused and the database stays as it was', async () => {
    const store = await open()
    await save(store, report())
    const { name } = store.db
    store.db.close()
    await upgradeBeyond(name)
    const before = await anatomy(name)

    const old = await open(name)
    expect(old.readOnly).toEqual({
      reason: 'newer-schema',
      params: { stored: SCHEMA_VERSION + 2, known: SCHEMA_VERSION },
    })
    expect(old.readOnly && storeErrorText(old.readOnly, 'zh')).toContain('只能看，不能写')
    const [head] = await currentHeads(old)
    expect(head?.year).toBe(2023)
    const rows = await everything(old)
    const refused = { ok: false, error: old.readOnly }
    expect(await saveReport(old, await RegisterCopy.of(old), report({ year: 2024 }), fileOf('y'))).toEqual(refused)
    expect(await deleteReport(old, head?.id ?? '')).toEqual(refused)
    expect(await writeSetting(old, 'keepOriginals', false)).toEqual(refused)
    expect(await emptyStore(old)).toEqual(refused)
    expect(await restoreBackup(old, new File([], 'b.zip'))).toEqual(refused)
    await expect(old.db.settings.put({ key: 'x', value: 1 })).rejects.toThrow(Refusal)
    expect(await everything(old)).toEqual(rows)
    old.db.close()
    expect(await anatomy(name)).toEqual(before)
  })

  it('is not opened at all where tables or indexes that this code reads are no more', async () => {
    for (const changes of [{ texts: null }, { reports: 'id' }]) {
      const store = await open()
      store.db.close()
      await upgradeBeyond(store.db.name, changes)
      expect(await openStore(store.db.name)).toMatchObject({ ok: false, error: { reason: 'newer-schema' } })
    }
  })

  it('closes in this page when another one upgrades it, says so, and refuses to write', async () => {
    const name = `lost-${String(Date.now())}`
    const told: string[] = []
    const opened = value(await openStore(name, ({ reason }) => told.push(reason)))
    await upgradeBeyond(name)
    expect(told).toEqual(['closed'])
    expect(await writeSetting(opened, 'keepOriginals', false)).toMatchObject({ ok: false, error: { reason: 'closed' } })
    await Dexie.delete(name)
  })
})

describe('opening, in Chromium', () => {
  it('creates a database once when several open it at the same moment', async () => {
    const name = `together-${String(Date.now())}`
    const stores = await Promise.all(Array.from({ length: 6 }, () => open(name)))
    await Promise.all(stores.map((store, index) => save(store, report({ year: 2019 + index }))))
    expect(await Promise.all(stores.map((store) => store.db.reports.count()))).toEqual(stores.map(() => 6))
  })

  it('keeps settings, and takes a stored value of the wrong type for none', async () => {
    const store = await open()
    expect(await readSettings(store)).toMatchObject({ keepOriginals: true, cityLoaded: false })
    value(await writeSetting(store, 'keepOriginals', false))
    await store.db.settings.bulkPut([
      { key: 'cityLoaded', value: 'many' },
      { key: 'later', value: 1 },
      { key: 'letterSender', value: 7 },
      { key: 'startView', value: 'javascript:alert(1)<' },
      { key: 'check', value: 'strict' },
    ])
    expect(await readSettings(store)).toEqual({
      keepOriginals: false,
      cityLoaded: false,
      letterPreamble: '',
      letterSender: '',
      startView: '',
      check: DEFAULT_SETTINGS,
    })
  })
})

describe('what the database throws', () => {
  it('is named: a full disk in each of the shapes it comes in', () => {
    const quota = new DOMException('full', 'QuotaExceededError')
    const wrapped = new Dexie.AbortError('aborted', quota)
    const bulk = new Dexie.BulkError('some failed', [wrapped])
    for (const thrown of [quota, wrapped, bulk]) expect(storeErrorOf(thrown)).toMatchObject({ reason: 'storage-full' })
    expect(storeErrorOf(new Dexie.DatabaseClosedError())).toMatchObject({ reason: 'closed' })
    expect(storeErrorOf(new Dexie.MissingAPIError('no IndexedDB'))).toMatchObject({ reason: 'unavailable' })
    expect(storeErrorOf(new TypeError('a mistake'))).toBeNull()
  })
})
