import { isNotYetDue } from '@/charts/coverageWords'
import type { CoverageCell, CoverageRow } from '@/cube/query'
import type { AgencyEntry } from '../filters/options'

/** What of the matrix is looked for: rows of which any year shown is so. */
export const COVERAGE_ONLY = ['all', 'missing', 'late', 'errors', 'changed'] as const
export type CoverageOnly = (typeof COVERAGE_ONLY)[number]

/** By what the rows stand together. */
export const COVERAGE_GROUPS = ['parent', 'kind', 'level'] as const
export type CoverageGroup = (typeof COVERAGE_GROUPS)[number]

/** How a year stands among some agencies. */
export interface Tally {
  readonly owed: number
  /** By the deadline, those without a known date among them. */
  readonly reported: number
  readonly late: number
  readonly missing: number
  /** Of the missing those that are noted as nil returns. */
  readonly nil: number
  /** Of the missing those whose deadline has not passed. */
  readonly notYetDue: number
  /** Of the reported those that do not say when they were published. */
  readonly undated: number
  readonly errors: number
  readonly changed: number
}

export interface AgencyLine {
  readonly kind: 'agency'
  readonly agency: AgencyEntry
  readonly years: CoverageRow['years']
}
/** A heading over agencies, counted whether they are shown or not. */
export interface GroupLine {
  readonly kind: 'group'
  /** Id of the parent, a kind or a level; `''` for agencies without a parent, `null` for all. */
  readonly group: string | null
  readonly agencies: number
  readonly tallies: ReadonlyMap<number, Tally>
}
export type CoverageLine = AgencyLine | GroupLine

export interface CoverageListing {
  readonly only: CoverageOnly
  readonly by: CoverageGroup
  /** `YYYY-MM-DD`. */
  readonly today: string
}

/** The lines of the matrix: all together, then group by group in the order of the register, a parent before its members. */
export function coverageLines(
  rows: readonly CoverageRow[],
  years: readonly number[],
  agencies: ReadonlyMap<string, AgencyEntry>,
  { only, by, today }: CoverageListing,
): CoverageLine[] {
  const lines = rows.flatMap(({ agency: id, years: cells }): AgencyLine[] => {
    const agency = agencies.get(id)
    return agency ? [{ kind: 'agency', agency, years: cells }] : []
  })
  const parents = new Set(lines.flatMap(({ agency }) => agency.parent ?? []))
  const groups = new Map<string, AgencyLine[]>()
  for (const line of lines) {
    const key = groupOf(line.agency, by, parents, agencies)
    const own = groups.get(key)
    if (own) own.push(line)
    else groups.set(key, [line])
  }
  const heading = (group: string | null, some: readonly AgencyLine[]): GroupLine => ({
    kind: 'group',
    group,
    agencies: some.length,
    tallies: new Map(years.map((year) => [year, tallyOf(some, year, today)])),
  })
  const grouped = [...groups].flatMap(([group, all]): CoverageLine[] => {
    const shown = all.filter((line) => years.some((year) => matches(line.years[year], only)))
    return shown.length > 0 ? [heading(group, all), ...shown] : []
  })
  return lines.length === 0 ? [] : [heading(null, lines), ...grouped]
}

/** The rows with what people noted of those that have no report. `isNil` says whether an agency declared to have had nothing in a year. */
export function withNilReturns(
  rows: readonly CoverageRow[],
  isNil: (agency: string, year: number) => boolean,
): readonly CoverageRow[] {
  return rows.map(({ agency, years }) => ({
    agency,
    years: Object.fromEntries(
      Object.entries(years).map(([year, cell]) => [
        year,
        cell.status === 'missing' && isNil(agency, Number(year)) ? { ...cell, nil: true } : cell,
      ]),
    ),
  }))
}

/** An agency that sums others and is summed by nobody stands at the head of its own. */
function groupOf(
  agency: AgencyEntry,
  by: CoverageGroup,
  parents: ReadonlySet<string>,
  agencies: ReadonlyMap<string, AgencyEntry>,
): string {
  if (by !== 'parent') return agency[by]
  if (agency.parent !== null && agencies.has(agency.parent)) return agency.parent
  return parents.has(agency.id) ? agency.id : ''
}

function matches(cell: CoverageCell | undefined, only: CoverageOnly): boolean {
  if (!cell) return false
  if (only === 'errors') return cell.errors > 0
  if (only === 'changed') return isChanged(cell)
  return only === 'all' || cell.status === only
}

/** Whether the report that counts was issued anew. */
export function isChanged({ version = 1 }: CoverageCell): boolean {
  return version > 1
}

function tallyOf(lines: readonly AgencyLine[], year: number, today: string): Tally {
  const tally = { owed: 0, reported: 0, late: 0, missing: 0, nil: 0, notYetDue: 0, undated: 0, errors: 0, changed: 0 }
  for (const { years } of lines) {
    const cell = years[year]
    if (!cell || cell.status === 'notOwed') continue
    tally.owed++
    tally[cell.status]++
    tally.nil += Number(cell.nil === true)
    tally.notYetDue += Number(isNotYetDue(cell, today))
    tally.undated += Number(cell.status === 'reported' && cell.published === undefined)
    tally.errors += Number(cell.errors > 0)
    tally.changed += Number(isChanged(cell))
  }
  return tally
}
