import { STOCKS } from '@/check/years/yearIdentities'
import { isFieldId } from '@/form/fields'
import type { FieldId } from '@/form/fields'
import { identitiesOf } from '@/form/identities'
import type { Identity } from '@/form/identities'
import { FORM_VERSIONS, TABLE_IDS } from '@/form/version'
import type { Finding, FindingCell } from '@/report/finding'

/** One side of an equation that does not hold. */
export interface Side {
  /** The cells that are drawn: those of a long sum that are 0 are left out. */
  readonly terms: readonly FindingCell[]
  /** How many cells of 0 were left out. */
  readonly zeros: number
  /** `null` where a blank leaves it open. */
  readonly sum: number | null
  /** Of the cells that have a number. */
  readonly known: number
}

/** A finding's identity with its cells put in. */
export interface Equation {
  readonly left: Side
  readonly right: Side
  /** left − right; `null` where a blank leaves it open. */
  readonly difference: number | null
  /** The one cell that is suspected, if one is. */
  readonly suspect: FieldId | null
}

/** A sum of so many terms is drawn whole. */
const WHOLE = 6
const REASONS: ReadonlySet<string> = new Set(['unequal', 'beyond-blanks', 'total', 'columns'])

/** The equation that a finding says does not hold; `null` for findings of another kind, and where several do not. */
export function equationOf(finding: Finding): Equation | null {
  if (!REASONS.has(finding.reason)) return null
  const atLeft = cellsAtLeft(finding)
  if (atLeft === null || atLeft === 0 || atLeft >= finding.cells.length) return null
  const left = sideOf(finding.cells.slice(0, atLeft))
  const right = sideOf(finding.cells.slice(atLeft))
  const difference = left.sum === null || right.sum === null ? null : plain(left.sum - right.sum)
  return { left, right, difference, suspect: suspectOf(finding) }
}

/** How many of a finding's cells stand left of the sign. */
function cellsAtLeft({ rule, cells, year }: Finding): number | null {
  const identity = identityOf(rule, cells)
  if (identity) return identity.left.length
  const stock = STOCKS.find((one) => one.rule === rule && one.left[0]?.field === cells[0]?.field)
  if (stock) return stock.left.length + stock.right.length === cells.length ? stock.left.length : null
  if (rule !== 'W1') return null
  const [own, before] = [cells.filter((cell) => cell.year === year), cells.filter((cell) => cell.year !== year)]
  const isOne = new Set(own.map(({ field }) => field)).size === 1 && before.length === 1
  return isOne ? 1 : null
}

function identityOf(rule: string, cells: readonly FindingCell[]): Identity | undefined {
  const fields = cells.map(({ field }) => field)
  return TABLE_IDS.flatMap((table) => FORM_VERSIONS.flatMap((version) => identitiesOf(table, version))).find(
    (identity) => identity.rule === rule && isSame([...identity.left, ...identity.right], fields),
  )
}

const isSame = (these: readonly FieldId[], those: readonly FieldId[]): boolean =>
  these.length === those.length && these.every((field, index) => field === those[index])

function sideOf(cells: readonly FindingCell[]): Side {
  const terms = cells.length > WHOLE ? cells.filter(({ value }) => value !== 0) : cells
  const known = plain(cells.reduce((sum, { value }) => sum + (value ?? 0), 0))
  const sum = cells.some(({ value }) => value === null) ? null : known
  return { terms, zeros: cells.length - terms.length, sum, known }
}

/** The cell that checking hints at, else the printed total of a sum; of two sums side by side none is suspected. */
function suspectOf({ rule, params, cells }: Finding): FieldId | null {
  const { hintField } = params
  if (typeof hintField === 'string' && isFieldId(hintField)) return hintField
  return ['E2', 'E3', 'E4'].includes(rule) ? (cells[0]?.field ?? null) : null
}

/** Amounts in 万元 have decimals: what floating point adds to a sum is no difference. */
function plain(value: number): number {
  return Number(value.toFixed(6))
}
