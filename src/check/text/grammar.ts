import type { MeasureId } from './measures'

/** What topic a pattern needs: what the words before it were about, where its own clause does not say. */
type Topic = 'requests' | 'disputes' | 'docs'

/** A clause about one count: what stands before the number and what after it, as codes of the lexicon. */
export interface Pattern {
  readonly before: RegExp
  readonly after: RegExp
  /** `named` takes the measures from the words of this code; two of them are added up. */
  readonly measure: MeasureId | { readonly named: string }
  /** The clause needs no topic before it if it has one of these itself. */
  readonly topic: Topic
  readonly own?: RegExp
}

/** The requests, by name. */
export const NOUN = /[Rq]/u
const NOTHING = /^[fRq]*$/u

/**
 * Clauses that say a count, tried in order. `[TSfQ]*` is the frame: the year, the agency, 全年共, 其中. Whatever a pattern
 * does not spell out makes the clause silent.
 */
export const PATTERNS: readonly Pattern[] = [
  // 受理并办结政府信息公开申请5件
  {
    before: /^[TSfQ]*[Rq]?f*Vf*h?[fy]*D[fRq]*$/u,
    after: NOTHING,
    measure: 'handled',
    topic: 'requests',
    own: NOUN,
  },
  // 收到政府信息公开申请5件 · 政府信息公开申请共受理5件 · 收到5件政府信息公开申请
  {
    before: /^[TSfQPRqh]*V[TSf]*[Rq]?[TSf]*$/u,
    after: NOTHING,
    measure: { named: 'V' },
    topic: 'requests',
    own: NOUN,
  },
  // 上年结转3件 · 3件为上年结转
  { before: /^[TSfQhRq]*I[fRq]*$/u, after: NOTHING, measure: 'carriedIn', topic: 'requests', own: /I/u },
  { before: /^[TSfQh]*$/u, after: /^[fRq]*I[fRq]*$/u, measure: 'carriedIn', topic: 'requests', own: /I/u },
  // 结转下年度继续办理2件 · 2件结转下年度
  { before: /^[TSfQhRq]*O[fRq]*$/u, after: NOTHING, measure: 'carriedOut', topic: 'requests', own: /O/u },
  { before: /^[TSfQh]*$/u, after: /^[fRq]*O[fRq]*$/u, measure: 'carriedOut', topic: 'requests' },
  { before: /^[TSfQh]*j[fRq]*$/u, after: NOTHING, measure: 'carried', topic: 'requests' },
  // 予以公开5件 · 予以公开及部分公开5件 · 5件予以公开
  {
    before: /^[TSfQDyhRq]*o(?:h?f*o)?[fRqD]*$/u,
    after: NOTHING,
    measure: { named: 'o' },
    topic: 'requests',
  },
  {
    before: /^[TSfQh]*$/u,
    after: /^[fRq]*of*$/u,
    measure: { named: 'o' },
    topic: 'requests',
  },
  // 办结12件 · 12件均已办结
  {
    before: /^[TSfQhy]*(?:[Rq][fy]*)?D(?:[hf]*D)?[fRq]*$/u,
    after: NOTHING,
    measure: { named: 'D' },
    topic: 'requests',
    own: NOUN,
  },
  {
    before: /^[TSfQh]*$/u,
    after: /^[fRqy]*D(?:[hf]*D)?f*$/u,
    measure: { named: 'D' },
    topic: 'requests',
  },
  // 行政复议1件 · 因政府信息公开引发的行政诉讼2件 · 2件行政复议
  {
    before: /^[TSfuPVRqQh]*[wl](?:[hufP]*[wl])?[fuV]*$/u,
    after: /^f*$/u,
    measure: { named: 'wl' },
    topic: 'disputes',
    own: /[PR]/u,
  },
  { before: /^[TSfuPVRqQh]*$/u, after: /^[fuP]*[wl]f*$/u, measure: { named: 'wl' }, topic: 'disputes', own: /[PR]/u },
  // 结果维持1件 · 1件被纠正
  { before: /^[fQh]*mf*$/u, after: /^f*$/u, measure: { named: 'm' }, topic: 'disputes' },
  { before: /^[fQh]*$/u, after: /^f*mf*$/u, measure: { named: 'm' }, topic: 'disputes' },
  // 制发规范性文件2件 · 规范性文件制发2件 · 现行有效规范性文件14件
  { before: /^[TSfQh]*i[fS]*df*$/u, after: /^f*$/u, measure: { named: 'i' }, topic: 'docs', own: /d/u },
  { before: /^[TSfQh]*d[TSf]*[ire]f*$/u, after: /^f*$/u, measure: { named: 'ire' }, topic: 'docs', own: /d/u },
  { before: /^[TSfQhz]*[re][fS]*df*$/u, after: /^f*$/u, measure: { named: 're' }, topic: 'docs', own: /d/u },
  { before: /^[TSfQhz]*[re]f*$/u, after: /^f*$/u, measure: { named: 're' }, topic: 'docs' },
  { before: /^[TSfQh]*i$/u, after: /^f*df*$/u, measure: { named: 'i' }, topic: 'docs', own: /d/u },
]

/** What applicants of one sort asked for, after a count of what was received: 其中自然人申请10件. */
export const APPLICANT = { before: /^[TSfQVh]*a[fRqV]*$/u, beforeOnly: /^[fQh]*$/u, after: /^f*af*[Rq]?f*$/u }

/** What may stand between a count and its share of the whole: ，占33.9% */
export const SHARE = /^[fRqh,]*b[f]*$/u

/** What may stand between a count and how it has changed: ，较上年增长20% */
export const GROWTH = /^[fRqTS,]*G[f,]*gf*$/u

/** Before 未收到 and 无, and what there was none of. */
export const NONE = { before: /^[TSfuPRqh]*$/u, after: /^[fuVPih]*(?:[RqwlkdIOj][fuVPih]*)+$/u }
