import { DISPUTE_KINDS, DISPUTE_KIND_LABELS } from '../../form/disputes'
import { fieldOf, isFieldId } from '../../form/fields'
import type { FieldId } from '../../form/fields'
import { OUTCOME_LABELS, REQUEST_COLUMNS, REQUEST_COLUMN_LABELS, REQUEST_ROWS } from '../../form/requests'
import type { RequestRow } from '../../form/requests'
import { TABLE_IDS, TABLE_LABELS } from '../../form/version'
import type { Finding } from '../../report/finding'
import type { Language } from '../../report/wording'
import { numberText } from '../footing/formula'
import { listedWords } from './listedWords'

type Words = Record<string, string | number>

/** What the `{names}` of a finding's wording stand for. Numbers of four digits and more are grouped. */
export function wordsOf(finding: Finding, language: Language): Words {
  const { params, formula, year } = finding
  const words: Words = { ...params, formula: grouped(formula), year: year ?? '', ...listedWords(finding, language) }
  for (const name of ['left', 'right', 'value', 'hint', 'before', 'present', 'times'])
    if (typeof params[name] === 'number') words[name] = grouped(numberText(params[name]))
  const { table, field, row, column } = params
  const tableId = TABLE_IDS.find((id) => id === table)
  if (tableId) words['table'] = TABLE_LABELS[tableId][language]
  if (typeof field === 'string' && isFieldId(field)) {
    words['field'] = fieldOf(field).label[language]
    words['rowOfField'] = rowOfField(field, language)
  }
  if (typeof params['rowFields'] === 'string') words['rows'] = rowNames(params['rowFields'].split(' '), language)
  if (typeof row === 'string') words['row'] = rowName(row, language)
  if (typeof column === 'string') words['column'] = columnName(column, language)
  if (language === 'en' && typeof params['rules'] === 'string') words['rules'] = params['rules'].replaceAll('、', ', ')
  words['subject'] = subject(finding, language)
  words['excess'] = excess(finding, language)
  words['advice'] = advice(words, language)
  return words
}

/** Text with its numbers grouped: `1234.5` as `1,234.5`. */
export function grouped(text: string): string {
  return text.replace(/\d+(\.\d+)?/gu, (number) => {
    const [whole = '', decimals] = number.split('.')
    const groups = whole.replace(/\B(?=(\d{3})+$)/gu, ',')
    return decimals === undefined ? groups : `${groups}.${decimals}`
  })
}

function columnName(column: string, language: Language): string {
  const id = REQUEST_COLUMNS.find((known) => known === column)
  if (!id) return column
  return language === 'zh' ? REQUEST_COLUMN_LABELS[id].short.zh : REQUEST_COLUMN_LABELS[id].en
}

/** A row of table 三 by its key: `不予公开·国家秘密`; other texts as they are. */
function rowName(row: string, language: Language): string {
  const found: RequestRow | undefined = REQUEST_ROWS.find(({ key }) => key === row)
  if (!found) return row
  if (language === 'en') return found.en
  const group = found.outcome && OUTCOME_LABELS[found.outcome].zh
  return group === undefined || group === found.short.zh ? found.short.zh : `${group}·${found.short.zh}`
}

/** The row that a cell stands in, in its table's words. */
function rowOfField(field: FieldId, language: Language): string {
  const [table, ...parts] = field.split('.')
  if (table === 'requests') return rowName(parts.slice(0, -1).join('.'), language)
  const { row, label } = fieldOf(field)
  return language === 'zh' ? row : (label.en.split(':')[0] ?? row)
}

/** Rows that a list names before it breaks off. */
const ROWS_SHOWN = 6

function rowNames(fields: readonly string[], language: Language): string {
  const names = fields
    .slice(0, ROWS_SHOWN)
    .flatMap((field) => (isFieldId(field) ? [rowOfField(field, language)] : []))
    .join(language === 'zh' ? '、' : ', ')
  return fields.length > ROWS_SHOWN ? `${names}${language === 'zh' ? '等' : ', …'}` : names
}

/** The column, row or kind of case that an identity is about, as the subject of a sentence. */
function subject({ params }: Finding, language: Language): string {
  const { kind, row, column } = params
  const dispute = DISPUTE_KINDS.find((id) => id === kind)
  if (dispute) return DISPUTE_KIND_LABELS[dispute][language]
  if (typeof row === 'string')
    return language === 'zh' ? `“${rowName(row, 'zh')}”一行` : `The row “${rowName(row, 'en')}”`
  if (typeof column !== 'string') return ''
  const name = columnName(column, language)
  return language === 'zh' ? `${name}列` : `The ${name} column`
}

/** By how much the left side (E1) or the total (E2–E4) is more or less. */
function excess({ rule, difference = 0 }: Finding, language: Language): string {
  const amount = grouped(numberText(Math.abs(difference)))
  const more = difference > 0
  if (language === 'zh') return `${rule === 'E1' ? '左边' : '总计'}${more ? '多' : '少'} ${amount}`
  return `the ${rule === 'E1' ? 'left' : 'total'} is ${amount} ${more ? 'more' : 'less'}`
}

/** What to do about an identity that does not hold: the one number that would put it right, where there is one. */
function advice(words: Words, language: Language): string {
  const { hint, hintField, hintRules } = words
  const zh = language === 'zh'
  const ask = zh ? '请向填报机关核实。' : 'Check with the agency.'
  if (typeof hintField !== 'string' || !isFieldId(hintField)) return ask
  const { label } = fieldOf(hintField)
  return zh
    ? `若“${label.zh}”为 ${String(hint)}，${String(hintRules)} 同时成立。${ask}`
    : `If “${label.en}” were ${String(hint)}, ${allHold(String(hintRules).split('、'))}. ${ask}`
}

function allHold(rules: readonly string[]): string {
  if (rules.length < 2) return `${rules.join('')} would hold`
  const last = rules.at(-1) ?? ''
  return `${rules.slice(0, -1).join(', ')} and ${last} would ${rules.length === 2 ? 'both' : 'all'} hold`
}
