import { afterEach, describe, expect, it } from 'vitest'
import type { FieldId } from '@/form/fields'
import { withScan } from '@/extract/scan'
import { RegisterCopy } from '@/store/agencies'
import { makeBackup } from '@/store/backup'
import type { Store } from '@/store/db'
import { assignDocument, deleteDocument, saveDocument } from '@/store/documents'
import { deletableOriginals, deleteOriginals, originalOf } from '@/store/files'
import { chooseForm, fillCell, fillingDetail, finishFilling } from '@/store/filling'
import { restoreBackup } from '@/store/restore'
import { deleteReport } from '@/store/versions'
import { scanOf } from './scanFixture'
import { dropAll, everything, fileOf, footing, open, report, save, value } from './storeFixtures'

afterEach(dropAll)

const RECEIVED = 'requests.received.total'
const WORD = { agency: { name: '临澜市教育局' }, year: 2023, by: '' }
const FINISH = { rest: 'unread', reason: '据扫描件录入', by: '' } as const

/** Keeps the scan and says whose it is; gives its id. */
async function keep(store: Store, word = WORD): Promise<string> {
  const { document } = withScan({ file: '扫描.pdf', code: 'unsupported', reason: 'garbled-pdf', params: { pages: 1 } })
  if (!document) throw new Error('a scan has a document')
  const bytes = scanOf(1)
  const file = { ...fileOf(new TextDecoder().decode(bytes), '扫描.pdf'), bytes }
  const { row } = value(await saveDocument(store, await RegisterCopy.of(store), document, 'scan', file))
  value(await assignDocument(store, row.id, word))
  return row.id
}

const fill = async (store: Store, id: string, field: FieldId, to: number | null): Promise<void> => {
  value(await fillCell(store, id, field, { value: to, page: 1 }))
}

describe('filling in a scan, in Chromium', () => {
  it('a draft is in a backup with its pages, and the copies of originals go without it', async () => {
    const store = await open()
    const id = await keep(store)
    await fill(store, id, RECEIVED, 7)
    await save(store, report({ year: 2022 }))
    expect(await deletableOriginals(store)).toBe(1)
    expect(value(await deleteOriginals(store))).toBe(1)
    expect(await deletableOriginals(store)).toBe(0)
    const { hash } = (await store.db.documents.get(id)) ?? { hash: '' }
    expect(await originalOf(store, hash)).toEqual(scanOf(1))
    expect((await store.db.files.toArray()).map(({ kept }) => kept).sort()).toEqual([false, true])
    const other = await open()
    value(await restoreBackup(other, new File([value(await makeBackup(store))], 'b.zip')))
    expect(await everything(other)).toEqual(await everything(store))
    expect((await fillingDetail(other, id))?.values).toEqual({ [RECEIVED]: 7 })
  })

  it('cells that were not typed are blank or unread as a person says, and never zero', async () => {
    for (const rest of ['blank', 'unread'] as const) {
      const store = await open()
      const id = await keep(store)
      await fill(store, id, RECEIVED, 7)
      value(await finishFilling(store, id, { ...FINISH, rest }))
      const corrected = (await store.db.cells.get(id))?.corrected ?? {}
      expect(corrected[RECEIVED]).toBe(7)
      expect(Object.values(corrected).filter((to) => to !== null)).toEqual([7])
      expect(Object.keys(corrected)).toHaveLength(rest === 'blank' ? 200 : 1)
      expect((await store.db.reports.get(id))?.counts.issues).toBe(rest === 'blank' ? 0 : 1)
    }
  })

  it('a table is on the version that a person chose; what the form lacks is not taken', async () => {
    const store = await open()
    const id = await keep(store)
    await fill(store, id, 'proactive.fees.amount', 1.5)
    value(await chooseForm(store, id, 'proactive', '2019'))
    await fill(store, id, 'proactive.fees.itemsChange', -2)
    value(await finishFilling(store, id, FINISH))
    expect((await store.db.reports.get(id))?.forms).toEqual({ proactive: '2019', requests: '2021', disputes: '2021' })
    expect((await store.db.cells.get(id))?.corrected).toEqual({ 'proactive.fees.itemsChange': -2 })
  })

  it('a report that is there stays as a version with its own numbers, and is told of before', async () => {
    const store = await open()
    const before = await save(store, report({ numbers: footing(3) }))
    const id = await keep(store)
    expect((await fillingDetail(store, id))?.others).toBe(1)
    await fill(store, id, RECEIVED, 7)
    value(await finishFilling(store, id, FINISH))
    expect(await store.db.reports.get(id)).toMatchObject({ version: 2, current: 1 })
    if (before.outcome !== 'new') throw new Error('the first is new')
    expect((await store.db.cells.get(before.head.id))?.corrected).toEqual({})
  })

  it('what was typed outlives the report and stands in the draft when the same bytes come again', async () => {
    const store = await open()
    const id = await keep(store)
    await fill(store, id, RECEIVED, 7)
    value(await finishFilling(store, id, FINISH))
    value(await deleteReport(store, id))
    expect(await store.db.originals.count()).toBe(0)
    expect(await keep(store)).toBe(id)
    expect((await fillingDetail(store, id))?.values).toEqual({ [RECEIVED]: 7 })
    value(await deleteDocument(store, id))
    expect([await store.db.documentTexts.count(), await store.db.files.count()]).toEqual([0, 0])
  })

  it('of a year before the form nothing is made', async () => {
    const store = await open()
    const id = await keep(store, { ...WORD, year: 2016 })
    expect((await fillingDetail(store, id))?.forms).toEqual({})
    expect(await finishFilling(store, id, FINISH)).toMatchObject({ ok: false, error: { reason: 'year-not-allowed' } })
    expect(await store.db.documents.count()).toBe(1)
  })
})
