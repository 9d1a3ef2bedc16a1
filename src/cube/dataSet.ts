import { FIELDS } from '../form/fields'
import { TABLE_IDS } from '../form/version'
import type { Agency } from '../register/agency'
import { STATUTORY } from '../register/deadlines'
import type { Deadlines } from '../register/deadlines'
import { AgencyTable } from './agencies'
import { TABLE_POSITIONS, VERSION_CODES, tableVersions, writeCells } from './cells'
import { Column } from './column'
import type { CubeReport } from './input'
import { RowIndex } from './rowIndex'

const FIRST_ROOM = 256

/** A column that follows from others: `fill` writes one row of it. */
interface Derived {
  readonly column: Column
  readonly fill: (column: Column, row: number) => void
}

/**
 * Reports as columns: one a field of the form, in the order of `FIELDS`, and codes for agency and year. A row is one agency's report of one year.
 * Rows are dense: a removed report's row is taken by the last one. Columns that queries derive are kept and follow every edit.
 */
export class DataSet {
  readonly agencies = new AgencyTable()
  readonly index = new RowIndex()
  readonly columns: readonly Column[] = FIELDS.map(
    (field) => new Column(field.unit === 'money' ? 'decimal' : 'whole', FIRST_ROOM),
  )
  /** Code of the form version of each table, by `TABLE_POSITIONS`. */
  readonly versions: Uint8Array[] = TABLE_IDS.map(() => new Uint8Array(FIRST_ROOM))
  agency = new Int32Array(FIRST_ROOM)
  year = new Int32Array(FIRST_ROOM)
  errors = new Int32Array(FIRST_ROOM)
  readonly published: (string | undefined)[] = []
  /** Which version each report is, and in how many cells it differs from the one before it. */
  readonly issued: { readonly version: number; readonly differing: number }[] = []
  /** The days by which reports are due. */
  deadlines: Deadlines = STATUTORY
  readonly imported: string[] = []
  private readonly derivedColumns = new Map<string, Derived>()
  private count = 0

  /** Reports in the set. */
  get size(): number {
    return this.count
  }

  putAgency(agency: Agency): void {
    this.agencies.put(agency)
  }

  removeAgency(id: string): void {
    this.agencies.remove(id)
  }

  /** Adds a report, or puts it in the place of the one that the agency has for that year. */
  putReport(filed: CubeReport): void {
    const agency = this.agencies.codeOf(filed.agency)
    const year = this.index.codeOf(filed.year)
    let row = this.index.row(agency, year)
    if (row < 0) {
      row = this.count
      this.reserve(row + 1)
      this.count++
      this.index.set(agency, year, row)
    }
    this.agency[row] = agency
    this.year[row] = year
    this.errors[row] = filed.counts.errors
    this.published[row] = filed.published
    this.issued[row] = { version: filed.version ?? 1, differing: filed.differing ?? 0 }
    this.imported[row] = filed.imported
    const versions = tableVersions(filed)
    for (const table of TABLE_IDS) {
      const version = versions[table]
      const codes = this.versions[TABLE_POSITIONS[table]]
      if (codes) codes[row] = version === null ? 0 : VERSION_CODES[version]
    }
    writeCells(this.columns, row, filed)
    for (const { column, fill } of this.derivedColumns.values()) fill(column, row)
  }

  /** Takes out an agency's report of a year; nothing happens where there is none. */
  removeReport(agencyId: string, reportYear: number): void {
    const agency = this.agencies.find(agencyId)
    const year = this.index.find(reportYear)
    if (agency === undefined || year === undefined) return
    const row = this.index.row(agency, year)
    if (row < 0) return
    this.index.clear(agency, year)
    const last = this.count - 1
    this.moveRow(last, row)
    this.published.length = last
    this.issued.length = last
    this.imported.length = last
    this.count = last
  }

  /** Makes room for a number of reports at once, which a filling that knows its size should ask for first. */
  reserve(reports: number): void {
    const room = this.agency.length
    if (reports <= room) return
    const wanted = Math.max(reports, Math.ceil(room * 1.5))
    this.agency = longer(this.agency, wanted)
    this.year = longer(this.year, wanted)
    this.errors = longer(this.errors, wanted)
    this.versions.forEach((codes, table) => {
      const more = new Uint8Array(wanted)
      more.set(codes)
      this.versions[table] = more
    })
    for (const column of this.columns) column.grow(wanted)
    for (const { column } of this.derivedColumns.values()) column.grow(wanted)
  }

  /** The column kept under a key, made from the others on first asking. `fill` must write the given row and read no other. */
  derived(key: string, fill: (column: Column, row: number) => void): Column {
    const known = this.derivedColumns.get(key)
    if (known) return known.column
    const column = new Column('whole', this.agency.length)
    for (let row = 0; row < this.count; row++) fill(column, row)
    this.derivedColumns.set(key, { column, fill })
    return column
  }

  private moveRow(from: number, to: number): void {
    for (const column of this.columns) column.move(from, to)
    for (const { column } of this.derivedColumns.values()) column.move(from, to)
    if (from === to) return
    const agency = this.agency[from] ?? 0
    const year = this.year[from] ?? 0
    this.agency[to] = agency
    this.year[to] = year
    this.errors[to] = this.errors[from] ?? 0
    this.published[to] = this.published[from]
    this.issued[to] = this.issued[from] ?? { version: 1, differing: 0 }
    this.imported[to] = this.imported[from] ?? ''
    for (const codes of this.versions) codes[to] = codes[from] ?? 0
    this.index.set(agency, year, to)
  }
}

function longer(values: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(length)
  more.set(values)
  return more
}
