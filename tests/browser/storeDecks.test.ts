import { afterEach, describe, expect, it } from 'vitest'
import { KEPT_LIMITS } from '@/analysis/keptLimits'
import { acceptSeen, addItems, changeItem, deleteItem, moveItem } from '@/store/deckItems'
import {
  changeDeck,
  createDeck,
  deckAnswers,
  deleteDeck,
  duplicateDeck,
  freezeDeck,
  listDecks,
  readDeckOf,
  unfreezeDeck,
  wholeDeck,
} from '@/store/decks'
import { turnBack } from '@/store/keptChanges'
import { deckOf, figure, PNG, rows, text, thereAndBack, titles } from './keptFixtures'
import { dropAll, open, value } from './storeFixtures'

afterEach(dropAll)

describe('decks, in Chromium', () => {
  it('are made, named, formed, copied and deleted with all that is in them, each step taken back and done again', async () => {
    const store = await open()
    const deck = await thereAndBack(store, () =>
      createDeck(store, { name: '例会', items: [{ kind: 'section', title: '总体' }, figure] }),
    )
    expect(await listDecks(store)).toMatchObject([
      { id: deck.id, name: '例会', items: 2, frozen: null, format: '16:9' },
    ])
    expect(await readDeckOf(store, deck.id)).toEqual({ ...deck, changed: expect.any(String) as unknown })
    await thereAndBack(store, () => changeDeck(store, deck.id, { name: '三月例会' }))
    await thereAndBack(store, () => changeDeck(store, deck.id, { format: '4:3' }))
    await thereAndBack(store, () => changeDeck(store, deck.id, { template: { accent: '#0a7d5c', logo: PNG } }))
    const copy = await thereAndBack(store, () => duplicateDeck(store, deck.id, '四月例会'))
    expect(await readDeckOf(store, copy.id)).toMatchObject({
      name: '四月例会',
      format: '4:3',
      template: { logo: PNG },
      items: [{ title: '总体' }, figure],
    })
    expect(copy.items.map(({ id }) => id)).not.toEqual(deck.items.map(({ id }) => id))
    await thereAndBack(store, () => deleteDeck(store, deck.id))
    expect(await titles(store, copy.id)).toEqual(['总体', null])
    expect(await readDeckOf(store, deck.id)).toBeNull()
  })

  it('are refused without a name, with a logo that is none, and items where there is no deck', async () => {
    const store = await open()
    const { id } = await deckOf(store)
    const logo = { ...PNG, base64: 'PHN2Zz4=' }
    const refused = [
      [await createDeck(store, { name: ' ' }), 'untitled'],
      [await createDeck(store, { name: 'x', template: { logo } }), 'no-such-logo'],
      [await changeDeck(store, id, { template: { logo } }), 'no-such-logo'],
      [await changeDeck(store, id, { name: '' }), 'untitled'],
      [await addItems(store, { deck: 'none' }, [figure]), 'not-found'],
      [
        await addItems(
          store,
          { deck: id },
          Array.from({ length: KEPT_LIMITS.items + 1 }, () => figure),
        ),
        'too-many',
      ],
    ] as const
    for (const [result, reason] of refused) expect(result.ok ? 'done' : result.error.reason).toBe(reason)
    expect(await titles(store, id)).toEqual([])
  })

  it('take items at the end or at a place, or are made for them, and say where they went', async () => {
    const store = await open()
    const first = await thereAndBack(store, () => addItems(store, { newDeck: '会议夹' }, [text('a')]))
    expect(first).toMatchObject({ name: '会议夹', at: 0, of: 1 })
    const { deck } = first
    expect(await thereAndBack(store, () => addItems(store, { deck }, [text('b'), text('c')]))).toMatchObject({
      at: 1,
      of: 3,
    })
    await thereAndBack(store, () => addItems(store, { deck, at: 0 }, [text('0'), text('1')]))
    await thereAndBack(store, () => addItems(store, { deck, at: 3 }, [text('x')]))
    expect(await titles(store, deck)).toEqual(['0', '1', 'a', 'x', 'b', 'c'])
  })

  it('keep their order through moves, however often there is no room between two', async () => {
    const store = await open()
    const { id, ids } = await deckOf(store, 'a', 'b', 'c', 'd')
    const [a = '', b = '', , d = ''] = ids
    await thereAndBack(store, () => moveItem(store, a, 3))
    expect(await titles(store, id)).toEqual(['b', 'c', 'd', 'a'])
    await thereAndBack(store, () => moveItem(store, d, 0))
    expect(await titles(store, id)).toEqual(['d', 'b', 'c', 'a'])
    expect(value(await moveItem(store, b, 1)).changes).toEqual([])
    value(await moveItem(store, b, 99))
    expect(await titles(store, id)).toEqual(['d', 'c', 'a', 'b'])
    // Two by two into the same gap: sixty halvings are more than a number has room for.
    for (let turn = 0; turn < 60; turn++) {
      const last = (await readDeckOf(store, id))?.items[3]?.id ?? ''
      const before = await titles(store, id)
      value(await moveItem(store, last, 1))
      expect(await titles(store, id)).toEqual([before[0], before[3], before[1], before[2]])
    }
    expect([...(await titles(store, id))].sort()).toEqual(['a', 'b', 'c', 'd'])
  })

  it('let items be changed, accepted and taken out', async () => {
    const store = await open()
    const { value: deck } = value(await createDeck(store, { name: '例会', items: [figure, text('t')] }))
    const [shown = '', said = ''] = deck.items.map(({ id }) => id)
    await thereAndBack(store, () => changeItem(store, shown, { title: '申请量', lines: ['多了一成。'], form: 'table' }))
    await thereAndBack(store, () => changeItem(store, shown, { lines: null }))
    await thereAndBack(store, () => changeItem(store, said, { lines: ['一', '二'], form: 'number' }))
    const seen = { columns: ['年', '件'], rows: [['2023', '6']] }
    expect(
      await thereAndBack(store, () => acceptSeen(store, deck.id, { [shown]: seen, [said]: seen, gone: seen })),
    ).toBe(1)
    expect((await readDeckOf(store, deck.id))?.items).toEqual([
      { ...figure, id: shown, title: '申请量', form: 'table', seen },
      { kind: 'text', id: said, title: 't', lines: ['一', '二'] },
    ])
    await thereAndBack(store, () => deleteItem(store, shown))
    expect(await titles(store, deck.id)).toEqual(['t'])
  })

  it('rest on the answers that they were frozen with, which lists do not read, and follow the data again', async () => {
    const store = await open()
    const { value: deck } = value(await createDeck(store, { name: '例会', items: [figure] }))
    const answers = { catalogue: { years: [2023] }, 'query {}': { rows: [1, 2, null] } }
    await thereAndBack(store, () => freezeDeck(store, deck.id, answers))
    expect(await deckAnswers(store, deck.id)).toEqual(answers)
    expect(JSON.stringify(await readDeckOf(store, deck.id))).not.toContain('rows":[1,2')
    // A figure of now does not belong among those of then; words do.
    expect(await addItems(store, { deck: deck.id }, [figure])).toMatchObject({
      ok: false,
      error: { reason: 'deck-frozen', params: { name: '例会' } },
    })
    await thereAndBack(store, () => addItems(store, { deck: deck.id }, [text('t')]))
    expect(await deckAnswers(store, deck.id)).toEqual(answers)
    const copy = await thereAndBack(store, () => duplicateDeck(store, deck.id, '副本'))
    expect(await wholeDeck(store, copy.id)).toMatchObject({ answers })
    await thereAndBack(store, () => unfreezeDeck(store, deck.id))
    expect(await deckAnswers(store, deck.id)).toEqual({})
    expect(await wholeDeck(store, deck.id)).toMatchObject({ frozen: null })
    await thereAndBack(store, () => deleteDeck(store, copy.id))
    expect(await store.db.deckAnswers.count()).toBe(0)
  })

  it('are shown as far as they can be read', async () => {
    const store = await open()
    const { id } = await deckOf(store, 'a', 'b')
    await store.db.deckItems.bulkPut([
      { id: 'v', kind: 'video', deck: id, order: 1.5, src: 'http://x' },
      { id: 't', kind: 'text', deck: id, order: 'first', title: 'x', lines: [] },
      { id: 'u', kind: 'text', deck: 'gone', order: 1, title: 'x', lines: [] },
    ] as never[])
    expect(await titles(store, id)).toEqual(['a', 'b'])
    value(await deleteDeck(store, id))
    expect(await store.db.deckItems.toCollection().primaryKeys()).toEqual(['u'])
  })
})

describe('two pages at one deck, in Chromium', () => {
  it('lose nothing of what the other did, and take back only their own', async () => {
    const one = await open()
    const other = await open(one.db.name)
    const { id, ids } = await deckOf(one, 'a', 'b')
    const [a = '', b = ''] = ids
    const [titled, added] = await Promise.all([
      changeItem(one, a, { title: 'A' }),
      addItems(other, { deck: id }, [text('c')]),
      changeItem(other, a, { lines: ['又一行'] }),
      moveItem(one, b, 0),
    ])
    expect(await titles(one, id)).toEqual(['b', 'A', 'c'])
    value(await turnBack(one, value(titled).changes))
    expect(await titles(other, id)).toEqual(['b', 'a', 'c'])
    expect((await readDeckOf(other, id))?.items[1]).toMatchObject({ lines: ['又一行'] })
    value(await turnBack(other, value(added).changes))
    expect(await titles(one, id)).toEqual(['b', 'a'])
  })

  it('do not take back what the other has changed since, and leave no item without its deck', async () => {
    const store = await open()
    const { value: deck, changes: made } = value(await createDeck(store, { name: '例会', items: [text('a')] }))
    const [a = ''] = deck.items.map(({ id }) => id)
    const { changes: titled } = value(await changeItem(store, a, { title: 'A' }))
    value(await changeItem(store, a, { title: 'another' }))
    const { changes: added } = value(await addItems(store, { deck: deck.id }, [text('b')]))
    const before = await rows(store)
    for (const changes of [titled, made])
      expect(await turnBack(store, changes)).toMatchObject({ ok: false, error: { reason: 'step-overtaken' } })
    expect(await rows(store)).toEqual(before)
    const back = value(await turnBack(store, added))
    value(await deleteDeck(store, deck.id))
    expect(await turnBack(store, back)).toMatchObject({ ok: false, error: { reason: 'step-overtaken' } })
    expect(await store.db.deckItems.count()).toBe(0)
  })
})
