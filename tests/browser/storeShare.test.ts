import Dexie from 'dexie'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeBackup } from '@/store/backup'
import type { BackupManifest } from '@/store/backupFormat'
import { correctCell } from '@/store/corrections'
import { createDeck, listDecks } from '@/store/decks'
import { DATABASES, openStore } from '@/store/db'
import type { Store } from '@/store/db'
import { fingerprintOf } from '@/store/fingerprint'
import { addNote, deleteNote } from '@/store/pointNotes'
import { inspectBackup, restoreBackup } from '@/store/restore'
import { saveView } from '@/store/savedViews'
import { inspectShare, makeShare, openShare, readShare } from '@/store/share'
import type { ShareChoice } from '@/store/sharePick'
import { sizeOfShare } from '@/store/shareSize'
import { writeSetting } from '@/store/settings'
import { dropAll, everything, fileOf, footing, open, report, save, value } from './storeFixtures'

const SHARED = DATABASES.shared
const ALL: ShareChoice = {
  name: '临澜市',
  by: '周审',
  agencies: null,
  years: null,
  decks: null,
  views: true,
  notes: true,
  originals: false,
}

const connections: Store[] = []

/** The shared database, as a page opens it. */
async function shared(): Promise<Store> {
  const store = value(await openStore(SHARED))
  connections.push(store)
  return store
}

async function dropShared(): Promise<void> {
  for (const { db } of connections.splice(0)) db.close()
  await Dexie.delete(SHARED)
  await Dexie.delete(DATABASES.example)
}

beforeEach(dropShared)
afterEach(async () => {
  await dropShared()
  await dropAll()
})

async function filled(): Promise<Store> {
  const store = await open()
  for (const agency of ['临澜市教育局', '临澜市财政局'])
    for (const year of [2021, 2022])
      await save(
        store,
        report({ agency, year, numbers: footing(year) }),
        fileOf(`${agency} ${String(year)}`, `${agency}/${String(year)}.docx`),
      )
  // A newer version of one, and one that waits for its year.
  await save(store, report({ agency: '临澜市教育局', year: 2022, numbers: footing(7) }))
  await save(store, report({ agency: '临澜市教育局', year: null }))
  const head = await store.db.reports.filter(({ year }) => year === 2021).first()
  value(await correctCell(store, head?.id ?? '', { field: 'requests.received.total', to: 1, reason: 'x', by: '甲' }))
  value(await writeSetting(store, 'letterSender', '某办公室'))
  value(await saveView(store, { name: '受理', page: 'overview', query: {} }))
  value(await addNote(store, { mark: { year: 2022 }, text: '机构改革', by: '甲' }))
  value(await createDeck(store, { name: '三点的会' }))
  value(await createDeck(store, { name: '另一个' }))
  return store
}

async function fileFrom(store: Store, choice: Partial<ShareChoice> = {}): Promise<File> {
  return new File([value(await makeShare(store, { ...ALL, ...choice }))], '临澜市.gouji.zip')
}

function manifestOf(entries: Record<string, Uint8Array>): BackupManifest {
  return JSON.parse(new TextDecoder().decode(entries['manifest.json'])) as BackupManifest
}

describe('a shared file, in Chromium', () => {
  it('opens beside one’s own data with the same figures, words and decks, and only to be read', async () => {
    const store = await filled()
    const before = await everything(store)
    const file = await fileFrom(store)
    const looked = value(await inspectShare(file))
    expect(looked.manifest.rows).toMatchObject({ reports: 5, agencies: 2, originals: 0, pending: 0, decks: 2 })
    expect(value(await openShare(SHARED, file))).toEqual(looked.share)

    const there = await shared()
    const after = await everything(there)
    for (const table of ['agencies', 'reports', 'cells', 'texts', 'decisions', 'views', 'notes', 'decks', 'deckItems'])
      expect(after[table], table).toEqual(before[table])
    expect(await readShare(there)).toEqual(looked.share)
    const fingerprint = await fingerprintOf(store)
    expect(looked.share).toMatchObject({ name: '临澜市', by: '周审', part: false, example: false, fingerprint })
    expect(await fingerprintOf(there)).toEqual(fingerprint)
    // No path of a letter, no copy of a file, nothing that waits.
    expect(after['pending']).toEqual([])
    expect(JSON.stringify(after['settings'])).not.toContain('某办公室')
    expect(await there.db.files.filter(({ kept }) => kept).count()).toBe(0)

    const refused = await correctCell(there, looked.share.name, {
      field: 'requests.received.total',
      to: 2,
      reason: 'x',
      by: '',
    })
    expect(refused.ok ? 'written' : refused.error.reason).toBe('shared')
    expect((await saveView(there, { name: 'x', page: 'overview', query: {} })).ok).toBe(false)
    expect((await deleteNote(there, (await there.db.notes.toCollection().first())?.id ?? '')).ok).toBe(false)
    await expect(there.db.reports.clear()).rejects.toThrow('shared')
    expect(await everything(there)).toEqual(after)
    expect(await everything(store)).toEqual(before)
  })

  it('holds no more than the chosen agencies and years, and a fingerprint of its own', async () => {
    const store = await filled()
    const agency = (await store.db.agencies.toArray()).find(({ name }) => name === '临澜市财政局')
    const deck = (await listDecks(store)).find(({ name }) => name === '三点的会')
    const file = await fileFrom(store, {
      agencies: [agency?.id ?? ''],
      years: [2021],
      decks: [deck?.id ?? ''],
      views: false,
      originals: true,
    })
    const share = value(await openShare(SHARED, file))
    const there = await shared()
    expect((await there.db.agencies.toArray()).map(({ name }) => name)).toEqual(['临澜市财政局'])
    expect((await there.db.reports.toArray()).map(({ year }) => year)).toEqual([2021])
    expect(await there.db.originals.count()).toBe(1)
    expect((await listDecks(there)).map(({ name }) => name)).toEqual(['三点的会'])
    expect(await there.db.views.count()).toBe(0)
    // It stands on a year that is not in it.
    expect(await there.db.notes.count()).toBe(0)
    const bytes = new TextDecoder().decode(await file.arrayBuffer())
    expect(bytes).not.toContain('教育局')
    expect(share.part).toBe(true)
    expect(share.fingerprint).toEqual(await fingerprintOf(there))
    expect(share.fingerprint.text).not.toBe((await fingerprintOf(store)).text)
  })

  it('is told before it is made: how many reports, and how large about', async () => {
    const store = await filled()
    const one = (await store.db.agencies.where('name').equals('临澜市财政局').first())?.id ?? ''
    for (const [choice, reports] of [
      [{}, 5],
      [{ years: [2022] }, 3],
      [{ agencies: [one], years: [2021] }, 1],
      [{ years: [2019] }, 0],
    ] as const)
      expect((await sizeOfShare(store, { ...ALL, ...choice })).reports).toBe(reports)
    const { bytes } = await sizeOfShare(store, ALL)
    const { size } = await fileFrom(store)
    expect(bytes).toBeGreaterThan(size / 3)
    expect(bytes).toBeLessThan(size * 2)
    const originals = (await store.db.files.toArray()).filter(({ reports }) => reports.length > 0)
    const whole = await sizeOfShare(store, { ...ALL, agencies: [one], originals: true })
    const without = await sizeOfShare(store, { ...ALL, agencies: [one] })
    const own = originals.filter(({ name }) => name.startsWith('临澜市财政局'))
    expect(whole.bytes - without.bytes).toBe(own.reduce((sum, file) => sum + file.size, 0))
  })

  it('takes the place of the one that was open, whole', async () => {
    const store = await filled()
    value(await openShare(SHARED, await fileFrom(store, { name: '甲' })))
    const there = await shared()
    value(await openShare(SHARED, await fileFrom(store, { name: '乙', years: [2022], views: false })))
    expect(await readShare(there)).toMatchObject({ name: '乙', part: true })
    expect(await there.db.reports.filter(({ year }) => year === 2021).count()).toBe(0)
    expect(await there.db.views.count()).toBe(0)
  })

  it('made of what is shared or of the fictional city says so again', async () => {
    const city = value(await openStore(DATABASES.example))
    connections.push(city)
    await save(city, report({ agency: '虚构的机关' }))
    const file = await fileFrom(city)
    expect(value(await openShare(SHARED, file))).toMatchObject({ example: true })
    const again = await fileFrom(await shared(), { name: '转给别人' })
    expect(value(await inspectShare(again)).share).toMatchObject({ example: true, name: '转给别人' })
  })

  it('is not made of nothing', async () => {
    const made = await makeShare(await filled(), { ...ALL, years: [2019] })
    expect(made.ok ? 'made' : made.error.reason).toBe('nothing-to-share')
  })

  it('is never restored as a backup, nor a backup opened as shared', async () => {
    const store = await filled()
    const before = await everything(store)
    const file = await fileFrom(store)
    for (const result of [await inspectBackup(store, file), await restoreBackup(store, file)])
      expect(result.ok ? 'taken' : result.error.reason).toBe('is-a-share')
    expect(await everything(store)).toEqual(before)
    const backup = new File([value(await makeBackup(store))], 'b.zip')
    const opened = await openShare(SHARED, backup)
    expect(opened.ok ? 'opened' : opened.error.reason).toBe('not-a-share')
  })

  it('that is hostile or spoilt leaves the one that is open as it is', async () => {
    const store = await filled()
    const good = await fileFrom(store)
    value(await openShare(SHARED, good))
    const there = await shared()
    const before = await everything(there)
    const entries = unzipSync(new Uint8Array(await good.arrayBuffer()))
    const manifest = manifestOf(entries)
    const share = manifest.share
    const withManifest = (patch: object): File =>
      new File([zipSync({ ...entries, 'manifest.json': strToU8(JSON.stringify({ ...manifest, ...patch })) })], 'x.zip')
    const altered = strToU8(new TextDecoder().decode(entries['cells/00001.jsonl']).replace('2021', '9021'))
    const bad: readonly (readonly [File, string])[] = [
      [new File(['no zip'], 'a.txt'), 'not-a-share'],
      [withManifest({ share: { ...share, fingerprint: { text: '<img src=x>', at: '' } } }), 'not-a-share'],
      [withManifest({ share: { ...share, name: 7 } }), 'not-a-share'],
      [withManifest({ schema: 99 }), 'newer-backup'],
      [withManifest({ made: 'yesterday' }), 'damaged-backup'],
      [withManifest({ parts: [{ ...manifest.parts[0], table: 'queueRuns' }] }), 'damaged-backup'],
      // A claim of more than any file of ours holds: not even tried.
      [withManifest({ parts: [{ ...manifest.parts[0], size: 2_000_000_000 }] }), 'damaged-backup'],
      [withManifest({ parts: [{ ...manifest.parts[0], sha256: '0'.repeat(64) }] }), 'damaged-backup'],
      [new File([zipSync({ ...entries, 'cells/00001.jsonl': altered })], 'x.zip'), 'damaged-backup'],
      [new File([good.slice(0, good.size - 30)], 'x.zip'), 'not-a-share'],
    ]
    for (const [file, reason] of bad) {
      const result = await openShare(SHARED, file)
      expect(result.ok ? 'opened' : result.error.reason, reason).toBe(reason)
      expect(await everything(there)).toEqual(before)
    }
  })

  it('names what it holds in plain text, cut to a length', async () => {
    const file = await fileFrom(await filled(), { name: `<b>${'长'.repeat(500)}`, by: '甲\n乙' })
    const { share } = value(await inspectShare(file))
    expect(share.name).toHaveLength(80)
    expect(share.by).toBe('甲 乙')
  })
})
