import type { Finding } from '../../report/finding'
import { fill } from '../../report/wording'
import type { Language } from '../../report/wording'
import { AGENCY_RULES } from './agencyRules'
import { CONTENT_RULES } from './contentRules'
import { wordsOf } from './findingWords'
import { FORM_RULES } from './formRules'
import { IDENTITY_RULES } from './identityRules'
import type { Rule } from './rule'
import { TEXT_RULES } from './textRules'
import { TOTAL_RULES } from './totalRules'
import { YEAR_RULES } from './yearRules'

/** Every rule, in the order of RULES.md. A new rule is one entry here and one function that finds it. */
export const RULES: readonly Rule[] = [
  ...IDENTITY_RULES,
  ...FORM_RULES,
  ...TOTAL_RULES,
  ...CONTENT_RULES,
  ...TEXT_RULES,
  ...YEAR_RULES,
  ...AGENCY_RULES,
]

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]))

/** The rule of an id, or undefined for an id that is none of these. */
export function ruleOf(id: string): Rule | undefined {
  return BY_ID.get(id)
}

/** A finding in words: what is, then why, then what to do. */
export function findingText(finding: Finding, language: Language): string {
  const wording = ruleOf(finding.rule)?.reasons[finding.reason]
  return wording ? fill(wording, wordsOf(finding, language), language) : `${finding.rule} ${finding.formula}`
}
