import type { Label } from '../../form/version'
import type { Agency } from '../agency'
import { nameKey } from '../names'
import { proposeAgency } from '../propose'
import type { Regions } from '../regions'
import { COLUMN_IDS, printField } from './columns'
import type { ColumnId } from './columns'
import type { RowProblem } from './problems'
import { readCell } from './readCells'
import type { OwnFields } from './readCells'
import type { TableRow } from './readRows'

/** An agency as a row makes it; the references are still names. */
export interface Draft {
  readonly row: number
  readonly agency: Agency
  /** As the register has it; undefined for a new one. */
  readonly before: Agency | undefined
  /** The row has an id, as those of an export: what is empty in it is meant to be, also of an agency that is new here. */
  readonly isWhole: boolean
  /** Names of other agencies that the row gives, `''` to empty the field; absent where it says nothing or what the register has. */
  readonly references: Readonly<Partial<Record<'parent' | 'successor', string>>>
}

/** What reading a table needs besides. */
export interface TableContext {
  readonly regions: Regions
  /** Language in which the plan tells what changes. */
  readonly language: keyof Label
}

/** Kind, level and scope are never empty: an empty cell leaves what is known or proposed. */
const NEVER_EMPTY: ReadonlySet<ColumnId> = new Set(['kind', 'level', 'scope'])

/** Reads the fields of a row over the agency that it is about, or over the proposal of a new one. All faults of a row are named, not only the first. */
export function agencyOfRow(
  { row, cells }: TableRow,
  before: Agency | undefined,
  id: string,
  agencies: ReadonlyMap<string, Agency>,
  { regions, language }: TableContext,
): Draft | { readonly problems: readonly RowProblem[] } {
  const fields: OwnFields = {}
  const references: { parent?: string; successor?: string } = {}
  const problems: RowProblem[] = []
  const isWhole = (cells.get('id') ?? '') !== ''
  const printed = (column: ColumnId): string | undefined =>
    before && printField(before, column, (of) => agencies.get(of)?.name, language)
  for (const column of COLUMN_IDS) {
    const text = cells.get(column)
    if (column === 'id' || text === undefined || text === printed(column)) continue
    if (text === '' && ((before === undefined && !isWhole) || NEVER_EMPTY.has(column))) continue
    if (column === 'parent' || column === 'successor') {
      references[column] = text
      continue
    }
    const problem = readCell(column, text, fields)
    if (problem) problems.push({ ...problem, row, column })
  }
  const base: Agency = before ?? { ...proposeAgency(cells.get('name') ?? '', regions), id, edited: [] }
  const agency = withFields(base, fields, before, isWhole)
  const { from, to } = agency
  if (from !== undefined && to !== undefined && from > to)
    problems.push({ row, column: 'to', code: 'years-reversed', value: `${String(from)}–${String(to)}` })
  return problems.length > 0 ? { problems } : { row, agency, before, isWhole, references }
}

/** Fields set by the row are the person's, in a row of an export those that differ from what the name proposes; a name given up stays as an alias, unless the row lists it itself, so that old documents are still found. */
function withFields(base: Agency, fields: OwnFields, before: Agency | undefined, isWhole: boolean): Agency {
  const set = Object.keys(fields) as (keyof OwnFields)[]
  const kept = Object.entries({ ...base, ...fields }).filter(([, value]) => value !== undefined)
  const agency = Object.fromEntries(kept) as unknown as Agency
  const told = set.filter((field) => (before || isWhole ? !same(base[field], fields[field]) : field !== 'name'))
  const edited = [...new Set([...base.edited, ...told])]
  const others = [agency.name, ...agency.aliases, ...(agency.formerNames ?? []).map(({ name }) => name)].map(nameKey)
  const lost = before !== undefined && !others.includes(nameKey(before.name))
  return { ...agency, edited, ...(lost && { aliases: [...agency.aliases, before.name] }) }
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
