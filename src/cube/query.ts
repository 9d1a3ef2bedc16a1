import type { Agency, AgencyKind, Level, Scope } from '../register/agency'
import type { Lineage } from '../register/lineage'

/** What figures can be grouped and filtered by. */
export const DIMENSIONS = ['year', 'agency', 'region', 'kind', 'level', 'system', 'scope'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** Which reports count. Absent or empty lists do not filter. */
export interface Filter {
  readonly years?: readonly number[]
  readonly agencies?: readonly string[]
  readonly regions?: readonly string[]
  readonly kinds?: readonly AgencyKind[]
  readonly levels?: readonly Level[]
  readonly systems?: readonly string[]
  /** Absent: 本机关 where the selection has both, else the one it has (RULES.md, Indicators). No result ever mixes the two. */
  readonly scope?: Scope
}

export interface Query {
  /** Measure and indicator ids of `form/measures.ts` and `form/indicators.ts`. */
  readonly figures: readonly string[]
  readonly groupBy: readonly Dimension[]
  readonly where: Filter
  /** Whether values forced by the identities count where the cell is blank (推). Default true. */
  readonly inferred?: boolean
  /**
   * Whether an agency counts as the one that took its duties over (register/lineage.ts), in filters and groups alike: the series goes on over a rename,
   * and before a merger it is the sum of those that merged. The first year after is compared with all that went into the body or with nothing (`partsBefore`).
   * Default false: each agency by itself.
   */
  readonly lineage?: boolean
  /**
   * Adds to each figure its change on the year before. `comparable` uses the agencies that have both years (可比口径), `all` every report.
   * Needs `year` among `groupBy`.
   */
  readonly change?: 'comparable' | 'all'
}

/** How many of the contributing reports rest on cells of each state; a report with several counts under each. */
export interface FigureStates {
  readonly repaired: number
  readonly inferred: number
  readonly corrected: number
  /** Rests on a cell in an open error finding. */
  readonly inError: number
}

/** Why reports of the group do not contribute. Each report counts once, by the first that applies. */
export interface FigureGaps {
  readonly notOnForm: number
  readonly tableAbsent: number
  readonly unread: number
  readonly blank: number
}

export interface Change {
  readonly from: number | null
  readonly to: number | null
  /** Of a measure (t − p) / p, `null` where p is 0 or missing. Of an indicator `null`: its change is the difference, in the same unit. */
  readonly relative: number | null
  readonly difference: number | null
  /** Of an indicator: the denominators that the two values rest on, which need not be those of the years' own figures. */
  readonly fromN?: number
  readonly toN?: number
  /** Agencies compared, and those left out because they lack one of the two years. */
  readonly agencies: number
  readonly leftOut: number
  /** How many of those compared stand, in whole or in part, against the agencies that they took over from: only with `lineage`. */
  readonly predecessors: number
}

export interface Figure {
  /** A sum (count, or 万元), or a ratio between 0 and 1 and beyond; `null` where nothing contributes or the denominator is 0. Never 0 for nothing. */
  readonly value: number | null
  /** For an indicator: the sums. `n` in captions is the denominator. */
  readonly numerator?: number
  readonly denominator?: number
  /** Reports that contribute. */
  readonly reports: number
  readonly gaps: FigureGaps
  readonly states: FigureStates
  readonly change?: Change
}

export interface Group {
  /** One entry for each dimension of `groupBy`. Years are numbers, all else codes: agency id, region name, kind, level, system id, scope. `null` is an agency without a region or system. */
  readonly key: Readonly<Partial<Record<Dimension, string | number | null>>>
  /** Reports in the group. */
  readonly reports: number
  readonly agencies: number
  /** Agency-years that owe a report here and have none. */
  readonly missing: number
  readonly figures: Readonly<Record<string, Figure>>
}

export interface QueryResult {
  /** In the order of the dimensions' own order: years ascending, agencies by register order. */
  readonly groups: readonly Group[]
  /** The one scope that the result stands on; `null` where nothing matches. */
  readonly scope: Scope | null
  /** Whether the selection held both scopes, so that the default chose. */
  readonly scopeChosen: boolean
  readonly reports: number
  readonly agencies: number
  readonly missing: number
  /** Years that have reports in the selection, ascending. */
  readonly years: readonly number[]
}

/** One agency-year of the coverage matrix. */
export type CoverageStatus = 'reported' | 'late' | 'missing' | 'notOwed'
export interface CoverageCell {
  /** A report whose date of publication is not known is `reported`. */
  readonly status: CoverageStatus
  readonly published?: string
  readonly deadline?: string
  readonly errors: number
  /** Which version of the report counts; absent where there is none. */
  readonly version?: number
  /** Cells in which it has another number than the version that counted before it came; absent where there is no report. */
  readonly differing?: number
  /** Declared to have had nothing, as a person noted: no report, and yet counted in totals. Only where it is missing; the engine does not know of it. */
  readonly nil?: boolean
}
export interface CoverageRow {
  readonly agency: string
  readonly years: Readonly<Record<number, CoverageCell>>
}
export interface CoverageResult {
  readonly years: readonly number[]
  readonly rows: readonly CoverageRow[]
}

/** How many agencies owe a report of the newest year that has any, and have none. */
export interface LatestMissing {
  readonly year: number
  readonly missing: number
}

/** What there is to filter by. Agencies carry what pages need to name and search them. */
export interface Catalogue {
  readonly years: readonly number[]
  readonly agencies: readonly (Pick<
    Agency,
    | 'id'
    | 'name'
    | 'aliases'
    | 'formerNames'
    | 'formerIds'
    | 'kind'
    | 'level'
    | 'region'
    | 'system'
    | 'parent'
    | 'scope'
  > & { readonly reports: number })[]
  /** Agencies whose figures make one series over renames and mergers: what `lineage` joins. */
  readonly series: readonly Lineage[]
  readonly reports: number
  /** Newest import among the data, ISO date-time; `null` where there is none. */
  readonly updated: string | null
}

/**
 * The one path by which figures reach a page or an export. The worker cube is the first implementation; a remote engine may be another.
 * Calls reject only for a mistake of the program (an unknown figure id); no data is an empty result.
 */
export interface QueryEngine {
  query(query: Query): Promise<QueryResult>
  coverage(where: Filter): Promise<CoverageResult>
  /** `null` where there are no reports. */
  latestMissing(): Promise<LatestMissing | null>
  catalogue(): Promise<Catalogue>
}
