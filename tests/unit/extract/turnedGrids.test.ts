import { describe, expect, it } from 'vitest'
import { fieldsOf } from '@/form/fields'
import type { FieldId } from '@/form/fields'
import { TABLE_IDS } from '@/form/version'
import type { TableId } from '@/form/version'
import type { Report } from '@/report/report'
import { htmlTable, page, tableRows } from './formPage'
import type { PageCell, PageRow } from './formPage'
import { flaggedFields, reportOf } from './reading'

const FIGURES: Readonly<Record<string, string>> = Object.fromEntries(
  TABLE_IDS.flatMap((table) => fieldsOf(table, '2021')).map(({ id }, at) => [id, String(at + 101)]),
)
/** Columns of labels before the figures. */
const LABELS: Readonly<Record<TableId, number>> = { proactive: 3, requests: 3, disputes: 0 }

/** What stands in each place of a table, columns from 0. */
function placesOf(rows: readonly PageRow[]): PageCell[][] {
  const places = rows.map((): PageCell[] => [])
  for (const [top, row] of rows.entries()) {
    let from = 0
    for (const cell of row) {
      while (places[top]?.[from] !== undefined) from += 1
      for (const own of places.slice(top, top + cell.rowspan))
        for (let right = 0; right < cell.colspan; right += 1) own[from + right] = cell
    }
  }
  return places
}

/** Rows of anchors again; `isTurned`: rows have become columns. */
function rowsOf(places: readonly (readonly PageCell[])[], isTurned = false): PageRow[] {
  const seen = new Set<PageCell>()
  return places.map((row) =>
    row.flatMap((cell): PageCell[] => {
      if (seen.has(cell)) return []
      seen.add(cell)
      return [isTurned ? { ...cell, colspan: cell.rowspan, rowspan: cell.colspan } : cell]
    }),
  )
}

const across = (rows: readonly PageRow[]): PageRow[] => {
  const places = placesOf(rows)
  return rowsOf(
    (places[0] ?? []).map((_, column) => places.flatMap((row) => row[column] ?? [])),
    true,
  )
}
const labelsLast =
  (labels: number) =>
  (rows: readonly PageRow[]): PageRow[] =>
    rowsOf(placesOf(rows).map((row) => [...row.slice(labels), ...row.slice(0, labels)]))

function reportWith(table: TableId, turn: (rows: readonly PageRow[]) => PageRow[]): Report {
  const tables = TABLE_IDS.map((one) => {
    const rows = tableRows(one, '2021', FIGURES)
    return htmlTable(one === table ? turn(rows) : rows)
  })
  return reportOf('a.html', page(tables))
}
const valuesOf = ({ cells }: Report): Record<string, string | undefined> =>
  Object.fromEntries(Object.keys(FIGURES).map((id) => [id, cells[id as FieldId]?.value?.toString()]))

describe('a table that is turned', () => {
  it.each(['requests', 'disputes'] as const)('is read where its rows stand side by side: %s', (table) => {
    const report = reportWith(table, across)
    expect(valuesOf(report)).toEqual(FIGURES)
    expect([...flaggedFields(report)]).toEqual([])
  })

  it.each(['proactive', 'requests'] as const)('is read where its labels stand behind its figures: %s', (table) => {
    const report = reportWith(table, labelsLast(LABELS[table]))
    expect(valuesOf(report)).toEqual(FIGURES)
    expect([...flaggedFields(report)]).toEqual([])
  })

  it('keeps the places that its figures have in the source', () => {
    const last = reportWith('requests', labelsLast(LABELS.requests))
    expect(last.cells['requests.received.natural']?.place).toMatchObject({ row: 4, column: 1 })
    const { cells } = reportWith('requests', across)
    expect(cells['requests.received.natural']?.place).toMatchObject({ row: 4, column: 4 })
    expect(cells['requests.received.business']?.place).toMatchObject({ row: 5, column: 4 })
  })

  it('is none of the form’s without heads', () => {
    const bare = (rows: readonly PageRow[]): PageRow[] =>
      across(rows.filter((row) => row.some(({ field }) => field !== undefined)))
    const { cells } = reportWith('requests', bare)
    expect(cells['requests.received.natural']?.value ?? null).toBeNull()
  })

  it('leaves two years’ figures that no head tells apart', () => {
    const report = reportWith('disputes', (rows) =>
      across([...rows, ...rows.slice(-1).map((row) => row.map((cell) => ({ ...cell, text: `${cell.text}9` })))]),
    )
    expect(report.cells['review.total']?.value).toBeNull()
    expect(flaggedFields(report)).toContain('review.total')
  })
})
