import Dexie from 'dexie'
import { unzipSync, zipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { cdp } from 'vitest/browser'
import { RegisterCopy } from '@/store/agencies'
import { makeBackup } from '@/store/backup'
import type { BackupManifest, BackupPart } from '@/store/backupFormat'
import { DATABASES } from '@/store/db'
import { sha256 } from '@/store/hash'
import { restoreBackup } from '@/store/restore'
import { saveReport } from '@/store/saveReport'
import { makeShare, openShare } from '@/store/share'
import { dropAll, everything, fileOf, footing, open, report, save, value } from './storeFixtures'

const MEGABYTE = 1024 * 1024

// The browser looks seldom at how much room is left: it is given little from the start.
beforeAll(async () => {
  await cdp().send('Storage.overrideQuotaForOrigin', { origin: location.origin, quotaSize: 8 * MEGABYTE })
})
afterAll(async () => {
  await cdp().send('Storage.overrideQuotaForOrigin', { origin: location.origin })
})
afterEach(dropAll)

/** Bytes that do not shrink. */
function noise(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(3 * MEGABYTE)
  for (let at = 0; at < bytes.length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536))
  return bytes
}

describe('a full disk, in Chromium', () => {
  it('is told as such; what was written before is intact and nothing of the refused report is there', async () => {
    const store = await open()
    await save(store, report({ year: 2019 }))
    const register = await RegisterCopy.of(store)
    let refused = null
    let written = 1
    for (let year = 2020; year < 2026 && refused === null; year++) {
      const bytes = noise()
      const file = { ...fileOf(String(year)), bytes, size: bytes.length }
      const saved = await saveReport(store, register, report({ year, numbers: footing(year) }), file)
      if (saved.ok) written++
      else refused = saved.error
    }
    expect(refused).toEqual({ reason: 'storage-full', params: {} })
    for (const table of ['reports', 'cells', 'texts', 'files', 'originals'])
      expect(await store.db.table(table).count(), table).toBe(written)
  })

  it('leaves everything as it was when it breaks off a restore', async () => {
    const store = await open()
    await save(store, report())
    const before = await everything(store)
    const small = value(await makeBackup(store))
    const entries = unzipSync(new Uint8Array(await small.arrayBuffer()))
    const manifest = JSON.parse(new TextDecoder().decode(entries['manifest.json'])) as BackupManifest
    const originals = Array.from({ length: 6 }, (_, index): [BackupPart, Uint8Array<ArrayBuffer>] => {
      const bytes = noise()
      const part = { name: `originals/${String(index)}`, rows: 1, size: bytes.length, sha256: sha256(bytes) }
      return [{ ...part, table: 'originals' }, bytes]
    })
    const parts = [...manifest.parts, ...originals.map(([part]) => part)]
    const zip = zipSync(
      {
        ...entries,
        ...Object.fromEntries(originals.map(([{ name }, bytes]) => [name, bytes])),
        'manifest.json': new TextEncoder().encode(JSON.stringify({ ...manifest, parts })),
      },
      { level: 0 },
    )
    const restored = await restoreBackup(store, new File([zip], 'b.zip'))
    expect(restored).toEqual({ ok: false, error: { reason: 'storage-full', params: {} } })
    expect(await everything(store)).toEqual(before)
  })

  it('leaves the shared file that is open as it was when another does not fit', async () => {
    const store = await open()
    onTestFinished(() => Dexie.delete(DATABASES.shared))
    const small = fileOf('small')
    await save(store, report({ year: 2019 }), small)
    const choice = {
      name: '',
      by: '',
      agencies: null,
      years: null,
      decks: null,
      views: true,
      notes: true,
      originals: true,
    }
    const shared = value(await makeShare(store, choice))
    value(await openShare(DATABASES.shared, new File([shared], 'small.zip')))
    const entries = unzipSync(new Uint8Array(await shared.arrayBuffer()))
    const manifest = JSON.parse(new TextDecoder().decode(entries['manifest.json'])) as BackupManifest
    const large = { ...entries }
    const parts = [...manifest.parts]
    for (let index = 0; index < 6; index++) {
      const bytes = noise()
      const name = `originals/${String(index)}`
      parts.push({ name, table: 'originals', rows: 1, size: bytes.length, sha256: sha256(bytes) })
      large[name] = bytes
    }
    large['manifest.json'] = new TextEncoder().encode(JSON.stringify({ ...manifest, parts }))
    const opened = await openShare(DATABASES.shared, new File([zipSync(large, { level: 0 })], 'large.zip'))
    expect(opened).toEqual({ ok: false, error: { reason: 'storage-full', params: {} } })
    const there = await open(DATABASES.shared)
    expect((await there.db.originals.toArray()).map(({ hash }) => hash)).toEqual([small.hash])
    expect(await there.db.reports.count()).toBe(1)
  })
})
