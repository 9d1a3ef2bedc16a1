import Dexie from 'dexie'
import type { Table } from 'dexie'
import type { Query } from '@/cube/query'
import { FIELDS } from '@/form/fields'
import type { FieldId } from '@/form/fields'
import { figureOf } from '@/form/indicators'
import type { Measure } from '@/form/measures'
import { FORM_VERSIONS } from '@/form/version'
import type { TableId } from '@/form/version'
import type { NamedQuery } from '../overviewQueries'
import type { Peer, PeerAnswer, PeerFigure } from './peer'

/** What a report comes to where it is only counted: its dimensions, the form version of each table, and its cells in the order of `FIELDS`. */
interface StoredRow {
  readonly id: string
  readonly agency: string
  readonly year: number
  readonly region: string
  readonly scope: string
  readonly versions: Readonly<Record<TableId, string>>
  readonly cells: readonly (number | null)[]
}

const BATCH = 1000

/** Reports as rows of IndexedDB, filtered and summed anew for every query. */
export async function dexiePeer(csv: readonly Uint8Array[]): Promise<Peer & { readonly close: () => Promise<void> }> {
  await Dexie.delete('gouji-bench-rows')
  const db = new Dexie('gouji-bench-rows')
  db.version(1).stores({ reports: 'id' })
  const reports: Table<StoredRow, string> = db.table('reports')
  for (const bytes of csv) {
    const lines = new TextDecoder().decode(bytes).trimEnd().split('\n')
    for (let from = 0; from < lines.length; from += BATCH)
      await reports.bulkPut(lines.slice(from, from + BATCH).map(storedRow))
  }
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

function storedRow(line: string): StoredRow {
  const [agency = '', year = '', region = '', scope = '', proactive = '', requests = '', disputes = '', ...cells] =
    line.split(',')
  return {
    id: `${agency} ${year}`,
    agency,
    year: Number(year),
    region,
    scope,
    versions: { proactive, requests, disputes },
    cells: cells.map((cell) => (cell === '' ? null : Number(cell))),
  }
}

async function answer(reports: Table<StoredRow, string>, query: Query): Promise<PeerAnswer> {
  const { years, regions } = query.where
  const wanted = (year: number): boolean => !years || years.includes(year)
  const kept = await reports
    .filter(({ scope, year, region }) => scope === 'own' && wanted(year) && (!regions || regions.includes(region)))
    .toArray()
  const groups = new Map<string, StoredRow[]>()
  for (const row of kept) {
    const key = query.groupBy.map((dimension) => (dimension === 'year' ? row.year : row.agency)).join(' ')
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
    const earlier = before.get(`${row.agency} ${row.year - 1}`)
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

const POSITIONS = new Map<FieldId, number>(FIELDS.map(({ id }, position) => [id, position]))

function measureIn(measure: Measure, { versions, cells }: StoredRow): number | null {
  const version = FORM_VERSIONS.find((known) => known === versions[measure.table])
  const terms = version && measure.terms[version]
  if (!terms) return null
  const valueOf = (field: FieldId): number | null => cells[POSITIONS.get(field) ?? -1] ?? null
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
