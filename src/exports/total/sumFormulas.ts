import { fieldOf } from '../../form/fields'
import type { FieldId } from '../../form/fields'
import type { CellSum } from '../../totals/sums'
import type { Total } from '../../totals/total'
import type { SheetFormula } from '../xlsx'

/** Columns of the members' sheet before its figures. */
const COLUMNS_BEFORE = 3

/** The formulas that add the members, whose figures stand on one sheet: a row a member, a column a field. */
export class SumFormulas {
  readonly fields: readonly FieldId[]
  readonly #total: Total
  readonly #columns: ReadonlyMap<FieldId, string>
  readonly #sheet: string
  readonly #rows: readonly [first: number, last: number]

  /** `rowsBefore`: rows of the members' sheet over the first member. */
  constructor(total: Total, fields: readonly FieldId[], sheet: string, rowsBefore: number) {
    this.fields = fields
    this.#total = total
    this.#columns = new Map(fields.map((field, at) => [field, columnName(COLUMNS_BEFORE + at)]))
    this.#sheet = sheet
    this.#rows = [rowsBefore + 1, rowsBefore + total.membership.members.length]
  }

  has(field: FieldId): boolean {
    return this.#columns.has(field)
  }

  /** The sum of a field that has a column; throws on another, which is a mistake of the program. */
  readonly sumOf = (field: FieldId): CellSum => {
    const sum = this.#total.sums.cells.get(field) ?? this.#total.sums.joined.get(field)
    if (!sum) throw new Error(`not a cell of the total: ${field}`)
    return sum
  }

  /** Adds the members; empty text where nobody has a number, for no number is not 0. `here`: the formula stands on the members' sheet itself. */
  total(field: FieldId, here = false): SheetFormula {
    const range = this.#range(field, here)
    const sum = fieldOf(field).unit === 'money' ? `ROUND(SUM(${range}),6)` : `SUM(${range})`
    return { formula: `IF(COUNT(${range})=0,"",${sum})`, value: this.sumOf(field).value ?? '' }
  }

  /** How many members have a number, on the members' sheet. */
  count(field: FieldId): SheetFormula {
    const { addends } = this.sumOf(field)
    return {
      formula: `COUNT(${this.#range(field, true)})`,
      value: addends.filter(({ value }) => value !== null).length,
    }
  }

  #range(field: FieldId, here: boolean): string {
    const column = this.#columns.get(field) ?? ''
    const [first, last] = this.#rows
    return `${here ? '' : `'${this.#sheet}'!`}${column}${String(first)}:${column}${String(last)}`
  }
}

/** Name of a column by its 0-based place: A, Z, AA. */
function columnName(at: number): string {
  const before = Math.floor(at / 26)
  return `${before > 0 ? columnName(before - 1) : ''}${String.fromCharCode(65 + (at % 26))}`
}
