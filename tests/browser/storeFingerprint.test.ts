import { afterEach, describe, expect, it } from 'vitest'
import { makeBackup } from '@/store/backup'
import { withdrawCorrection } from '@/store/corrections'
import { deleteAgency, editAgency } from '@/store/editAgency'
import { fingerprintOf } from '@/store/fingerprint'
import { undoStep } from '@/store/journal'
import { declareNil, withdrawNil } from '@/store/memberWords'
import { mergeAgencies } from '@/store/mergeAgencies'
import { currentHead } from '@/store/reading'
import { restoreBackup } from '@/store/restore'
import { saveView } from '@/store/savedViews'
import type { Store } from '@/store/db'
import { deleteReport, makeCurrent } from '@/store/versions'
import { A, B, byName, correct, NATURAL, TOTAL, two } from './registerFixtures'
import { dropAll, footing, open, report, save, value } from './storeFixtures'

afterEach(dropAll)

const of = async (store: Store): Promise<string> => (await fingerprintOf(store)).text

describe('the fingerprint of the data, in Chromium', () => {
  it('is eight signs, and none where there is no report', async () => {
    const { store } = await two()
    expect(await of(store)).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/u)
    expect(await fingerprintOf(await open())).toEqual({ text: '', at: '' })
  })

  it('is the same after backup and restore elsewhere, and where the same files came in another order', async () => {
    const { store } = await two()
    const other = await open()
    value(await restoreBackup(other, new File([value(await makeBackup(store))], 'b.zip')))
    expect(await fingerprintOf(other)).toEqual(await fingerprintOf(store))

    const reports = [2019, 2020, 2021].map((year) => report({ year, numbers: footing(year) }))
    const [one, second] = [await open(), await open()]
    for (const own of reports) await save(one, own)
    for (const own of reports.reverse()) await save(second, own)
    expect(await of(one)).toBe(await of(second))
    expect(await of(one)).not.toBe(await of(store))
  })

  it('is another after a correction, and the same once it is taken back or made again', async () => {
    const { store, a } = await two()
    const before = await of(store)
    const { id } = await correct(store, a, 2023, NATURAL, 11, '2026-03-01T00:00:00Z')
    const corrected = await fingerprintOf(store)
    expect(corrected.text).not.toBe(before)
    expect(corrected.at >= '2026-03-01T00:00:00Z').toBe(true)
    value(await withdrawCorrection(store, id))
    expect(await of(store)).toBe(before)
    await correct(store, a, 2023, NATURAL, 10, '2026-03-03T00:00:00Z')
    expect(await of(store)).not.toBe(corrected.text)
    await correct(store, a, 2023, NATURAL, 11, '2026-03-04T00:00:00Z')
    expect(await of(store)).toBe(corrected.text)
    await correct(store, a, 2023, TOTAL, 11, '2026-03-05T00:00:00Z')
    expect(await of(store)).not.toBe(corrected.text)
  })

  it('is another after an import, another version, a rename, a merge, a nil return, and the same once each is undone', async () => {
    const { store, a, b } = await two()
    const seen = new Set([await of(store)])
    const changed = async (): Promise<void> => {
      const now = await of(store)
      expect(seen.has(now)).toBe(false)
      seen.add(now)
    }
    const [before] = seen
    const renamed = value(await editAgency(store, a, { name: '临澜市数据资源局' })).journal
    await changed()
    value(await undoStep(store, renamed))
    expect(await of(store)).toBe(before)

    const merged = value(await mergeAgencies(store, { keep: a, drop: b, by: '' })).journal
    await changed()
    value(await undoStep(store, merged))
    expect(await of(store)).toBe(before)

    value(await declareNil(store, { agency: a, year: 2020 }, ''))
    await changed()
    value(await withdrawNil(store, { agency: a, year: 2020 }))
    expect(await of(store)).toBe(before)

    const first = await currentHead(store, { agency: a, year: 2022 })
    const saved = await save(store, report({ agency: A, year: 2022, numbers: footing(3), file: 'new.docx' }))
    await changed()
    value(await makeCurrent(store, first?.id ?? ''))
    expect(await of(store)).toBe(before)
    if (saved.outcome !== 'version') throw new Error(saved.outcome)
    value(await deleteReport(store, saved.head.id))
    expect(await of(store)).toBe(before)
  })

  it('does not mind what is kept beside the data, nor other names of an agency', async () => {
    const { store, b } = await two()
    const before = await of(store)
    value(await saveView(store, { name: 'x', page: 'compare', query: {} }))
    value(await editAgency(store, b, { aliases: ['市数据局'] }))
    expect((await byName(store)).get(B)?.aliases).toEqual(['市数据局'])
    expect(await of(store)).toBe(before)
    expect(await deleteAgency(store, b)).toMatchObject({ ok: false })
    expect(await of(store)).toBe(before)
  })
})
