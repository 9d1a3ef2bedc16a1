import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import { openStore } from '@/store/db'
import type { Store } from '@/store/db'
import { beat, claim, dequeue, endRun, enqueue, forgetLeft, keepQueued, leftOver, queuedBytes } from '@/store/queue'
import { isLeft, SILENCE } from '@/store/queueLease'
import type { AliveRuns } from '@/store/queueLease'
import type { QueuedFileRow } from '@/store/rows'

const UNKNOWN: AliveRuns = { asked: 0, locked: null, gone: new Set() }

describe('whether a run is left', () => {
  const run = { id: 'a', beat: 100_000 }

  it('is told by its silence', () => {
    expect(isLeft(run, 100_000 + SILENCE - 1, UNKNOWN)).toBe(false)
    expect(isLeft(run, 100_000 + SILENCE, UNKNOWN)).toBe(true)
    expect(isLeft({ ...run, beat: 0 }, 1, UNKNOWN)).toBe(true)
    // The clock was set back by an hour since its last beat.
    expect(isLeft(run, 100_000 - 3_600_000, UNKNOWN)).toBe(true)
  })

  it('is told by its lock where there are locks, and by its page when that has closed', () => {
    const locked = (...ids: string[]): AliveRuns => ({ asked: 100_001, locked: new Set(ids), gone: new Set() })
    expect(isLeft(run, 100_000, locked('b'))).toBe(true)
    expect(isLeft(run, 100_000 + 9 * SILENCE, locked('a'))).toBe(false)
    // It began after the locks were asked for.
    expect(isLeft({ ...run, beat: 100_002 }, 100_003, locked('b'))).toBe(false)
    expect(isLeft(run, 100_000, { asked: 0, locked: null, gone: new Set(['a']) })).toBe(true)
  })
})

describe('the queue in the database', () => {
  const NAME = 'queue'
  let store: Store | null = null
  afterEach(async () => {
    store?.db.close()
    await Dexie.delete(NAME)
  })
  async function opened(): Promise<Store> {
    const result = await openStore(NAME)
    if (!result.ok) throw new Error(result.error.reason)
    store = result.value
    return result.value
  }
  const rows = (run: string, count: number): QueuedFileRow[] =>
    Array.from({ length: count }, (_, at) => ({
      id: `${run} ${String(at)}`,
      run,
      at,
      path: `${String(at)}.docx`,
      size: at,
      modified: 5,
      kept: false,
    }))
  const paths = (files: readonly QueuedFileRow[]): string[] => files.map(({ path }) => path)

  it('is left over after a silence; one of two pages gets what has its bytes, names stay', async () => {
    const own = await opened()
    await enqueue(own, { id: 'old', beat: 1000 }, rows('old', 4), UNKNOWN)
    const bytes = Uint8Array.of(1, 2)
    await keepQueued(own, [
      { id: 'old 2', bytes },
      { id: 'old 0', bytes },
    ])
    await dequeue(own, ['old 0'])
    await keepQueued(own, [{ id: 'old 0', bytes }])
    expect(await queuedBytes(own, 'old 0')).toBeUndefined()
    expect((await leftOver(own, 1500, UNKNOWN)).files).toEqual([])
    expect((await leftOver(own, 1500, UNKNOWN)).unsure).toBe(SILENCE - 500)
    const now = 1000 + SILENCE
    expect(paths((await leftOver(own, now, UNKNOWN)).files)).toEqual(['1.docx', '2.docx', '3.docx'])
    const [mine, theirs] = await Promise.all([
      claim(own, { id: 'mine', beat: now }, UNKNOWN),
      claim(own, { id: 'theirs', beat: now }, UNKNOWN),
    ])
    expect([mine, theirs].map((claimed) => claimed.ok && paths(claimed.value))).toEqual([['2.docx'], []])
    expect(paths((await leftOver(own, now, UNKNOWN)).files)).toEqual(['1.docx', '3.docx'])
  })

  it('forgets a file that is left where the same is given again, and all of it where a person gives it up', async () => {
    const own = await opened()
    await enqueue(own, { id: 'old', beat: 0 }, rows('old', 3), UNKNOWN)
    const [, again, changed] = rows('new', 3)
    if (!again || !changed) throw new Error('no rows')
    await enqueue(own, { id: 'new', beat: 50 }, [again, { ...changed, modified: 6 }], UNKNOWN)
    expect(paths((await leftOver(own, 50, UNKNOWN)).files)).toEqual(['0.docx', '2.docx'])
    await forgetLeft(own, 50, UNKNOWN)
    expect(paths(await own.db.queueFiles.toArray())).toEqual(['1.docx', '2.docx'])
    expect(await own.db.queueRuns.toCollection().primaryKeys()).toEqual(['new'])
  })

  it('tells how many files a page that went had not yet named, also once the others are gone on with', async () => {
    const own = await opened()
    await enqueue(own, { id: 'old', beat: 0, unnamed: 40 }, rows('old', 2), UNKNOWN)
    await keepQueued(own, [
      { id: 'old 0', bytes: Uint8Array.of(1) },
      { id: 'old 1', bytes: Uint8Array.of(1) },
    ])
    expect((await leftOver(own, 1, UNKNOWN)).unnamed).toBe(40)
    await claim(own, { id: 'mine', beat: 100_000 }, UNKNOWN)
    expect(await leftOver(own, 100_001, UNKNOWN)).toMatchObject({ files: [], unnamed: 40 })
    await forgetLeft(own, 100_001, UNKNOWN)
    expect((await leftOver(own, 100_001, UNKNOWN)).unnamed).toBe(0)
  })

  it('is gone with its last file, and left over at once where some wait when it ends', async () => {
    const own = await opened()
    await enqueue(own, { id: 'a', beat: 10 }, rows('a', 2), UNKNOWN)
    await dequeue(own, ['a 0'])
    await endRun(own, 'a')
    expect(paths((await leftOver(own, 11, UNKNOWN)).files)).toEqual(['1.docx'])
    await dequeue(own, ['a 1'])
    await endRun(own, 'a')
    expect(await own.db.queueRuns.count()).toBe(0)
    expect(await beat(own, 'a', 12)).toEqual({ ok: true, value: false })
  })
})
