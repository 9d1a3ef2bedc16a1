import type { FieldId } from '../form/fields'
import type { Finding } from '../report/finding'
import type { Severity } from '../report/report'
import { identityFindings } from './footing/identityFindings'
import type { CheckInput } from './input'
import { textFindings } from './text/textFindings'
import { disputeFindings } from './within/disputeFindings'
import { numberFindings } from './within/numberFindings'
import { regulationFindings } from './within/regulationFindings'
import { structureFindings } from './within/structureFindings'
import { unitFindings } from './within/unitFindings'
import { versionFindings } from './within/versionFindings'

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** Every finding of the rules within one report (E1–E6, W4, W5, W8–W12, W14–W16, W19, I2), errors first, each severity in the order of the rules. */
export function checkReport(input: CheckInput): Finding[] {
  const findings = [
    ...identityFindings(input),
    ...numberFindings(input),
    ...structureFindings(input),
    ...versionFindings(input),
    ...regulationFindings(input),
    ...unitFindings(input),
    ...disputeFindings(input),
    ...textFindings(input),
  ]
  return findings.sort(bySeverity)
}

/** Errors first, each severity in the order of the rules; what is equal stays in the order that it was found in. */
export function bySeverity(one: Finding, other: Finding): number {
  return ORDER[one.severity] - ORDER[other.severity] || compare(one.rule, other.rule)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The cells that stand in an error finding; figures that rest on them are marked everywhere. */
export function cellsInError(findings: readonly Finding[]): FieldId[] {
  const fields = findings.filter(({ severity }) => severity === 'error').flatMap((finding) => finding.fields)
  return [...new Set(fields)]
}
