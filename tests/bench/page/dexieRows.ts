import Dexie from 'dexie'
import type { Table } from 'dexie'
import type { Query } from '@/cube/query'
import type { FieldId } from '@/form/fields'
import { figureOf } from '@/form/indicators'
import type { Measure } from '@/form/measures'
import type { SampleRow } from '../sampleRows'
import type { NamedQuery } from '../overviewQueries'
import type { Peer, PeerAnswer, PeerFigure } from './peer'

interface StoredRow extends SampleRow {
  readonly id: string
}

const BATCH = 1000

/** Reports as rows of IndexedDB, filtered and summed anew for every query. */
export async function dexiePeer(rows: readonly SampleRow[]): Promise<Peer & { readonly close: () => Promise<void> }> {
  await Dexie.delete('gouji-bench-rows')
  const db = new Dexie('gouji-bench-rows')
  db.version(1).stores({ reports: 'id' })
  const reports: Table<StoredRow, string> = db.table('reports')
  for (let from = 0; from < rows.length; from += BATCH)
    await reports.bulkPut(
      rows.slice(from, from + BATCH).map((row) => ({ ...row, id: `${row.agency.id} ${row.filed.year}` })),
    )
  return {
    name: 'dexie rows',
    prepare: ({ query }) => Promise.resolve(() => answer(reports, query)),
    read: (_: NamedQuery, given) => given as PeerAnswer,
    close: async () => {
      db.close()
      await Dexie.delete('gouji-bench-rows')
    },
  }
}

async function answer(reports: Table<StoredRow, string>, query: Query): Promise<PeerAnswer> {
  const { years, regions } = query.where
  const wanted = (year: number): boolean => !years || years.includes(year)
  const kept = await reports
    .filter(
      ({ agency, filed }) =>
        agency.scope === 'own' && wanted(filed.year) && (!regions || regions.includes(agency.region)),
    )
    .toArray()
  const groups = new Map<string, StoredRow[]>()
  for (const row of kept) {
    const key = query.groupBy.map((dimension) => (dimension === 'year' ? row.filed.year : row.agency.id)).join(' ')
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  const byId = new Map(query.change ? kept.map((row) => [row.id, row]) : [])
  return new Map(
    [...groups].map(([key, rows]) => [
      key,
      Object.fromEntries(query.figures.map((id) => [id, figure(id, rows, query.change ? byId : null)])),
    ]),
  )
}

function figure(id: string, rows: readonly StoredRow[], before: ReadonlyMap<string, StoredRow> | null): PeerFigure {
  const sum = sumOf(id, rows)
  if (!before) return sum
  const whole = (row: StoredRow | undefined): row is StoredRow => row !== undefined && partsOf(id, row) !== null
  const pairs = rows.flatMap((row) => {
    const earlier = before.get(`${row.agency.id} ${row.filed.year - 1}`)
    return whole(row) && whole(earlier) ? [{ row, earlier }] : []
  })
  const from = sumOf(
    id,
    pairs.map(({ earlier }) => earlier),
  )
  const to = sumOf(
    id,
    pairs.map(({ row }) => row),
  )
  return { ...sum, from: from.value, to: to.value, agencies: pairs.length }
}

function sumOf(id: string, rows: readonly StoredRow[]): PeerFigure {
  let top = 0
  let bottom = 0
  let reports = 0
  for (const row of rows) {
    const parts = partsOf(id, row)
    if (!parts) continue
    top += parts.top
    bottom += parts.bottom
    reports++
  }
  if (reports === 0) return { value: null, reports }
  if (figureOf(id)?.kind === 'measure') return { value: top, reports }
  return { value: bottom === 0 ? null : top / bottom, reports }
}

function partsOf(id: string, row: StoredRow): { top: number; bottom: number } | null {
  const figure = figureOf(id)
  if (!figure) throw new Error(id)
  const top = measureIn(figure.kind === 'measure' ? figure.measure : figure.numerator, row)
  const bottom = figure.kind === 'measure' ? 0 : measureIn(figure.denominator, row)
  return top === null || bottom === null ? null : { top, bottom }
}

function measureIn(measure: Measure, { filed }: StoredRow): number | null {
  const version = filed.forms[measure.table]
  const terms = version && measure.terms[version]
  if (!terms) return null
  const valueOf = (field: FieldId): number | null => filed.corrected[field] ?? filed.cells[field]?.value ?? null
  let sum = 0
  for (const field of terms.plus) {
    const value = valueOf(field)
    if (value === null) return null
    sum += value
  }
  for (const field of terms.minus ?? []) {
    const value = valueOf(field)
    if (value === null) return null
    sum -= value
  }
  return sum
}
