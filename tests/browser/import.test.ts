import Dexie from 'dexie'
import { zipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sampleFiles } from '@/sample/sampleFiles'
import { listAgencies } from '@/store/agencies'
import type { Store } from '@/store/db'
import { allCurrentRows, currentHeads, pendingReports, reportDetail } from '@/store/reading'
import { writeSetting } from '@/store/settings'
import { importThrough } from '@/workers/importThrough'
import type { GivenFile, ImportApi, ImportProgress, ImportResult, ImportSummary } from '@/workers/importApi'
import { connect } from '@/workers/rpc'
import type { Connection } from '@/workers/rpc'
import { dropAll, everything, open, value } from './storeFixtures'

let worker: Worker
let connection: Connection<ImportApi>
beforeAll(() => {
  worker = new Worker(new URL('../../src/workers/import.worker.ts', import.meta.url), { type: 'module' })
  connection = connect<ImportApi>(worker)
})
afterAll(() => {
  worker.terminate()
})
afterEach(dropAll)

interface Run {
  readonly summary: ImportSummary
  readonly events: readonly ImportProgress[]
  readonly results: readonly ImportResult[]
}

async function run(store: Store, files: readonly GivenFile[], signal?: AbortSignal): Promise<Run> {
  const events: ImportProgress[] = []
  const summary = await importThrough(
    connection,
    { database: store.db.name, files },
    { onProgress: (event) => events.push(event), ...(signal ? { signal } : {}) },
  )
  return { summary, events, results: events.flatMap(({ results }) => results) }
}

const OPTIONS = {
  years: [2022, 2023],
  seed: 'import',
  formats: ['txt', 'html', 'docx'],
  zipped: false,
  dirt: [],
} as const

/** A file that is there. */
type Given = GivenFile & { readonly file: File }

function samples(agencies: number, zipped = false): Given[] {
  return [...sampleFiles({ ...OPTIONS, agencies, zipped })].map(({ path, bytes }) => given(path, bytes))
}

function given(path: string, bytes: Uint8Array | string): Given {
  const part = typeof bytes === 'string' ? bytes : new Uint8Array(bytes)
  return { file: new File([part], path.slice(path.lastIndexOf('/') + 1)), path }
}

const kinds = (results: readonly ImportResult[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { kind } of results) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

describe('importing in the worker, in Chromium', () => {
  it('stores what every file says, number for number, and tells each result once', async () => {
    const store = await open()
    const files = [...sampleFiles({ ...OPTIONS, agencies: 9 })]
    const { summary, results, events } = await run(
      store,
      files.map(({ path, bytes }) => given(path, bytes)),
    )
    expect(summary).toEqual({ done: 18, of: 18, cancelled: false, stopped: null })
    expect(kinds(results)).toEqual({ stored: 18 })
    expect(results.map(({ file }) => file)).toEqual(files.map(({ path }) => path))
    expect(events[events.length - 1]?.position).toMatchObject({ phase: 'finishing', done: 18, of: 18 })
    const expected = files.flatMap(({ documents }) => documents.map(({ document }) => document.truth.report))
    const stored = new Map<string, Record<string, number | null>>()
    const names = new Map((await listAgencies(store)).map(({ id, name }) => [id, name]))
    for await (const batch of allCurrentRows(store))
      for (const { agency, year, cells } of batch)
        stored.set(
          `${names.get(agency) ?? ''} ${String(year)}`,
          Object.fromEntries(Object.entries(cells).map(([id, cell]) => [id, cell?.value ?? null])),
        )
    expect(stored.size).toBe(18)
    for (const { agency, year, values } of expected) expect(stored.get(`${agency} ${String(year)}`)).toEqual(values)
  })

  it('changes nothing the second time, whether loose or in archives within archives', async () => {
    const store = await open()
    const files = samples(4)
    await run(store, files)
    const before = await everything(store)
    const second = await run(store, files)
    expect(kinds(second.results)).toEqual({ unchanged: 8 })
    const entries = await Promise.all(
      files.map(async ({ path, file }) => [path, new Uint8Array(await file.arrayBuffer())] as const),
    )
    const inner = zipSync(Object.fromEntries(entries))
    const third = await run(store, [given('年报.zip', zipSync({ '内.zip': inner, 'Thumbs.db': new Uint8Array(3) }))])
    expect(kinds(third.results)).toEqual({ unchanged: 8 })
    expect(third.results.every(({ file }) => file.startsWith('年报.zip!/内.zip!/'))).toBe(true)
    expect(await everything(store)).toEqual(before)
  })

  it('reads archives: each member a result, each original kept under its own hash', async () => {
    const store = await open()
    const { results } = await run(store, samples(4, true))
    expect(kinds(results)).toEqual({ stored: 8 })
    expect(results.some(({ file }) => file.includes('.zip!/'))).toBe(true)
    expect(await store.db.originals.count()).toBe(8)
  })

  it('goes on past files of every bad kind, names each with its reason, and passes litter over', async () => {
    const store = await open()
    const [good] = samples(1)
    const bad = [
      given('空.docx', ''),
      given('图.docx', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)),
      given('坏.zip', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0)),
      given('信.txt', '今天开会。\n请准时参加。'),
      given('行.txt', 'a'.repeat(1_000_000)),
      given('~$锁.docx', 'x'),
      given('.DS_Store', 'x'),
    ]
    const { summary, results } = await run(store, [...bad, ...(good ? [good] : [])])
    expect(summary).toEqual({ done: 8, of: 8, cancelled: false, stopped: null })
    expect(results.map(({ file, kind }) => [file, kind])).toEqual([
      ...['空.docx', '图.docx', '坏.zip', '信.txt', '行.txt'].map((file) => [file, 'refused']),
      [good?.path, 'stored'],
    ])
    for (const result of results)
      if (result.kind === 'refused')
        expect(result.error).toMatchObject({ file: result.file, reason: expect.stringMatching(/./u) as string })
    // A browser's decoders differ from Node's.
    expect(results[1]).toMatchObject({ error: { code: 'unsupported', reason: 'picture', params: { kind: 'PNG' } } })
  })

  it('refuses a file above the cap by its size alone, without reading it, and one that could not be got at', async () => {
    const store = await open()
    const huge = new File([new Uint8Array(1)], '大.docx')
    const part = new Uint8Array(8 * 1024 * 1024)
    const large = new File(
      Array.from({ length: 26 }, () => part),
      '大.docx',
    )
    const { results } = await run(store, [
      { file: large, path: '大.docx' },
      { file: huge, path: '小.docx' },
      { file: null, path: '锁.docx' },
    ])
    expect(results).toMatchObject([
      { kind: 'refused', file: '大.docx', error: { code: 'too-large' } },
      { kind: 'refused', file: '小.docx' },
      { kind: 'refused', file: '锁.docx', error: { code: 'unreadable', reason: 'no-access' } },
    ])
  })

  it('stops when cancelled with whole reports stored, and takes up the rest afterwards', async () => {
    const store = await open()
    const files = samples(30)
    const abort = new AbortController()
    const events: ImportProgress[] = []
    const summary = await importThrough(
      connection,
      { database: store.db.name, files },
      {
        signal: abort.signal,
        onProgress: (event) => {
          events.push(event)
          if (event.results.length > 0) abort.abort()
        },
      },
    )
    expect(summary).toMatchObject({ cancelled: true, of: 60, stopped: null })
    expect(summary.done).toBeLessThan(60)
    const count = await store.db.reports.count()
    expect(count).toBe(kinds(events.flatMap(({ results }) => results))['stored'])
    expect(await store.db.cells.count()).toBe(count)
    expect(await store.db.texts.count()).toBe(count)
    const rest = await run(store, files)
    expect(kinds(rest.results)).toEqual({ unchanged: count, stored: 60 - count })
    expect(await currentHeads(store)).toHaveLength(60)
  })

  it('leaves every report whole when the worker is killed in the midst of writing', async () => {
    const store = await open()
    const own = new Worker(new URL('../../src/workers/import.worker.ts', import.meta.url), { type: 'module' })
    const doomed = connect<ImportApi>(own)
    const seen = new Promise<void>((resolve) => {
      importThrough(
        doomed,
        { database: store.db.name, files: samples(30) },
        {
          onProgress: ({ results }) => {
            if (results.length > 0) resolve()
          },
        },
      ).then(
        () => undefined,
        () => undefined,
      )
    })
    await seen
    own.terminate()
    doomed.close()
    const again = await open(store.db.name)
    const heads = await again.db.reports.toArray()
    expect(heads.length).toBeGreaterThan(0)
    for (const head of heads) {
      const detail = await reportDetail(again, head.id)
      expect(detail?.issues).toHaveLength(head.counts.issues)
      expect(detail?.findings).toHaveLength(head.counts.findings)
      expect(detail?.file?.reports).toEqual([head.id])
      expect(await again.db.agencies.get(head.agency)).toBeDefined()
    }
    for (const table of ['cells', 'texts', 'files', 'originals'])
      expect(await again.db.table(table).count()).toBe(heads.length)
  })

  it('keeps a changed re-issue as version 2 and a report of nobody waiting', async () => {
    const store = await open()
    const [first] = samples(1)
    if (!first) throw new Error('no sample')
    await run(store, [first])
    const text = await first.file.text()
    const reissued = await run(store, [given(first.path, `${text}\n（更正版）\n`)])
    expect(reissued.results).toMatchObject([{ kind: 'stored', outcome: 'version', version: 2, differing: 0 }])
    const nobody = text.replaceAll(/.*(?:年|局|府|委|办|镇|乡|街道).*\n/gu, '')
    const { results } = await run(store, [given('x.txt', nobody)])
    if (results[0]?.kind === 'pending') expect(await pendingReports(store)).toHaveLength(1)
    else expect(results[0]?.kind).toBe('refused')
  })

  it('keeps no originals where the setting says so', async () => {
    const store = await open()
    value(await writeSetting(store, 'keepOriginals', false))
    await run(store, samples(2))
    expect(await store.db.originals.count()).toBe(0)
    expect((await store.db.files.toArray()).map(({ kept }) => kept)).toEqual([false, false, false, false])
  })
})

it('tells why nothing was begun where the database belongs to a newer Gouji', async () => {
  const name = `newer-${String(Date.now())}`
  const newer = new Dexie(name)
  newer.version(99).stores({ things: 'id' })
  await newer.open()
  newer.close()
  const summary = await importThrough(connection, { database: name, files: samples(1) })
  expect(summary).toMatchObject({ done: 0, of: 2, stopped: { reason: 'newer-schema' } })
  await Dexie.delete(name)
})
