import type { Label } from '../../form/version'
import type { Language } from '../../report/wording'
import { MOST_CANDIDATES, candidatesOf } from '../../totals/causes'
import type { Candidate } from '../../totals/causes'
import type { Comparison, Gap } from '../../totals/gaps'

const WORDS: Readonly<Record<Candidate['kind'], Label>> = {
  leftOut: { zh: '可能未计入：', en: 'perhaps left out: ' },
  twice: { zh: '可能计了两次：', en: 'perhaps added twice: ' },
}

/** What could explain a gap, in words. */
export function candidateText({ kind, members }: Candidate, language: Language): string {
  return WORDS[kind][language] + members.map(({ name }) => name).join(language === 'zh' ? '、' : ', ')
}

/** What could explain one gap; nothing where too many would do. */
export function gapCandidates(gap: Gap, { causes }: Comparison, language: Language): string {
  const cause = causes.find(({ fields }) => fields.includes(gap.field))
  if (cause) return candidateText(cause, language)
  const found = gap.sum.complete ? candidatesOf(gap) : []
  if (found.length > MOST_CANDIDATES) return ''
  return found.map((candidate) => candidateText(candidate, language)).join(language === 'zh' ? '；' : '; ')
}
