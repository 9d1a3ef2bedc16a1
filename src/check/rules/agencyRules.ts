import type { Rule } from './rule'

const COMPARE: Rule['title'] = {
  zh: '请对照两份年报，疑为照抄的向填报机关核实。',
  en: 'Compare the two reports; where one may have been copied, check with the agency.',
}

/** W7, W17, W18, I4: a report beside others, and the day it came. */
export const AGENCY_RULES: readonly Rule[] = [
  {
    id: 'W7',
    severity: 'warning',
    title: { zh: '各机关的数字不应全同', en: 'No two agencies with identical figures' },
    source: { zh: '经验值，可在设置中更改', en: 'Empirical value; can be changed in the settings' },
    reasons: {
      'same-cells': {
        zh: `与{other} {otherYear} 年的年报数字全同：不为 0 的有 {count} 格（总计不算），格格相等。${COMPARE.zh}`,
        en: `All figures are identical to those of {other} for {otherYear}: {count} cells that are not 0 (totals excluded), all identical. ${COMPARE.en}`,
      },
      'same-cells-as-several': {
        zh: `与{other} {otherYear} 年等 {others} 份年报数字全同：不为 0 的有 {count} 格（总计不算），格格相等。${COMPARE.zh}`,
        en: `All figures are identical to those of {other} for {otherYear}, and of {others} reports in total: {count} cells that are not 0 (totals excluded), all identical. ${COMPARE.en}`,
      },
    },
  },
  {
    id: 'W17',
    severity: 'warning',
    title: { zh: '文字不与上年或其他机关雷同', en: 'Text not copied from last year or another agency' },
    source: { zh: '经验值，可在设置中更改', en: 'Empirical value; can be changed in the settings' },
    reasons: {
      'own-year': {
        zh: '文字与本机关 {otherYear} 年年报相同的占 {alike}%（法定和通用的语句不算）。请对照下列语句，年度内容没有更新的，请填报机关改写。',
        en: '{alike}% of the text is the same as in the agency’s report for {otherYear} (statutory and common wording excluded). Compare the passages; where they do not describe this year, ask the agency to rewrite them.',
      },
      'other-agency': {
        zh: `文字与{other} {otherYear} 年年报相同的占 {alike}%（法定和通用的语句不算）。${COMPARE.zh}`,
        en: `{alike}% of the text is the same as that of {other} for {otherYear} (statutory and common wording excluded). ${COMPARE.en}`,
      },
      'several-agencies': {
        zh: `文字与{other} {otherYear} 年等 {others} 份年报雷同，最多的相同 {alike}%（法定和通用的语句不算）。${COMPARE.zh}`,
        en: `The text is nearly the same as that of {others} other reports, most closely {other} for {otherYear}: {alike}% (statutory and common wording excluded). ${COMPARE.en}`,
      },
    },
  },
  {
    id: 'W18',
    needsRegister: true,
    severity: 'warning',
    title: { zh: '按期公布', en: 'Published on time' },
    source: {
      zh: '《中华人民共和国政府信息公开条例》第四十九条；各地可以更早',
      en: '《中华人民共和国政府信息公开条例》, article 49; local rules may set earlier dates',
    },
    reasons: {
      late: {
        zh: '{published} 公布，应在 {due} 前（含当日），晚 {days} 天。日期是文件所载；若是转载或更新的日期，可不改。依据：{basis}。',
        en: 'Published on {published}; due by {due}, {days} days earlier. The date is the document’s; set it aside where it is that of a copy or an update. Basis: {basis}.',
      },
    },
  },
  {
    id: 'I4',
    needsRegister: true,
    severity: 'info',
    title: {
      zh: '复议机关作共同被告的案件只计入原行政机关',
      en: 'A case with the review body as co-defendant counts at the original agency only',
    },
    source: { zh: '国办公开办函〔2016〕201号', en: '国办公开办函〔2016〕201号' },
    reasons: {
      'same-cases': {
        zh: '复议后起诉 {value} 件，{other}也有 {value} 件，各种结果的件数相同。若是复议机关作共同被告的同一批案件，只计入原行政机关；从表中不能断定，请核对。',
        en: 'Lawsuits after a review: {value}; {other} has {value}, too, with the same results. If they are the same cases, with the review body as co-defendant, they count at the original agency only. The tables cannot tell; check it.',
      },
    },
  },
]
