import type { Finding } from '../report/finding'

/** What a person may say of a finding: it is so · it may stand, for a reason · the agency has put it right and will send its report anew. */
export const FINDING_WORDS = ['confirmed', 'setAside', 'corrected'] as const
export type FindingWord = (typeof FINDING_WORDS)[number]

/** A person's word on one finding. It belongs to the finding and the numbers as they were, not to a version of the report. */
export interface FindingDecision {
  /** `findingKey` of what it was said of. */
  readonly finding: string
  /** `findingBasis`, as it was then. */
  readonly basis: string
  readonly says: FindingWord
  /** Why; never empty for `setAside`. */
  readonly reason: string
  readonly by: string
  /** ISO date-time. */
  readonly at: string
}

/** How a finding stands: nobody said a word · somebody did · somebody did, and a number among its own has changed since. */
export type FindingStanding<Decision extends FindingDecision = FindingDecision> =
  | { readonly state: 'open'; readonly decision: null }
  | { readonly state: FindingWord; readonly decision: Decision }
  | { readonly state: 'changed'; readonly decision: Decision }

/** Which finding of a report it is, whatever the numbers: the rule, what it is about and the agency's own cells that it looks at. */
export function findingKey({ rule, cells, fields, params, quotes = [] }: Finding): string {
  const subject = SUBJECTS.flatMap((name) => (params[name] === undefined ? [] : [`${name}=${String(params[name])}`]))
  // Other agencies' cells are left out: their names change.
  const places = cells.flatMap(({ field, agency, year }) => (agency === undefined ? [`${String(year)}.${field}`] : []))
  const sections = quotes.map(({ year, section }) => `${String(year)}§${String(section)}`)
  return [rule, ...subject, ...(cells.length > 0 ? places : fields), ...sections].join(' ')
}

/** Parameters that say what a finding is about; the others are its numbers. */
const SUBJECTS = ['table', 'row', 'column', 'kind', 'section', 'otherId', 'otherYear'] as const

/** The numbers and words that a finding rests on. While they are the same, what was said of it holds. */
export function findingBasis({ cells, formula, quotes = [], params, reason }: Finding): string {
  const words = quotes.map(({ text }) => text)
  const rest = cells.length + words.length > 0 ? [] : [reason, Object.entries(params).sort()]
  return JSON.stringify([formula, cells.map(({ value }) => value), words, rest])
}

/**
 * How each finding of one report stands, in their order. A decision holds for the finding that it was said of while that rests on the same numbers; one
 * whose numbers are there no more is shown at the finding that took its place.
 */
export function standingsOfFindings<Decision extends FindingDecision>(
  findings: readonly Finding[],
  decisions: readonly Decision[],
): FindingStanding<Decision>[] {
  if (decisions.length === 0) return findings.map(() => ({ state: 'open', decision: null }))
  const latest = new Map<string, Decision>()
  for (const decision of [...decisions].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)))
    latest.set(`${decision.finding}\n${decision.basis}`, decision)
  const identities = findings.map((finding) => ({ finding: findingKey(finding), basis: findingBasis(finding) }))
  const held = identities.map(({ finding, basis }) => latest.get(`${finding}\n${basis}`))
  const holding = new Set(held)
  const lapsed = new Map(
    [...latest.values()].filter((decision) => !holding.has(decision)).map((decision) => [decision.finding, decision]),
  )
  return identities.map(({ finding }, index) => {
    const decision = held[index]
    if (decision) return { state: decision.says, decision }
    const before = lapsed.get(finding)
    return before ? { state: 'changed', decision: before } : { state: 'open', decision: null }
  })
}

/** The findings that still speak against their numbers: all that nobody set aside. */
export function openFindings(findings: readonly Finding[], decisions: readonly FindingDecision[]): Finding[] {
  const standings = standingsOfFindings(findings, decisions)
  return findings.filter((_, index) => standings[index]?.state !== 'setAside')
}
