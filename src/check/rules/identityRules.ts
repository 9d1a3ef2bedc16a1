import type { Label } from '../../form/version'
import { ASK, FORM } from './rule'
import type { Rule } from './rule'

/** What all identities say where they cannot be judged alone. */
const IDENTITY_REASONS: Rule['reasons'] = {
  'beyond-blanks': {
    zh: `{subject}：{formula}。空白或未识读的格不会小于 0，填多少两边都不等。${ASK.zh}`,
    en: `{subject}: {formula}. Whatever the empty cells hold (0 or more), the sides differ. ${ASK.en}`,
  },
  conflict: {
    zh: `{rules} 共 {count} 式各自可以成立，合起来不能：空白或未识读的格没有一组数使各式同时相等。${ASK.zh}`,
    en: `{count} sums ({rules}) could each hold, but not together: no numbers in the empty cells satisfy them all. ${ASK.en}`,
  },
  blank: {
    zh: '有 {blank} 格空白，{rules} 共 {count} 式无法核对。空白不当作 0。',
    en: 'Blank cells: {blank}; sums that cannot be checked ({rules}): {count}. Blanks are not read as 0.',
  },
  unread: {
    zh: '有 {unread} 格未能识读，{rules} 共 {count} 式无法核对。请对照原件补录。',
    en: 'Unread cells: {unread}; sums that cannot be checked ({rules}): {count}. Enter them from the original.',
  },
  'blank-and-unread': {
    zh: '有 {blank} 格空白、{unread} 格未能识读，{rules} 共 {count} 式无法核对。空白不当作 0；未识读的请对照原件补录。',
    en: 'Blank cells: {blank}; unread: {unread}; sums that cannot be checked ({rules}): {count}. Blanks are not read as 0; enter unread cells from the original.',
  },
  circular: {
    zh: '有 {cells} 格的数由 {rules} 推得，不能再用来核对其中 {count} 式。请对照原件。',
    en: 'Cells inferred by {rules}: {cells}; they are no evidence for the {count} sums they came from. Compare with the original.',
  },
}

function identityRule(id: string, title: Label, source: Label, unequal: Label): Rule {
  const advice = (language: 'zh' | 'en'): string => `${unequal[language]}{advice}`
  return {
    id,
    severity: 'error',
    title,
    source,
    reasons: { unequal: { zh: advice('zh'), en: advice('en') }, ...IDENTITY_REASONS },
  }
}

/** E1–E4: the sums of the form. */
export const IDENTITY_RULES: readonly Rule[] = [
  identityRule(
    'E1',
    { zh: '新收 + 上年结转 = （七）总计 + 结转下年度', en: 'Received + carried in = settled + carried over' },
    {
      zh: `${FORM.zh}，表三内注“第一项加第二项之和，等于第三项加第四项之和”`,
      en: `${FORM.en}, note printed in table 3: first plus second item equal third plus fourth`,
    },
    {
      zh: '{subject}两边不等：{formula}，{excess}。',
      en: '{subject} does not balance: {formula}; {excess}. ',
    },
  ),
  identityRule(
    'E2',
    { zh: '（七）总计 = 各项办理结果之和', en: 'Settled in total = sum of the outcomes' },
    { zh: `${FORM.zh}，表三第三项`, en: `${FORM.en}, table 3, item 3` },
    {
      zh: '{subject}各项结果之和 {right}，（七）总计 {left}，{excess}。',
      en: '{subject}: the outcomes add up to {right}, the total says {left}; {excess}. ',
    },
  ),
  identityRule(
    'E3',
    { zh: '每行总计 = 六类申请人之和', en: 'Row total = sum of the six applicant columns' },
    { zh: `${FORM.zh}，表三总计列`, en: `${FORM.en}, table 3, total column` },
    {
      zh: '{subject}加不出总计：{formula}，{excess}。',
      en: '{subject} does not add up to its total: {formula}; {excess}. ',
    },
  ),
  identityRule(
    'E4',
    { zh: '复议、诉讼：总计 = 维持 + 纠正 + 其他 + 尚未审结', en: 'Review, litigation: total = sum of the results' },
    { zh: `${FORM.zh}，表四`, en: `${FORM.en}, table 4` },
    {
      zh: '{subject}各结果加不出总计：{formula}，{excess}。',
      en: '{subject}: the results do not add up to the total: {formula}; {excess}. ',
    },
  ),
]
