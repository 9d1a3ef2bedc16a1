import { DISPUTE_COLUMNS, DISPUTE_COLUMN_LABELS, DISPUTE_KINDS, DISPUTE_KIND_LABELS } from '@/form/disputes'
import { fieldOf } from '@/form/fields'
import type { FieldId } from '@/form/fields'
import { OUTCOME_LABELS, REQUEST_COLUMNS, REQUEST_COLUMN_LABELS, REQUEST_ROWS } from '@/form/requests'
import type { RequestRow } from '@/form/requests'
import type { Language } from '@/report/wording'

export interface FieldName {
  readonly row: string
  readonly column: string
}

/** Row and column of a cell in short. */
export function fieldName(field: FieldId, language: Language): FieldName {
  const at = field.lastIndexOf('.')
  const [row, column] = [field.slice(0, at), field.slice(at + 1)]
  const kind = DISPUTE_KINDS.find((known) => known === row)
  const result = DISPUTE_COLUMNS.find((known) => known === column)
  if (kind && result)
    return { row: DISPUTE_KIND_LABELS[kind][language], column: DISPUTE_COLUMN_LABELS[result][language] }
  const applicant = REQUEST_COLUMNS.find((known) => known === column)
  if (row.startsWith('requests.') && applicant)
    return {
      row: requestRow(row.slice('requests.'.length), language),
      column: REQUEST_COLUMN_LABELS[applicant].short[language],
    }
  const words = fieldOf(field).label[language].split(language === 'zh' ? '·' : ': ')
  return { row: words[0] ?? '', column: words.slice(1).join(' ') }
}

function requestRow(key: string, language: Language): string {
  const row: RequestRow | undefined = REQUEST_ROWS.find((known) => known.key === key)
  if (!row) return key
  const group = row.outcome && OUTCOME_LABELS[row.outcome][language]
  const short = row.short[language]
  if (group === undefined || group === short) return short
  return `${group}${language === 'zh' ? '·' : ': '}${short}`
}

/** What tells some cells apart: their rows where they stand in one column, their columns where they stand in one row, else both. */
export function tellingNames(fields: readonly FieldId[], language: Language): string[] {
  const names = fields.map((field) => fieldName(field, language))
  const distinct = (part: keyof FieldName): number => new Set(names.map((name) => name[part])).size
  const [rows, columns] = [distinct('row'), distinct('column')]
  return names.map(({ row, column }) => {
    if (column === '' || (columns === 1 && rows > 1)) return row
    if (rows === 1 && columns > 1) return column
    return `${row} · ${column}`
  })
}
