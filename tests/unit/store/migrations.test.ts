import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import { declareVersions, openStore } from '@/store/db'
import type { Store } from '@/store/db'
import { MIGRATIONS, SCHEMA_VERSION } from '@/store/migrations'
import { currentHeads, reportDetail } from '@/store/reading'
import schema1 from './schema1.json'

const NAME = 'migrations'

/** Fills a database as the code of an older schema left it. */
async function fill(schema: number, tables: Readonly<Record<string, readonly object[]>>): Promise<void> {
  const old = new Dexie(NAME)
  declareVersions(old, schema)
  await old.open()
  for (const [table, rows] of Object.entries(tables)) await old.table(table).bulkAdd(rows)
  old.close()
}

let store: Store | null = null
async function upgraded(): Promise<Store> {
  const opened = await openStore(NAME)
  if (!opened.ok) throw new Error(opened.error.reason)
  store = opened.value
  return opened.value
}

afterEach(async () => {
  store?.db.close()
  await Dexie.delete(NAME)
})

/** JSON knows no bytes. */
const tables1 = {
  ...schema1,
  files: schema1.files.map((file) => (file.bytes ? { ...file, bytes: Uint8Array.from(file.bytes) } : file)),
}

describe('schema 1 brought up to date, in Node', () => {
  it('keeps every row, with numbers and originals in tables of their own', async () => {
    await fill(1, tables1)
    const { db } = await upgraded()
    expect(db.verno).toBe(SCHEMA_VERSION)
    const [first] = schema1.reports
    const { evidence, cells, forced, corrected, inError, counts, ...head } = first ?? {}
    expect(await db.reports.get('r1')).toEqual({ ...head, counts: { ...counts, corrected: 1 } })
    expect(await db.cells.get('r1')).toEqual({ report: 'r1', evidence, cells, forced, corrected, inError })
    expect(await db.reports.get('r2')).toMatchObject({ version: 2, readAgency: null, counts: { corrected: 0 } })
    expect(await db.cells.count()).toBe(2)
    expect(await db.originals.toArray()).toEqual([{ hash: 'h1', bytes: Uint8Array.of(1, 2, 3) }])
    expect((await db.files.toArray()).map(({ hash, kept }) => [hash, kept])).toEqual([
      ['h1', true],
      ['h2', false],
    ])
    expect(await db.files.get('h1')).not.toHaveProperty('bytes')
    for (const table of ['agencies', 'texts', 'issues', 'findings', 'settings'] as const)
      expect(await db.table(table).toArray(), table).toEqual(schema1[table])
  })

  it('lets corrections say what the document said', async () => {
    await fill(1, tables1)
    const { db } = await upgraded()
    expect(await db.decisions.toArray()).toEqual([{ ...schema1.decisions[0], read: 21 }])
  })

  it('is read by the present code as any other database', async () => {
    await fill(1, tables1)
    const opened = await upgraded()
    expect((await currentHeads(opened)).map(({ id }) => id)).toEqual(['r2'])
    const detail = await reportDetail(opened, 'r1')
    expect(detail?.row.cells['requests.received.total']?.value).toBe(21)
    expect(detail?.versions.map(({ id }) => id)).toEqual(['r1', 'r2'])
    expect(detail?.decisions).toHaveLength(1)
  })

  it('moves more rows than one batch holds', async () => {
    const [first] = tables1.reports
    const reports = Array.from({ length: 450 }, (_, index) => ({ ...first, id: `r${index}`, year: 2019 + index }))
    await fill(1, { reports })
    const { db } = await upgraded()
    expect(await db.reports.count()).toBe(450)
    expect((await db.cells.toArray()).every(({ cells }) => cells['requests.received.total']?.value === 21)).toBe(true)
  })

  it('leaves the old database whole when the upgrade breaks off', async () => {
    await fill(1, tables1)
    const broken = new Dexie(NAME)
    declareVersions(broken)
    broken.version(SCHEMA_VERSION + 1).upgrade(() => {
      throw new Error('breaks off')
    })
    await expect(broken.open()).rejects.toThrow('breaks off')
    broken.close()
    const old = new Dexie(NAME)
    declareVersions(old, 1)
    await old.open()
    expect(old.verno).toBe(1)
    expect(await old.table('reports').get('r1')).toHaveProperty('cells')
    old.close()
  })
})

it('numbers its migrations 1, 2, 3, … without a gap', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1))
})

it('gives a new database the same tables and indexes as an old one that was brought up to date', async () => {
  const anatomy = ({ db }: Store): unknown =>
    db.tables.map(({ name, schema }) => [name, schema.primKey.src, schema.indexes.map(({ src }) => src).sort()]).sort()
  const fresh = anatomy(await upgraded())
  store?.db.close()
  await Dexie.delete(NAME)
  await fill(1, tables1)
  expect(anatomy(await upgraded())).toEqual(fresh)
})
