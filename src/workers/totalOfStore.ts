import { TABLE_IDS } from '../form/version'
import { fieldsOf } from '../form/fields'
import type { FieldId } from '../form/fields'
import type { Agency } from '../register/agency'
import { listAgencies } from '../store/agencies'
import type { Store } from '../store/db'
import { isConfirmed, memberWords } from '../store/memberWords'
import { currentRows } from '../store/reading'
import type { ReportRow } from '../store/rows'
import type { FiledCell, FiledReport } from '../totals/filed'
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
  const { nil, confirmed } = await memberWords(store, year)
  const total = totalOf({
    tree,
    parent,
    year,
    reports: rows.flatMap((row) => {
      const body = bodies.get(row.agency)
      return body ? [filedReport(row, body)] : []
    }),
    nil: new Set(nil.map(({ agency }) => tree.find(agency)?.id ?? agency)),
  })
  const said = confirmed.find(({ agency }) => tree.find(agency)?.id === parent.id)
  const members = total.ok ? total.value.membership.members.map(({ agency }) => agency.id) : []
  const holds = said && isConfirmed(said, members, (id) => tree.find(id)?.id ?? id)
  return { total, confirmed: holds ? { by: said.by, at: said.at } : null }
}

/** A stored report as sums take it: corrections in; forced values stay out, for they are offered and not said. */
function filedReport({ source, year, forms, cells, corrected }: ReportRow, body: Agency): FiledReport {
  const filed = new Map<FieldId, FiledCell>()
  for (const table of TABLE_IDS) {
    const version = forms[table]
    for (const { id } of version ? fieldsOf(table, version) : []) {
      const cell = cells[id] ?? { value: null, state: 'unread' as const, place: {} }
      const correction = corrected[id]
      filed.set(
        id,
        correction === undefined
          ? { value: cell.value, state: cell.state, place: cell.place }
          : { value: correction, state: 'corrected', place: cell.place },
      )
    }
  }
  const { file, part } = source
  return { file, ...(part === undefined ? {} : { part }), year, body, forms, cells: filed }
}
