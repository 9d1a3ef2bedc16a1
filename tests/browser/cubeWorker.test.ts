import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Query, QueryResult } from '@/cube/query'
import { fieldsOf } from '@/form/fields'
import type { FieldId } from '@/form/fields'
import type { Cell, Report } from '@/report/report'
import { RegisterCopy } from '@/store/agencies'
import { editAgency } from '@/store/editAgency'
import { correctCell } from '@/store/corrections'
import { openStore } from '@/store/db'
import type { Store } from '@/store/db'
import { saveReport } from '@/store/saveReport'
import { deleteReport } from '@/store/versions'
import type { CubeApi, CubeChange } from '@/workers/cubeApi'
import { connect } from '@/workers/rpc'
import type { Connection } from '@/workers/rpc'

const RECEIVED = 'requests.received.total'
const BY_YEAR: Query = { figures: [RECEIVED], groupBy: ['year'], where: {} }

let name: string
let store: Store
let worker: Worker
let cube: Connection<CubeApi>
let tests = 0

beforeEach(async () => {
  name = `gouji-cube-test-${tests++}`
  const opened = await openStore(name)
  if (!opened.ok) throw new Error(opened.error.reason)
  store = opened.value
  worker = new Worker(new URL('../../src/workers/cube.worker.ts', import.meta.url), { type: 'module' })
  cube = connect<CubeApi>(worker)
})

afterEach(async () => {
  cube.close()
  worker.terminate()
  await store.db.delete()
})

/** A report of the 2021 form that foots: `received` requests by natural persons, all granted. */
function report(agency: string, year: number, received: number): Report {
  const cells: Partial<Record<FieldId, Cell>> = {}
  for (const { id } of fieldsOf('requests', '2021')) {
    const counted = /^requests\.(received|granted|settled)\.(natural|total)$/u.test(id)
    const value = counted ? received : 0
    cells[id] = { value, state: 'printed', raw: String(value), place: { table: 2 } }
  }
  return {
    source: { file: `${agency}${year}.txt`, format: 'text' },
    title: null,
    agency,
    year,
    evidence: {},
    forms: { requests: '2021' },
    cells,
    issues: [],
    sections: [],
  }
}

let files = 0
async function save(agency: string, year: number, received: number): Promise<string> {
  const file = { hash: String(1000 + files++).padEnd(64, '0'), name: `${agency}.txt`, size: 1 }
  const saved = await saveReport(store, await RegisterCopy.of(store), report(agency, year, received), file)
  if (!saved.ok || saved.value.outcome !== 'new') throw new Error(`${agency} was not stored as new`)
  return saved.value.head.id
}

async function query(asked = BY_YEAR): Promise<QueryResult> {
  const result = await cube.call('query', { database: name, query: asked })
  if (!result.ok) throw new Error(result.error.reason)
  return result.value
}

const sums = (result: QueryResult) => result.groups.map(({ key, figures }) => [key.year, figures[RECEIVED]?.value])
const changed = (change: Omit<CubeChange, 'database'>) => cube.call('changed', { database: name, ...change })

test('an empty database gives an empty answer', async () => {
  expect(await query()).toMatchObject({ groups: [], reports: 0, scope: null })
})

test('the cube is filled from the store at the first question and tells how far it is', async () => {
  await save('东区财政局', 2022, 5)
  await save('东区财政局', 2023, 7)
  await save('东区民政局', 2023, 11)
  const seen: number[] = []
  const result = await cube.call(
    'query',
    { database: name, query: BY_YEAR },
    { onProgress: ({ done, of }) => seen.push(done, of) },
  )
  expect(result.ok && sums(result.value)).toEqual([
    [2022, 5],
    [2023, 18],
  ])
  expect(seen).toEqual([0, 3, 3, 3])
})

test('a change that was told before a question is in its answer', async () => {
  const id = await save('东区财政局', 2023, 7)
  expect(sums(await query())).toEqual([[2023, 7]])
  const agency = (await store.db.reports.get(id))?.agency ?? ''

  await correctCell(store, id, { field: RECEIVED, to: 9, reason: '核对原件', by: '' })
  void changed({ reports: [{ agency, year: 2023 }], agencies: false })
  const corrected = await query()
  expect(sums(corrected)).toEqual([[2023, 9]])
  // 9 in all is not the 7 of natural persons: the cell now stands in an error finding as well.
  expect(corrected.groups[0]?.figures[RECEIVED]?.states).toMatchObject({ corrected: 1, inError: 1 })

  await save('东区民政局', 2023, 11)
  const other = await store.db.agencies.where('name').equals('东区民政局').first()
  void changed({ reports: [{ agency: other?.id ?? '', year: 2023 }], agencies: true })
  expect(sums(await query())).toEqual([[2023, 20]])

  await deleteReport(store, id)
  void changed({ reports: [{ agency, year: 2023 }], agencies: true })
  expect(sums(await query())).toEqual([[2023, 11]])
})

test('an edited agency counts under its new region at once', async () => {
  const id = await save('东区财政局', 2023, 7)
  const byRegion: Query = { figures: [RECEIVED], groupBy: ['region'], where: { regions: ['西区'] } }
  expect((await query(byRegion)).groups).toEqual([])
  const agency = (await store.db.reports.get(id))?.agency ?? ''
  await editAgency(store, agency, { region: '西区' })
  void changed({ reports: [], agencies: true })
  expect((await query(byRegion)).groups.map(({ key }) => key)).toEqual([{ region: '西区' }])
})

test('everything is read anew after a change too large to tell', async () => {
  await save('东区财政局', 2023, 7)
  expect((await query()).reports).toBe(1)
  await save('东区民政局', 2022, 1)
  void changed({ reports: 'all', agencies: true })
  expect(sums(await query())).toEqual([
    [2022, 1],
    [2023, 7],
  ])
})
