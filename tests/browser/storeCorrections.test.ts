import { afterEach, describe, expect, it } from 'vitest'
import type { FieldId } from '@/form/fields'
import { assignReport } from '@/store/assign'
import { listAgencies } from '@/store/agencies'
import { correctCell, withdrawCorrection } from '@/store/corrections'
import type { Store } from '@/store/db'
import { editAgency } from '@/store/editAgency'
import { currentHead, currentHeads, pendingReports, reportDetail } from '@/store/reading'
import type { ReportDetail } from '@/store/reading'
import { deleteReport } from '@/store/versions'
import { dropAll, everything, fileOf, footing, open, report, save, value } from './storeFixtures'

afterEach(dropAll)

const TOTAL: FieldId = 'requests.received.total'
const by = { reason: '填报机关电话确认', by: '张' }

/** A report of 12 new requests whose printed total says 21. */
const misprinted = (file = 'a.docx'): ReturnType<typeof report> =>
  report({ numbers: { ...footing(12), [TOTAL]: 21 }, file })

async function current(store: Store): Promise<ReportDetail> {
  const [head] = await currentHeads(store)
  const detail = head && (await reportDetail(store, head.id))
  if (!detail) throw new Error('no report')
  return detail
}

describe('correcting a cell, in Chromium', () => {
  it('keeps the number read, counts the corrected one, checks anew, and is all there after reopening', async () => {
    const store = await open()
    await save(store, misprinted())
    const before = await current(store)
    expect(before.row.inError).toContain(TOTAL)
    value(await correctCell(store, before.row.id, { field: TOTAL, to: 12, ...by }))

    const { name } = store.db
    store.db.close()
    const after = await current(await open(name))
    expect(after.row.cells).toEqual(before.row.cells)
    expect(after.row.corrected).toEqual({ [TOTAL]: 12 })
    expect(after.row.inError).toEqual([])
    expect(after.row.counts).toMatchObject({ errors: 0, corrected: 1 })
    expect(after.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(after.decisions).toMatchObject([{ field: TOTAL, read: 21, from: 21, to: 12, ...by }])
  })

  it('is taken back without a trace in the figures, and stays in the history', async () => {
    const store = await open()
    await save(store, misprinted())
    const before = await current(store)
    const row = value(await correctCell(store, before.row.id, { field: TOTAL, to: 12, ...by }))
    value(await withdrawCorrection(store, row.id))
    const after = await current(store)
    expect(after.row).toEqual(before.row)
    expect(after.findings).toEqual(before.findings)
    expect(after.decisions).toMatchObject([{ to: 12, withdrawn: expect.any(String) as string }])
    expect(await withdrawCorrection(store, row.id)).toMatchObject({ ok: false, error: { reason: 'not-found' } })
  })

  it('lets a later correction of the same cell take the place of the first; withdrawing it gives the number read', async () => {
    const store = await open()
    await save(store, misprinted())
    const { row } = await current(store)
    value(await correctCell(store, row.id, { field: TOTAL, to: 11, ...by }, new Date('2024-02-01T00:00:00Z')))
    const second = value(
      await correctCell(store, row.id, { field: TOTAL, to: 12, ...by }, new Date('2024-02-02T00:00:00Z')),
    )
    expect(second).toMatchObject({ read: 21, from: 11, to: 12 })
    expect((await current(store)).row.corrected).toEqual({ [TOTAL]: 12 })
    value(await withdrawCorrection(store, second.id))
    expect((await current(store)).row.corrected).toEqual({})
  })

  it('survives re-import, deletion and a new version that says the same number', async () => {
    const store = await open()
    await save(store, misprinted(), fileOf('1'))
    const { row } = await current(store)
    value(await correctCell(store, row.id, { field: TOTAL, to: 12, ...by }))
    expect(await save(store, misprinted(), fileOf('1'))).toMatchObject({ outcome: 'unchanged' })
    expect((await current(store)).row.corrected).toEqual({ [TOTAL]: 12 })
    expect(await save(store, misprinted('b.docx'), fileOf('2'))).toMatchObject({
      outcome: 'version',
      differing: 0,
      lapsed: [],
    })
    expect((await current(store)).row).toMatchObject({ version: 2, corrected: { [TOTAL]: 12 }, inError: [] })
    for (const id of (await store.db.reports.toArray()).map((head) => head.id)) value(await deleteReport(store, id))
    await save(store, misprinted(), fileOf('1'))
    expect((await current(store)).row.corrected).toEqual({ [TOTAL]: 12 })
  })

  it('lapses, and says so, where a new version has another number in the cell', async () => {
    const store = await open()
    await save(store, misprinted())
    const { row } = await current(store)
    value(await correctCell(store, row.id, { field: TOTAL, to: 12, ...by }))
    expect(await save(store, report({ numbers: footing(14) }))).toMatchObject({ outcome: 'version', lapsed: [TOTAL] })
    const after = await current(store)
    expect(after.row.corrected).toEqual({})
    expect(after.lapsed.map(({ field }) => field)).toEqual([TOTAL])
    // Lists tell of it until somebody takes it back.
    expect(after.row.counts.lapsed).toBe(1)
    value(await withdrawCorrection(store, after.lapsed[0]?.id ?? ''))
    expect((await current(store)).row.counts.lapsed).toBe(0)
  })

  it('marks a cell as blank, and refuses what cannot stand there', async () => {
    const store = await open()
    await save(store, misprinted())
    const { row } = await current(store)
    const before = await everything(store)
    const refused = async (field: FieldId, to: number | null, reason = by.reason): Promise<unknown> => {
      const result = await correctCell(store, row.id, { field, to, reason, by: '' })
      return result.ok ? null : result.error.reason
    }
    expect(await refused(TOTAL, 1.5)).toBe('value-not-allowed')
    expect(await refused(TOTAL, -1)).toBe('value-not-allowed')
    expect(await refused(TOTAL, Number.NaN)).toBe('value-not-allowed')
    expect(await refused(TOTAL, 12, '  ')).toBe('reason-missing')
    expect(await refused(TOTAL, 21)).toBe('same-value')
    expect(await refused('proactive.permits.change', 1)).toBe('not-on-form')
    expect(await correctCell(store, 'gone', { field: TOTAL, to: 1, ...by })).toMatchObject({
      error: { reason: 'not-found' },
    })
    expect(await everything(store)).toEqual(before)
    value(await correctCell(store, row.id, { field: TOTAL, to: null, ...by }))
    expect((await current(store)).row.corrected).toEqual({ [TOTAL]: null })
  })
})

describe('whose report and of which year, in Chromium', () => {
  it('moves a report, takes its corrections along, drops the agency that only a misreading had made, and remembers it', async () => {
    const store = await open()
    await save(store, report({ agency: '教育局政务公开', year: 2022, numbers: footing(3), file: 'x' }), fileOf('x'))
    const { row } = await current(store)
    value(await correctCell(store, row.id, { field: TOTAL, to: 4, ...by }))
    const moved = value(await assignReport(store, row.id, { agency: { name: '临澜市教育局' }, year: 2023, by: '张' }))
    expect(moved).toMatchObject({
      agencyName: '临澜市教育局',
      left: { year: 2022 },
      head: { year: 2023, readYear: 2022, version: 1 },
    })
    expect((await listAgencies(store)).map(({ name }) => name)).toEqual(['临澜市教育局'])
    const after = await current(store)
    expect(after.row).toMatchObject({ corrected: { [TOTAL]: 4 }, readAgency: '教育局政务公开' })

    value(await deleteReport(store, row.id))
    await save(store, report({ agency: '教育局政务公开', year: 2022, numbers: footing(3), file: 'x' }), fileOf('x'))
    expect((await current(store)).row).toMatchObject({ year: 2023, corrected: { [TOTAL]: 4 } })
    expect((await listAgencies(store)).map(({ name }) => name)).toEqual(['临澜市教育局'])
  })

  it('promotes the version that stays behind and becomes the newest where it goes', async () => {
    const store = await open()
    for (const [year, received] of [
      [2022, 1],
      [2022, 2],
      [2023, 3],
    ] as const)
      await save(store, report({ year, numbers: footing(received) }))
    const heads = await currentHeads(store)
    const wrong = heads.find(({ year }) => year === 2022)
    const { agency = '', id = '' } = wrong ?? {}
    value(await assignReport(store, id, { agency: { id: agency }, year: 2023, by: '' }))
    expect(await currentHead(store, { agency, year: 2022 })).toMatchObject({ version: 1 })
    expect(await currentHead(store, { agency, year: 2023 })).toMatchObject({ id, version: 2 })
  })

  it('lets a waiting report count once its agency and year are given', async () => {
    const store = await open()
    await save(store, report({ agency: null, year: null, numbers: footing(5) }))
    const [waiting] = await pendingReports(store)
    value(await assignReport(store, waiting?.id ?? '', { agency: { name: '临澜市教育局' }, year: 2024, by: '' }))
    expect(await pendingReports(store)).toEqual([])
    expect((await current(store)).row).toMatchObject({ year: 2024, readAgency: null, version: 1 })
  })

  it('refuses a year without these forms and an agency that is gone, and changes nothing', async () => {
    const store = await open()
    await save(store, report())
    const before = await everything(store)
    const { row } = await current(store)
    for (const year of [2018, 2023.5, 3000])
      expect(await assignReport(store, row.id, { agency: { id: row.agency }, year, by: '' })).toMatchObject({
        error: { reason: 'year-not-allowed' },
      })
    expect(await assignReport(store, row.id, { agency: { id: 'gone' }, year: 2022, by: '' })).toMatchObject({
      error: { reason: 'not-found' },
    })
    expect(await everything(store)).toEqual(before)
  })

  it('recognises a renamed agency by its old name, and gives no two agencies one name', async () => {
    const store = await open()
    await save(store, report({ agency: '临澜市大数据局', year: 2022 }))
    await save(store, report({ agency: '临澜市教育局', year: 2022 }))
    const agencies = await listAgencies(store)
    const id = agencies.find(({ name }) => name === '临澜市大数据局')?.id ?? ''
    expect(await editAgency(store, id, { name: '临澜市 教育局' })).toMatchObject({ error: { reason: 'name-taken' } })
    const { value: edited } = value(await editAgency(store, id, { name: '临澜市数据局', level: 'city' }))
    expect(edited).toMatchObject({ id, aliases: ['临澜市大数据局'] })
    expect(edited.edited).toContain('name')
    await save(store, report({ agency: '临澜市大数据局', year: 2023 }))
    expect((await currentHeads(store)).filter(({ agency }) => agency === id)).toHaveLength(2)
  })
})
