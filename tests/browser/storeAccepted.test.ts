import { afterEach, describe, expect, it } from 'vitest'
import type { FieldId } from '@/form/fields'
import { issueOf } from '@/report/issues'
import type { Issue, Report } from '@/report/report'
import { acceptIssues, reopenIssues } from '@/store/accepted'
import { assignReport } from '@/store/assign'
import { makeBackup } from '@/store/backup'
import { correctCell, withdrawCorrection } from '@/store/corrections'
import type { Store } from '@/store/db'
import { currentHeads, pendingDetail, reportDetail } from '@/store/reading'
import type { ReportDetail } from '@/store/reading'
import { restoreBackup } from '@/store/restore'
import { deleteReport } from '@/store/versions'
import { datasetOfStore } from '@/workers/datasetOfStore'
import { dropAll, fileOf, footing, open, report, save, value } from './storeFixtures'

afterEach(dropAll)

const A: FieldId = 'requests.received.natural'
const B: FieldId = 'requests.received.total'
const row: Issue = issueOf('label-repaired', [A, B], { table: 1, row: 1 }, { read: '0', label: '一' })
const aside: Issue = issueOf('row-extra', [], { table: 1 }, { read: '另' })
const aside2: Issue = issueOf('row-extra', [], { table: 1 }, { read: '外' })
const bytes = fileOf('the document')

const doubtful = (received = 12): Report => {
  const read = report({ numbers: footing(received), issues: [row, aside, aside2] })
  const repaired = { ...read.cells[A], value: received, state: 'repaired', raw: '', place: {} } as const
  return { ...read, cells: { ...read.cells, [A]: repaired } }
}

async function current(store: Store): Promise<ReportDetail> {
  const [head] = await currentHeads(store)
  const detail = head && (await reportDetail(store, head.id))
  if (!detail) throw new Error('no report')
  return detail
}
const standing = ({ issues }: ReportDetail): boolean[] => issues.map((issue) => issue.open)
const accept = async (store: Store, ordinal: number, fields?: FieldId[]) => {
  const { row: own, issues } = await current(store)
  const issue = issues[ordinal]?.id ?? ''
  return value(await acceptIssues(store, own.id, [{ issue, ...(fields && { fields }) }], ' 张 '))
}

describe('an issue found right by a person, in Chromium', () => {
  it('is closed, alone among others of its code, and the value stays what it was', async () => {
    const store = await open()
    expect(await save(store, doubtful(), bytes)).toMatchObject({ open: [row, aside, aside2] })
    expect(await accept(store, 1)).toMatchObject({ accepted: [{ fields: [] }] })
    expect(standing(await current(store))).toEqual([true, false, true])
    expect(await accept(store, 0)).toMatchObject({ accepted: [{ fields: [A, B] }] })
    const after = await current(store)
    expect(standing(after)).toEqual([false, false, true])
    expect(after.row.counts.issues).toBe(1)
    expect(after.row.cells[A]).toMatchObject({ value: 12, state: 'repaired' })
    expect(after.issues[0]).toMatchObject({ left: [], vouched: [A, B], accepted: { by: '张' } })
  })

  it('is closed with others at once, all or none of them, and they are open again together', async () => {
    const store = await open()
    await save(store, doubtful(), bytes)
    const { row: own, issues } = await current(store)
    const cells = issues.map(({ id }) => ({ issue: id }))
    expect(await acceptIssues(store, own.id, [...cells, { issue: 'another/0' }], '张')).toMatchObject({ ok: false })
    expect(standing(await current(store))).toEqual([true, true, true])
    const { accepted } = value(await acceptIssues(store, own.id, cells, '张'))
    expect(accepted.map(({ fields }) => fields)).toEqual([[A, B], [], []])
    expect((await current(store)).row.counts).toMatchObject({ issues: 0, toReview: 0 })
    value(await reopenIssues(store, own.id, cells.slice(0, 2)))
    expect(standing(await current(store))).toEqual([true, true, false])
    expect((await current(store)).row.counts).toMatchObject({ issues: 2, toReview: 1 })
  })

  it('is closed cell by cell, some found right, some corrected; open again when either is taken back', async () => {
    const store = await open()
    await save(store, doubtful(), bytes)
    await accept(store, 0, [A])
    expect((await current(store)).issues[0]).toMatchObject({ open: true, left: [B], vouched: [A] })
    const { row: own, issues } = await current(store)
    const correction = value(await correctCell(store, own.id, { field: B, to: 13, reason: '核对原件', by: '' }))
    expect((await current(store)).issues[0]).toMatchObject({ open: false, left: [] })
    value(await withdrawCorrection(store, correction.id))
    expect((await current(store)).issues[0]).toMatchObject({ open: true, left: [B] })
    value(await reopenIssues(store, own.id, [{ issue: issues[0]?.id ?? '', fields: [A] }]))
    expect((await current(store)).issues[0]).toMatchObject({ left: [A, B], accepted: null })
    expect(await store.db.decisions.where('kind').equals('accepted').count()).toBe(0)
    expect(await reopenIssues(store, own.id, [{ issue: issues[0]?.id ?? '' }])).toMatchObject({
      error: { reason: 'not-found' },
    })
    expect(await acceptIssues(store, own.id, [{ issue: 'another/0' }], '')).toMatchObject({
      error: { reason: 'not-found' },
    })
  })

  it('stays closed after re-import, and after deletion and re-import, of the same bytes', async () => {
    const store = await open()
    await save(store, doubtful(), bytes)
    await accept(store, 0)
    await accept(store, 1)
    expect(await save(store, doubtful(), bytes)).toMatchObject({
      outcome: 'unchanged',
      open: [{ params: { read: '外' } }],
    })
    value(await deleteReport(store, (await current(store)).row.id))
    expect(await save(store, doubtful(), bytes)).toMatchObject({ outcome: 'new', open: [aside2] })
    expect(standing(await current(store))).toEqual([false, false, true])
    // Other bytes are another document.
    expect(await save(store, doubtful(), fileOf('another'))).toMatchObject({ open: [row, aside, aside2] })
  })

  it('is open again, and says so, where reading gives another number from the same bytes', async () => {
    const store = await open()
    await save(store, doubtful(), bytes)
    await accept(store, 0)
    value(await deleteReport(store, (await current(store)).row.id))
    await save(store, doubtful(14), bytes)
    expect((await current(store)).issues[0]).toMatchObject({ open: true, left: [A, B], changed: [A, B], vouched: [] })
    await accept(store, 0)
    expect((await current(store)).issues[0]).toMatchObject({ open: false, changed: [] })
  })

  it('may belong to a report that still waits for its year, and goes with it; giving the year answers what asked for it', async () => {
    const store = await open()
    const asking = issueOf('year-unknown', [], {})
    await save(store, { ...doubtful(), year: null, issues: [row, asking] }, bytes)
    const [waiting] = await store.db.pending.toArray()
    const id = waiting?.id ?? ''
    value(await acceptIssues(store, id, [{ issue: `${id}/0` }], ''))
    expect((await pendingDetail(store, id))?.issues.map((issue) => issue.open)).toEqual([false, true])
    value(await assignReport(store, id, { agency: { name: '临澜市教育局' }, year: 2023, by: '' }))
    const after = await current(store)
    expect(standing(after)).toEqual([false, false])
    expect(after.row.counts.issues).toBe(0)
  })

  it('is in the backup and comes back with it', async () => {
    const store = await open()
    await save(store, doubtful(), bytes)
    await accept(store, 0)
    const before = await current(store)
    const backup = value(await makeBackup(store))
    const other = await open()
    value(await restoreBackup(other, new File([backup], 'b.zip')))
    expect(await current(other)).toEqual(before)
    expect(standing(await current(other))).toEqual([false, true, true])
  })

  it('is marked in the data set, and the numbers it vouches for', async () => {
    const store = await open()
    await save(store, doubtful(), bytes)
    await accept(store, 0)
    const { reports } = value(await datasetOfStore(store.db.name, 'zh', () => undefined))
    const [only] = reports
    expect(only?.issues.map(({ settled }) => settled?.by)).toEqual(['张', undefined, undefined])
    expect(only?.vouched).toEqual([A, B])
  })
})
