import { afterEach, describe, expect, it } from 'vitest'
import { standingsOfFindings } from '@/check/decisions'
import type { FieldId } from '@/form/fields'
import { assignReport } from '@/store/assign'
import { listAgencies } from '@/store/agencies'
import { correctCell } from '@/store/corrections'
import type { Store } from '@/store/db'
import { decideFindings, findingDecisions, withdrawFindingDecisions } from '@/store/findingDecisions'
import type { OwnFinding, Saying } from '@/store/findingDecisions'
import { isOfFinding } from '@/store/judge'
import { mergeAgencies } from '@/store/mergeAgencies'
import { currentHeads, reportDetail } from '@/store/reading'
import type { ReportDetail } from '@/store/reading'
import { deleteReport } from '@/store/versions'
import { datasetOfStore } from '@/workers/datasetOfStore'
import { dropAll, fileOf, footing, open, report, save, value } from './storeFixtures'

afterEach(dropAll)

const TOTAL: FieldId = 'requests.received.total'
const aside: Saying = { says: 'setAside', reason: '合并统计口径', by: '张' }

/** Twelve new requests whose printed total says `total`. */
const misprinted = (total = 21): ReturnType<typeof report> => report({ numbers: { ...footing(12), [TOTAL]: total } })

async function current(store: Store): Promise<ReportDetail> {
  const [head] = await currentHeads(store)
  const detail = head && (await reportDetail(store, head.id))
  if (!detail) throw new Error('no report')
  return detail
}

function errorsOf({ row: { agency, year }, findings }: ReportDetail): OwnFinding[] {
  return findings.filter(({ severity }) => severity === 'error').map((finding) => ({ agency, year, finding }))
}

/** How the error findings of a report stand. */
function states(detail: ReportDetail): string[] {
  const errors = errorsOf(detail).map(({ finding }) => finding)
  return standingsOfFindings(errors, detail.decisions.filter(isOfFinding)).map(({ state }) => state)
}

describe('words on findings, in Chromium', () => {
  it('set aside with a reason, an error marks no figure and is not counted, and does again once that is taken back', async () => {
    const store = await open()
    await save(store, misprinted())
    const before = await current(store)
    const errors = errorsOf(before)
    expect(errors.map(({ finding }) => finding.rule)).toEqual(['E1', 'E3'])
    expect(await decideFindings(store, errors, { ...aside, reason: ' ' })).toMatchObject({ ok: false })
    const rows = value(await decideFindings(store, errors, aside))

    const after = await current(store)
    expect(states(after)).toEqual(['setAside', 'setAside'])
    expect(after.row.inError).toEqual([])
    expect(after.row.counts).toMatchObject({ errors: 0 })
    expect(after.row.cells).toEqual(before.row.cells)
    expect(after.findings).toEqual(before.findings)

    const changed = value(
      await withdrawFindingDecisions(
        store,
        rows.map(({ id }) => id),
      ),
    )
    expect(changed).toEqual([{ agency: before.row.agency, year: 2023 }])
    expect((await current(store)).row).toEqual(before.row)
  })

  it('come with the findings of all rules in the data set', async () => {
    const store = await open()
    await save(store, report({ year: 2022, numbers: footing(5) }))
    const carriedIn = { 'requests.carriedIn.natural': 4, 'requests.carriedIn.total': 4 }
    await save(store, report({ year: 2023, numbers: { ...footing(12), ...carriedIn, [TOTAL]: 21 } }))
    const of2023 = async () =>
      value(await datasetOfStore(store.db.name, 'zh', () => undefined)).reports.find(({ year }) => year === 2023)
    expect((await of2023())?.findings.map(({ code }) => code)).toContain('W1')
    const [, detail] = await Promise.all((await currentHeads(store)).map(({ id }) => reportDetail(store, id)))
    if (!detail) throw new Error('no report')
    const total = errorsOf(detail).filter(({ finding }) => finding.fields.includes(TOTAL))
    value(await decideFindings(store, total, aside))
    const words = (await of2023())?.findings.filter(({ fields }) => fields.includes(TOTAL)).map(({ word }) => word)
    expect(new Set(words?.map((word) => word?.says))).toEqual(new Set(['setAside']))
    expect(words?.[0]).toMatchObject({ reason: aside.reason, by: '张' })
  })

  it('confirmed or said to be corrected by the agency, it goes on marking its figures', async () => {
    const store = await open()
    await save(store, misprinted())
    const before = await current(store)
    const [first, second] = errorsOf(before)
    if (!first || !second) throw new Error('two errors')
    value(await decideFindings(store, [first], { says: 'confirmed', reason: '', by: '张' }))
    value(await decideFindings(store, [second], { says: 'corrected', reason: '电话', by: '李' }))
    const after = await current(store)
    expect(states(after)).toEqual(['confirmed', 'corrected'])
    expect(after.row).toEqual(before.row)
  })

  it('outlives deletion and re-import, and another version that says the same', async () => {
    const store = await open()
    await save(store, misprinted(), fileOf('1'))
    value(await decideFindings(store, errorsOf(await current(store)), aside))
    await save(store, misprinted(), fileOf('2'))
    expect(states(await current(store))).toEqual(['setAside', 'setAside'])
    for (const head of await store.db.reports.toArray()) value(await deleteReport(store, head.id))
    await save(store, misprinted(), fileOf('1'))
    const again = await current(store)
    expect(states(again)).toEqual(['setAside', 'setAside'])
    expect(again.row.counts.errors).toBe(0)
  })

  it('holds no more once one of its numbers is another, says so, and holds again when the number is back', async () => {
    const store = await open()
    await save(store, misprinted())
    const { row } = await current(store)
    value(await decideFindings(store, errorsOf(await current(store)), aside))
    value(await correctCell(store, row.id, { field: TOTAL, to: 31, reason: '电话', by: '张' }))
    const changed = await current(store)
    expect(states(changed)).toEqual(['changed', 'changed'])
    expect(changed.row.counts.errors).toBe(2)
    expect(changed.row.inError).toContain(TOTAL)
    value(await correctCell(store, row.id, { field: TOTAL, to: 21, reason: '原数无误', by: '张' }))
    expect(states(await current(store))).toEqual(['setAside', 'setAside'])
  })

  it('goes along when agencies are made one, and when a report is given to another agency', async () => {
    const store = await open()
    await save(store, report({ agency: '临澜市财政局', numbers: footing(1), year: 2022 }))
    await save(store, misprinted())
    const agencies = await listAgencies(store)
    const idOf = (name: string): string => agencies.find((agency) => agency.name === name)?.id ?? ''
    const errors = errorsOf(await current2023(store))
    value(await decideFindings(store, errors, aside))
    value(await mergeAgencies(store, { keep: idOf('临澜市财政局'), drop: idOf('临澜市教育局'), by: '张' }))
    const merged = await current2023(store)
    expect(merged.row.agency).toBe(idOf('临澜市财政局'))
    expect(states(merged)).toEqual(['setAside', 'setAside'])
    expect(merged.row.counts.errors).toBe(0)

    value(await assignReport(store, merged.row.id, { agency: { name: '临澜市审计局' }, year: 2023, by: '张' }))
    expect(states(await current2023(store))).toEqual(['setAside', 'setAside'])
    expect((await findingDecisions(store)).length).toBe(2)
  })
})

async function current2023(store: Store): Promise<ReportDetail> {
  const head = (await currentHeads(store)).find(({ year }) => year === 2023)
  const detail = head && (await reportDetail(store, head.id))
  if (!detail) throw new Error('no report')
  return detail
}
