import { afterEach, describe, expect, it } from 'vitest'
import type { Report } from '@/report/report'
import { RegisterCopy } from '@/store/agencies'
import { allCurrentRows, currentHeads, currentRows, pendingReports, reportDetail } from '@/store/reading'
import { saveReport } from '@/store/saveReport'
import { deleteReport, makeCurrent } from '@/store/versions'
import { dropAll, everything, fileOf, footing, open, report, save, value } from './storeFixtures'

afterEach(dropAll)

describe('saving a report, in Chromium', () => {
  it('stores a new report with its agency, texts, issues, findings and original, and reads it whole after reopening', async () => {
    const store = await open()
    const read = report({
      numbers: { ...footing(12), 'requests.received.total': 13 },
      issues: [
        {
          code: 'label-repaired',
          severity: 'warning',
          fields: ['requests.granted.total'],
          place: { row: 3 },
          params: {},
        },
      ],
      text: '正文',
    })
    const saved = await save(store, read, fileOf('bytes', 'folder/a.docx'))
    expect(saved).toMatchObject({ outcome: 'new', agencyName: '临澜市教育局', agencyCreated: true, differing: null })

    const name = store.db.name
    store.db.close()
    const again = await open(name)
    const [head] = await currentHeads(again)
    const detail = head && (await reportDetail(again, head.id))
    expect(detail?.row).toMatchObject({ year: 2023, version: 1, current: 1, cells: read.cells, forms: read.forms })
    expect(detail?.issues.map(({ code }) => code)).toEqual(['label-repaired'])
    expect(detail?.text.sections).toEqual(read.sections)
    expect(detail?.file).toMatchObject({ name: 'folder/a.docx', kept: true })
    expect(detail?.findings.filter(({ severity }) => severity === 'error').length).toBe(detail?.row.counts.errors)
    expect(detail?.row.counts.errors).toBeGreaterThan(0)
    expect(detail?.row.inError).toContain('requests.received.total')
    expect(await again.db.originals.get(fileOf('bytes').hash)).toEqual({
      hash: fileOf('bytes').hash,
      bytes: fileOf('bytes').bytes,
    })
  })

  it('changes nothing when the same bytes come again, under whatever name, and says when they came first', async () => {
    const store = await open()
    const first = await saveReport(
      store,
      await RegisterCopy.of(store),
      report(),
      fileOf('x'),
      new Date('2024-01-20T08:00:00Z'),
    )
    const before = await everything(store)
    const again = await save(store, report({ file: 'b.docx' }), fileOf('x', 'b.docx'))
    expect(value(first).outcome).toBe('new')
    expect(again).toMatchObject({
      outcome: 'unchanged',
      imported: '2024-01-20T08:00:00.000Z',
      agencyName: '临澜市教育局',
    })
    expect(await everything(store)).toEqual(before)
  })

  it('tells equal bytes apart where only the name of the file says whose they are', async () => {
    const store = await open()
    const named = (agency: string): ReturnType<typeof report> => ({
      ...report({ agency }),
      evidence: { agency: { from: 'fileName', text: agency, place: {} } },
    })
    expect(await save(store, named('临澜市教育局'), fileOf('x', '教育局.txt'))).toMatchObject({ outcome: 'new' })
    expect(await save(store, named('临澜市水利局'), fileOf('x', '水利局.txt'))).toMatchObject({ outcome: 'new' })
    expect((await store.db.files.toArray())[0]?.reports).toHaveLength(2)
  })

  it('keeps a changed file as a new version beside the old and counts the cells that differ', async () => {
    const store = await open()
    const first = await save(store, report({ numbers: footing(5) }))
    const second = await save(store, report({ numbers: footing(7) }))
    expect(second).toMatchObject({ outcome: 'version', differing: 6, head: { version: 2, current: 1 } })
    const heads = await currentHeads(store)
    expect(heads.map(({ version }) => version)).toEqual([2])
    const detail = await reportDetail(store, heads[0]?.id ?? '')
    expect(detail?.versions.map(({ version, current }) => [version, current])).toEqual([
      [1, 0],
      [2, 1],
    ])
    expect(
      first.outcome === 'new' && (await store.db.cells.get(first.head.id))?.cells['requests.received.total']?.value,
    ).toBe(5)
  })

  it('lets figures for comparison count only until the year has a report of its own', async () => {
    const store = await open()
    const beside = (numbers: ReturnType<typeof footing>): Report => {
      const one = report({ numbers, file: '2024.docx' })
      return { ...one, title: null, source: { ...one.source, part: 2, beside: true } }
    }
    const counting = async (): Promise<string | undefined> => (await currentHeads(store))[0]?.source.file
    expect(await save(store, beside(footing(12)), fileOf('of 2024', '2024.docx'))).toMatchObject({ outcome: 'new' })
    expect(await counting()).toBe('2024.docx')
    const own = await save(store, report({ numbers: footing(13), file: '2023.docx' }), fileOf('of 2023', '2023.docx'))
    expect(own).toMatchObject({ head: { version: 2, current: 1 } })
    const later = await save(store, beside(footing(14)), fileOf('of 2024 again', '2024b.docx'))
    expect(later).toMatchObject({ outcome: 'version', head: { version: 3, current: 0 }, lapsed: [] })
    expect(await counting()).toBe('2023.docx')
    const newer = await save(store, report({ numbers: footing(15), file: '2023b.docx' }), fileOf('newer', '2023b.docx'))
    expect(newer).toMatchObject({ head: { version: 4, current: 1 } })
    expect(await currentHeads(store)).toHaveLength(1)
  })

  it('lets an older version count, and the newest that remains after one is deleted', async () => {
    const store = await open()
    const ids: string[] = []
    for (const received of [1, 2, 3]) {
      const saved = await save(store, report({ numbers: footing(received) }), fileOf(String(received)))
      if (saved.outcome !== 'unchanged' && saved.outcome !== 'pending') ids.push(saved.head.id)
    }
    const currents = async (): Promise<unknown[]> => (await currentHeads(store)).map(({ id }) => ids.indexOf(id) + 1)
    value(await makeCurrent(store, ids[0] ?? ''))
    expect(await currents()).toEqual([1])
    value(await deleteReport(store, ids[0] ?? ''))
    expect(await currents()).toEqual([3])
    value(await deleteReport(store, ids[2] ?? ''))
    value(await deleteReport(store, ids[1] ?? ''))
    expect(Object.values(await everything(store)).flat()).toEqual([])
    expect(await deleteReport(store, ids[1] ?? '')).toMatchObject({ ok: false, error: { reason: 'not-found' } })
  })

  it('keeps a report without agency or year waiting, out of every list that figures are made of', async () => {
    const store = await open()
    expect(await save(store, report({ agency: null }), fileOf('1'))).toMatchObject({ outcome: 'pending', year: 2023 })
    expect(await save(store, report({ year: null }), fileOf('2'))).toMatchObject({
      outcome: 'pending',
      year: null,
      agencyName: '临澜市教育局',
    })
    expect(await save(store, report({ year: null }), fileOf('2'))).toMatchObject({ outcome: 'pending' })
    expect(await pendingReports(store)).toHaveLength(2)
    expect(await currentHeads(store)).toEqual([])
    expect(await store.db.reports.count()).toBe(0)
  })

  it('gives the rows of figures by agency and year and all of them in batches, current versions alone', async () => {
    const store = await open()
    for (const year of [2021, 2022, 2023]) await save(store, report({ year, numbers: footing(year) }))
    await save(store, report({ year: 2022, numbers: footing(9) }))
    const agency = (await currentHeads(store))[0]?.agency ?? ''
    const [row, ...others] = await currentRows(store, [
      { agency, year: 2022 },
      { agency, year: 1999 },
    ])
    expect(others).toEqual([])
    expect(row?.cells['requests.received.total']?.value).toBe(9)
    const all: number[] = []
    for await (const batch of allCurrentRows(store)) all.push(...batch.map(({ year }) => year))
    expect(all).toEqual([2021, 2022, 2023])
  })

  it('writes nothing at all where one row of the report cannot be written', async () => {
    const store = await open()
    const before = await everything(store)
    const unstorable = { ...report(), sections: [{ number: 1, heading: (() => '') as unknown as string, text: '' }] }
    await expect(saveReport(store, await RegisterCopy.of(store), unstorable, fileOf('x'))).rejects.toThrow(/clone/iu)
    expect(await everything(store)).toEqual(before)
  })

  it('takes many reports at once from two pages without giving an agency two rows or a year two current versions', async () => {
    const store = await open()
    const other = await open(store.db.name)
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        save(index % 2 === 0 ? store : other, report({ numbers: footing(index) }), fileOf(String(index))),
      ),
    )
    expect(await store.db.agencies.count()).toBe(1)
    expect(await currentHeads(store)).toHaveLength(1)
    const versions = (await store.db.reports.toArray()).map(({ version }) => version)
    expect(versions.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
  })
})
