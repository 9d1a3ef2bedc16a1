import { ASK, FORM } from './rule'
import type { Rule } from './rule'

/** What equations over two years say where a blank leaves them open. */
const OPEN_REASONS: Rule['reasons'] = {
  blank: {
    zh: '与 {yearBefore} 年对照，有 {blank} 格空白，{rules} 共 {count} 式无法核对。空白不当作 0。',
    en: 'Against {yearBefore}: blank cells: {blank}; equations that cannot be checked ({rules}): {count}. Blanks are not read as 0.',
  },
  unread: {
    zh: '与 {yearBefore} 年对照，有 {unread} 格未能识读，{rules} 共 {count} 式无法核对。请对照原件补录。',
    en: 'Against {yearBefore}: unread cells: {unread}; equations that cannot be checked ({rules}): {count}. Enter them from the original.',
  },
  'blank-and-unread': {
    zh: '与 {yearBefore} 年对照，有 {blank} 格空白、{unread} 格未能识读，{rules} 共 {count} 式无法核对。空白不当作 0；未识读的请对照原件补录。',
    en: 'Against {yearBefore}: blank cells: {blank}; unread: {unread}; equations that cannot be checked ({rules}): {count}. Blanks are not read as 0; enter unread cells from the original.',
  },
}

/** Either year may be the one that is wrong. */
const BOTH: Rule['title'] = {
  zh: '请对照两年的年报，有误的一年向填报机关核实。',
  en: 'Compare both reports, and check the doubtful year with the agency.',
}

/** W1–W3, W6, I1, I3: a report against its agency's report of the year before. */
export const YEAR_RULES: readonly Rule[] = [
  {
    id: 'W1',
    severity: 'warning',
    title: { zh: '上年结转 = 上年年报的结转下年度', en: 'Carried in = carried over from the previous year' },
    source: {
      zh: `${FORM.zh}，表三第二项、第四项`,
      en: `${FORM.en}, table 3, items 2 and 4`,
    },
    reasons: {
      total: {
        zh: `上年结转总计 {left}，{yearBefore} 年年报结转下年度 {right}，{gap}。${BOTH.zh}`,
        en: `Carried in: {left} in total; {yearBefore} carried over {right}: {gap}. ${BOTH.en}`,
      },
      'total-and-columns': {
        zh: `上年结转总计 {left}，{yearBefore} 年年报结转下年度 {right}，{gap}；{columns}列也不一致。${BOTH.zh}`,
        en: `Carried in: {left} in total; {yearBefore} carried over {right}: {gap}. These columns also differ: {columns}. ${BOTH.en}`,
      },
      columns: {
        zh: `上年结转与 {yearBefore} 年年报的结转下年度，{columns}列不一致（{formula}）。${BOTH.zh}`,
        en: `Carried in and what {yearBefore} carried over differ by applicant ({formula}): {columns}. ${BOTH.en}`,
      },
      'beyond-blanks': {
        zh: `上年结转与 {yearBefore} 年年报的结转下年度不一致：{formula}。空白或未识读的格不会小于 0，填多少两边都不等。${BOTH.zh}`,
        en: `Carried in is not what {yearBefore} carried over: {formula}. Whatever the empty cells hold (0 or more), the sides differ. ${BOTH.en}`,
      },
      ...OPEN_REASONS,
    },
  },
  {
    id: 'W2',
    severity: 'warning',
    title: {
      zh: '现行有效 + 本年废止 = 上年现行有效 + 本年制发（2022 年起）',
      en: 'In force + repealed = in force the year before + issued (from 2022)',
    },
    source: { zh: '国办公开办函〔2021〕30号，表二', en: '国办公开办函〔2021〕30号, table 2' },
    reasons: {
      unequal: {
        zh: `{field}与 {yearBefore} 年接不上：{formula}，左边{gap}（现行有效 + 废止，{yearBefore} 年现行有效 + 制发）。${BOTH.zh}`,
        en: `{field} does not follow from {yearBefore}: {formula}; the left is {gap} (in force + repealed, in force in {yearBefore} + issued). ${BOTH.en}`,
      },
      'beyond-blanks': {
        zh: `{field}与 {yearBefore} 年接不上：{formula}。空白或未识读的格不会小于 0，填多少两边都不等。${BOTH.zh}`,
        en: `{field} does not follow from {yearBefore}: {formula}. Whatever the empty cells hold (0 or more), the sides differ. ${BOTH.en}`,
      },
      ...OPEN_REASONS,
    },
  },
  {
    id: 'W3',
    severity: 'warning',
    title: {
      zh: '上一年项目数量 = 上年年报的上一年项目数量 + 本年增/减（2019 版）',
      en: 'Items last year = items and change in the report before (2019 form)',
    },
    source: { zh: '国办公开办函〔2019〕60号，表二', en: '国办公开办函〔2019〕60号, table 2' },
    reasons: {
      unequal: {
        zh: `{field}与 {yearBefore} 年年报接不上：{formula}，{gap}。${BOTH.zh}`,
        en: `{field} does not follow from the report of {yearBefore}: {formula}; {gap}. ${BOTH.en}`,
      },
      'beyond-blanks': {
        zh: `{field}与 {yearBefore} 年年报接不上：{formula}。空白或未识读的格填多少两边都不等。${BOTH.zh}`,
        en: `{field} does not follow from the report of {yearBefore}: {formula}. Whatever the empty cells hold, the sides differ. ${BOTH.en}`,
      },
      ...OPEN_REASONS,
    },
  },
  {
    id: 'W6',
    severity: 'warning',
    title: { zh: '与上年相比没有成倍的增减', en: 'No figure is a multiple of last year’s' },
    source: { zh: '经验值，可在设置中更改', en: 'Empirical value; can be changed in the settings' },
    reasons: {
      grown: {
        zh: `{measure} {present}，是 {yearBefore} 年 {before} 的 {times} 倍。若属实可不改；否则${ASK.zh}`,
        en: `{measure}: {present}, {times} times the {before} of {yearBefore}. If that is correct, set it aside. ${ASK.en}`,
      },
      shrunk: {
        zh: `{measure} {present}，{yearBefore} 年为 {before}，是本年的 {times} 倍。若属实可不改；否则${ASK.zh}`,
        en: `{measure}: {present}; {yearBefore} has {before}, {times} times as many. If that is correct, set it aside. ${ASK.en}`,
      },
      'from-zero': {
        zh: `{measure} {present}，{yearBefore} 年为 0。若属实可不改；否则${ASK.zh}`,
        en: `{measure}: {present}; {yearBefore} has 0. If that is correct, set it aside. ${ASK.en}`,
      },
      'to-zero': {
        zh: `{measure} 0，{yearBefore} 年为 {before}。若属实可不改；否则${ASK.zh}`,
        en: `{measure}: 0; {yearBefore} has {before}. If that is correct, set it aside. ${ASK.en}`,
      },
    },
  },
  {
    id: 'I1',
    severity: 'info',
    title: { zh: '上年尚未审结的案件在本年之内', en: 'Cases pending last year are among this year’s' },
    source: { zh: `${FORM.zh}，表四`, en: `${FORM.en}, table 4` },
    reasons: {
      'fewer-than-pending': {
        zh: `{subject}总计 {left}，少于 {yearBefore} 年尚未审结的 {right}。上年未结的案件本年应有结果或仍未审结。请核对两年的年报。`,
        en: `{subject}: {left} in total, fewer than the {right} that {yearBefore} left pending. Those must have a result this year or still be pending. Compare both reports.`,
      },
    },
  },
  {
    id: 'I3',
    severity: 'info',
    title: {
      zh: '有复议后起诉，本年或上年应有行政复议',
      en: 'Litigation after review needs a review this year or last',
    },
    source: { zh: `${FORM.zh}，表四`, en: `${FORM.en}, table 4` },
    reasons: {
      'no-review': {
        zh: `复议后起诉 {value} 件，本年和 {yearBefore} 年的行政复议都为 0。更早的复议可以如此；不是的，疑为未经复议直接起诉。${ASK.zh}`,
        en: `Lawsuits after a review: {value}, with no review in this year or {yearBefore}. An older review can explain it; otherwise they may be lawsuits without review. ${ASK.en}`,
      },
    },
  },
]
