import type { FieldId } from '@/form/fields'
import type { Agency } from '@/register/agency'
import { listAgencies } from '@/store/agencies'
import { correctCell } from '@/store/corrections'
import type { Store } from '@/store/db'
import { editAgency } from '@/store/editAgency'
import { currentHead } from '@/store/reading'
import { footing, open, report, save, value } from './storeFixtures'

export const TOTAL: FieldId = 'requests.received.total'
export const NATURAL: FieldId = 'requests.received.natural'
export const A = '临澜市大数据发展局'
export const B = '临澜市数据局'

export async function idOf(store: Store, name: string): Promise<string> {
  const found = (await listAgencies(store)).find((agency) => agency.name === name)
  if (!found) throw new Error(`no agency ${name}`)
  return found.id
}

export async function byName(store: Store): Promise<Map<string, Agency>> {
  return new Map((await listAgencies(store)).map((agency) => [agency.name, agency]))
}

export async function correct(store: Store, agency: string, year: number, field: FieldId, to: number, at: string) {
  const head = await currentHead(store, { agency, year })
  return value(await correctCell(store, head?.id ?? '', { field, to, reason: '电话确认', by: '张' }, new Date(at)))
}

/** A and B with 2022 and 2023 (A), 2023 and 2024 (B), corrections on all, members, a pending report of B. */
export async function two(): Promise<{ store: Store; a: string; b: string }> {
  const store = await open()
  await save(store, report({ agency: A, year: 2022, numbers: footing(1) }))
  await save(store, report({ agency: A, year: 2023, numbers: { ...footing(12), [TOTAL]: 21 } }))
  await save(store, report({ agency: B, year: 2023, numbers: { ...footing(13), [TOTAL]: 21 } }))
  await save(store, report({ agency: B, year: 2024, numbers: { ...footing(14), [TOTAL]: 41 } }))
  await save(store, report({ agency: '临澜市数据局信息中心', year: 2024, numbers: footing(2) }))
  const [a, b] = [await idOf(store, A), await idOf(store, B)]
  value(await editAgency(store, await idOf(store, '临澜市数据局信息中心'), { parent: b }))
  await correct(store, a, 2023, TOTAL, 12, '2024-02-01T00:00:00Z')
  await correct(store, b, 2023, TOTAL, 13, '2024-02-02T00:00:00Z')
  await correct(store, b, 2024, TOTAL, 14, '2024-02-03T00:00:00Z')
  return { store, a, b }
}
