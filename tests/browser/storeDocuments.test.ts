import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { PlainDocument } from '@/report/plainDocument'
import { listAgencies, RegisterCopy, reportingAgencies } from '@/store/agencies'
import { makeBackup } from '@/store/backup'
import type { Store } from '@/store/db'
import { assignDocument, deleteDocument, documentDetail, listDocuments, saveDocument } from '@/store/documents'
import type { SavedDocument } from '@/store/documents'
import { deleteAgency } from '@/store/editAgency'
import { hasReports } from '@/store/empty'
import { undoStep } from '@/store/journal'
import { mergeAgencies } from '@/store/mergeAgencies'
import { currentHeads } from '@/store/reading'
import { restoreBackup } from '@/store/restore'
import { splitAgency } from '@/store/splitAgency'
import type { ImportApi, ImportResult } from '@/workers/importApi'
import { importThrough } from '@/workers/importThrough'
import { connect } from '@/workers/rpc'
import type { Connection } from '@/workers/rpc'
import { dropAll, everything, fileOf, open, report, save, value } from './storeFixtures'

afterEach(dropAll)

function plain(more: Partial<PlainDocument> = {}): PlainDocument {
  return {
    source: { file: '2016.txt', format: 'text' },
    title: '临澜市水利局2016年政府信息公开工作年度报告',
    agency: '临澜市水利局',
    year: 2016,
    evidence: {},
    blocks: [{ kind: 'paragraph', text: '照常开展。' }],
    ...more,
  }
}

async function keep(store: Store, document = plain(), file = fileOf(JSON.stringify(document))): Promise<SavedDocument> {
  return value(await saveDocument(store, await RegisterCopy.of(store), document, 'old-form', file))
}

async function idOf(store: Store, name: string): Promise<string> {
  return (await store.db.agencies.where('name').equals(name).first())?.id ?? ''
}

describe('documents without numbers, in Chromium', () => {
  it('are kept with their words and their file, once for the same bytes', async () => {
    const store = await open()
    const { row, outcome, agencyName, agencyCreated } = await keep(store)
    expect({ outcome, agencyName, agencyCreated }).toEqual({
      outcome: 'new',
      agencyName: '临澜市水利局',
      agencyCreated: true,
    })
    const detail = await documentDetail(store, row.id)
    expect(detail).toMatchObject({
      row: { year: 2016, kind: 'old-form' },
      blocks: plain().blocks,
      file: { kept: true },
    })
    const before = await everything(store)
    expect((await keep(store)).outcome).toBe('unchanged')
    expect(await everything(store)).toEqual(before)
    expect(await hasReports(store)).toBe(true)
  })

  it('stand in no list of reports, and an agency that only they made owes none', async () => {
    const store = await open()
    await keep(store)
    await save(store, report())
    expect(await currentHeads(store)).toHaveLength(1)
    expect((await listAgencies(store)).map(({ name }) => name)).toContain('临澜市水利局')
    expect((await reportingAgencies(store)).map(({ name }) => name)).toEqual(['临澜市教育局'])
    await save(store, report({ agency: '临澜市水利局' }))
    expect((await reportingAgencies(store)).map(({ name }) => name)).toContain('临澜市水利局')
  })

  it('wait for agency and year where reading does not tell, and what a person says is remembered for the bytes', async () => {
    const store = await open()
    const unknown = plain({ agency: null, year: 2019 })
    const { row } = await keep(store, unknown)
    expect(row).toMatchObject({ agency: null, year: null })
    const word = { agency: { name: '临澜市水利局' }, by: '' }
    expect(await assignDocument(store, row.id, { ...word, year: 2019 })).toMatchObject({
      ok: false,
      error: { reason: 'document-year' },
    })
    value(await assignDocument(store, row.id, { ...word, year: 2013 }))
    expect(await listDocuments(store)).toMatchObject([{ year: 2013, agency: expect.any(String) as string }])
    value(await deleteDocument(store, row.id))
    expect((await keep(store, unknown)).row).toMatchObject({ year: 2013 })
  })

  it('go whole: words, file and original, and the agency that nothing else names', async () => {
    const store = await open()
    const empty = await everything(store)
    const { row } = await keep(store)
    value(await deleteDocument(store, row.id))
    expect(await everything(store)).toEqual(empty)
    expect(await deleteDocument(store, row.id)).toMatchObject({ ok: false, error: { reason: 'not-found' } })
  })

  it('follow their agency into another and out of it, and come back when the step is taken back', async () => {
    const store = await open()
    const { row } = await keep(store)
    await save(store, report())
    const [drop = '', to = ''] = await Promise.all(['临澜市水利局', '临澜市教育局'].map((name) => idOf(store, name)))
    const before = await everything(store)
    const merged = value(await mergeAgencies(store, { keep: to, drop, by: '' }))
    expect(await store.db.documents.get(row.id)).toMatchObject({ agency: to })
    const split = value(await splitAgency(store, { from: to, name: '临澜市水利局', by: '' }))
    expect(await store.db.documents.get(row.id)).toMatchObject({ agency: drop })
    value(await undoStep(store, split.journal))
    value(await undoStep(store, merged.journal))
    expect(await everything(store)).toEqual(before)
    expect(await deleteAgency(store, drop)).toMatchObject({ ok: false, error: { reason: 'agency-in-use' } })
  })

  it('are in a backup and come back from it', async () => {
    const store = await open()
    await keep(store)
    const before = await everything(store)
    const other = await open()
    value(await restoreBackup(other, new File([value(await makeBackup(store))], 'b.zip')))
    expect(await everything(other)).toEqual(before)
  })
})

describe('importing a document of before 2019, in Chromium', () => {
  let worker: Worker
  let connection: Connection<ImportApi>
  beforeAll(() => {
    worker = new Worker(new URL('../../src/workers/import.worker.ts', import.meta.url), { type: 'module' })
    connection = connect<ImportApi>(worker)
  })
  afterAll(() => {
    worker.terminate()
  })

  it('keeps it, asks for what it does not tell, and changes nothing the second time', async () => {
    const store = await open()
    const files = [
      ['甲.txt', '青河县水利局2012年政府信息公开工作年度报告\n一、概述\n照常开展。'],
      ['乙.txt', '政府信息公开情况统计表\n统计指标\n主动公开政府信息数\n10\n收到申请数\n2'],
    ].map(([path = '', text = '']) => ({ path, file: new File([text], path) }))
    const run = async (): Promise<ImportResult[]> => {
      const results: ImportResult[] = []
      await importThrough(
        connection,
        { database: store.db.name, files },
        { onProgress: (event) => results.push(...event.results) },
      )
      return results
    }
    expect(await run()).toMatchObject([
      { kind: 'kept', outcome: 'new', file: '甲.txt', agencyName: '青河县水利局', year: 2012 },
      { kind: 'kept', outcome: 'new', file: '乙.txt', agencyName: null, year: null },
    ])
    const before = await everything(store)
    expect((await run()).map((result) => result.kind === 'kept' && result.outcome)).toEqual(['unchanged', 'unchanged'])
    expect(await everything(store)).toEqual(before)
    expect(await store.db.reports.count()).toBe(0)
  })
})
