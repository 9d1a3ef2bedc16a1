import type { Label } from '../../form/version'
import type { Agency } from '../agency'
import { nameKey } from '../names'
import { proposeParent } from '../propose'
import type { Regions } from '../regions'
import { agencyOfRow } from './agencyOfRow'
import type { Draft, TableContext } from './agencyOfRow'
import { COLUMN_IDS, printField } from './columns'
import type { ColumnId } from './columns'
import type { RowProblem } from './problems'
import { readRows } from './readRows'
import { circleFrom, circles, resolveReferences } from './references'
import { Targets } from './targets'

/** A field that a file changes, as the table prints it before and after. */
export interface FieldChange {
  readonly field: ColumnId
  readonly before: string
  readonly after: string
}

export interface AddedAgency {
  readonly row: number
  readonly agency: Agency
}

export interface ChangedAgency {
  readonly row: number
  readonly before: Agency
  readonly after: Agency
  readonly fields: readonly FieldChange[]
}

/** What taking a table over would do to the register. Nothing is done before `applyPlan`; agencies that the table lacks are left alone. */
export interface RegisterPlan {
  readonly added: readonly AddedAgency[]
  readonly changed: readonly ChangedAgency[]
  /** Ids of agencies that the table has as they are. */
  readonly unchanged: readonly string[]
  /** Rows that are not taken, in the order of the table; a row with several faults is named once for each. */
  readonly refused: readonly RowProblem[]
  /** Ids of agencies that the table does not have. They stay as they are. */
  readonly absent: readonly string[]
  /** Heads of columns that were not read. */
  readonly ignored: readonly string[]
}

/**
 * Compares a table (rows of texts with their head, as `registerRows` gives them or a person edited them) with the register. A row is found by its id,
 * else by its full name, else it is a new agency, whose empty cells are proposed from its name. In a row of a known agency an empty cell empties
 * the field, save kind, level and scope; a column that the table lacks changes nothing. A row with any fault is refused whole, the rest is kept.
 */
export function planRegister(
  sheet: readonly (readonly string[])[],
  agencies: readonly Agency[],
  context: TableContext,
): RegisterPlan {
  const { regions, language } = context
  const { rows, problems, ignored } = readRows(sheet)
  const refused: RowProblem[] = [...problems]
  const targets = new Targets(agencies)
  const byId = new Map(agencies.map((agency) => [agency.id, agency]))
  const drafts: Draft[] = []
  for (const row of rows) {
    const target = targets.of(row)
    const read = 'problems' in target ? target : agencyOfRow(row, target.agency, target.id, byId, context)
    if ('problems' in read) refused.push(...read.problems)
    else drafts.push(read)
  }
  const named = targets.refuseTakenNames(drafts)
  const resolved = resolveReferences(named.drafts, agencies)
  const round = circles(resolved.drafts, agencies)
  refused.push(...named.problems, ...resolved.problems, ...round.problems)
  refused.sort((one, other) => one.row - other.row)
  return { ...compare(withParents(round.drafts, agencies, regions), agencies, language), refused, ignored }
}

/** New agencies whose row names no parent get the one that their name proposes, among all that there will be. */
function withParents(drafts: readonly Draft[], agencies: readonly Agency[], regions: Regions): readonly Draft[] {
  const after = new Map([...agencies, ...drafts.map(({ agency }) => agency)].map((agency) => [agency.id, agency]))
  const all = [...after.values()]
  return drafts.map((draft) => {
    if (draft.before || draft.isWhole || draft.agency.parent !== null || draft.agency.edited.includes('parent'))
      return draft
    const agency = { ...draft.agency, parent: proposeParent(draft.agency, all, regions) }
    if (circleFrom(agency, 'parent', after) !== null) return draft
    after.set(agency.id, agency)
    return { ...draft, agency }
  })
}

function compare(
  drafts: readonly Draft[],
  agencies: readonly Agency[],
  language: keyof Label,
): Pick<RegisterPlan, 'added' | 'changed' | 'unchanged' | 'absent'> {
  const added: AddedAgency[] = []
  const changed: ChangedAgency[] = []
  const unchanged: string[] = []
  const before = new Map(agencies.map(({ id, name }) => [id, name]))
  const after = new Map([...before, ...drafts.map(({ agency }) => [agency.id, agency.name] as const)])
  for (const { row, agency, before: known } of drafts) {
    if (!known) {
      added.push({ row, agency })
      continue
    }
    const fields = COLUMN_IDS.flatMap((field): FieldChange[] => {
      const refers = field === 'parent' || field === 'successor'
      const same = refers ? known[field] === agency[field] : false
      const was = printField(known, field, (id) => before.get(id), language)
      const is = printField(agency, field, (id) => after.get(id), language)
      return same || was === is ? [] : [{ field, before: was, after: is }]
    })
    if (fields.length === 0) unchanged.push(known.id)
    else changed.push({ row, before: known, after: agency, fields })
  }
  const there = new Set(drafts.map(({ agency }) => agency.id))
  const absent = agencies.filter(({ id }) => !there.has(id)).map(({ id }) => id)
  return { added, changed, unchanged, absent }
}

/** What a plan writes, and what it leaves because the register has changed since the plan was made. */
export interface AppliedPlan {
  readonly write: readonly Agency[]
  /** Ids of agencies that somebody else has changed, removed or added meanwhile: they are not written. */
  readonly stale: readonly string[]
}

/** The agencies that a plan writes into the register as it is now. */
export function applyPlan(
  { added, changed }: Pick<RegisterPlan, 'added' | 'changed'>,
  now: readonly Agency[],
): AppliedPlan {
  const byId = new Map(now.map((agency) => [agency.id, agency]))
  const keys = new Set(now.map(({ name }) => nameKey(name)))
  const write: Agency[] = []
  const stale: string[] = []
  for (const { agency } of added)
    if (byId.has(agency.id) || keys.has(nameKey(agency.name))) stale.push(agency.id)
    else write.push(agency)
  for (const { before, after } of changed) {
    const present = byId.get(before.id)
    if (present && sameAgency(present, before)) write.push(after)
    else stale.push(before.id)
  }
  return { write, stale }
}

function sameAgency(one: Agency, other: Agency): boolean {
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Agency>
  return [...fields].every((field) => JSON.stringify(one[field]) === JSON.stringify(other[field]))
}
