import type { Query } from '@/cube/query'
import { FIELDS } from '@/form/fields'
import type { FieldId } from '@/form/fields'
import { figureOf } from '@/form/indicators'
import type { Measure, Terms } from '@/form/measures'
import { FORM_VERSIONS } from '@/form/version'

const POSITION = new Map<FieldId, number>(FIELDS.map((field, position) => [field.id, position]))

/** Columns of the CSV, in its order, with their types. */
export const COLUMNS: readonly (readonly [name: string, type: string])[] = [
  ['agency', 'VARCHAR'],
  ['year', 'INTEGER'],
  ['region', 'VARCHAR'],
  ['scope', 'VARCHAR'],
  ['v_proactive', 'INTEGER'],
  ['v_requests', 'INTEGER'],
  ['v_disputes', 'INTEGER'],
  ...FIELDS.map((field, position) => [`c${position}`, field.unit === 'money' ? 'DOUBLE' : 'INTEGER'] as const),
]

/** One statement that gives the sums and counts of a query by group, and one for its change on the year before, which needs all years. */
export function statementsOf(query: Query): readonly string[] {
  const dimensions = query.groupBy.join(', ')
  const grouped = dimensions === '' ? '' : `GROUP BY ${dimensions}`
  const figures = query.figures.map(partsOf)
  const select = figures.flatMap(({ top, bottom }, at) => [
    `${sumWhere(top, bottom)} AS top${at}`,
    ...(bottom === null ? [] : [`${sumWhere(bottom, top)} AS bottom${at}`]),
    `COUNT(${bottom === null ? top : `${top} + ${bottom}`})::INTEGER AS n${at}`,
  ])
  const main = `SELECT ${[dimensions, ...select].filter(Boolean).join(', ')} FROM reports WHERE ${whereOf(query)} ${grouped}`
  return query.change === 'comparable' ? [main, changeOf(query, figures)] : [main]
}

function changeOf(query: Query, figures: readonly Parts[]): string {
  const parts = figures.flatMap(({ top, bottom }, at) => [`${top} AS top${at}`, `${bottom ?? '0'} AS bottom${at}`])
  const select = figures.flatMap((_, at) => {
    const both = `n.top${at} + n.bottom${at} + p.top${at} + p.bottom${at} IS NOT NULL`
    const sum = (side: 'n' | 'p', part: string) =>
      `(SUM(${side}.${part}${at}) FILTER (${both}))::DOUBLE AS ${side}${part}${at}`
    return [
      sum('p', 'top'),
      sum('p', 'bottom'),
      sum('n', 'top'),
      sum('n', 'bottom'),
      `(COUNT(*) FILTER (${both}))::INTEGER AS both${at}`,
    ]
  })
  return `WITH f AS (SELECT agency, year, ${parts.join(', ')} FROM reports WHERE ${whereOf(query)})
    SELECT n.year AS year, ${select.join(', ')} FROM f n JOIN f p ON p.agency = n.agency AND p.year = n.year - 1 GROUP BY n.year`
}

interface Parts {
  readonly top: string
  readonly bottom: string | null
}

function partsOf(id: string): Parts {
  const figure = figureOf(id)
  if (!figure) throw new Error(id)
  if (figure.kind === 'measure') return { top: measureSql(figure.measure), bottom: null }
  return { top: measureSql(figure.numerator), bottom: measureSql(figure.denominator) }
}

/** The sum of one part over the reports that have both. */
function sumWhere(part: string, other: string | null): string {
  return other === null ? `SUM(${part})::DOUBLE` : `(SUM(${part}) FILTER (${part} + ${other} IS NOT NULL))::DOUBLE`
}

function measureSql(measure: Measure): string {
  const [old, present] = FORM_VERSIONS.map((version) => measure.terms[version])
  if (old && present && termsSql(old) === termsSql(present)) return termsSql(old)
  const cases = FORM_VERSIONS.map((version) => {
    const terms = measure.terms[version]
    return terms ? `WHEN ${version} THEN ${termsSql(terms)}` : ''
  })
  return `(CASE v_${measure.table} ${cases.join(' ')} END)`
}

function termsSql({ plus, minus = [] }: Terms): string {
  const names = (fields: readonly FieldId[]) => fields.map((field) => `c${POSITION.get(field) ?? ''}`)
  return `(${[names(plus).join(' + '), ...names(minus)].join(' - ')})`
}

function whereOf({ where }: Query): string {
  const years = where.years ? ` AND year IN (${where.years.join(', ')})` : ''
  const regions = where.regions ? ` AND region IN (${where.regions.map((region) => `'${region}'`).join(', ')})` : ''
  return `scope = 'own'${years}${regions}`
}
