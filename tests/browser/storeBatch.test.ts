import { afterEach, describe, expect, it } from 'vitest'
import { RegisterCopy } from '@/store/agencies'
import { editAgency } from '@/store/editAgency'
import { correctCell } from '@/store/corrections'
import { currentHeads } from '@/store/reading'
import { saveReport, saveReports } from '@/store/saveReport'
import type { ReadReport } from '@/store/saveReport'
import { deleteReport } from '@/store/versions'
import type { ImportResult } from '@/workers/importApi'
import { ImportWriter } from '@/workers/importWriter'
import { dropAll, everything, fileOf, footing, open, report, save, value } from './storeFixtures'
import type { Draft } from './storeFixtures'

afterEach(dropAll)

const NOW = new Date('2025-02-01T00:00:00.000Z')

function read(draft: Draft, bytes = JSON.stringify(draft)): ReadReport {
  const file = draft.file ?? 'a.docx'
  return { report: report({ ...draft, file }), file: fileOf(bytes, file) }
}

/** What the database refuses to keep. */
function unstorable(draft: Draft): ReadReport {
  const { report: good, file } = read(draft)
  return { report: { ...good, sections: [{ number: 1, heading: (() => '') as unknown as string, text: '' }] }, file }
}

/** Reports that meet each other: versions, parts of one file, short and bare names, an agency or year that is not known. */
function meeting(): ReadReport[] {
  const parts = [1, 2].map((part): ReadReport => {
    const { report: whole, file } = read({ agency: `临澜市第${part}中学`, file: '两份.docx' }, '两份')
    return { report: { ...whole, source: { ...whole.source, part } }, file }
  })
  return [
    read({ year: 2022, numbers: footing(1) }),
    read({ year: 2023, numbers: footing(2) }),
    read({ year: 2023, numbers: footing(3) }),
    read({ year: 2023, numbers: footing(4) }),
    ...parts,
    read({ agency: '清川区财政局', year: 2023 }),
    read({ agency: '东岭区财政局', year: 2023 }),
    read({ agency: '财政局', year: 2023, numbers: footing(5) }),
    read({ agency: '财政局', year: 2023, numbers: footing(6) }),
    read({ agency: '清川区人民政府财政局', year: 2023, numbers: footing(7) }),
    read({ agency: null, numbers: footing(8) }),
    read({ agency: '临澜市新局', year: null }),
  ]
}

describe('a batch of reports, in Chromium', () => {
  it('leaves the database as one by one would, row for row, and says the same of each', async () => {
    const together = await open()
    const alone = await open()
    for (const store of [together, alone]) {
      // A person's words that some of the reports meet.
      const first = await saveReport(store, await RegisterCopy.of(store), ...asked(read({ year: 2022 })), NOW)
      const saved = value(first)
      if (saved.outcome !== 'new') throw new Error(saved.outcome)
      const { id, agency } = saved.head
      value(await editAgency(store, agency, { name: '临澜市教育体育局' }))
      const correction = { field: 'requests.received.total', to: 9, reason: '核对', by: '张' } as const
      value(await correctCell(store, id, correction, NOW))
    }
    const all = value(await saveReports(together, await RegisterCopy.of(together), meeting(), NOW))
    const register = await RegisterCopy.of(alone)
    const each: unknown[] = []
    for (const one of meeting()) each.push(value(await saveReport(alone, register, ...asked(one), NOW)))
    expect(all).toEqual(each)
    expect(new Set(all.map(({ outcome }) => outcome))).toEqual(new Set(['new', 'version', 'pending']))
    expect(await everything(together)).toEqual(await everything(alone))

    const again = value(await saveReports(together, await RegisterCopy.of(together), meeting()))
    expect(again.map(({ outcome }) => outcome)).toEqual(
      all.map(({ outcome }) => (outcome === 'pending' ? 'pending' : 'unchanged')),
    )
    expect(await everything(together)).toEqual(await everything(alone))
  })

  it('is written whole or not at all, and teaches the register nothing when it is not', async () => {
    const store = await open()
    const register = await RegisterCopy.of(store)
    const good = read({ agency: '临澜市水利局' })
    await expect(saveReports(store, register, [good, unstorable({ agency: '临澜市民政局' })])).rejects.toThrow(
      /clone/iu,
    )
    expect(await everything(store)).toEqual(await everything(await open()))
    const saved = value(await saveReports(store, register, [good]))
    expect(saved).toMatchObject([{ outcome: 'new', agencyCreated: true }])
    expect(await store.db.agencies.count()).toBe(1)
  })

  it('finds no agency that another page removed meanwhile', async () => {
    const store = await open()
    const register = await RegisterCopy.of(store)
    const [first] = value(await saveReports(store, register, [read({ year: 2022 })]))
    if (first?.outcome !== 'new') throw new Error('not stored')
    value(await deleteReport(store, first.head.id))
    expect(await store.db.agencies.count()).toBe(0)
    const saved = value(await saveReports(store, register, [read({ year: 2022 }), read({ year: 2023 })]))
    expect(saved).toMatchObject([{ agencyCreated: true }, { agencyCreated: false }])
    expect(await currentHeads(store)).toHaveLength(2)
  })
})

it('the writer of an import names the one report that cannot be written and stores the others', async () => {
  const store = await open()
  const results: ImportResult[] = []
  const writer = new ImportWriter(
    store,
    await RegisterCopy.of(store),
    (result) => results.push(result),
    () => Promise.resolve(false),
  )
  const good = ['水利局', '民政局'].map((name) => read({ agency: `临澜市${name}`, file: `${name}.docx` }))
  const [first, last] = good
  if (!first || !last) throw new Error('no reports')
  for (const one of [first, unstorable({ file: '坏.docx' }), last]) await writer.add([one])
  await writer.settle()
  expect(results.map(({ kind, file }) => [kind, file])).toEqual([
    ['stored', '水利局.docx'],
    ['unsaved', '坏.docx'],
    ['stored', '民政局.docx'],
  ])
  expect(results[1]).toMatchObject({ error: { reason: 'fault' } })
  expect(writer.stopped).toBeNull()
  expect((await store.db.agencies.toArray()).map(({ name }) => name).sort()).toEqual(['临澜市民政局', '临澜市水利局'])
  expect(await save(store, first.report, first.file)).toMatchObject({ outcome: 'unchanged' })
})

function asked({ report: given, file }: ReadReport): [ReadReport['report'], ReadReport['file']] {
  return [given, file]
}
