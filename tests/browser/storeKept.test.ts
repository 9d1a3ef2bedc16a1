import Dexie from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import { strToU8, zipSync } from 'fflate'
import { KEPT_LIMITS } from '@/analysis/keptLimits'
import { makeBackup } from '@/store/backup'
import { declareVersions } from '@/store/db'
import { createDeck, freezeDeck, listDecks } from '@/store/decks'
import { emptyStore } from '@/store/empty'
import { sha256 } from '@/store/hash'
import { undoStep } from '@/store/journal'
import { mergeAgencies } from '@/store/mergeAgencies'
import { addNote, deleteNote, editNote, listNotes } from '@/store/pointNotes'
import { restoreBackup } from '@/store/restore'
import { changeView, deleteView, listViews, saveView, setStartView } from '@/store/savedViews'
import { readSettings } from '@/store/settings'
import { splitAgency } from '@/store/splitAgency'
import { deckOf, figure, rows, text, thereAndBack, titles, VIEW } from './keptFixtures'
import { B, two } from './registerFixtures'
import { dropAll, everything, fileOf, open, report, save, value } from './storeFixtures'
import type { Store } from '@/store/db'

afterEach(dropAll)

describe('saved views, in Chromium', () => {
  it('are saved, changed, begun with and deleted, each step taken back and done again', async () => {
    const store = await open()
    const view = await thereAndBack(store, () => saveView(store, VIEW))
    expect(await listViews(store)).toEqual([view])
    await thereAndBack(store, () => changeView(store, view.id, { name: '各区' }))
    await thereAndBack(store, () => setStartView(store, view.id))
    expect((await readSettings(store)).startView).toBe(view.id)
    await thereAndBack(store, () => deleteView(store, view.id))
    expect((await readSettings(store)).startView).toBe('')
    expect(await listViews(store)).toEqual([])
  })

  it('need a name and a place, and leave out rows that cannot be read', async () => {
    const store = await open()
    for (const bad of [
      { ...VIEW, name: ' ' },
      { ...VIEW, page: 'https://x' },
    ])
      expect(await saveView(store, bad)).toMatchObject({ ok: false, error: { reason: 'untitled' } })
    expect(await setStartView(store, 'none')).toMatchObject({ ok: false, error: { reason: 'not-found' } })
    await store.db.views.bulkPut([{ ...VIEW, id: 'x', made: 'once', query: { a: 1 } }, { id: 'y' }] as never[])
    expect(await listViews(store)).toEqual([{ ...VIEW, id: 'x', made: '1970-01-01T00:00:00.000Z', query: {} }])
  })

  it('are no more than there may be', async () => {
    const store = await open()
    await store.db.views.bulkPut(
      Array.from({ length: KEPT_LIMITS.views }, (_, index) => ({ ...VIEW, id: String(index), made: '' })),
    )
    expect(await saveView(store, VIEW)).toMatchObject({ ok: false, error: { reason: 'too-many' } })
  })
})

describe('notes on points, in Chromium', () => {
  it('are added, edited and deleted, each step taken back and done again', async () => {
    const store = await open()
    const note = await thereAndBack(store, () => addNote(store, { mark: { year: 2023 }, text: '机构改革', by: '张' }))
    expect(await listNotes(store)).toEqual([note])
    await thereAndBack(store, () => editNote(store, note.id, { text: '机构改革之年', by: '李' }))
    expect(await listNotes(store)).toMatchObject([{ text: '机构改革之年', by: '李', mark: { year: 2023 } }])
    expect(await editNote(store, note.id, { text: ' ', by: '' })).toMatchObject({ error: { reason: 'empty-note' } })
    await thereAndBack(store, () => deleteNote(store, note.id))
    expect(await listNotes(store)).toEqual([])
  })

  it('stand on the agency that theirs was made one with, and are back where they were when the two are parted again', async () => {
    const { store, a, b } = await two()
    value(await addNote(store, { mark: { agency: b, year: 2023 }, text: '这一年改革', by: '' }))
    const agencies = async (): Promise<unknown[]> => (await listNotes(store)).map(({ mark }) => mark.agency)
    expect(await agencies()).toEqual([b])
    const { journal } = value(await mergeAgencies(store, { keep: a, drop: b, by: '' }))
    expect(await agencies()).toEqual([a])
    value(await undoStep(store, journal))
    expect(await agencies()).toEqual([b])
    value(await mergeAgencies(store, { keep: a, drop: b, by: '' }))
    const [note] = await listNotes(store)
    value(await editNote(store, note?.id ?? '', { text: '改过的', by: '' }))
    expect(await agencies()).toEqual([a])
    value(await splitAgency(store, { from: a, name: B, by: '' }))
    expect(await agencies()).toEqual([b])
  })
})

async function withAll(): Promise<Store> {
  const store = await open()
  await save(store, report())
  const { value: view } = value(await saveView(store, VIEW))
  value(await setStartView(store, view.id))
  value(await addNote(store, { mark: { year: 2023 }, text: '机构改革', by: '张' }))
  const { value: deck } = value(await createDeck(store, { name: '例会', items: [figure, text('t')] }))
  value(await freezeDeck(store, deck.id, { catalogue: { years: [2023] } }))
  return store
}

describe('what is kept beside the data, in Chromium', () => {
  it('has its place in a database of schema 4, whose rows stay', async () => {
    const name = `schema4-${String(Date.now())}`
    const old = new Dexie(name)
    declareVersions(old, 4)
    await old.open()
    await old.table('settings').put({ key: 'letterSender', value: '办公室' })
    await old.table('documents').put({ id: 'd', hash: 'h', agency: 'a', year: 2012 })
    old.close()
    const store = await open(name)
    expect(store.db.verno).toBe(5)
    expect(await readSettings(store)).toMatchObject({ letterSender: '办公室', startView: '' })
    expect(await store.db.documents.toArray()).toEqual([{ id: 'd', hash: 'h', agency: 'a', year: 2012 }])
    const { id } = await deckOf(store, 'a')
    expect(await titles(store, id)).toEqual(['a'])
  })

  it('goes into a backup and comes back to the row; an older backup, which has none of it, takes it away like all else', async () => {
    const store = await withAll()
    const before = await everything(store)
    const blob = value(await makeBackup(store))
    const other = await open()
    const manifest = value(await restoreBackup(other, new File([blob], 'b.zip')))
    expect(manifest.rows).toMatchObject({ views: 1, notes: 1, decks: 1, deckItems: 2, deckAnswers: 1 })
    expect(await everything(other)).toEqual(before)

    const bytes = strToU8(`${JSON.stringify({ key: 'letterSender', value: '办公室' })}\n`)
    const part = { name: 'settings/00001.jsonl', table: 'settings', rows: 1, size: bytes.length, sha256: sha256(bytes) }
    const old = { product: 'gouji', example: false, schema: 4, made: '2026-01-01T00:00:00Z', rows: {}, parts: [part] }
    const zip = zipSync({ [part.name]: bytes, 'manifest.json': strToU8(JSON.stringify(old)) })
    value(await restoreBackup(other, new File([zip], 'old.zip')))
    expect(await readSettings(other)).toMatchObject({ letterSender: '办公室', startView: '' })
    expect([await listViews(other), await listNotes(other), await listDecks(other)]).toEqual([[], [], []])
    expect(await other.db.reports.count()).toBe(0)
  })

  it('stays where the data are deleted', async () => {
    const store = await withAll()
    const before = await rows(store)
    await save(store, report({ year: 2024 }), fileOf('other'))
    value(await emptyStore(store))
    expect(await rows(store)).toEqual(before)
    expect(await store.db.reports.count()).toBe(0)
  })
})
