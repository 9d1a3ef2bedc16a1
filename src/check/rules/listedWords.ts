import { REQUEST_COLUMNS, REQUEST_COLUMN_LABELS } from '../../form/requests'
import { measureOf } from '../../form/measures'
import type { Finding } from '../../report/finding'
import type { Language } from '../../report/wording'

type Words = Record<string, string>

/** Words for ids that a finding carries: several columns, a measure, and by how much the first number is more or less than the second. */
export function listedWords({ params, difference }: Finding, language: Language): Words {
  const words: Words = {}
  const { columns, measure } = params
  if (typeof columns === 'string') words['columns'] = columnNames(columns.split(' '), language)
  if (typeof measure === 'string') words['measure'] = measureOf(measure)?.label[language] ?? measure
  if (difference !== undefined) words['gap'] = gap(difference, language)
  return words
}

function columnNames(ids: readonly string[], language: Language): string {
  const names = REQUEST_COLUMNS.filter((column) => ids.includes(column)).map((column) => {
    const label = REQUEST_COLUMN_LABELS[column]
    return language === 'zh' ? label.short.zh : label.en
  })
  return names.join(language === 'zh' ? '、' : ', ')
}

function gap(difference: number, language: Language): string {
  const amount = Math.abs(difference).toLocaleString('en-US', { maximumFractionDigits: 6 })
  if (language === 'zh') return `${difference > 0 ? '多' : '少'} ${amount}`
  return `${amount} ${difference > 0 ? 'more' : 'fewer'}`
}
