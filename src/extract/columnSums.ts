import type { FieldId } from '../form/fields'
import { identitiesOf } from '../form/identities'
import type { RequestColumn, RequestRowKey } from '../form/requests'
import type { FormVersion } from '../form/version'
import type { SplitCell } from './gluedCells'

/** A row whose cells can be parted in several ways. */
export interface OpenRow {
  readonly key: RequestRowKey
  readonly candidates: readonly (readonly SplitCell[])[]
}

const MOST_TRIES = 20_000

/**
 * Chooses among the ways to part several rows by E1 and E2, which every one of their columns must allow: only
 * identities whose every other cell is a printed number count, and one combination alone may satisfy them all.
 * Gives the chosen cells row by row, or `null`.
 */
export function chooseByColumns(
  version: FormVersion,
  order: readonly RequestColumn[],
  open: readonly OpenRow[],
  known: ReadonlyMap<FieldId, number>,
): ReadonlyMap<RequestRowKey, readonly SplitCell[]> | null {
  if (open.reduce((product, row) => product * row.candidates.length, 1) > MOST_TRIES) return null
  const openFields = new Set(open.flatMap((row) => order.map((column) => `requests.${row.key}.${column}`)))
  const usable = identitiesOf('requests', version)
    .filter(({ rule }) => rule !== 'E3')
    .filter(({ left, right }) => [...left, ...right].every((field) => known.has(field) || openFields.has(field)))
  // Every column of every open row must be under an identity, else some of its cells would be a guess.
  const covered = new Set(usable.flatMap(({ left, right }) => [...left, ...right]))
  if (![...openFields].every((field) => covered.has(field as FieldId))) return null

  const found: (readonly (readonly SplitCell[])[])[] = []
  const tried: (readonly SplitCell[])[] = []
  const holds = (): boolean => {
    const values = new Map(known)
    for (const [at, cells] of tried.entries())
      for (const [index, column] of order.entries()) {
        const key = open[at]?.key
        if (key !== undefined) values.set(`requests.${key}.${column}`, cells[index] ?? 0)
      }
    const sum = (fields: readonly FieldId[]): number =>
      fields.reduce((total, field) => total + (values.get(field) ?? 0), 0)
    return usable.every(({ left, right }) => sum(left) === sum(right))
  }
  const next = (at: number): void => {
    const row = open[at]
    if (!row) {
      if (holds()) found.push([...tried])
      return
    }
    for (const cells of row.candidates) {
      if (found.length > 1) return
      tried.push(cells)
      next(at + 1)
      tried.pop()
    }
  }
  next(0)
  const [chosen] = found
  return chosen === undefined || found.length > 1 ? null : new Map(open.map((row, at) => [row.key, chosen[at] ?? []]))
}
