/** What sort of body an agency is. */
export const AGENCY_KINDS = ['government', 'department', 'township', 'zone', 'vertical', 'authorised'] as const
export type AgencyKind = (typeof AGENCY_KINDS)[number]

/** The level of government it belongs to. */
export const LEVELS = ['national', 'province', 'city', 'county', 'township'] as const
export type Level = (typeof LEVELS)[number]

/**
 * What its report counts: `own` 本机关, the body alone; `summed` 本级汇总, a government's report that sums its members'.
 * The two are never added together (RULES.md, E7 and Indicators). A township government's report is `own`.
 */
export const SCOPES = ['own', 'summed'] as const
export type Scope = (typeof SCOPES)[number]

/** Systems (系统) that agencies at every level share, by id; labels in `systems.ts`. */
export type SystemId = string

/** A name that an agency gave up. */
export interface FormerName {
  readonly name: string
  /** Last report year under that name, where known. */
  readonly until?: number
}

/** An agency of the register. Everything but id and name is proposed from the name and may be edited by a person. */
export interface Agency {
  readonly id: string
  /** Full present name. */
  readonly name: string
  /** Short and other names that it is found under besides. */
  readonly aliases: readonly string[]
  /** Names that it had before; it is found under them too. */
  readonly formerNames?: readonly FormerName[]
  /** Ids of entries that were made one with it: addresses that name them lead here. */
  readonly formerIds?: readonly string[]
  readonly kind: AgencyKind
  readonly level: Level
  /** Name of the region it belongs to, `''` where not known. */
  readonly region: string
  /** Six-digit code of that region (GB/T 2260, or a person's own); absent where not known. */
  readonly regionCode?: string
  readonly system: SystemId | null
  /** Id of the agency whose report sums it. */
  readonly parent: string | null
  readonly scope: Scope
  /** First and last report year it owes; absent means open. */
  readonly from?: number
  readonly to?: number
  /** Id of the agency that took its duties over after `to`: their series belong together. */
  readonly successor?: string
  /** Which of the fields a person has set, so that a new proposal never overwrites them. */
  readonly edited: readonly (keyof Agency)[]
}
