import { components, substitute } from './equation'
import type { Equation } from './equation'
import { narrow } from './narrow'
import { solve } from './simplex'

/**
 * The variables that equations over whole numbers ≥ 0 leave exactly one value, or `null` where the equations contradict one another.
 * Propagation decides most; what it leaves is solved exactly, one component at a time.
 */
export function uniqueValues(equations: readonly Equation[]): ReadonlyMap<number, number> | null {
  const ranges = narrow(equations)
  if (!ranges) return null
  const values = new Map<number, number>()
  for (const [variable, { low, high }] of ranges) if (low === high) values.set(variable, low)
  const open = equations.map((equation) => substitute(equation, values)).filter(({ terms }) => terms.length > 0)
  for (const component of components(open)) {
    const variables = [...new Set(component.flatMap(({ terms }) => terms.map(({ variable }) => variable)))]
    const solution = solve(component, new Map(variables.map((variable, column) => [variable, column])))
    if (!solution.feasible) return null
    for (const [column, variable] of variables.entries()) {
      const value = solution.values[column]
      if (typeof value === 'number' && Number.isInteger(value)) values.set(variable, value)
    }
  }
  return values
}

/**
 * Sets of equations, by their index, that contradict one another while no part of the set does. Sets share no equation;
 * without all of them the rest has a solution.
 */
export function contradictions(equations: readonly Equation[]): number[][] {
  const found: number[][] = []
  const indexOf = new Map(equations.map((equation, index) => [equation, index]))
  const pending = components(equations)
  for (let group = pending.pop(); group; group = pending.pop()) {
    if (uniqueValues(group)) continue
    const core = smallestContradiction(group)
    found.push(core.flatMap((equation) => indexOf.get(equation) ?? []).sort((a, b) => a - b))
    pending.push(...components(group.filter((equation) => !core.includes(equation))))
  }
  return found.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
}

/** Leaves out every equation without which the rest still contradicts itself. */
function smallestContradiction(equations: readonly Equation[]): Equation[] {
  let core = [...equations]
  for (const equation of equations) {
    const rest = core.filter((other) => other !== equation)
    if (!uniqueValues(rest)) core = rest
  }
  return core
}
