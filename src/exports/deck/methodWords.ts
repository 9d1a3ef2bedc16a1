import type { Label } from '../../form/version'
import { definitionText } from './toldFigure'
import type { Definition } from '../datasetDefinitions'
import type { Language } from '../../report/wording'

/** How numbers came to be, and why some are not there: the signs of tables, for those who did not see the page. */
const METHOD: readonly Label[] = [
  {
    zh: '没有标记的数照录年报所印。',
    en: 'Numbers without a sign are as printed in the reports.',
  },
  {
    zh: '修：读取时按表式和勾稽关系修复了所读的字、位置或行列。',
    en: 'rep: what was read was repaired from the layout of the form and its identities.',
  },
  {
    zh: '推：原格空白或读不出，由勾稽关系唯一推得。',
    en: 'inf: the cell was blank or could not be read, and the identities allow only one number for it.',
  },
  {
    zh: '改：经人对照原件更正。',
    en: 'cor: corrected by a person against the original.',
  },
  {
    zh: 'E：所依据的年报中有未处理的勾稽错误，数字照录未改。',
    en: 'E: based on a report with an open error; the number is as reported.',
  },
  {
    zh: '空白、未读出、未报都不是 0，不计入合计；0/0 是没有分母，不算比率。',
    en: 'Blank, unread and not reported are not 0 and are in no sum; 0/0 has no denominator and gives no rate.',
  },
  {
    zh: '比率是合计之比，不是各机关比率的平均；n 是分母。',
    en: 'Rates are ratios of sums, never averages of rates; n is the denominator.',
  },
]

export const METHOD_HEADINGS = {
  appendix: { zh: '附录　口径与方法', en: 'Appendix: definitions and method' },
  definitions: { zh: '指标口径', en: 'Definitions' },
  method: { zh: '数从何来', en: 'How the figures were obtained' },
} as const satisfies Readonly<Record<string, Label>>

/** The method in sentences. */
export const methodLines = (language: Language): string[] => METHOD.map((line) => line[language])

/** A definition with where it comes from and where its series breaks. */
export const wholeDefinition = (definition: Definition, language: Language): string =>
  [definitionText(definition, language), definition.source, definition.series].join(language === 'zh' ? '；' : '; ')
