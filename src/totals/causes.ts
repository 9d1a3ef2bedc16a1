import type { FieldId } from '../form/fields'
import { plainSum } from '../form/plainSum'
import type { Member } from './members'
import type { CellSum } from './sums'

/** What could have made a published figure differ from the sum: members that were left out of it, or were added twice. Nobody but the agency knows. */
export interface Candidate {
  readonly kind: 'leftOut' | 'twice'
  /** One or two. */
  readonly members: readonly Member[]
}

/** A candidate that explains several cells at once, and none against it that would outweigh them. */
export interface Cause extends Candidate {
  readonly fields: readonly FieldId[]
}

/** A cell of which both figures are known. */
export interface Known {
  readonly field: FieldId
  /** Published − sum. */
  readonly difference: number
  readonly sum: CellSum
}

/** Causes looked for one after the other, and candidates named for one cell. */
const MOST_CAUSES = 3
export const MOST_CANDIDATES = 3
/** So many cells must agree with a cause for each that does not. */
const WEIGHT = 3

/** A cell as it is searched: its difference as far as no cause found so far explains it, and the members' figures in their order, 0 for none. */
interface Searched {
  readonly field: FieldId
  readonly difference: number
  readonly complete: boolean
  readonly figures: Float64Array
}

/** Places of members in their order, and the direction in which they would have moved the published figure. */
interface Guess {
  readonly sign: 1 | -1
  readonly places: readonly number[]
}

/** The causes that explain most cells, each taken off before the next is looked for. `known` are all cells that can be compared, the equal ones, too. */
export function causesOf(known: readonly Known[]): Cause[] {
  if (known.every(({ difference }) => difference === 0)) return []
  const members = known[0]?.sum.addends.map(({ member }) => member) ?? []
  let left = known.map(({ field, difference, sum }): Searched => {
    const figures = Float64Array.from(sum.addends, ({ value }) => value ?? 0)
    return { field, difference, complete: sum.complete, figures }
  })
  const causes: Cause[] = []
  while (causes.length < MOST_CAUSES) {
    const found = bestOf(singles(members.length), left, 2) ?? bestOf(pairs(left), left, 3)
    if (!found) break
    const { guess, fields } = found
    causes.push({ ...candidateOf(guess, members), fields })
    left = left.map((cell) => ({ ...cell, difference: plainSum([cell.difference, -effectOf(guess, cell)]) }))
  }
  return causes
}

function candidateOf({ sign, places }: Guess, members: readonly Member[]): Candidate {
  return { kind: sign < 0 ? 'leftOut' : 'twice', members: places.flatMap((at) => members[at] ?? []) }
}

/** By how much a guess would move the published figure. */
function effectOf({ sign, places }: Guess, { figures }: Searched): number {
  let sum = 0
  for (const at of places) sum += figures[at] ?? 0
  return Number.isInteger(sum) ? sign * sum : plainSum([sign * sum])
}

function bestOf(
  guesses: Iterable<Guess>,
  cells: readonly Searched[],
  least: number,
): { readonly guess: Guess; readonly fields: readonly FieldId[] } | undefined {
  let best: Guess | undefined
  let most = 0
  for (const guess of guesses) {
    let agreeing = 0
    let against = 0
    for (const cell of cells) {
      const effect = effectOf(guess, cell)
      if (effect === 0) continue
      if (agrees(effect, cell)) agreeing++
      else if (cell.complete) against++
    }
    if (agreeing >= least && agreeing >= WEIGHT * against && agreeing > most) [best, most] = [guess, agreeing]
  }
  const guess = best
  if (!guess) return undefined
  return { guess, fields: cells.flatMap((cell) => (agrees(effectOf(guess, cell), cell) ? [cell.field] : [])) }
}

/** Whether an effect is just the difference. Where a member has no number, it may account for what is published more. */
function agrees(effect: number, { difference, complete }: Searched): boolean {
  return effect !== 0 && effect === difference && (complete || difference < 0)
}

function* singles(members: number): Generator<Guess> {
  for (let at = 0; at < members; at++) {
    yield { sign: -1, places: [at] }
    yield { sign: 1, places: [at] }
  }
}

/** Pairs that explain the largest difference: others cannot explain all. */
function pairs(cells: readonly Searched[]): Guess[] {
  const largest = cells.reduce<Searched | undefined>(
    (best, cell) => (Math.abs(cell.difference) > Math.abs(best?.difference ?? 0) ? cell : best),
    undefined,
  )
  return largest ? pairsFor(largest.difference, largest.figures) : []
}

function pairsFor(difference: number, figures: Float64Array): Guess[] {
  const wanted = Math.abs(difference)
  const sign = difference < 0 ? -1 : 1
  const byFigure = new Map<number, number[]>()
  const found: Guess[] = []
  for (const [at, figure] of figures.entries()) {
    if (figure === 0) continue
    for (const other of byFigure.get(plainSum([wanted, -figure])) ?? []) found.push({ sign, places: [other, at] })
    const same = byFigure.get(figure)
    if (same) same.push(at)
    else byFigure.set(figure, [at])
  }
  return found
}

/** Members, or else pairs of them, whose figures are just the difference of one cell. */
export function candidatesOf({ difference, sum }: Pick<Known, 'difference' | 'sum'>): Candidate[] {
  if (difference === 0) return []
  const members = sum.addends.map(({ member }) => member)
  const figures = Float64Array.from(sum.addends, ({ value }) => value ?? 0)
  const sign = difference < 0 ? -1 : 1
  const single = [...figures.entries()].flatMap(([at, figure]): Guess[] =>
    figure === Math.abs(difference) ? [{ sign, places: [at] }] : [],
  )
  return (single.length > 0 ? single : pairsFor(difference, figures)).map((guess) => candidateOf(guess, members))
}
