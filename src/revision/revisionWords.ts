import type { Label } from '../form/version'
import { fill } from '../report/wording'
import type { Language } from '../report/wording'
import { saysTheSame } from './revision'
import type { CellChangeKind } from './cellChanges'
import type { Fact, Revision } from './revision'

/** A clause with its plural, for numbers of which English has two forms. */
interface Clause {
  readonly zh: string
  readonly one: string
  readonly many: string
}

const CLAUSES = {
  cells: { zh: '改动 {n} 格', one: '{n} cell changed', many: '{n} cells changed' },
  breaking: {
    zh: '其中 {n} 格所在的勾稽由平变不平',
    one: '{n} of them in a sum that footed and no longer does',
    many: '{n} of them in sums that footed and no longer do',
  },
  mending: {
    zh: '{n} 格所在的勾稽由不平变平',
    one: '{n} in a sum that did not balance and now does',
    many: '{n} in sums that did not balance and now do',
  },
  states: {
    zh: '{n} 格数未变而来历不同',
    one: '{n} cell with the same number but another origin',
    many: '{n} cells with the same number but another origin',
  },
  texts: { zh: '文字改动 {n} 处', one: 'text changed in {n} place', many: 'text changed in {n} places' },
} as const satisfies Readonly<Record<string, Clause>>

const LEAD: Label = { zh: '与第 {version} 版相比：', en: 'Compared with version {version}: ' }
const NOTHING: Label = {
  zh: '数字和文字都没有不同。',
  en: 'figures and text are the same.',
}
const NO_CELLS: Label = { zh: '数字没有不同', en: 'no figure differs' }
const FORMS: Label = { zh: '表式不同', en: 'the forms differ' }

function clause({ zh, one, many }: Clause, n: number, language: Language): string {
  return fill({ zh, en: n === 1 ? one : many }, { n }, language)
}

/** What changed since a version, in one sentence. */
export function revisionSentence(revision: Revision, version: number, language: Language): string {
  const lead = fill(LEAD, { version }, language)
  if (saysTheSame(revision)) return lead + NOTHING[language]
  const { counts, forms } = revision
  const [comma, pause] = language === 'zh' ? ['，', '；'] : [', ', '; ']
  const figures = (['cells', 'breaking', 'mending'] as const).flatMap((key) =>
    counts[key] > 0 ? [clause(CLAUSES[key], counts[key], language)] : [],
  )
  const parts = [
    figures.length > 0 ? figures.join(comma) : NO_CELLS[language],
    ...(forms.length > 0 ? [FORMS[language]] : []),
    ...(counts.states > 0 ? [clause(CLAUSES.states, counts.states, language)] : []),
    ...(counts.texts > 0 ? [clause(CLAUSES.texts, counts.texts, language)] : []),
  ]
  return `${lead}${parts.join(pause)}${language === 'zh' ? '。' : '.'}`
}

export const KIND_WORDS: Readonly<Record<CellChangeKind, Label>> = {
  number: { zh: '数改变', en: 'number changed' },
  filled: { zh: '由无数变为有数', en: 'had no number, has one now' },
  blanked: { zh: '变为空白', en: 'turned blank' },
  lost: { zh: '变为未读出', en: 'turned unread' },
  state: { zh: '来历不同', en: 'another origin' },
  dropped: { zh: '新表式没有此格', en: 'not on the newer form' },
  added: { zh: '旧表式没有此格', en: 'not on the older form' },
}

export const BEARING_WORDS: Readonly<Record<'breaking' | 'mending', Label>> = {
  breaking: { zh: '勾稽由平变不平', en: 'a sum footed and no longer does' },
  mending: { zh: '勾稽由不平变平', en: 'a sum did not balance and now does' },
}

export const FACT_WORDS: Readonly<Record<Fact, Label>> = {
  agency: { zh: '机关', en: 'Agency' },
  year: { zh: '年度', en: 'Year' },
  published: { zh: '公布日期', en: 'Published' },
  title: { zh: '标题', en: 'Title' },
  file: { zh: '文件', en: 'File' },
}
