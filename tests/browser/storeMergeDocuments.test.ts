import Dexie from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withScan } from '@/extract/scan'
import { RegisterCopy } from '@/store/agencies'
import { DATABASES } from '@/store/db'
import type { Store } from '@/store/db'
import { assignDocument, saveDocument } from '@/store/documents'
import { fillCell, fillingDetail, finishFilling } from '@/store/filling'
import { sha256 } from '@/store/hash'
import { closeOpened, linesOf, merge, openedFrom, TOTAL } from './mergeFixtures'
import { scanOf } from './scanFixture'
import { dropAll, everything, fileOf, footing, open, report, save, value } from './storeFixtures'

const EDU = '临澜市教育局'

async function dropShared(): Promise<void> {
  closeOpened()
  await Dexie.delete(DATABASES.shared)
}
beforeEach(dropShared)
afterEach(async () => {
  await dropAll()
  await dropShared()
})

/** Keeps a scan of so many pages as the report of a year, with a number typed beside it where one is given; gives its id. */
async function scan(store: Store, pages: number, year: number, typed?: number): Promise<string> {
  const params = { pages }
  const { document } = withScan({ file: `${String(pages)}.pdf`, code: 'unsupported', reason: 'garbled-pdf', params })
  if (!document) throw new Error('a scan has a document')
  const bytes = scanOf(pages)
  const file = { hash: sha256(bytes), name: `${String(pages)}.pdf`, size: bytes.length, bytes }
  const { row } = value(await saveDocument(store, await RegisterCopy.of(store), document, 'scan', file))
  value(await assignDocument(store, row.id, { agency: { name: EDU }, year, by: '' }))
  if (typed !== undefined) value(await fillCell(store, row.id, TOTAL, { value: typed, page: 1 }))
  return row.id
}

/** A document of 2016, a scan that was filled in, one whose draft is not done, and a report. */
async function colleague(): Promise<{ theirs: Store; filled: string; draft: string; old: string }> {
  const theirs = await open()
  await save(theirs, report({ agency: EDU, year: 2021, numbers: footing(1) }), fileOf('a'))
  const document = {
    source: { file: '2016.txt', format: 'text' },
    title: null,
    agency: EDU,
    year: 2016,
    evidence: {},
    blocks: [{ kind: 'paragraph', text: '照常开展。' }],
  } as const
  const kept = await saveDocument(theirs, await RegisterCopy.of(theirs), document, 'old-form', fileOf('old'))
  const filled = await scan(theirs, 1, 2022, 7)
  value(await finishFilling(theirs, filled, { rest: 'unread', reason: '据扫描件录入', by: '周' }))
  return { theirs, filled, draft: await scan(theirs, 2, 2023, 5), old: value(kept).row.id }
}

describe('documents of a shared file that is merged, in Chromium', () => {
  it('come with their words, their pages and what was typed, whether copies are kept or not', async () => {
    const { theirs, draft, filled, old } = await colleague()
    const shared = await openedFrom(theirs, { originals: true })
    const own = await open()
    await own.db.settings.put({ key: 'keepOriginals', value: false })
    const done = await merge(own, shared)
    expect(done.lines).toEqual([])
    expect(done.counts).toMatchObject({
      reports: { new: 2 },
      documents: { new: 2 },
      corrections: { new: 1, changing: 0 },
    })
    const [mine, said] = [await everything(own), await everything(theirs)]
    for (const table of ['documentTexts', 'decisions', 'cells']) expect(mine[table], table).toEqual(said[table])
    expect((await own.db.documents.toArray()).map(({ id, year }) => [id, year]).sort()).toEqual(
      [
        [draft, 2023],
        [old, 2016],
      ].sort(),
    )
    // Of a scan its pages are all that there is.
    expect((await own.db.originals.toArray()).map(({ bytes }) => bytes)).toEqual([scanOf(2)])
    expect((await own.db.reports.get(filled))?.counts).toMatchObject({ values: 1, corrected: 1 })
    const again = await merge(own, shared)
    expect(again.counts).toMatchObject({ reports: { new: 0, same: 2 }, documents: { new: 0, same: 2 }, originals: 0 })
    expect(await everything(own)).toEqual(mine)
  })

  it('that one works on stay as they are; one that nobody began becomes the report that was made of it', async () => {
    const { theirs, draft, filled } = await colleague()
    const shared = await openedFrom(theirs)
    const own = await open()
    await scan(own, 1, 2022)
    await scan(own, 2, 2023, 6)
    const done = await merge(own, shared)
    expect(linesOf(done, 'filling')).toEqual([[EDU, 2023]])
    expect((await fillingDetail(own, draft))?.values).toEqual({ [TOTAL]: 6 })
    expect(await own.db.documents.get(filled)).toBeUndefined()
    expect((await own.db.cells.get(filled))?.corrected).toEqual({ [TOTAL]: 7 })
    expect((await own.db.files.toArray()).find(({ reports }) => reports.includes(filled))?.kept).toBe(true)

    const busy = await open()
    await scan(busy, 1, 2022, 9)
    const left = await merge(busy, shared)
    expect(linesOf(left, 'waiting')).toEqual([[EDU, 2022]])
    expect(await busy.db.reports.get(filled)).toBeUndefined()
    expect((await fillingDetail(busy, filled))?.values).toEqual({ [TOTAL]: 9 })
    // Their number has no report to stand on.
    expect(linesOf(left, 'correction-loose')).toEqual([[EDU, 2022, TOTAL, null, 7]])
    expect(await busy.db.decisions.where('kind').equals('correction').count()).toBe(0)
  })
})
