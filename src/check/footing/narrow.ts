import type { Equation, Range, Term } from './equation'

/** Rounds after which narrowing stops; ranges that are still moving then are true, only not the narrowest. */
const MAX_ROUNDS = 400

/**
 * Interval propagation to a fixpoint: the range of each variable that every single equation allows, given the ranges of the others.
 * `null` where some variable is left without a value, so that the equations contradict one another.
 */
export function narrow(equations: readonly Equation[]): ReadonlyMap<number, Range> | null {
  const ranges = new Map<number, Range>()
  for (const { terms } of equations)
    for (const { variable } of terms) ranges.set(variable, { low: 0, high: Number.POSITIVE_INFINITY })
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    let moved = false
    for (const equation of equations) {
      const outcome = narrowBy(equation, ranges)
      if (outcome === 'contradiction') return null
      if (outcome === 'moved') moved = true
    }
    if (!moved) break
  }
  return ranges
}

function narrowBy({ terms, constant }: Equation, ranges: Map<number, Range>): 'moved' | 'still' | 'contradiction' {
  const products = terms.map((term) => productRange(term, ranges))
  const low = sumOf(products.map((product) => product.low))
  const high = sumOf(products.map((product) => product.high))
  if (low.finite > constant && low.infinite === 0) return 'contradiction'
  if (high.finite < constant && high.infinite === 0) return 'contradiction'
  let moved = false
  for (const [index, { variable, coefficient }] of terms.entries()) {
    const product = products[index]
    const range = ranges.get(variable)
    if (!product || !range) continue
    const most = constant - without(low, product.low, Number.NEGATIVE_INFINITY)
    const least = constant - without(high, product.high, Number.POSITIVE_INFINITY)
    const next =
      coefficient === 1
        ? { low: Math.max(range.low, least), high: Math.min(range.high, most) }
        : { low: Math.max(range.low, -most), high: Math.min(range.high, -least) }
    if (next.low > next.high) return 'contradiction'
    if (next.low === range.low && next.high === range.high) continue
    ranges.set(variable, next)
    moved = true
  }
  return moved ? 'moved' : 'still'
}

function productRange({ variable, coefficient }: Term, ranges: ReadonlyMap<number, Range>): Range {
  const { low, high } = ranges.get(variable) ?? { low: 0, high: Number.POSITIVE_INFINITY }
  return coefficient === 1 ? { low, high } : { low: -high, high: -low }
}

interface Sum {
  readonly finite: number
  readonly infinite: number
}

function sumOf(numbers: readonly number[]): Sum {
  const finite = numbers.filter(Number.isFinite)
  return { finite: finite.reduce((sum, number) => sum + number, 0), infinite: numbers.length - finite.length }
}

/** The sum without one of its numbers; `unbounded` where another infinite one remains. */
function without(sum: Sum, number: number, unbounded: number): number {
  const own = Number.isFinite(number)
  if (sum.infinite > (own ? 0 : 1)) return unbounded
  return own ? sum.finite - number : sum.finite
}
