import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { cityAgencies, cityReports } from '@/sample/city'
import { listAgencies } from '@/store/agencies'
import { currentHeads } from '@/store/reading'
import { readSettings } from '@/store/settings'
import type { ImportApi } from '@/workers/importApi'
import { connect } from '@/workers/rpc'
import type { Connection } from '@/workers/rpc'
import { dropAll, open, report, save } from './storeFixtures'

let worker: Worker
let connection: Connection<ImportApi>
beforeAll(() => {
  worker = new Worker(new URL('../../src/workers/import.worker.ts', import.meta.url), { type: 'module' })
  connection = connect<ImportApi>(worker)
})
afterAll(() => {
  worker.terminate()
})
afterEach(dropAll)

describe('the fictional city, in Chromium', () => {
  it('fills a database with the fictional city, in place of what it held: its register, and every report under its agency', async () => {
    const store = await open()
    await save(store, report())
    const summary = await connection.call('sample', { database: store.db.name })
    const reports = [...cityReports()]
    expect(summary).toEqual({ done: reports.length, of: reports.length, cancelled: false, stopped: null })
    expect((await listAgencies(store)).map(({ id }) => id).sort()).toEqual(
      cityAgencies()
        .map(({ id }) => id)
        .sort(),
    )
    const heads = await currentHeads(store)
    expect(heads.map(({ agency, year }) => `${agency} ${String(year)}`).sort()).toEqual(
      reports.map(({ agency, report }) => `${agency} ${String(report.year)}`).sort(),
    )
    expect(heads.every(({ version }) => version === 1)).toBe(true)
    expect((await readSettings(store)).cityLoaded).toBe(true)
  }, 120_000)

  it('does not take a city for loaded that was broken off', async () => {
    const store = await open()
    const stop = new AbortController()
    const loading = connection.call(
      'sample',
      { database: store.db.name },
      {
        signal: stop.signal,
        onProgress: ({ position }) => {
          if (position.done >= 3) stop.abort()
        },
      },
    )
    await loading.catch(() => null)
    expect(await store.db.reports.count()).toBeGreaterThan(0)
    expect((await readSettings(store)).cityLoaded).toBe(false)
  }, 120_000)
})
