import type { Context } from './context'
import { isMeasureId } from './measures'
import type { MeasureId } from './measures'
import type { Token } from './tokens'

interface Around {
  readonly topic: Context['topic']
  /** The sentence, or the section, is about disclosure. */
  readonly isDisclosure: boolean
  readonly aboutDocuments: boolean
}

/**
 * What a clause with 无 or 未收到 says there was none of. `none` is that word, `rest` the codes after it, `tokens` the word
 * and what follows.
 */
export function nothingOf(none: string, rest: string, tokens: readonly Token[], around: Around): MeasureId[] {
  const named = (codes: string): MeasureId[] =>
    tokens.flatMap(({ code, id = '' }) => (codes.includes(code) && isMeasureId(id) ? [id] : []))
  const cases = new Set(named('wl'))
  if (cases.size > 0) {
    if (!around.isDisclosure) return []
    // 未收到政府信息公开申请、行政复议和行政诉讼: the first is one of the list, not the cause of the others.
    return [...(/^[fV]*[Rq]f*h/u.test(rest) ? (['received'] as const) : []), ...cases]
  }
  if (rest.includes('d')) return /^(?:未|没有)制/u.test(none) || rest.includes('i') ? ['docsIssued'] : []
  if (around.aboutDocuments) return []
  if (/[IOj]/u.test(rest)) return around.topic === 'disputes' ? [] : named('IOj').slice(0, 1)
  if (!/[Rq]/u.test(rest) || /[Puk]/u.test(rest)) return []
  const isHeading = tokens.some(({ id }) => id === 'head')
  return rest.includes('R') || isHeading || around.topic !== 'other' ? ['received'] : []
}
