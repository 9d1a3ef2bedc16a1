import { expect } from 'vitest'
import type { FieldId } from '@/form/fields'
import { correctCell } from '@/store/corrections'
import { DATABASES, openStore } from '@/store/db'
import type { Store } from '@/store/db'
import { makeShare, openShare } from '@/store/share'
import type { ShareChoice } from '@/store/sharePick'
import { mergeShare, previewShareMerge } from '@/store/merge/merge'
import type { MergeWish } from '@/store/merge/merge'
import type { MergeOutcome } from '@/store/merge/outcome'
import { value } from './storeFixtures'

export const TOTAL: FieldId = 'requests.received.total'
export const NATURAL: FieldId = 'requests.received.natural'

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

const WISH: MergeWish = { answers: {}, takesChanging: true, suffix: '（来自临澜市）' }

const opened: Store[] = []

/** Shares what a store holds and opens it, as another copy of the program would. */
export async function openedFrom(store: Store, choice: Partial<ShareChoice> = {}): Promise<Store> {
  const file = new File([value(await makeShare(store, { ...ALL, ...choice }))], 'x.gouji.zip')
  value(await openShare(DATABASES.shared, file))
  const shared = value(await openStore(DATABASES.shared))
  opened.push(shared)
  return shared
}

/** Closes what `openedFrom` gave, so that it can be deleted. */
export function closeOpened(): void {
  for (const { db } of opened.splice(0)) db.close()
}

/** Merges, and checks that just what the preview said was done. */
export async function merge(own: Store, shared: Store, wish: Partial<MergeWish> = {}): Promise<MergeOutcome> {
  const looked = await preview(own, shared, wish)
  const done = value(await mergeShare(own, shared, { ...WISH, ...wish }))
  expect(done).toEqual(looked)
  return done
}

export async function preview(own: Store, shared: Store, wish: Partial<MergeWish> = {}): Promise<MergeOutcome> {
  return value(await previewShareMerge(own, shared, { ...WISH, ...wish }))
}

/** Corrects a cell of the report that counts for an agency, named, and a year. */
export async function correct(store: Store, name: string, year: number, to: number, field = TOTAL): Promise<void> {
  const agency = await store.db.agencies.where('name').equals(name).first()
  const head = await store.db.reports
    .where('[agency+year+current]')
    .equals([agency?.id ?? '', year, 1])
    .first()
  value(await correctCell(store, head?.id ?? '', { field, to, reason: '电话确认', by: '甲' }))
}

/** Lines of an outcome of one sort, as agency, year and the first cell's numbers. */
export function linesOf({ lines }: MergeOutcome, what: string): unknown[] {
  return lines
    .filter((line) => line.what === what)
    .map(({ agency, year, cells: [cell] = [] }) => [agency, year, ...(cell ? [cell.field, cell.own, cell.theirs] : [])])
}
