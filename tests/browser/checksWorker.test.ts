import { readXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { correctCell } from '@/store/corrections'
import { editAgency } from '@/store/editAgency'
import type { Store } from '@/store/db'
import { journaled, undoStep } from '@/store/journal'
import { confirmMembers, declareNil } from '@/store/memberWords'
import { currentRows } from '@/store/reading'
import { deleteReport } from '@/store/versions'
import type { ChecksApi, Mark } from '@/workers/checksApi'
import type { FindingLine } from '@/workers/findingLine'
import { connect } from '@/workers/rpc'
import type { Connection } from '@/workers/rpc'
import { dropAll, footing, open, report, save, value } from './storeFixtures'
import type { Draft, Numbers } from './storeFixtures'

let store: Store
let name: string
let worker: Worker
let checks: Connection<ChecksApi>

/** What a page knows: lines by report, told from question to question. */
let known: Map<string, readonly FindingLine[]>
let mark: Mark | null

beforeEach(async () => {
  store = await open()
  name = store.db.name
  known = new Map()
  mark = null
  worker = new Worker(new URL('../../src/workers/checks.worker.ts', import.meta.url), { type: 'module' })
  checks = connect<ChecksApi>(worker)
})
afterEach(async () => {
  checks.close()
  worker.terminate()
  await dropAll()
})

/** The lines as they are now, `rule state` each, in the order of the list; and how many reports were told. */
async function lines(): Promise<{ said: string[]; all: FindingLine[]; told: number }> {
  let told = 0
  const answer = value(
    await checks.call(
      'lines',
      { database: name, since: mark },
      {
        onProgress: (piece) => {
          if (piece.kind !== 'reports') return
          for (const { key, lines: own } of piece.reports) known.set(key, own)
          told += piece.reports.length
        },
      },
    ),
  )
  ;({ mark } = answer)
  const all = answer.order.flatMap((key) => known.get(key) ?? [])
  return { said: all.map(({ year, rule, state }) => `${String(year)} ${rule} ${state}`), all, told }
}

const rulesOnly = async (): Promise<string[]> => (await lines()).said.filter((said) => /[EW]\d/u.test(said))
const saveHead = async (draft: Draft) => {
  const saved = await save(store, report(draft))
  if (!('head' in saved)) throw new Error(saved.outcome)
  return saved.head
}
const changed = (reports: readonly { agency: string; year: number }[], agencies = false): void => {
  void checks.call('changed', {
    database: name,
    reports: reports.map(({ agency, year }) => ({ agency, year })),
    agencies,
  })
}

const carried = (received: number, carriedIn: number): Numbers => ({
  ...footing(received),
  'requests.carriedIn.natural': carriedIn,
  'requests.carriedIn.total': carriedIn,
  'requests.granted.natural': received + carriedIn,
  'requests.granted.total': received + carriedIn,
  'requests.settled.natural': received + carriedIn,
  'requests.settled.total': received + carriedIn,
})

test('findings follow corrections, words, new versions and deletions, and only what changed is told again', async () => {
  const before = await saveHead({ year: 2022, numbers: footing(5) })
  const head = await saveHead({ year: 2023, numbers: { ...footing(12), 'requests.received.total': 21 } })
  await saveHead({ agency: '临澜市民政局', year: 2023, numbers: { ...footing(3), 'review.total': 1 } })
  const first = await lines()
  expect(first.said.filter((said) => said.includes('E'))).toEqual(['2023 E1 open', '2023 E3 open', '2023 E4 open'])
  expect(value(await checks.call('counts', { database: name }))).toMatchObject({ error: 3 })

  // A word on one finding: it stands, and no other report is told again.
  const e1 = first.all.find(({ rule }) => rule === 'E1')
  const decided = value(
    await checks.call('decide', {
      database: name,
      ids: [e1?.id ?? '', 'a~2023~E1~gone'],
      says: 'setAside',
      reason: '合并统计',
      by: '张',
    }),
  )
  expect(decided.reports).toEqual([{ agency: head.agency, year: 2023 }])
  changed(decided.reports)
  const aside = await lines()
  expect(aside.told).toBe(1)
  expect(aside.said).toContain('2023 E1 setAside')
  expect(aside.all.find(({ id }) => id === e1?.id)?.decision).toMatchObject({ reason: '合并统计', by: '张' })
  expect(value(await checks.call('counts', { database: name }))).toMatchObject({ error: 2 })

  // What is listed, as a workbook in its order.
  const e3 = first.all.find(({ rule }) => rule === 'E3')
  const ids = [e3?.id ?? '', 'a~2023~E1~gone', e1?.id ?? '']
  const file = value(await checks.call('workbook', { database: name, ids, language: 'zh', example: true }))
  const [sheet] = (await readXlsx(new Uint8Array(await file.arrayBuffer()))).sheets
  expect(sheet?.rows[0]?.[0]).toContain('示例')
  expect(sheet?.rows.slice(1).map((row) => [row[3], ...row.slice(-4, -1)])).toEqual([
    ['规则', '处理', '理由', '处理人'],
    ['E3', '未看', '', ''],
    ['E1', '已搁置', '合并统计', '张'],
  ])

  // Another number: what was said no longer holds, and says so.
  await correctCell(store, head.id, { field: 'requests.received.total', to: 22, reason: '核对', by: '' })
  changed([head])
  expect(await rulesOnly()).toContain('2023 E1 changed')
  const whole = value(await checks.call('finding', { database: name, id: e1?.id ?? '' }))
  expect(whole?.standing).toMatchObject({ state: 'changed', decision: { formula: '21 + 0 ≠ 12 + 0' } })
  expect(whole?.finding.formula).toBe('22 + 0 ≠ 12 + 0')

  // The right number: the finding is gone.
  await correctCell(store, head.id, { field: 'requests.received.total', to: 12, reason: '核对', by: '' })
  changed([head])
  expect((await rulesOnly()).filter((said) => said.includes('E'))).toEqual(['2023 E4 open'])

  // A new version of another number: what rests on the year before is judged by it.
  await saveHead({ year: 2023, file: 'b.docx', numbers: carried(12, 4) })
  changed([head])
  expect(await rulesOnly()).toContain('2023 W1 open')
  expect(value(await checks.call('findingsOf', { database: name, agency: head.agency, year: 2023 }))).toHaveLength(1)
  await deleteReport(store, before.id)
  changed([before], true)
  expect(await rulesOnly()).toEqual(['2023 E4 open'])
})

test('one step is undone: a word taken back, a word replaced, a word withdrawn', async () => {
  await saveHead({ numbers: { ...footing(12), 'requests.received.total': 21 } })
  const ids = (await lines()).all.filter(({ rule }) => rule.startsWith('E')).map(({ id }) => id)
  const say = async (says: 'confirmed' | 'setAside', reason = '') => {
    const decided = value(await checks.call('decide', { database: name, ids, says, reason, by: '' }))
    changed(decided.reports)
    return decided
  }
  const undo = async (decided: Awaited<ReturnType<typeof say>>): Promise<string[]> => {
    changed(value(await checks.call('undo', { database: name, decided })))
    return (await lines()).all.filter(({ id }) => ids.includes(id)).map(({ state }) => state)
  }
  const confirmed = await say('confirmed')
  const aside = await say('setAside', '口径')
  expect(await undo(aside)).toEqual(['confirmed', 'confirmed'])
  const withdrawn = value(await checks.call('withdraw', { database: name, ids }))
  changed(withdrawn.reports)
  expect((await lines()).all.filter(({ id }) => ids.includes(id)).map(({ state }) => state)).toEqual(['open', 'open'])
  expect(await undo(withdrawn)).toEqual(['confirmed', 'confirmed'])
  expect(await undo(confirmed)).toEqual(['open', 'open'])
  expect(await checks.call('decide', { database: name, ids, says: 'setAside', reason: ' ', by: '' })).toMatchObject({
    ok: false,
    error: { reason: 'reason-missing' },
  })
})

test('an agency renamed is renamed in its findings; a database filled anew is told whole', async () => {
  const head = await saveHead({ year: 2023, numbers: { ...footing(12), 'requests.received.total': 21 } })
  await lines()
  value(await editAgency(store, head.agency, { name: '临澜市教育体育局' }))
  changed([], true)
  await lines()
  const [found] = value(await checks.call('findingsOf', { database: name, agency: head.agency, year: 2023 }))
  expect(found?.finding.agency).toBe('临澜市教育体育局')
  const run = mark?.run
  await store.db.reports.clear()
  void checks.call('changed', { database: name, reports: 'all', agencies: true })
  expect((await lines()).said).toEqual([])
  expect(mark?.run).not.toBe(run)
})

test('a government beside the sum of its members is a warning, and an error once the list is confirmed and all have reported or had nothing', async () => {
  const bureau = await saveHead({ agency: '临澜市教育局', year: 2023, numbers: footing(5) })
  const city = await saveHead({ agency: '临澜市人民政府', year: 2023, numbers: footing(7) })
  const silent = await saveHead({ agency: '临澜市信访局', year: 2022 })
  value(await editAgency(store, city.agency, { scope: 'summed', parent: null }))
  for (const { agency } of [bureau, silent])
    value(await editAgency(store, agency, { scope: 'own', parent: city.agency }))
  changed([bureau, city, silent], true)
  const sums = async (): Promise<string[]> =>
    (await lines()).all.filter(({ rule }) => rule === 'E7').map(({ severity }) => severity)
  // Who has not reported may make up the difference.
  expect(new Set(await sums())).toEqual(new Set(['info']))
  changed([value(await declareNil(store, { agency: silent.agency, year: 2023 }, '张'))])
  expect(await sums()).toContain('warning')
  expect(await sums()).not.toContain('error')
  changed([value(await confirmMembers(store, city, [bureau.agency, silent.agency], '张'))])
  expect(await sums()).toContain('error')

  // The figures that rest on its cells are marked with it, and only until it is gone.
  const marks = async () => {
    const row = (await currentRows(store, [city]))[0]
    return { errors: row?.counts.errors, inError: row?.inError.includes('requests.received.total') }
  }
  expect(await marks()).toEqual({ errors: 0, inError: false })
  expect(value(await checks.call('mark', { database: name }))).toEqual([{ agency: city.agency, year: 2023 }])
  const errors = (await sums()).filter((severity) => severity === 'error').length
  expect(await marks()).toEqual({ errors, inError: true })
  expect(value(await checks.call('mark', { database: name }))).toEqual([])
  const { journal } = value(
    await journaled(store, [bureau.agency], () =>
      store.db.agencies.update(bureau.agency, { parent: null, edited: ['parent'] }),
    ),
  )
  changed([bureau], true)
  expect(await sums()).not.toContain('error')
  expect(value(await checks.call('mark', { database: name }))).toHaveLength(1)
  expect(await marks()).toEqual({ errors: 0, inError: false })
  value(await undoStep(store, journal))
  changed([bureau], true)
  expect(value(await checks.call('mark', { database: name }))).toHaveLength(1)
  expect(await marks()).toEqual({ errors, inError: true })
  // A correction judges the report by itself.
  await correctCell(store, city.id, { field: 'review.total', to: null, reason: '空', by: '' })
  changed([city])
  value(await checks.call('mark', { database: name }))
  expect((await marks()).inError).toBe(true)
})

test('what other rules once held against a report is put right when all findings are read', async () => {
  const head = await saveHead({ year: 2023, numbers: { ...footing(12), 'requests.received.total': 21 } })
  const [right] = await currentRows(store, [head])
  const other = await saveHead({ year: 2022, numbers: footing(5) })
  await store.db.cells.update(head.id, { inError: [] })
  await store.db.reports.update(head.id, { counts: { ...head.counts, errors: 0 } })
  await store.db.cells.update(other.id, { inError: ['review.total'] })
  await store.db.reports.update(other.id, { counts: { ...other.counts, findings: 1, errors: 1 } })
  const marked = value(await checks.call('mark', { database: name }))
  expect(marked.map(({ year }) => year).sort()).toEqual([2022, 2023])
  const after = async (of: typeof head) => (await currentRows(store, [of]))[0]
  expect(right?.inError).toContain('requests.received.total')
  expect(await after(head)).toMatchObject({ counts: { errors: head.counts.errors }, inError: right?.inError })
  expect(await after(other)).toMatchObject({ counts: { findings: 0, errors: 0 }, inError: [] })
})
