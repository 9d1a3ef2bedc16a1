import type { FieldId } from '@/form/fields'
import type { FormVersion, TableId } from '@/form/version'
import { tableRows } from './formPage'
import type { PageCell, PageRow } from './formPage'

/** One year's figures and the words that head them. */
export interface YearFigures {
  readonly head: string
  readonly figures: Readonly<Partial<Record<FieldId, string>>>
}

interface Standing {
  readonly cell: PageCell
  readonly from: number
  readonly to: number
}

/** Where each cell of a statutory table stands, columns from 0. */
function standing(rows: readonly PageRow[]): Standing[][] {
  const taken = new Set<string>()
  return rows.map((row, top) => {
    let from = 0
    return row.map((cell) => {
      while (taken.has(`${String(top)} ${String(from)}`)) from += 1
      for (let down = 0; down < cell.rowspan; down += 1)
        for (let right = 0; right < cell.colspan; right += 1) taken.add(`${String(top + down)} ${String(from + right)}`)
      return { cell, from, to: from + cell.colspan - 1 }
    })
  })
}

const plain = (text: string, colspan = 1, rowspan = 1): PageCell => ({ text, colspan, rowspan })

/** Rows of the same table with each year's figures, and where its labels end and all its columns. */
function alike(
  table: TableId,
  version: FormVersion,
  years: readonly YearFigures[],
): { tables: Standing[][][]; labels: number; width: number } {
  const tables = years.map(({ figures }) => standing(tableRows(table, version, figures)))
  const all = tables.flat(2)
  const labels = Math.min(...all.flatMap(({ cell, from }) => (cell.field === undefined ? [] : [from])))
  return { tables, labels, width: Math.max(...all.map(({ to }) => to)) + 1 }
}

/** All columns of the first year, then all of the second, under a row that names the years; `beside`: heads of further columns, empty below. */
export function grouped(
  table: TableId,
  version: FormVersion,
  years: readonly YearFigures[],
  beside: readonly string[] = [],
): PageRow[] {
  const { tables, labels, width } = alike(table, version, years)
  const [first = [], ...others] = tables
  const own = width - labels
  const head = years.map((year) => plain(year.head, own))
  const corner = labels === 0 ? [] : [plain('', labels)]
  return [
    [...corner, ...head, ...beside.map((text) => plain(text))],
    ...first.map((row, at) => {
      const shared = row
        .filter(({ from }) => from < labels)
        .map(({ cell, from, to }) => ({
          ...cell,
          colspan: to < labels ? cell.colspan : labels - from + own * years.length,
        }))
      const isOpen = row.some(({ from, to }) => from < labels && to >= labels)
      const values = [row, ...others.map((other) => other[at] ?? [])].flatMap((one) =>
        one.flatMap(({ cell, from }) => (from < labels ? [] : [cell])),
      )
      return [...shared, ...(isOpen ? [] : values), ...beside.map(() => plain(''))]
    }),
  ]
}

/** Under each head of a column one column for each year. */
export function interleaved(table: TableId, version: FormVersion, years: readonly YearFigures[]): PageRow[] {
  const { tables, labels } = alike(table, version, years)
  const [first = [], ...others] = tables
  return first.flatMap((row, at): PageRow[] => {
    const isData = row.some(({ cell }) => cell.field !== undefined)
    const wide = row.flatMap(({ cell, from, to }, index): PageCell[] => {
      if (from < labels)
        return [{ ...cell, colspan: to < labels ? cell.colspan : labels - from + (to - labels + 1) * years.length }]
      if (!isData) return [{ ...cell, colspan: cell.colspan * years.length }]
      return [cell, ...others.flatMap((other) => other[at]?.[index]?.cell ?? [])]
    })
    const isLastHead = !isData && first[at + 1]?.some(({ cell }) => cell.field !== undefined) === true
    if (!isLastHead) return [wide]
    const columns = (first[at + 1] ?? []).filter(({ cell }) => cell.field !== undefined)
    const corner = labels === 0 ? [] : [plain('', labels)]
    return [wide, [...corner, ...columns.flatMap(({ cell }) => years.map(({ head }) => plain(head, cell.colspan)))]]
  })
}

/** Labels of table 三 and one column for each year. */
export function totals(version: FormVersion, years: readonly YearFigures[]): PageRow[] {
  const { tables, labels } = alike('requests', version, years)
  const [first = []] = tables
  const rows = first.flatMap((row, at): PageRow[] => {
    if (row.every(({ cell }) => cell.field === undefined)) return []
    const values = tables.flatMap((table) =>
      (table[at] ?? []).flatMap(({ cell }) => (cell.field?.endsWith('.total') === true ? [cell] : [])),
    )
    return [[...row.filter(({ from }) => from < labels).map(({ cell }) => cell), ...values]]
  })
  return [[plain('项目', labels), ...years.map(({ head }) => plain(head))], ...rows]
}

/** A row for each year beside every label, the years in a column of their own before the figures. */
export function inRows(table: TableId, version: FormVersion, years: readonly YearFigures[]): PageRow[] {
  const { tables, labels } = alike(table, version, years)
  const [first = [], ...others] = tables
  return first.flatMap((row, at): PageRow[] => {
    const isData = row.some(({ cell }) => cell.field !== undefined)
    const own = row.filter(({ from }) => from < labels)
    const rest = row.filter(({ from }) => from >= labels)
    if (!isData) {
      const isOpen = own.some(({ to }) => to >= labels)
      const shared = own.map(({ cell, to }) => ({ ...cell, colspan: to < labels ? cell.colspan : cell.colspan + 1 }))
      return [[...shared, ...(isOpen ? [] : [plain('年份')]), ...rest.map(({ cell }) => cell)]]
    }
    const shared = own.map(({ cell }) => ({ ...cell, rowspan: cell.rowspan * years.length }))
    return [rest, ...others.map((other) => (other[at] ?? []).filter(({ from }) => from >= labels))].map(
      (values, index) => [
        ...(index === 0 ? shared : []),
        plain(years[index]?.head ?? ''),
        ...values.map(({ cell }) => cell),
      ],
    )
  })
}

/** Two whole tables in one, each under its year. */
export function halves(table: TableId, version: FormVersion, years: readonly YearFigures[]): PageRow[] {
  const { tables, width } = alike(table, version, years)
  const [first = [], ...others] = tables
  return [
    years.map(({ head }) => plain(head, width)),
    ...first.map((row, at) =>
      [row, ...others.map((other) => other[at] ?? [])].flatMap((one) => one.map(({ cell }) => cell)),
    ),
  ]
}
