const NONE = -1
const FIRST_ROOM = 64
const NO_ROWS = new Int32Array(0)

/** Finds the row of an agency and year by their codes; years get theirs as they come. */
export class RowIndex {
  /** Year by year code, in the order of their coming. */
  readonly years: number[] = []
  private readonly codes = new Map<number, number>()
  private readonly rows: Int32Array[] = []
  private readonly counts: number[] = []

  /** The code of a year, given out if it is new. */
  codeOf(year: number): number {
    const known = this.codes.get(year)
    if (known !== undefined) return known
    const code = this.years.length
    this.codes.set(year, code)
    this.years.push(year)
    this.rows.push(new Int32Array(FIRST_ROOM).fill(NONE))
    this.counts.push(0)
    return code
  }

  find(year: number): number | undefined {
    return this.codes.get(year)
  }

  /** Row of an agency's report of a year, -1 where there is none. */
  row(agency: number, year: number): number {
    return this.rows[year]?.[agency] ?? NONE
  }

  /** Rows of a year by agency code, -1 or nothing where there is none. */
  ofYear(year: number): Int32Array {
    return this.rows[year] ?? NO_ROWS
  }

  set(agency: number, year: number, row: number): void {
    let rows = this.rows[year]
    if (!rows) return
    if (agency >= rows.length) {
      const longer = new Int32Array(Math.max(agency + 1, rows.length * 2)).fill(NONE)
      longer.set(rows)
      this.rows[year] = rows = longer
    }
    const before = rows[agency] ?? NONE
    this.counts[year] = (this.counts[year] ?? 0) + (row === NONE ? 0 : 1) - (before === NONE ? 0 : 1)
    rows[agency] = row
  }

  clear(agency: number, year: number): void {
    this.set(agency, year, NONE)
  }

  /** Years that have a report, ascending. */
  present(): number[] {
    return this.years.filter((_, code) => (this.counts[code] ?? 0) > 0).sort((one, other) => one - other)
  }
}
