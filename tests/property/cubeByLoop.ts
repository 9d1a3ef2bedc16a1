import type { CubeReport } from '../../src/cube/input'
import type { Change, Dimension, Figure, Group, Query, QueryResult } from '../../src/cube/query'
import { fieldOf } from '../../src/form/fields'
import type { FieldId } from '../../src/form/fields'
import { figureOf } from '../../src/form/indicators'
import type { Measure } from '../../src/form/measures'
import { versionOfYear } from '../../src/form/version'
import { AGENCY_KINDS, LEVELS, SCOPES } from '../../src/register/agency'
import type { Agency, Scope } from '../../src/register/agency'

type Gap = keyof Figure['gaps']
type State = keyof Figure['states']
type Known = { readonly value: number; readonly states: ReadonlySet<State> }
type Outcome = Known | Gap

const GAP_ORDER: readonly Gap[] = ['notOnForm', 'tableAbsent', 'unread', 'blank']

interface Filed {
  readonly filed: CubeReport
  readonly agency: Agency
}

/** The same answer as the cube's, by loops over plain objects that follow RULES.md and the contract of `query.ts` word by word. */
export function answerByLoop(agencies: readonly Agency[], reports: readonly CubeReport[], query: Query): QueryResult {
  const { where, groupBy } = query
  const years = listed(where.years)
    ? [...new Set(where.years)].sort((a, b) => a - b)
    : [...new Set(reports.map(({ year }) => year))].sort((a, b) => a - b)
  const fitting = agencies.filter((agency) => fits(agency, query))
  const ofFitting = reports.flatMap((filed): Filed[] => {
    const agency = fitting.find(({ id }) => id === filed.agency)
    return agency ? [{ filed, agency }] : []
  })
  const inYears = ofFitting.filter(({ filed }) => years.includes(filed.year))
  const scopes = SCOPES.filter((scope) => inYears.some(({ agency }) => agency.scope === scope))
  const scope = where.scope === undefined ? (scopes[0] ?? null) : scopes.includes(where.scope) ? where.scope : null
  const owing: Scope =
    where.scope ??
    scope ??
    (fitting.some((agency) => agency.scope === 'own') || fitting.length === 0 ? 'own' : 'summed')
  const counted = inYears.filter(({ agency }) => agency.scope === owing)
  const before = ofFitting.filter(({ agency }) => agency.scope === owing)
  const missing = fitting
    .filter((agency) => agency.scope === owing)
    .flatMap((agency) =>
      years
        .filter((year) => (agency.from ?? year) <= year && (agency.to ?? year) >= year)
        .filter((year) => !reports.some((filed) => filed.agency === agency.id && filed.year === year))
        .map((year) => ({ agency, year })),
    )

  const groups = new Map<string, { key: Group['key']; reports: Filed[]; missing: number }>()
  const groupAt = (agency: Agency, year: number) => {
    const key = keyOf(groupBy, agency, year)
    const name = JSON.stringify(groupBy.map((dimension) => key[dimension]))
    const group = groups.get(name) ?? { key, reports: [], missing: 0 }
    groups.set(name, group)
    return group
  }
  if (groupBy.length === 0) groups.set('[]', { key: {}, reports: [], missing: 0 })
  for (const one of counted) groupAt(one.agency, one.filed.year).reports.push(one)
  for (const { agency, year } of missing) groupAt(agency, year).missing++

  return {
    groups: [...groups.values()]
      .sort((one, other) => compareKeys(groupBy, one.key, other.key, agencies))
      .map((group) => ({
        key: group.key,
        reports: group.reports.length,
        agencies: new Set(group.reports.map(({ agency }) => agency.id)).size,
        missing: group.missing,
        figures: Object.fromEntries(
          query.figures.map((id) => [id, figureByLoop(id, group.reports, group.key, before, query)]),
        ),
      })),
    scope,
    scopeChosen: where.scope === undefined && scopes.length > 1,
    reports: counted.length,
    agencies: new Set(counted.map(({ agency }) => agency.id)).size,
    missing: missing.length,
    years: [...new Set(counted.map(({ filed }) => filed.year))].sort((a, b) => a - b),
  }
}

function figureByLoop(
  id: string,
  reports: readonly Filed[],
  key: Group['key'],
  all: readonly Filed[],
  query: Query,
): Figure {
  const gaps = { notOnForm: 0, tableAbsent: 0, unread: 0, blank: 0 }
  const states = { repaired: 0, inferred: 0, corrected: 0, inError: 0 }
  let contributing = 0
  for (const { filed } of reports) {
    const parts = partsOf(id, filed, query.inferred !== false)
    const gap = GAP_ORDER.find((one) => parts.includes(one))
    if (gap) {
      gaps[gap]++
      continue
    }
    contributing++
    for (const state of new Set(parts.flatMap((part) => (typeof part === 'string' ? [] : [...part.states]))))
      states[state]++
  }
  const sums = sumsOf(id, reports, query)
  const ratio =
    sums.reports > 0 && sums.denominator !== undefined
      ? { numerator: sums.numerator, denominator: sums.denominator }
      : {}
  return {
    value: sums.value,
    ...ratio,
    reports: contributing,
    gaps,
    states,
    ...(query.change ? { change: changeByLoop(id, reports, key, all, query) } : {}),
  }
}

function changeByLoop(
  id: string,
  reports: readonly Filed[],
  key: Group['key'],
  all: readonly Filed[],
  query: Query,
): Change {
  const whole = ({ filed }: Filed): boolean =>
    partsOf(id, filed, query.inferred !== false).every((part) => typeof part !== 'string')
  const year = Number(key.year)
  const earlier = all.filter(
    ({ filed, agency }) =>
      filed.year === year - 1 &&
      query.groupBy.every(
        (dimension) => dimension === 'year' || keyOf([dimension], agency, 0)[dimension] === key[dimension],
      ),
  )
  const then = earlier.filter(whole)
  const now = reports.filter(whole)
  const ids = (list: readonly Filed[]) => new Set(list.map(({ agency }) => agency.id))
  const both = [...ids(now)].filter((agency) => ids(then).has(agency))
  const either = new Set([...ids(now), ...ids(then)]).size
  const comparable = query.change === 'comparable'
  const kept = (list: readonly Filed[]) => (comparable ? list.filter(({ agency }) => both.includes(agency.id)) : list)
  const from = sumsOf(id, kept(then), query)
  const to = sumsOf(id, kept(now), query)
  const known = from.value !== null && to.value !== null
  const difference = known ? Number(to.value) - Number(from.value) : null
  return {
    from: from.value,
    to: to.value,
    difference,
    relative:
      from.denominator === undefined && difference !== null && from.value !== 0
        ? difference / Number(from.value)
        : null,
    ...(from.denominator !== undefined && { fromN: from.denominator, toN: to.denominator ?? 0 }),
    agencies: comparable ? both.length : either,
    leftOut: comparable ? either - both.length : 0,
    predecessors: 0,
  }
}

function sumsOf(
  id: string,
  reports: readonly Filed[],
  query: Query,
): { value: number | null; numerator: number; denominator?: number; reports: number } {
  const rows = reports
    .map(({ filed }) => partsOf(id, filed, query.inferred !== false))
    .filter((parts): parts is Known[] => parts.every((part) => typeof part !== 'string'))
  const total = (position: number): number => rows.reduce((sum, parts) => sum + (parts[position]?.value ?? 0), 0)
  const numerator = total(0)
  if (figureOf(id)?.kind === 'measure')
    return { value: rows.length === 0 ? null : numerator, numerator, reports: rows.length }
  const denominator = total(1)
  return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator, reports: rows.length }
}

/** The measures that a figure needs of a report: each its number, or the first gap among its terms. */
function partsOf(id: string, filed: CubeReport, inferred: boolean): Outcome[] {
  const figure = figureOf(id)
  if (!figure) throw new Error(id)
  const measures = figure.kind === 'measure' ? [figure.measure] : [figure.numerator, figure.denominator]
  return measures.map((measure) => measureIn(measure, filed, inferred))
}

function measureIn(measure: Measure, filed: CubeReport, inferred: boolean): Outcome {
  const on = filed.forms[measure.table] ?? versionOfYear(filed.year)
  if (on === null) return 'tableAbsent'
  const terms = measure.terms[on]
  if (!terms) return 'notOnForm'
  const plus = terms.plus.map((field) => cellOf(field, filed, inferred))
  const minus = (terms.minus ?? []).map((field) => cellOf(field, filed, inferred))
  const gap = GAP_ORDER.find((one) => plus.includes(one) || minus.includes(one))
  if (gap) return gap
  const known = (list: readonly Outcome[]): Known[] => list.filter((one) => typeof one !== 'string')
  const sum = (list: readonly Outcome[]): number => known(list).reduce((total, { value }) => total + value, 0)
  return {
    value: sum(plus) - sum(minus),
    states: new Set(known([...plus, ...minus]).flatMap(({ states }) => [...states])),
  }
}

function cellOf(field: FieldId, filed: CubeReport, inferred: boolean): Outcome {
  const states = new Set<State>(filed.inError.includes(field) ? ['inError'] : [])
  const { table, era } = fieldOf(field)
  const on = filed.forms[table] ?? versionOfYear(filed.year)
  if (on !== null && era !== 'both' && era !== on) return 'notOnForm'
  const correction = filed.corrected[field]
  if (typeof correction === 'number') return { value: correction, states: states.add('corrected') }
  const cell = filed.cells[field]
  let gap: Gap
  if (correction === null) gap = 'blank'
  else if (filed.forms[table] === undefined) return 'tableAbsent'
  else if (cell && cell.value !== null) {
    if (cell.state === 'repaired' || cell.state === 'inferred') states.add(cell.state)
    return { value: cell.value, states }
  } else gap = cell?.state === 'blank' ? 'blank' : 'unread'
  const forced = filed.forced[field]
  return forced !== undefined && inferred ? { value: forced, states: states.add('inferred') } : gap
}

function fits(agency: Agency, { where }: Query): boolean {
  return (
    among(where.agencies, agency.id) &&
    among(where.regions, agency.region) &&
    among(where.kinds, agency.kind) &&
    among(where.levels, agency.level) &&
    among(where.systems, agency.system ?? '')
  )
}

function listed<T>(list: readonly T[] | undefined): list is readonly T[] {
  return list !== undefined && list.length > 0
}

function among<T>(list: readonly T[] | undefined, value: T): boolean {
  return !listed(list) || list.includes(value)
}

function keyOf(groupBy: readonly Dimension[], agency: Agency, year: number): Group['key'] {
  const all = { ...agency, year, agency: agency.id, region: agency.region || null }
  return Object.fromEntries(groupBy.map((dimension) => [dimension, all[dimension]]))
}

function compareKeys(
  groupBy: readonly Dimension[],
  one: Group['key'],
  other: Group['key'],
  agencies: readonly Agency[],
): number {
  const register = [...agencies].sort(
    (a, b) =>
      LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
      AGENCY_KINDS.indexOf(a.kind) - AGENCY_KINDS.indexOf(b.kind) ||
      (a.region < b.region ? -1 : a.region > b.region ? 1 : 0) ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) ||
      (a.id < b.id ? -1 : 1),
  )
  const orders: Readonly<Record<Dimension, readonly (string | number | null)[]>> = {
    year: [],
    agency: register.map(({ id }) => id),
    region: [...register.map(({ region }) => region).filter((region) => region !== ''), null],
    kind: AGENCY_KINDS,
    level: LEVELS,
    system: [...register.flatMap(({ system }) => system ?? []).sort(), null],
    scope: SCOPES,
  }
  for (const dimension of groupBy) {
    const rank = (key: Group['key']): number =>
      dimension === 'year' ? Number(key.year) : orders[dimension].indexOf(key[dimension] ?? null)
    const difference = rank(one) - rank(other)
    if (difference !== 0) return difference
  }
  return 0
}
