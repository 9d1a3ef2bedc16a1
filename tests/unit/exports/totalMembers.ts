import { totalDocx } from '@/exports/total/totalDocx'
import { parseFile } from '@/extract/parse'
import { FIELDS } from '@/form/fields'
import type { Report } from '@/report/report'
import type { FiledReport } from '@/totals/filed'
import { MemberTree } from '@/totals/memberTree'
import { totalOf } from '@/totals/total'
import type { Total } from '@/totals/total'
import { agency, filed } from '../totals/filed'

export const government = agency('g', '青溪县人民政府', null)
export const bodies = ['教育局', '财政局', '=SUM(A1)局', '水利局\u0007<w:p/>'].map((name, at) =>
  agency(`m${at}`, name, 'g'),
)
export const old = { proactive: '2019', requests: '2019', disputes: '2021' } as const

/** A figure for every field, another for each member; amounts with decimals. */
export const figures = (seed: number): Record<string, number> =>
  Object.fromEntries(FIELDS.map(({ id, unit }, at) => [id, ((at * 7 + seed * 5) % 23) / (unit === 'money' ? 16 : 1)]))

export function totalOfMembers(reports: readonly FiledReport[], year = 2024): Total {
  const tree = new MemberTree([government, ...bodies])
  const total = totalOf({ tree, parent: government, year, reports })
  if (!total.ok) throw new Error(total.error.reason)
  return total.value
}

export const body = (at: number) => bodies[at] ?? government
/** Two whole reports, one with blanks, one missing, and the government's own. */
export const patchy = (year: number): Total =>
  totalOfMembers(
    [
      filed(body(0), year, figures(1)),
      filed(body(1), year, { ...figures(2), 'requests.received.total': null, 'review.total': null }),
      filed(body(2), year, figures(3)),
      filed(government, year, figures(6)),
    ],
    year,
  )

export async function readBack(total: Total): Promise<Report> {
  const bytes = await totalDocx(total, { example: false })
  for await (const read of parseFile({ path: 'total.docx', bytes })) if (read.ok) return read.value
  throw new Error('no report')
}

export const valuesOf = (total: Total) =>
  Object.fromEntries([...total.sums.cells].map(([field, { value }]) => [field, value]))
export const cellValues = ({ cells }: Report) =>
  Object.fromEntries(Object.entries(cells).map(([field, cell]) => [field, cell?.value ?? null]))
