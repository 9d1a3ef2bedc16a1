import type { Label } from '../form/version'
import type { Finding } from '../report/finding'
import type { Severity } from '../report/report'
import { fill } from '../report/wording'
import type { Language } from '../report/wording'
import { wordsOf } from './findingWords'

/** A rule of RULES.md with the wording of everything that it may have to say. */
export interface Rule {
  readonly id: string
  /** Of its findings where it can judge; where it cannot, they are `info`. */
  readonly severity: Severity
  readonly title: Label
  /** The clause that it rests on. */
  readonly source: Label
  /** By `reason`; `{names}` are filled by `findingText`. */
  readonly reasons: Readonly<Record<string, Label>>
}

const FORM: Label = {
  zh: '国办公开办函〔2021〕30号、〔2019〕60号所附表式',
  en: 'the form annexed to 国办公开办函〔2021〕30号 and 〔2019〕60号',
}
const ASK: Label = { zh: '请向填报机关核实。', en: 'Check with the agency.' }

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

const STRUCTURE_REASONS: Rule['reasons'] = {
  'table-missing': {
    zh: `文中没有读到{table}，其余表格都在；记为“无表”，不记为 0。请先对照原件；原件也没有的，向填报机关核实。`,
    en: `{table} was not found in the document, though others were; it is recorded as absent, not as zeros. Look at the original first; where it is not there either, check with the agency.`,
  },
  'row-missing': {
    zh: `{table}没有这些行：{rows}。各格记为未读出，不记为 0。${ASK.zh}`,
    en: `{table} lacks these rows: {rows}. Their cells are recorded as unread, not as zeros. ${ASK.en}`,
  },
  'row-empty': {
    zh: `{table}“{rowOfField}”一行没有数字格，不记为 0。${ASK.zh}`,
    en: `The row “{rowOfField}” of {table} has no cells for figures; they are not read as zeros. ${ASK.en}`,
  },
  'row-repeated': {
    zh: `{table}“{rowOfField}”一行出现两次，数字不同，未取数。${ASK.zh}`,
    en: `The row “{rowOfField}” of {table} stands twice with different figures; nothing was taken. ${ASK.en}`,
  },
  'row-extra': {
    zh: `多出一行“{read}”，表式没有此行，未计入。${ASK.zh}`,
    en: `There is a row “{read}” that the form does not have; it is not counted. ${ASK.en}`,
  },
  'column-missing': {
    zh: `{table}没有“{column}”一列。各格记为未读出，不记为 0。${ASK.zh}`,
    en: `{table} lacks the column {column}. Its cells are recorded as unread, not as zeros. ${ASK.en}`,
  },
  'cells-missing': {
    zh: `{table}“{rowOfField}”一行有 {found} 格，应为 {expected} 格，未取数。${ASK.zh}`,
    en: `The row “{rowOfField}” of {table} has {found} cells where the form has {expected}; nothing was taken. ${ASK.en}`,
  },
  'cells-extra': {
    zh: `{table}“{rowOfField}”一行多出 {spare} 格，不能断定各属哪一列，未取数。${ASK.zh}`,
    en: `The row “{rowOfField}” of {table} has {spare} cells too many, and their columns cannot be told; nothing was taken. ${ASK.en}`,
  },
}

/** The rules within one report, in their order. A new rule is one entry here and one function that finds it. */
const RULES: readonly Rule[] = [
  identityRule(
    'E1',
    { zh: '新收 + 上年结转 = （七）总计 + 结转下年度', en: 'Received + carried in = settled + carried out' },
    {
      zh: `${FORM.zh}，表三内注“第一项加第二项之和，等于第三项加第四项之和”`,
      en: `${FORM.en}, note printed in table 3: first plus second item equal third plus fourth`,
    },
    {
      zh: '{subject}两边不等：{formula}，{excess}。',
      en: '{subject} does not foot: {formula}; {excess}. ',
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
  {
    id: 'E5',
    severity: 'error',
    title: {
      zh: '件数为不小于 0 的整数，金额不小于 0',
      en: 'Counts are whole numbers of 0 or more; amounts 0 or more',
    },
    source: FORM,
    reasons: {
      negative: {
        zh: `{field}为 {value}，件数不会小于 0。${ASK.zh}`,
        en: `{field} is {value}; a count is 0 or more. ${ASK.en}`,
      },
      fraction: {
        zh: `{field}为 {value}，件数应为整数。${ASK.zh}`,
        en: `{field} is {value}; a count is a whole number. ${ASK.en}`,
      },
      'negative-amount': {
        zh: `{field}为 {value} 万元，金额不会小于 0。${ASK.zh}`,
        en: `{field} is {value} (10,000 yuan); an amount is 0 or more. ${ASK.en}`,
      },
    },
  },
  {
    id: 'E6',
    severity: 'error',
    title: { zh: '表、行、列与表式一致', en: 'Tables, rows and columns as on the form' },
    source: FORM,
    reasons: STRUCTURE_REASONS,
  },
  {
    id: 'W19',
    severity: 'warning',
    title: { zh: '表式与年度相符', en: 'The form version is that of the year' },
    source: {
      zh: '国办公开办函〔2021〕30号：2021 年度起用新表式',
      en: '国办公开办函〔2021〕30号: the present form from report year 2021 on',
    },
    reasons: {
      'other-version': {
        zh: `{table}用 {used} 版表式，{year} 年应为 {due} 版。两版不同的项目记为“无此项”，不记为 0。${ASK.zh}`,
        en: `{table} is on the {used} form; {year} has the {due} form. Items of the other form are recorded as absent, not as zeros. ${ASK.en}`,
      },
      'before-form': {
        zh: `{table}用 {used} 版表式，而 {year} 年还没有这种表式（2019 年度起用）。年度可能读错或写错，先核对年度。`,
        en: `{table} is on the {used} form, which {year} did not have yet (it begins with report year 2019). The year may be misread or misprinted: check the year first.`,
      },
    },
  },
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
