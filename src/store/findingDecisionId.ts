import { sha256 } from './hash'
import type { FindingDecisionRow } from './decisionRows'
import type { AgencyYear } from './versions'

/** The row's id: the same finding on the same numbers under the same agency and year has one. */
export function findingDecisionId(
  { agency, year }: AgencyYear,
  { finding, basis }: Pick<FindingDecisionRow, 'finding' | 'basis'>,
): string {
  const said = sha256(new TextEncoder().encode(`${finding}\n${basis}`)).slice(0, 32)
  return `finding:${agency}:${String(year)}:${said}`
}
