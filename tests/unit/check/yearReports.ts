import { checkInputOf } from '@/check/input'
import type { CheckInput } from '@/check/input'
import type { FieldId } from '@/form/fields'
import { fieldsOf } from '@/form/fields'
import { TABLE_IDS, versionOfYear } from '@/form/version'
import type { FormVersion, TableId } from '@/form/version'
import { proposeAgency } from '@/register/propose'
import type { Agency } from '@/register/agency'
import { loadRegions } from '@/register/loadRegions'
import type { Cell, Issue, Report, Section } from '@/report/report'

export type Given = Readonly<Partial<Record<FieldId, number | null>>>

interface More {
  readonly agency?: string
  readonly body?: Agency | null
  readonly form?: FormVersion
  readonly sections?: readonly Section[]
  readonly published?: string
  readonly issues?: readonly Issue[]
  /** Cells that the source has and nobody could read. */
  readonly unread?: readonly FieldId[]
}

/** A report of a year on its form: every cell 0 but those given; `null` is blank. */
export function reportOf(year: number, given: Given = {}, more: More = {}): CheckInput {
  const form = more.form ?? versionOfYear(year) ?? '2019'
  const forms: Record<TableId, FormVersion> = { proactive: form, requests: form, disputes: form }
  const cells: Partial<Record<FieldId, Cell>> = {}
  for (const table of TABLE_IDS)
    for (const { id } of fieldsOf(table, form)) {
      const unread = more.unread?.includes(id) === true
      const value = unread ? null : id in given ? (given[id] ?? null) : 0
      const state = unread ? 'unread' : value === null ? 'blank' : 'printed'
      cells[id] = { value, state, raw: '', place: { table: 1, row: 2, column: 3 } }
    }
  const agency = more.agency ?? '示例市财政局'
  const report: Report = {
    source: { file: `${agency}${String(year)}.docx`, format: 'docx' },
    title: null,
    agency,
    year,
    ...(more.published === undefined ? {} : { published: more.published }),
    evidence: {},
    forms,
    cells,
    issues: more.issues ?? [],
    sections: more.sections ?? [],
  }
  return checkInputOf(report, { body: more.body ?? null })
}

const regions = await loadRegions()

/** An agency as its name proposes it, with the shipped regions. */
export function agencyOf(name: string, more: Partial<Agency> = {}): Agency {
  return { ...proposeAgency(name, regions), id: name, edited: [], ...more }
}
