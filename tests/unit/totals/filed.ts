import { fieldsOf } from '@/form/fields'
import type { FieldId } from '@/form/fields'
import { TABLE_IDS, versionOfYear } from '@/form/version'
import type { Agency } from '@/register/agency'
import { proposeAgency } from '@/register/propose'
import { NO_REGIONS } from '@/register/regions'
import { cityAgencies, cityReports } from '@/sample/city'
import type { CountingCell } from '@/report/countingCell'
import type { OwnedReport } from '@/totals/filed'
import { MemberTree } from '@/totals/memberTree'
import { membersOf } from '@/totals/members'
import type { Membership, MembershipInput } from '@/totals/members'

/** An agency of a register; its scope follows from its name. */
export function agency(id: string, name: string, parent: string | null, more: Partial<Agency> = {}): Agency {
  return { ...proposeAgency(name, NO_REGIONS), id, parent, edited: [], ...more }
}

type Values = Readonly<Partial<Record<FieldId, number | null>>>

/** A report on the forms of its year: 0 where nothing is said, blank where `null` is. */
export function filed(
  body: Agency,
  year: number,
  values: Values = {},
  forms: OwnedReport['forms'] = formsOf(year),
): OwnedReport {
  const cells = new Map<FieldId, CountingCell>()
  for (const table of TABLE_IDS) {
    const version = forms[table]
    for (const { id } of version ? fieldsOf(table, version) : []) {
      const value = values[id] === undefined ? 0 : values[id]
      cells.set(id, { value, state: value === null ? 'blank' : 'printed', place: { table: 1, row: 2 } })
    }
  }
  return { file: `${body.name}${String(year)}.docx`, year, body, forms, cells }
}

export function formsOf(year: number): OwnedReport['forms'] {
  const version = versionOfYear(year) ?? '2019'
  return { proactive: version, requests: version, disputes: version }
}

/** The members of a parent, with the tree made of the agencies. */
export function membership(
  agencies: readonly Agency[],
  parentId: string,
  input: Omit<MembershipInput, 'tree' | 'parent'>,
): Membership {
  const tree = new MemberTree(agencies)
  const parent = tree.find(parentId)
  if (!parent) throw new Error(`no agency ${parentId}`)
  return membersOf({ tree, parent, ...input })
}

/** Names of a membership by status: `+` present, `0` nil, `?` missing. */
export function roll({ members }: Membership): string[] {
  return members.map(({ name, status }) => `${{ present: '+', nil: '0', missing: '?' }[status]}${name}`)
}

/** The fictional city's reports of one year as its documents say them, filed. */
export function cityFiled(year: number): { agencies: Agency[]; reports: OwnedReport[] } {
  const agencies = cityAgencies()
  const reports = [...cityReports()]
    .filter(({ report }) => report.year === year)
    .flatMap(({ agency: id, path, document }): OwnedReport[] => {
      const body = agencies.find((one) => one.id === id)
      const said = document.truth.report
      return body ? [{ ...filed(body, year, said.values, said.forms), file: path }] : []
    })
  return { agencies, reports }
}
