import type { Equation } from './equation'

/** An entry grew past whole numbers that a double holds: the question stays open. */
class OutOfRange extends Error {}

/**
 * A simplex tableau in exact whole numbers: every entry stands for entry ÷ `scale` (Edmonds' integer pivoting), so that no rounding decides.
 * Columns are the variables, then the right-hand side. A row's `basis` is its variable, or −1 for the artificial one it started with.
 */
interface Tableau {
  readonly rows: number[][]
  readonly basis: number[]
  readonly width: number
  scale: number
}

/** What a set of equations over numbers ≥ 0 leaves: no solution, or which variables have one value only (by column; `null` is open). */
export type Solution = { readonly feasible: false } | { readonly feasible: true; readonly values: (number | null)[] }

/**
 * Solves equations in `width` columns over rational numbers ≥ 0, exactly. Cells of the form make a network, where the rational answer is the whole-number one;
 * elsewhere `values` is still true, and may leave a value open that whole numbers would decide.
 */
export function solve(equations: readonly Equation[], columns: ReadonlyMap<number, number>): Solution {
  const width = columns.size
  try {
    const tableau = tableauOf(equations, columns)
    if (!makeFeasible(tableau)) return { feasible: false }
    return { feasible: true, values: determined(tableau, widestSupport(tableau)) }
  } catch (error) {
    if (!(error instanceof OutOfRange)) throw error
    return { feasible: true, values: Array.from({ length: width }, () => null) }
  }
}

function tableauOf(equations: readonly Equation[], columns: ReadonlyMap<number, number>): Tableau {
  const width = columns.size
  const rows = equations.map(({ terms, constant }) => {
    const row = Array.from({ length: width + 1 }, () => 0)
    const sign = constant < 0 ? -1 : 1
    for (const { variable, coefficient } of terms) {
      const column = columns.get(variable)
      if (column !== undefined) row[column] = entry(row, column) + sign * coefficient
    }
    row[width] = sign * constant
    return row
  })
  return { rows, basis: rows.map(() => -1), width, scale: 1 }
}

const entry = (row: readonly number[] | undefined, column: number): number => row?.[column] ?? 0

function exact(number: number): number {
  if (!Number.isSafeInteger(number)) throw new OutOfRange()
  return number
}

/** Makes `column` basic in row `at`; its entry there must not be 0, and may be negative only where the right-hand side is 0. */
function pivot(tableau: Tableau, at: number, column: number): void {
  const { rows, scale } = tableau
  if (entry(rows[at], column) < 0) rows[at] = (rows[at] ?? []).map((number) => (number === 0 ? 0 : -number))
  const pivotRow = rows[at] ?? []
  const head = entry(pivotRow, column)
  for (const [index, row] of rows.entries()) {
    if (index === at) continue
    const factor = entry(row, column)
    for (let place = 0; place <= tableau.width; place += 1)
      row[place] = exact(exact(entry(row, place) * head) - exact(factor * entry(pivotRow, place))) / scale
  }
  tableau.scale = head
  tableau.basis[at] = column
}

/** The row that leaves when `column` enters: the smallest ratio, ties to the smallest variable (Bland's rule: no cycles). −1 where nothing bounds it. */
function leavingRow({ rows, basis, width }: Tableau, column: number): number {
  let best = -1
  for (const [index, row] of rows.entries()) {
    const slope = entry(row, column)
    if (slope <= 0) continue
    const current = rows[best]
    const order = current
      ? exact(entry(row, width) * entry(current, column)) - exact(entry(current, width) * slope)
      : -1
    if (order < 0 || (order === 0 && entry(basis, index) < entry(basis, best))) best = index
  }
  return best
}

/** Phase one: drives the artificial variables out. False where the equations have no solution. */
function makeFeasible(tableau: Tableau): boolean {
  const { rows, basis, width } = tableau
  const artificial = (index: number): boolean => basis[index] === -1
  const columnOf = (column: number): number =>
    rows.reduce((sum, row, index) => sum + (artificial(index) ? entry(row, column) : 0), 0)
  for (;;) {
    if (columnOf(width) === 0) break
    let entering = 0
    while (entering < width && columnOf(entering) <= 0) entering += 1
    if (entering === width) return false
    pivot(tableau, leavingRow(tableau, entering), entering)
  }
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    if (!artificial(index)) continue
    const column = (rows[index] ?? []).findIndex((number, place) => place < width && number !== 0)
    if (column >= 0) pivot(tableau, index, column)
    else {
      rows.splice(index, 1)
      basis.splice(index, 1)
    }
  }
  return true
}

/** The variables that are above 0 in some solution; all others are 0 in every one. */
function widestSupport(tableau: Tableau): boolean[] {
  const { rows, basis, width } = tableau
  const support = Array.from({ length: width }, () => false)
  for (;;) {
    for (const [index, row] of rows.entries()) if (entry(row, width) > 0) support[entry(basis, index)] = true
    const entering = improving(tableau, support)
    if (entering === -1) return support
    const leaving = leavingRow(tableau, entering)
    if (leaving >= 0) pivot(tableau, leaving, entering)
    else {
      // Nothing bounds it: along this ray it grows, and the basic variables that fall with it grow too.
      support[entering] = true
      for (const [index, row] of rows.entries()) if (entry(row, entering) < 0) support[entry(basis, index)] = true
    }
  }
}

/** The first column whose entry would raise the sum of the variables outside `support`; −1 where that sum is at its highest. */
function improving({ rows, basis, width, scale }: Tableau, support: readonly boolean[]): number {
  const outside = rows.filter((_, index) => !support[entry(basis, index)])
  for (let column = 0; column < width; column += 1) {
    if (basis.includes(column)) continue
    const gain = outside.reduce((sum, row) => sum - entry(row, column), support[column] ? 0 : scale)
    if (gain > 0) return column
  }
  return -1
}

/** Which variables have one value only: those outside `support` are 0; of the others, those that depend on no free variable. */
function determined(tableau: Tableau, support: readonly boolean[]): (number | null)[] {
  const { rows, basis, width } = tableau
  for (const [index, row] of rows.entries()) {
    if (support[entry(basis, index)]) continue
    const column = row.findIndex((number, place) => support[place] === true && number !== 0)
    if (column >= 0) pivot(tableau, index, column)
  }
  const values: (number | null)[] = support.map((positive) => (positive ? null : 0))
  for (const [index, row] of rows.entries()) {
    const variable = entry(basis, index)
    if (!support[variable]) continue
    const free = row.some((number, place) => place < width && place !== variable && support[place] && number !== 0)
    if (!free) values[variable] = entry(row, width) / tableau.scale
  }
  return values
}
