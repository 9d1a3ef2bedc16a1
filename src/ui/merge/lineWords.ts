import { fieldOf } from '@/form/fields'
import { COLUMN_LABELS } from '@/register/table/columns'
import type { MergeLine } from '@/store/merge/outcome'
import { csvText } from '@/exports/csv'
import type { CsvCell } from '@/exports/csv'
import { formatCount, formatValue, joinNames } from '../format'
import type { Text } from '../text'

const TABLES = ['agencies', 'reports', 'documents', 'decisions', 'decks'] as const

/** Whose and of which year a line is: `临澜市教育局 2023`. */
export function placeOfLine({ agency, year }: MergeLine): string {
  return [agency, year === null ? '' : String(year)].filter(Boolean).join(' ')
}

/** What a line says, in the present language. */
export function lineWords(line: MergeLine, { t, label, language }: Text): string {
  const { cells = [], fields = [], n = 1, name = '' } = line
  const pairs = cells.map(({ field, own, theirs }) => {
    const { label: called, unit } = fieldOf(field)
    const value = (number: number | null): string => formatValue(number, unit, language.value)
    return t('merge.pair', { field: label(called), own: value(own), theirs: value(theirs) })
  })
  const named = pairs.join(language.value === 'zh' ? '；' : '; ')
  const table = TABLES.find((one) => one === name)
  return t(`merge.lines.${line.what}`, {
    cells: n > cells.length && cells.length > 0 ? t('merge.pairsMore', { pairs: named, n }) : named,
    fields: joinNames(
      fields.flatMap((field) =>
        field in COLUMN_LABELS ? [label(COLUMN_LABELS[field as keyof typeof COLUMN_LABELS])] : [],
      ),
      language.value,
    ),
    name: table ? t(`merge.tables.${table}`) : name,
    ...(line.what === 'version' || line.what === 'read-otherwise'
      ? {}
      : { n: line.what === 'damaged' || line.what === 'agency-left' ? n : formatCount(n, language.value) }),
  })
}

/** All lines as a table, a cell a row. */
export function linesCsv(lines: readonly MergeLine[], text: Text): string {
  const { t, label } = text
  const heads = (['group', 'agency', 'year', 'cell', 'own', 'theirs', 'what'] as const).map((name) =>
    t(`merge.columns.${name}`),
  )
  const rows = lines.flatMap((line): CsvCell[][] => {
    const start = [t(`merge.groups.${line.group}`), line.agency, line.year]
    const words = lineWords(line, text)
    const { cells = [] } = line
    return cells.length === 0
      ? [[...start, '', '', '', words]]
      : cells.map(({ field, own, theirs }) => [...start, label(fieldOf(field).label), own, theirs, words])
  })
  return csvText([heads, ...rows])
}
