import { expect } from 'vitest'
import type { FigureItem } from '@/analysis/kept'
import type { Store } from '@/store/db'
import type { NewItem } from '@/store/deckRows'
import { createDeck, readDeckOf } from '@/store/decks'
import { turnBack } from '@/store/keptChanges'
import type { Kept } from '@/store/keptChanges'
import { everything, value } from './storeFixtures'

export const PNG = { type: 'image/png', base64: 'iVBORw0KGgoAAAANSUhEUg==', width: 40, height: 20 } as const
export const VIEW = { name: '各局', page: 'compare', query: { years: '2024', on: 'a,b' } }
export const text = (title: string): NewItem => ({ kind: 'text', title, lines: [] })
export const figure: Omit<FigureItem, 'id'> = {
  kind: 'figure',
  question: { kind: 'volumes', query: { years: '2023-2024' } },
  form: 'chart',
  title: null,
  lines: null,
  seen: { columns: ['年', '件'], rows: [['2023', '5']] },
}

export async function deckOf(store: Store, ...titles: string[]): Promise<{ id: string; ids: string[] }> {
  const { value: deck } = value(await createDeck(store, { name: '例会', items: titles.map(text) }))
  return { id: deck.id, ids: deck.items.map(({ id }) => id) }
}

export async function titles(store: Store, id: string): Promise<(string | null)[]> {
  return ((await readDeckOf(store, id))?.items ?? []).map(({ title }) => title)
}

/** What is kept, but for when decks were changed. */
export async function rows(store: Store): Promise<unknown> {
  const { views, notes, decks, deckItems, deckAnswers: answers, settings } = await everything(store)
  return {
    views,
    notes,
    decks: decks?.map((deck) => ({ ...(deck as object), changed: '' })),
    deckItems,
    answers,
    settings,
  }
}

/** Does a step, and checks that it is taken back and done again to the row. */
export async function thereAndBack<T>(
  store: Store,
  work: () => Promise<Parameters<typeof value<Kept<T>>>[0]>,
): Promise<T> {
  const before = await rows(store)
  const { value: given, changes } = value(await work())
  const after = await rows(store)
  expect(after).not.toEqual(before)
  const back = value(await turnBack(store, changes))
  expect(await rows(store)).toEqual(before)
  const again = value(await turnBack(store, back))
  expect(await rows(store)).toEqual(after)
  expect(again.length).toBe(changes.length)
  return given
}
