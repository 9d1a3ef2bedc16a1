import { NOUN } from './grammar'
import type { Pattern } from './grammar'
import type { MeasureId } from './measures'
import type { Token } from './tokens'

/** Units of cases; a bare number after 为 has none. 条, 次 and 项 are of other things, too. */
const UNITS_OF_CASES: ReadonlySet<string> = new Set(['', '件', '件次', '份', '起', '宗', '例'])

/**
 * Whether a count is of something else than the agency's requests or cases as a whole. 招生类5件，予以公开2件: what does not name the requests, after a count
 * that was not understood, may be a part of that. 收到申请12件，予以公开信息8条: nor is what is counted in another unit a part of the requests.
 */
export function isOfAnotherWhole(
  { topic, measure }: Pattern,
  { clause, unit }: { readonly clause: string; readonly unit: string },
  whole: { readonly unit: string; readonly isUnknown: boolean },
): boolean {
  const named = typeof measure === 'string' ? '' : measure.named
  if (NOUN.test(clause) || !(topic === 'requests' || named === 'm')) return false
  // What came in is the whole itself, unless 其中 says otherwise.
  return (whole.isUnknown && named !== 'V') || (!UNITS_OF_CASES.has(unit) && unit !== whole.unit)
}

const KINDS: ReadonlySet<MeasureId> = new Set(['petition', 'repeated'])
const TAKEN: ReadonlySet<MeasureId> = new Set(['received', 'accepted', 'handled'])

/** 收到12件，其中重复申请3件: what was asked, and not how it ended, as 不予处理1件，其中重复申请1件 is. */
export function isKindOfRequest([measure]: readonly MeasureId[], last: MeasureId | undefined): boolean {
  return measure !== undefined && KINDS.has(measure) && (last === undefined || TAKEN.has(last))
}

/**
 * 行政复议15件，其中涉及政府信息公开2件: cases of every kind, of which those about disclosure are told next. 答复7件，转办5件: settled in another way, too.
 * `rest` are the codes after the clause.
 */
export function isToldWithNext({ topic, measure }: Pattern, clause: string, rest: string): boolean {
  if (topic === 'disputes') return !NOUN.test(clause) && !clause.includes('P') && PART_OF_CASES.test(rest)
  return topic === 'requests' && typeof measure !== 'string' && measure.named === 'D' && /^[,h]f*sf*n/u.test(rest)
}

const PART_OF_CASES = /^,?(?:Q[^n;]*P|[fuT]*P)[fuq]*n/u

/** 办结12件（含2024年1月办结3件）: whether the words after a count take in what is of another year, of others or unknown. */
export function takesMoreIn([first, ...rest]: readonly Token[]): boolean {
  const [including, what] = first?.code === ',' ? rest : [first, ...rest]
  return including?.id === 'including' && what !== undefined && 'tsxX'.includes(what.code)
}
