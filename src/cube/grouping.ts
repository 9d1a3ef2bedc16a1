import type { AgencyDimension } from './agencies'
import type { DataSet } from './dataSet'
import type { Dimension, Group } from './query'
import type { Selection } from './selection'

/**
 * The groups of a query and the rows in them. A group is an agency group (a combination of the agencies' dimensions) in a year,
 * numbered `agencyGroup * yearGroups + yearGroup`; without `year` among the dimensions there is one year group.
 */
export interface Grouping {
  readonly size: number
  /** Group of an agency by its code, -1 outside the selection. */
  readonly agencyGroups: Int32Array
  /** The years of the selection, and the year group of each. */
  readonly years: readonly number[]
  readonly byYear: boolean
  /** Whether agencies count as the heads of their series. */
  readonly lineage: boolean
  /** Selected rows, and the group of each. */
  readonly rows: Int32Array
  readonly groups: Int32Array
  readonly keyOf: (group: number) => Group['key']
  /** Sorts groups in the order of the dimensions. */
  readonly rankOf: (group: number) => number
}

/** Puts the reports of a selection into groups. */
export function group(data: DataSet, selection: Selection, groupBy: readonly Dimension[], lineage = false): Grouping {
  const dimensions = [...new Set(groupBy)]
  const byYear = dimensions.includes('year')
  const { ofAgency, count, tuples } = agencyGroups(
    data,
    selection,
    dimensions.filter(isAgencyDimension),
    lineage ? data.agencies.series().heads : null,
  )
  const yearGroups = byYear ? selection.years.length : 1
  const groupOf = yearGroupsByCode(data, selection.years, byYear)
  const placed = collectRows(data, ofAgency, groupOf, yearGroups)
  const steps = dimensionSteps(data, dimensions, yearGroups)
  const width = dimensions.length - (byYear ? 1 : 0)
  return {
    size: count * yearGroups,
    agencyGroups: ofAgency,
    years: selection.years,
    byYear,
    lineage,
    ...placed,
    keyOf: (group) => {
      const year = group % yearGroups
      return keyOf(steps, tuples, ((group - year) / yearGroups) * width, selection.years[year])
    },
    rankOf: (group) => {
      const year = group % yearGroups
      const first = ((group - year) / yearGroups) * width
      let rank = 0
      for (const { radix, position } of steps)
        rank = rank * radix + (position < 0 ? year : (tuples[first + position] ?? 0))
      return rank
    },
  }
}

interface DimensionStep {
  readonly dimension: Dimension
  /** Among the agencies' dimensions; -1 for the year. */
  readonly position: number
  readonly radix: number
  readonly values: readonly (string | null)[]
}

function dimensionSteps(data: DataSet, dimensions: readonly Dimension[], yearGroups: number): DimensionStep[] {
  const ofAgencies = dimensions.filter(isAgencyDimension)
  return dimensions.map((dimension) => {
    if (!isAgencyDimension(dimension)) return { dimension, position: -1, radix: yearGroups, values: [] }
    const { values } = data.agencies.ranksOf(dimension)
    return { dimension, position: ofAgencies.indexOf(dimension), radix: values.length, values }
  })
}

function keyOf(
  steps: readonly DimensionStep[],
  tuples: readonly number[],
  first: number,
  year: number | undefined,
): Group['key'] {
  const key: Partial<Record<Dimension, string | number | null>> = {}
  for (const { dimension, position, values } of steps)
    key[dimension] = position < 0 ? (year ?? null) : (values[tuples[first + position] ?? -1] ?? null)
  return key
}

function isAgencyDimension(dimension: Dimension): dimension is AgencyDimension {
  return dimension !== 'year'
}

interface AgencyGroups {
  readonly ofAgency: Int32Array
  readonly count: number
  /** The ranks that make each group, one after the other. */
  readonly tuples: readonly number[]
}

/** Numbers the combinations of dimension values that the selected agencies have. Without dimensions all are one group, even where there is no agency. */
function agencyGroups(
  data: DataSet,
  selection: Selection,
  dimensions: readonly AgencyDimension[],
  heads: Int32Array | null,
): AgencyGroups {
  const ranks = dimensions.map((dimension) => data.agencies.ranksOf(dimension))
  const ofAgency = new Int32Array(selection.agencies.length).fill(-1)
  const tuples: number[] = []
  const oneEach = heads === null && dimensions.includes('agency')
  const numbers = new Map<number, number>()
  let count = dimensions.length === 0 ? 1 : 0
  for (let agency = 0; agency < ofAgency.length; agency++) {
    if (selection.agencies[agency] !== 1) continue
    if (dimensions.length === 0) {
      ofAgency[agency] = 0
      continue
    }
    const as = heads?.[agency] ?? agency
    let code = 0
    for (const rank of ranks) code = code * rank.values.length + (rank.ofAgency[as] ?? 0)
    let number = oneEach ? undefined : numbers.get(code)
    if (number === undefined) {
      number = count++
      if (!oneEach) numbers.set(code, number)
      for (const rank of ranks) tuples.push(rank.ofAgency[as] ?? 0)
    }
    ofAgency[agency] = number
  }
  return { ofAgency, count, tuples }
}

/** Year group by the data set's year code, -1 for a year outside the selection. */
function yearGroupsByCode(data: DataSet, years: readonly number[], byYear: boolean): Int32Array {
  const groups = new Int32Array(data.index.years.length).fill(-1)
  years.forEach((year, position) => {
    const code = data.index.find(year)
    if (code !== undefined) groups[code] = byYear ? position : 0
  })
  return groups
}

/** Rows whose agency and year both have a group, in row order, with the group of each. */
export function collectRows(
  data: DataSet,
  agencyGroupOf: Int32Array,
  yearGroupOf: Int32Array,
  yearGroups: number,
): { rows: Int32Array; groups: Int32Array } {
  const { agency, year, size } = data
  const rows = new Int32Array(size)
  const groups = new Int32Array(size)
  let count = 0
  for (let row = 0; row < size; row++) {
    const agencyGroup = agencyGroupOf[agency[row] ?? -1] ?? -1
    const yearGroup = yearGroupOf[year[row] ?? -1] ?? -1
    if (agencyGroup < 0 || yearGroup < 0) continue
    rows[count] = row
    groups[count] = agencyGroup * yearGroups + yearGroup
    count++
  }
  return { rows: rows.subarray(0, count), groups: groups.subarray(0, count) }
}
