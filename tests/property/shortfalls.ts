import { fieldOf } from '@/form/fields'
import type { FieldId } from '@/form/fields'
import type { Report } from '@/report/report'
import { DEMANDS, fieldsOfReport } from '@/sample/soiled'
import type { Soiled } from '@/sample/soiled'

/** Where a reader falls short of what it owes for a document: one line of words for each. Nothing owed is an empty list. */
export function shortfalls(truth: Soiled, report: Report): string[] {
  const { report: said, demands } = truth
  const flagged = new Set(report.issues.flatMap((issue) => issue.fields))
  const found: string[] = []
  if (report.agency !== said.agency) found.push(`agency ${String(report.agency)} for ${said.agency}`)
  if (report.year !== said.year) found.push(`year ${String(report.year)} for ${said.year}`)
  if (report.published !== said.published) found.push(`published ${String(report.published)} for ${said.published}`)
  if (JSON.stringify(sorted(report.forms)) !== JSON.stringify(sorted(said.forms)))
    found.push(`forms ${JSON.stringify(report.forms)} for ${JSON.stringify(said.forms)}`)
  for (const field of fieldsOfReport(said)) {
    const read = report.cells[field]?.value ?? null
    const wrong = cellShortfall(
      field,
      said.values[field] ?? null,
      read,
      flagged.has(field),
      demands.get(field) ?? 'exact',
    )
    if (wrong !== null) found.push(`${field}: ${wrong}`)
  }
  return found
}

/** Where one cell falls short of its demand, in words; `null` where it does not. `flagged`: an issue names it. */
export function cellShortfall(
  field: FieldId,
  value: number | null,
  read: number | null,
  flagged: boolean,
  name: keyof typeof DEMANDS,
): string | null {
  const demand = DEMANDS[name]
  const wanted = `${String(value)} (${name})`
  if (read === null ? value !== null && demand.value === 'same' : demand.value === 'null' || !same(field, value, read))
    return `${String(read)} for ${wanted}`
  if (read === null && value !== null && !flagged) return `nothing, and no issue, for ${wanted}`
  if (demand.issue === 'needed' && !flagged) return `no issue for ${wanted}`
  return demand.issue === 'none' && flagged ? `an issue for ${wanted}` : null
}

/** Whether a value is the one that was read. Amounts that were converted from 元 may differ in the last place of a double. */
export function same(field: FieldId, value: number | null, read: number): boolean {
  if (value === null) return false
  return fieldOf(field).unit === 'money' ? Math.abs(value - read) < 1e-7 : value === read
}

const sorted = (forms: object): [string, unknown][] =>
  Object.entries(forms).sort(([left], [right]) => (left < right ? -1 : 1))
