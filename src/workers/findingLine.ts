import { findingKey } from '../check/decisions'
import type { FindingDecision, FindingStanding, FindingWord } from '../check/decisions'
import type { Finding } from '../report/finding'
import type { FindingDecisionRow } from '../store/decisionRows'

/** How a finding stands once people had a say. */
export type FindingState = FindingStanding['state']

/** A finding whole, with what was said of it. */
export interface StandingFinding {
  /** The same as long as the rule finds fault with the same cells of the same agency and year, whatever their numbers. */
  readonly id: string
  readonly finding: Finding
  readonly standing: FindingStanding<FindingDecisionRow>
}

/** A finding as lists show it: what its words are made of, without its cells and quotes. */
export interface FindingLine extends Pick<
  Finding,
  'rule' | 'severity' | 'reason' | 'params' | 'formula' | 'difference'
> {
  readonly id: string
  /** Id of the register. */
  readonly agency: string
  readonly year: number
  readonly state: FindingState
  readonly decision:
    | (Pick<FindingDecision, 'reason' | 'by' | 'at'> & { readonly says: FindingWord } & {
        /** The row in the store. */
        readonly id: string
      })
    | null
}

/** The report that a finding is listed under. */
export interface OwnReport {
  readonly agency: string
  readonly year: number
}

/** An id for each finding of one report, in their order. */
export function findingIds({ agency, year }: OwnReport, findings: readonly Finding[]): string[] {
  const taken = new Map<string, number>()
  return findings.map((finding) => {
    const id = `${agency}~${String(year)}~${finding.rule}~${shortPrint(findingKey(finding))}`
    const before = taken.get(id) ?? 0
    taken.set(id, before + 1)
    return before === 0 ? id : `${id}~${String(before + 1)}`
  })
}

/** The report that an id of `findingIds` names. */
export function reportOfId(id: string): OwnReport | null {
  const [, agency, year] = /^(.+)~(\d+)~[^~]+~[^~]+(?:~\d+)?$/u.exec(id) ?? []
  return agency === undefined ? null : { agency, year: Number(year) }
}

export function lineOf({ agency, year }: OwnReport, { id, finding, standing }: StandingFinding): FindingLine {
  const { rule, severity, reason, params, formula, difference } = finding
  const { decision } = standing
  return {
    id,
    agency,
    year,
    rule,
    severity,
    reason,
    params,
    formula,
    ...(difference === undefined ? {} : { difference }),
    state: standing.state,
    decision: decision && {
      id: decision.id,
      says: decision.says,
      reason: decision.reason,
      by: decision.by,
      at: decision.at,
    },
  }
}

/** FNV-1a, 32 bits: tells the few findings of one rule in one report apart. */
function shortPrint(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  return (hash >>> 0).toString(36)
}
