/** Σ coefficient · variable = constant, over whole numbers ≥ 0. Variables are numbered from 0. */
export interface Equation {
  readonly terms: readonly Term[]
  readonly constant: number
}

export interface Term {
  readonly variable: number
  readonly coefficient: 1 | -1
}

/** Lowest and highest value that a variable can have; `high` may be Infinity. */
export interface Range {
  readonly low: number
  readonly high: number
}

/** Groups of equations that share no variable with one another, so that each can be solved alone. */
export function components(equations: readonly Equation[]): Equation[][] {
  const groups: { variables: Set<number>; equations: Equation[] }[] = []
  for (const equation of equations) {
    const variables = new Set(equation.terms.map(({ variable }) => variable))
    const joined = groups.filter((group) => [...variables].some((variable) => group.variables.has(variable)))
    const merged = {
      variables: new Set([...joined.flatMap((group) => [...group.variables]), ...variables]),
      equations: [...joined.flatMap((group) => group.equations), equation],
    }
    for (const group of joined) groups.splice(groups.indexOf(group), 1)
    groups.push(merged)
  }
  return groups.map((group) => group.equations)
}

/** The equation with the variables of one known value put in. */
export function substitute(equation: Equation, values: ReadonlyMap<number, number>): Equation {
  let constant = equation.constant
  const terms = equation.terms.filter(({ variable, coefficient }) => {
    const value = values.get(variable)
    if (value === undefined) return true
    constant -= coefficient * value
    return false
  })
  return { terms, constant }
}
