import type { Finding } from '../report/finding'
import type { Language } from '../report/wording'

/** A finding in words: what is, then why, then what to do. */
export function findingText(finding: Finding, language: Language): string {
  return `${finding.rule} ${finding.formula} ${language}`
}
