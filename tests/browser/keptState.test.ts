import Dexie from 'dexie'
import { createPinia, setActivePinia } from 'pinia'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { useDatabase } from '@/state/database'
import { useDecks } from '@/state/decks'
import { useEngine } from '@/state/engine'
import { useFingerprint } from '@/state/fingerprint'
import { useKeptHistory } from '@/state/keptHistory'
import { databaseOf } from '@/state/openDatabases'
import { useNotes } from '@/state/pointNotes'
import { usePreferences } from '@/state/preferences'
import { useSavedViews } from '@/state/savedViews'
import { DATABASES, openStore } from '@/store/db'
import type { Store } from '@/store/db'
import { addItems, changeItem } from '@/store/deckItems'
import type { NewItem } from '@/store/deckRows'
import { emptyStore } from '@/store/empty'
import { correct, A, idOf, NATURAL } from './registerFixtures'
import { footing, report, save, value } from './storeFixtures'

const text = (title: string): NewItem => ({ kind: 'text', title, lines: [] })

// The stores of a page open its own databases, which other files of this run use too.
beforeEach(async () => {
  localStorage.clear()
  for (const id of ['real', 'example'] as const) {
    const { db } = value(await databaseOf(id))
    await Promise.all(db.tables.map((table) => table.clear()))
  }
  setActivePinia(createPinia())
})
afterAll(async () => {
  for (const id of ['real', 'example'] as const) value(await databaseOf(id)).db.close()
  for (const name of Object.values(DATABASES)) await Dexie.delete(name)
})

/** Another page: its own connection, and its own end of the channel. */
async function otherPage(work: (store: Store) => Promise<unknown>, change: object = { kept: true }): Promise<void> {
  const store = value(await openStore(DATABASES.real))
  await work(store)
  store.db.close()
  const channel = new BroadcastChannel('gouji.changes')
  channel.postMessage({ database: 'real', reports: [], agencies: false, ...change })
  channel.close()
}

const titles = (): (string | null)[] | undefined => useDecks().current?.items.map(({ title }) => title)

describe('views, notes and decks of a page, in Chromium', () => {
  it('are one history: every step is taken back and done again in its order, and says what it was', async () => {
    const [views, notes, decks, history] = [useSavedViews(), useNotes(), useDecks(), useKeptHistory()]
    usePreferences().name = '张'
    await Promise.all([views.load(), notes.load(), decks.load()])
    expect([views.list, notes.list, decks.list, decks.current]).toEqual([[], [], [], null])
    const view = value(await views.save({ name: '各局', page: 'compare', query: { years: '2024', data: 'example' } }))
    value(await views.setStart(view.id))
    value(await notes.add({ mark: { year: 2023 }, text: '机构改革，职能划转到数据局，口径由此不同。' }))
    const { deck } = value(await decks.add([text('a'), text('b')], '会议夹'))
    value(await decks.move(decks.current?.items[1]?.id ?? '', 0))
    expect(views.list).toMatchObject([{ name: '各局', query: { years: '2024' } }])
    expect(views.list?.[0]?.query).not.toHaveProperty('data')
    expect(views.start?.id).toBe(view.id)
    expect(notes.list).toMatchObject([{ by: '张', mark: { year: 2023 } }])
    expect([decks.current?.id, titles()]).toEqual([deck, ['b', 'a']])
    expect(history.done.map(({ words }) => words)).toEqual([
      { what: 'saveView', params: { name: '各局' } },
      { what: 'startView', params: { name: '各局' } },
      { what: 'addNote', params: { name: '机构改革，职能划转到数据局，口径由此不同…' } },
      { what: 'addItems', params: { name: '会议夹', n: 2 } },
      { what: 'moveItem', params: { to: 1 } },
    ])

    // Two quick keys are two steps.
    const [moved, added] = await Promise.all([history.undo(), history.undo()])
    expect([value(moved)?.words.what, value(added)?.words.what]).toEqual(['moveItem', 'addItems'])
    expect([decks.list, decks.current]).toEqual([[], null])
    for (const what of ['addNote', 'startView', 'saveView']) expect(value(await history.undo())?.words.what).toBe(what)
    expect(value(await history.undo())).toBeNull()
    expect([views.list, views.start, notes.list]).toEqual([[], null, []])
    for (let step = 0; step < 5; step++) expect(value(await history.redo())).not.toBeNull()
    expect(value(await history.redo())).toBeNull()
    expect([views.start?.id, notes.list?.length, titles()]).toEqual([view.id, 1, ['b', 'a']])
    value(await history.undo())
    value(await notes.remove(notes.list?.[0]?.id ?? ''))
    expect(history.undone).toEqual([])
  })

  it('follow another page, lose nothing of what it did, and do not take back what it changed since', async () => {
    const [decks, history] = [useDecks(), useKeptHistory()]
    const { id } = value(await decks.create({ name: '例会', items: [text('a'), text('b')] }))
    const [a, b] = decks.current?.items ?? []
    await otherPage((store) => addItems(store, { deck: id }, [text('c')]))
    await vi.waitFor(() => {
      expect(titles()).toEqual(['a', 'b', 'c'])
    })
    // What did not change is the same object: nothing is drawn again for it.
    expect([decks.current?.items[0] === a, decks.current?.items[1] === b]).toEqual([true, true])
    value(await decks.change(a?.id ?? '', { title: 'A' }))
    value(await decks.removeItem(b?.id ?? ''))
    await otherPage((store) => changeItem(store, a?.id ?? '', { title: '又改' }))
    value(await history.undo())
    const overtaken = await history.undo()
    expect(overtaken.ok ? 'undone' : overtaken.error.reason).toBe('step-overtaken')
    expect(titles()).toEqual(['又改', 'b', 'c'])
    // It does not stand before the steps that can still be taken back.
    expect(history.done.map(({ words }) => words.what)).toEqual(['createDeck'])
  })

  it('work on the deck that was chosen last in this browser, else on the one changed last', async () => {
    const decks = useDecks()
    const { id: one } = value(await decks.create({ name: '一' }))
    const { id: two } = value(await decks.create({ name: '二' }))
    expect(decks.current?.id).toBe(two)
    await decks.open(one)
    value(await decks.add([text('a')], '不用'))
    expect(decks.list?.map(({ items }) => items)).toEqual([1, 0])

    setActivePinia(createPinia())
    await useDecks().load()
    expect(useDecks().current?.id).toBe(one)
    value(await useDecks().add([text('c')], '不用', { deck: two }))
    value(await useDecks().remove(one))
    expect(useDecks().current).toMatchObject({ id: two, items: [{ title: 'c' }] })
  })

  it('put what is added in quick succession into one new deck', async () => {
    const [decks, history] = [useDecks(), useKeptHistory()]
    const [first, second] = await Promise.all([decks.add([text('a')], '会议夹'), decks.add([text('b')], '会议夹')])
    expect([value(first).at, value(second).at, value(second).of]).toEqual([0, 1, 2])
    expect(decks.list).toMatchObject([{ name: '会议夹', items: 2 }])
    value(await history.undo())
    expect(titles()).toEqual(['a'])
  })

  it('belong to their database', async () => {
    const [decks, history, database] = [useDecks(), useKeptHistory(), useDatabase()]
    value(await decks.create({ name: '真的' }))
    await database.select('example')
    await vi.waitFor(() => {
      expect(decks.list).toEqual([])
    })
    expect([decks.current, history.done]).toEqual([null, []])
    value(await decks.create({ name: '示例' }))
    await database.select('real')
    await vi.waitFor(() => {
      expect(decks.current?.name).toBe('真的')
    })
    expect(history.done.map(({ words }) => words.params)).toEqual([{ name: '真的' }])
  })

  it('freeze a deck with the answers that are given, which are read only when asked for', async () => {
    const [decks, history] = [useDecks(), useKeptHistory()]
    const { id } = value(await decks.create({ name: '例会' }))
    value(await decks.freeze(id, { catalogue: { years: [2024] } }))
    expect(decks.current?.frozen).not.toBeNull()
    expect(decks.current).not.toHaveProperty('answers')
    expect(await decks.answers(id)).toEqual({ catalogue: { years: [2024] } })
    expect(await decks.whole(id)).toMatchObject({ answers: { catalogue: { years: [2024] } } })
    value(await decks.unfreeze(id))
    expect(await decks.answers(id)).toEqual({})
    value(await history.undo())
    expect(await decks.answers(id)).toEqual({ catalogue: { years: [2024] } })
    expect(decks.list).toMatchObject([{ frozen: decks.current?.frozen }])
  })

  it('know the fingerprint of the shown data, which follows corrections and not what is kept', async () => {
    const store = value(await databaseOf('real'))
    await save(store, report({ agency: A, year: 2023, numbers: footing(12) }))
    const scope = effectScope()
    const fingerprint = scope.run(useFingerprint)
    await vi.waitFor(() => {
      expect(fingerprint?.value?.text).toMatch(/^\w{8}$/u)
    })
    const before = fingerprint?.value
    const agency = await idOf(store, A)
    await otherPage((other) => correct(other, agency, 2023, NATURAL, 11, '2099-01-01T00:00:00Z'), {
      reports: [{ agency, year: 2023 }],
    })
    await vi.waitFor(
      () => {
        expect(fingerprint?.value?.at).toBe('2099-01-01T00:00:00.000Z')
      },
      { timeout: 5_000 },
    )
    expect(fingerprint?.value?.text).toMatch(/^\w{8}$/u)
    expect(fingerprint?.value?.text).not.toBe(before?.text)
    expect(await useEngine().fingerprint()).toEqual(fingerprint?.value)
    await otherPage(emptyStore, { reports: 'all' })
    await vi.waitFor(
      () => {
        expect(fingerprint?.value?.text).toBe('')
      },
      { timeout: 5_000 },
    )
    scope.stop()
  })
})
