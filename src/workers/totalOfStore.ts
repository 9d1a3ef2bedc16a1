import { TABLE_IDS } from '../form/version'
import { fieldsOf } from '../form/fields'
import type { FieldId } from '../form/fields'
import type { Agency } from '../register/agency'
import { countingCell } from '../report/countingCell'
import type { CountingCell } from '../report/countingCell'
import { listAgencies } from '../store/agencies'
import type { Store } from '../store/db'
import { memberWords } from '../store/memberWords'
import { currentRows } from '../store/reading'
import type { ReportRow } from '../store/rows'
import type { FiledReport } from '../totals/filed'
import { confirmationOf, nilIn } from '../totals/memberFacts'
import { MemberTree } from '../totals/memberTree'
import { totalOf } from '../totals/total'
import type { TotalAnswer } from './totalApi'

/** Reads what a government's total of a year is made of, and sums it. `null` where the register has no such agency. */
export async function totalOfStore(store: Store, parentId: string, year: number): Promise<TotalAnswer | null> {
  const tree = new MemberTree(await listAgencies(store))
  const parent = tree.find(parentId)
  if (!parent) return null
  const bodies = new Map([parent, ...tree.allBelow(parent.id)].map((agency) => [agency.id, agency]))
  const rows = await currentRows(
    store,
    [...bodies.keys()].map((agency) => ({ agency, year })),
  )
  const words = await memberWords(store)
  const total = totalOf({
    tree,
    parent,
    year,
    reports: rows.flatMap((row) => {
      const body = bodies.get(row.agency)
      return body ? [filedReport(row, body)] : []
    }),
    nil: nilIn(words, year, tree),
  })
  const said = total.ok ? confirmationOf(words.confirmed, total.value.membership, tree) : undefined
  return { total, confirmed: said ? { by: said.by, at: said.at } : null }
}

/** A stored report as sums take it: corrections in; forced values stay out, for they are offered and not said. */
function filedReport(row: ReportRow, body: Agency): FiledReport {
  const filed = new Map<FieldId, CountingCell>()
  for (const table of TABLE_IDS) {
    const version = row.forms[table]
    for (const { id } of version ? fieldsOf(table, version) : []) filed.set(id, countingCell(row, id))
  }
  const { source, year, forms, inError } = row
  const { file, part } = source
  return { file, ...(part === undefined ? {} : { part }), year, body, forms, cells: filed, inError: new Set(inError) }
}
