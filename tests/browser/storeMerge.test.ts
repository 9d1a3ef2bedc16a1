import Dexie from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DATABASES } from '@/store/db'
import type { Store } from '@/store/db'
import { fingerprintOf } from '@/store/fingerprint'
import { correct, linesOf, merge, NATURAL, openedFrom, preview, TOTAL } from './mergeFixtures'
import { dropAll, everything, fileOf, footing, open, report, save } from './storeFixtures'

const EDU = '临澜市教育局'
const FIN = '临澜市财政局'

async function dropShared(): Promise<void> {
  await Dexie.delete(DATABASES.shared)
}
beforeEach(dropShared)
afterEach(async () => {
  await dropAll()
  await dropShared()
})

async function colleague(): Promise<Store> {
  const store = await open()
  for (const [agency, year] of [
    [EDU, 2021],
    [EDU, 2022],
    [FIN, 2022],
  ] as const)
    await save(store, report({ agency, year, numbers: footing(year) }), fileOf(`${agency} ${String(year)}`))
  return store
}

describe('merging a shared file, in Chromium', () => {
  it('into nothing gives the same data: the same figures, words and fingerprint, and merging again brings nothing', async () => {
    const theirs = await colleague()
    await correct(theirs, EDU, 2021, 7)
    const shared = await openedFrom(theirs, { originals: true })
    const own = await open()
    const before = await everything(own)
    const looked = await preview(own, shared)
    expect(await everything(own)).toEqual(before)
    const done = await merge(own, shared)
    expect(done).toEqual(looked)
    expect(done.counts).toMatchObject({
      agencies: { new: 2, same: 0, left: 0 },
      reports: { new: 3, same: 0, versions: 0, left: 0 },
      corrections: { new: 1, changing: 0 },
      originals: 3,
    })
    expect((await fingerprintOf(own)).text).toBe((await fingerprintOf(theirs)).text)
    const [mine, said] = [await everything(own), await everything(theirs)]
    for (const table of ['agencies', 'cells', 'texts', 'issues', 'findings', 'decisions', 'originals'])
      expect(mine[table], table).toEqual(said[table])

    const whole = await everything(own)
    const again = await merge(own, shared)
    expect(again.counts).toMatchObject({
      agencies: { new: 0, same: 2 },
      reports: { new: 0, same: 3, alike: 0, versions: 0 },
      corrections: { new: 0, same: 1 },
    })
    expect(again.lines).toEqual([])
    expect(await everything(own)).toEqual(whole)
  })

  it('makes other numbers another version that does not count, and takes the same numbers of other bytes for the same', async () => {
    const theirs = await colleague()
    const shared = await openedFrom(theirs)
    const own = await open()
    await save(own, report({ agency: EDU, year: 2021, numbers: footing(5) }))
    await save(own, report({ agency: EDU, year: 2022, numbers: footing(2022) }), fileOf('another file'))
    const before = await own.db.reports.toArray()
    const done = await merge(own, shared)
    expect(done.counts.reports).toEqual({ new: 1, same: 0, alike: 1, versions: 1, left: 0 })
    expect(linesOf(done, 'version')).toEqual([[EDU, 2021, NATURAL, 5, 2021]])
    const edu = before[0]?.agency ?? ''
    const heads = await own.db.reports.where('agency').equals(edu).sortBy('version')
    expect(heads.map(({ year, version, current }) => [year, version, current]).sort()).toEqual([
      [2021, 1, 1],
      [2021, 2, 0],
      [2022, 1, 1],
    ])
    for (const head of before) expect(await own.db.reports.get(head.id)).toEqual(head)
    expect((await merge(own, shared)).counts.reports).toEqual({ new: 0, same: 2, alike: 1, versions: 0, left: 0 })
  })

  it('keeps one’s own corrections, and names those that change what counts', async () => {
    const theirs = await colleague()
    await correct(theirs, EDU, 2021, 7)
    await correct(theirs, EDU, 2022, 8)
    const shared = await openedFrom(theirs)
    const own = await colleague()
    await correct(own, EDU, 2021, 9)
    const before = await everything(own)
    const refusing = await preview(own, shared, { takesChanging: false })
    expect(linesOf(refusing, 'correction-refused')).toEqual([[EDU, 2022, TOTAL, 2022, 8]])
    expect(refusing.counts.corrections).toEqual({ new: 0, same: 0, left: 2, changing: 0 })
    expect(await everything(own)).toEqual(before)

    const done = await merge(own, shared)
    expect(linesOf(done, 'correction-conflict')).toEqual([[EDU, 2021, TOTAL, 9, 7]])
    expect(linesOf(done, 'correction-changes')).toEqual([[EDU, 2022, TOTAL, 2022, 8]])
    expect(done.counts.corrections).toEqual({ new: 1, same: 0, left: 1, changing: 1 })
    const corrected = new Map((await own.db.cells.toArray()).map((row) => [row.report, row.corrected]))
    const heads = await own.db.reports.orderBy('id').toArray()
    const at = (year: number) =>
      corrected.get(heads.find((head) => head.year === year && head.counts.corrected > 0)?.id ?? '')
    expect(at(2021)).toEqual({ [TOTAL]: 9 })
    expect(at(2022)).toEqual({ [TOTAL]: 8 })
    const said = await own.db.decisions.where('kind').equals('correction').toArray()
    expect(said.map((row) => (row.kind === 'correction' ? [row.year, row.to, row.by, row.reason] : []))).toEqual([
      [2021, 9, '甲', '电话确认'],
      [2022, 8, '甲', '电话确认'],
    ])
  })
})
