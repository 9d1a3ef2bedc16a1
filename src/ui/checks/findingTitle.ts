import { findingText } from '@/check/rules/rules'
import type { Finding } from '@/report/finding'
import type { Language } from '@/report/wording'

/** What a finding's words are made of; cells and quotes may be absent, as in a list. */
export type Spoken = Pick<Finding, 'rule' | 'reason' | 'params' | 'formula' | 'difference' | 'year' | 'severity'> &
  Partial<Pick<Finding, 'cells' | 'quotes' | 'fields' | 'agency'>>

/** A finding in words: what is, and then why and what to do. */
export interface FindingWords {
  readonly title: string
  readonly rest: string
}

const END: Readonly<Record<Language, RegExp>> = { zh: /^.*?。/u, en: /^.*?\.(?=\s|$)/u }

/** A finding's words, its first sentence as title. */
export function findingWords(spoken: Spoken, language: Language): FindingWords {
  const text = findingText({ agency: null, fields: [], cells: [], ...spoken }, language)
  const [first = text] = END[language].exec(text) ?? []
  return { title: first.replace(/[。.]$/u, ''), rest: text.slice(first.length).trim() }
}
