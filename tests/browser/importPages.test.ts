import { zipSync } from 'fflate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { sampleFiles } from '@/sample/sampleFiles'
import type { Store } from '@/store/db'
import { leftOver } from '@/store/queue'
import type { AliveRuns } from '@/store/queueLease'
import type { GivenFile, ImportApi, ImportProgress, ImportSummary } from '@/workers/importApi'
import type { ImportThrough } from '@/workers/importThrough'
import { importMore, importThrough } from '@/workers/importThrough'
import { lockedRuns } from '@/workers/runLocks'
import { connect } from '@/workers/rpc'
import type { Connection } from '@/workers/rpc'
import { dropAll, everything, open } from './storeFixtures'

const NOBODY: AliveRuns = { asked: 0, locked: null, gone: new Set() }
const ends: (() => void)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) end()
  await dropAll()
})

/** One page's import: a worker that stores, and those that read for it. */
class Page {
  readonly connection: Connection<ImportApi>
  readonly parsers: Worker[] = []
  readonly events: ImportProgress[] = []
  readonly #worker: Worker

  constructor() {
    this.#worker = new Worker(new URL('../../src/workers/import.worker.ts', import.meta.url), { type: 'module' })
    this.connection = connect<ImportApi>(this.#worker)
    ends.push(() => {
      this.close()
    })
  }

  import(store: Store, files: readonly GivenFile[], more: Partial<ImportThrough> = {}): Promise<ImportSummary> {
    const start = (): Worker => {
      const parser = new Worker(new URL('../../src/workers/parse.worker.ts', import.meta.url), { type: 'module' })
      this.parsers.push(parser)
      return parser
    }
    return importThrough(
      this.connection,
      { database: store.db.name, files, parsers: { count: 2, start }, ...more },
      { onProgress: (event) => this.events.push(event) },
    )
  }

  results() {
    return this.events.flatMap(({ results }) => results)
  }

  /** Waits for the first results. */
  begun(): Promise<void> {
    return vi.waitFor(() => expect(this.results().length).toBeGreaterThan(0), { timeout: 15_000, interval: 20 })
  }

  /** Like a tab that is closed or crashes. */
  close(): void {
    this.#worker.terminate()
    for (const parser of this.parsers) parser.terminate()
    this.connection.close()
  }
}

function samples(agencies: number, seed = 'pages'): GivenFile[] {
  const options = {
    agencies,
    years: [2022, 2023],
    seed,
    formats: ['txt', 'html', 'docx'],
    zipped: false,
    dirt: [],
  } as const
  return [...sampleFiles(options)].map(({ path, bytes }) => ({
    file: new File([new Uint8Array(bytes)], path.slice(path.lastIndexOf('/') + 1), { lastModified: 1 }),
    path,
  }))
}

async function zipOf(files: readonly GivenFile[], more: Record<string, Uint8Array> = {}): Promise<GivenFile> {
  const entries: Record<string, Uint8Array> = { ...more }
  for (const { file, path } of files) if (file) entries[path] = new Uint8Array(await file.arrayBuffer())
  return { file: new File([new Uint8Array(zipSync(entries, { level: 0 }))], '全部.zip'), path: '全部.zip' }
}

/** What a database says, but for the time of import and under which path bytes were first seen. */
async function said(store: Store): Promise<unknown> {
  const tables = await everything(store)
  const strip = (row: unknown): unknown => {
    const { name, ...rest } = row as Record<string, unknown>
    const known = Object.entries('aliases' in rest ? { ...rest, name } : rest)
    return Object.fromEntries(known.filter(([key]) => key !== 'imported' && key !== 'source'))
  }
  return Object.fromEntries(
    Object.entries(tables)
      .filter(([name]) => !name.startsWith('queue'))
      .map(([name, rows]) => [name, rows.map(strip)]),
  )
}

async function alone(files: readonly GivenFile[]): Promise<unknown> {
  const store = await open()
  await importThrough(new Page().connection, { database: store.db.name, files })
  return said(store)
}

describe('importing by several workers, in Chromium', () => {
  it('stores what one worker would, in the same order, from files and from a large archive', async () => {
    const files = samples(12)
    const expected = await alone(files)
    const store = await open()
    const page = new Page()
    expect(await page.import(store, files)).toEqual({ done: 24, of: 24, cancelled: false, stopped: null })
    expect(page.results().map(({ file }) => file)).toEqual(files.map(({ path }) => path))
    expect(await said(store)).toEqual(expected)
    const other = await open()
    const archive = await zipOf(files)
    expect(archive.file?.size).toBeGreaterThan(64 * 1024)
    const packed = new Page()
    expect(await packed.import(other, [archive])).toMatchObject({ done: 1, of: 1 })
    expect(packed.results()).toHaveLength(24)
    expect(packed.parsers).toHaveLength(2)
    const inside = packed.results().map(({ file }) => file)
    expect(inside).toEqual([...inside].sort())
    expect(await other.db.reports.count()).toBe(24)
    expect(packed.results().every(({ kind }) => kind === 'stored')).toBe(true)
  })

  it('goes on when parse workers crash or cannot be started, and loses no file but the one at fault', async () => {
    const files = samples(4)
    const store = await open()
    const page = new Page()
    const start = (): Worker => new Worker('data:text/javascript,throw new Error()', { type: 'module' })
    const summary = await page.import(store, files, { parsers: { count: 2, start } })
    expect(summary).toMatchObject({ done: 8, stopped: null })
    expect(await store.db.reports.count()).toBe(8)

    const other = await open()
    const crashing = new Page()
    const running = crashing.import(other, files)
    await crashing.begun()
    for (const parser of crashing.parsers) parser.dispatchEvent(new ErrorEvent('error'))
    expect(await running).toMatchObject({ done: 8, stopped: null })
    const lost = crashing.results().filter(({ kind }) => kind === 'refused')
    expect(lost.length).toBeLessThanOrEqual(2)
    for (const result of lost) expect(result).toMatchObject({ error: { reason: 'reader-died' } })
    expect(await other.db.reports.count()).toBe(8 - lost.length)
    await new Page().import(other, files)
    expect(await other.db.reports.count()).toBe(8)
  })

  it('holds when told and goes on, takes files that come meanwhile, and tells how far it is', async () => {
    const store = await open()
    const page = new Page()
    const running = page.import(store, samples(8))
    await page.connection.call('pause', true)
    expect(await importMore(page.connection, samples(2, 'more'))).toBe(true)
    await vi.waitFor(
      () => {
        expect(page.events[page.events.length - 1]?.position).toMatchObject({ phase: 'paused' })
      },
      { timeout: 15_000 },
    )
    expect(page.results()).toEqual([])
    expect(await store.db.reports.count()).toBe(0)
    await page.connection.call('pause', false)
    expect(await running).toEqual({ done: 20, of: 20, cancelled: false, stopped: null })
    expect(await importMore(page.connection, [])).toBe(false)
    const shares = page.events.map(({ position: { share } }) => share)
    expect(shares[shares.length - 1]).toBeCloseTo(1)
    expect(await store.db.reports.count()).toBe(20)
  })
})

describe('two pages that import at once, in Chromium', () => {
  it('leave what one page would have left', async () => {
    const files = samples(10)
    const expected = await alone(files)
    const store = await open()
    const [first, second] = [new Page(), new Page()]
    const [left, right] = [files.slice(0, 14), files.slice(8)]
    await Promise.all([first.import(store, left), second.import(store, [...right].reverse())])
    expect(await said(store)).toEqual(expected)
    const told = [...first.results(), ...second.results()]
    expect(told).toHaveLength(left.length + right.length)
    expect(told.filter(({ kind }) => kind === 'stored')).toHaveLength(20)
    expect(told.filter(({ kind }) => kind === 'unchanged')).toHaveLength(6)
  })
})

describe('a queue that outlives its page, in Chromium', () => {
  it('is gone on with by another page to where an uninterrupted import would have come', async () => {
    // So many that some surely wait when the page is held.
    const files = samples(48)
    const expected = await alone(files)
    const store = await open()
    const page = new Page()
    const closed = page
      .import(store, files, { queue: { run: 'closed', alive: NOBODY, goOn: false } })
      .catch(() => 'closed')
    await page.begun()
    // Held, so that the bytes of what waits are surely kept before the page goes.
    await page.connection.call('pause', true)
    await vi.waitFor(
      async () => {
        const waiting = await store.db.queueFiles.toArray()
        expect(waiting.length).toBeGreaterThan(0)
        expect(waiting.every(({ kept }) => kept)).toBe(true)
      },
      { timeout: 15_000, interval: 200 },
    )
    expect(await lockedRuns()).toContain('closed')
    const stored = await store.db.reports.count()
    page.close()
    expect(await closed).toBe('closed')
    await vi.waitFor(async () => {
      expect(await lockedRuns()).not.toContain('closed')
    })

    const alive = { asked: Date.now(), locked: await lockedRuns(), gone: new Set<string>() }
    const left = await leftOver(store, Date.now(), alive)
    expect(left.files.length).toBeGreaterThan(0)
    expect(left.files.length).toBeGreaterThanOrEqual(files.length - stored)
    const [next, other] = [new Page(), new Page()]
    const queue = (run: string) => ({ run, alive, goOn: true })
    const summaries = await Promise.all([
      next.import(store, [], { queue: queue('next') }),
      other.import(store, [], { queue: queue('other') }),
    ])
    // One page has it all, the other nothing.
    expect(summaries.map(({ of }) => of).sort((a, b) => a - b)).toEqual([0, left.files.length])
    expect(await said(store)).toEqual(expected)
    for (const table of ['queueRuns', 'queueFiles', 'queueBytes']) expect(await store.db.table(table).count()).toBe(0)
  })
})
