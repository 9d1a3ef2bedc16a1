import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsInError, checkReport } from '@/check/check'
import { forcedValues } from '@/check/footing/forced'
import type { Equation } from '@/check/footing/equation'
import { contradictions, uniqueValues } from '@/check/footing/system'
import type { CheckInput } from '@/check/input'
import type { FieldId } from '@/form/fields'
import type { Finding } from '@/report/finding'
import { footingValues, inputOf } from '../unit/check/footingReport'

const version = fc.constantFrom('2019' as const, '2021' as const)
const sparse = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(60) })
const numbers = fc.array(sparse, { minLength: 200, maxLength: 200 })

function tableOf(numbersDrawn: readonly number[], form: '2019' | '2021'): Map<FieldId, number | null> {
  let at = 0
  return footingValues(form, () => numbersDrawn[at++ % numbersDrawn.length] ?? 0)
}

/** What E1–E6 say: the tables are drawn without a thought for anything else. */
const errorRules = (input: CheckInput): Finding[] => checkReport(input).filter(({ rule }) => rule.startsWith('E'))

describe('forced values', () => {
  it('equal what was hidden, however many cells are hidden', () => {
    fc.assert(
      fc.property(version, numbers, fc.infiniteStream(fc.nat(99)), fc.nat(100), (form, drawn, dice, share) => {
        const truth = tableOf(drawn, form)
        const shown = new Map([...truth].map(([field, value]) => [field, dice.next().value < share ? null : value]))
        const forced = forcedValues(inputOf(shown, { requests: form, disputes: form }))
        for (const [field, value] of forced) expect([field, value]).toEqual([field, truth.get(field)])
        for (const field of forced.keys()) expect(shown.get(field)).toBeNull()
      }),
      { numRuns: 120 },
    )
  })

  it('include every single hidden cell', () => {
    fc.assert(
      fc.property(version, numbers, fc.nat(), (form, drawn, pick) => {
        const truth = tableOf(drawn, form)
        const field = [...truth.keys()][pick % truth.size]
        if (field === undefined) throw new Error('no field')
        const forced = forcedValues(inputOf(new Map([...truth, [field, null]]), { requests: form, disputes: form }))
        expect([...forced]).toEqual([[field, truth.get(field)]])
      }),
    )
  })
})

describe('the rules', () => {
  it('a changed cell breaks a rule that covers it, and the restored one heals', () => {
    fc.assert(
      fc.property(version, numbers, fc.nat(), fc.integer({ min: 1, max: 500 }), (form, drawn, pick, more) => {
        const truth = tableOf(drawn, form)
        const forms = { requests: form, disputes: form }
        expect(errorRules({ ...inputOf(truth, forms), year: null })).toEqual(missingTable)
        const field = [...truth.keys()][pick % truth.size]
        if (field === undefined) throw new Error('no field')
        const changed = new Map([...truth, [field, (truth.get(field) ?? 0) + more]])
        const findings = errorRules({ ...inputOf(changed, forms), year: null })
        expect(cellsInError(findings)).toContain(field)
        for (const finding of findings.filter(({ rule }) => rule !== 'E6')) {
          expect(finding.severity).toBe('error')
          expect(finding.fields).toContain(field)
          expect(Math.abs(finding.difference ?? 0)).toBe(more)
        }
      }),
    )
  })

  it('blanks in a report that foots are never an error, and one line at most', () => {
    fc.assert(
      fc.property(version, numbers, fc.infiniteStream(fc.nat(99)), fc.nat(100), (form, drawn, dice, share) => {
        const truth = tableOf(drawn, form)
        const shown = new Map([...truth].map(([field, value]) => [field, dice.next().value < share ? null : value]))
        const findings = errorRules({ ...inputOf(shown, { requests: form, disputes: form }), year: null })
        const blank = [...shown.values()].includes(null)
        expect(findings.filter(({ rule }) => rule !== 'E6').map(({ severity }) => severity)).toEqual(
          blank ? ['info'] : [],
        )
      }),
    )
  })
})

/** The tables are made without table 二, which E6 says. */
const missingTable = [expect.objectContaining({ rule: 'E6', reason: 'table-missing', params: { table: 'proactive' } })]

const VARIABLES = 5
const HIGHEST = 4
const smallSystem = fc.record({
  signs: fc.array(fc.array(fc.constantFrom(0, 0, 1, -1), { minLength: VARIABLES, maxLength: VARIABLES }), {
    minLength: 1,
    maxLength: 5,
  }),
  solution: fc.array(fc.nat(3), { minLength: VARIABLES, maxLength: VARIABLES }),
  shift: fc.array(fc.constantFrom(0, 0, 0, 0, 1), { minLength: 5, maxLength: 5 }),
})

/** Bounded copies of free variables make brute force finite: x + slack = HIGHEST. */
function equationsOf(signs: readonly (readonly number[])[], constants: readonly number[]): Equation[] {
  const stated = signs.map((row, index): Equation => ({
    terms: row.flatMap((sign, variable) => (sign === 0 ? [] : [{ variable, coefficient: sign === 1 ? 1 : -1 }])),
    constant: constants[index] ?? 0,
  }))
  const bounds = Array.from({ length: VARIABLES }, (_, variable): Equation => ({
    terms: [
      { variable, coefficient: 1 },
      { variable: VARIABLES + variable, coefficient: 1 },
    ],
    constant: HIGHEST,
  }))
  return [...stated, ...bounds]
}

function bruteForce(signs: readonly (readonly number[])[], constants: readonly number[]): number[][] {
  const found: number[][] = []
  const base = HIGHEST + 1
  for (let code = 0; code < base ** VARIABLES; code += 1) {
    const point = Array.from({ length: VARIABLES }, (_, variable) => Math.floor(code / base ** variable) % base)
    const fits = signs.every(
      (row, index) =>
        row.reduce<number>((sum, sign, variable) => sum + sign * (point[variable] ?? 0), 0) === constants[index],
    )
    if (fits) found.push(point)
  }
  return found
}

describe('the solver', () => {
  it('finds the values that brute force finds unique, and no others', () => {
    fc.assert(
      fc.property(smallSystem, ({ signs, solution, shift }) => {
        const constants = signs.map(
          (row, index) =>
            row.reduce<number>((sum, sign, at) => sum + sign * (solution[at] ?? 0), 0) + (shift[index] ?? 0),
        )
        const points = bruteForce(signs, constants)
        const values = uniqueValues(equationsOf(signs, constants))
        if (values === null) {
          expect(points).toEqual([])
          return
        }
        // Whole numbers may decide what rational ones leave open; never the reverse.
        for (const [variable, value] of values)
          if (variable < VARIABLES) expect(points.every((point) => point[variable] === value)).toBe(true)
      }),
      { numRuns: 800 },
    )
  })

  it('names smallest contradictions: without any one equation of the set the rest has a solution', () => {
    fc.assert(
      fc.property(smallSystem, fc.array(fc.nat(9), { minLength: 5, maxLength: 5 }), ({ signs }, constants) => {
        const equations = equationsOf(signs, constants)
        const sets = contradictions(equations)
        expect(sets.length === 0).toBe(uniqueValues(equations) !== null)
        for (const set of sets) {
          const core = set.flatMap((index) => equations[index] ?? [])
          expect(uniqueValues(core)).toBeNull()
          for (const left of core) expect(uniqueValues(core.filter((other) => other !== left))).not.toBeNull()
        }
      }),
      { numRuns: 500 },
    )
  })
})

const smallTable = fc.record({
  cells: fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
  hidden: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
})

describe('a small table with row and column totals', () => {
  it('has a value forced exactly where brute force finds one choice', () => {
    fc.assert(
      fc.property(smallTable, ({ cells, hidden }) => {
        const rows = [0, 1].map((row) => [0, 1, 2].map((column) => cells[row * 3 + column] ?? 0))
        const sum = (list: readonly number[]): number => list.reduce((total, number) => total + number, 0)
        const columns = [0, 1, 2].map((column) => sum(rows.map((row) => row[column] ?? 0)))
        // Twelve numbers: six cells, two row totals, three column totals, the whole.
        const truth = [...rows.flat(), ...rows.map(sum), ...columns, sum(cells)]
        const sums = [
          [6, 0, 1, 2],
          [7, 3, 4, 5],
          [8, 0, 3],
          [9, 1, 4],
          [10, 2, 5],
          [11, 6, 7],
          [11, 8, 9, 10],
        ]
        const equations = sums.map(([total = 0, ...parts]): Equation => {
          const signed = [total, ...parts].map((variable, index) => ({ variable, sign: index === 0 ? 1 : -1 }))
          return {
            terms: signed.flatMap(({ variable, sign }) =>
              hidden[variable] === true ? [{ variable, coefficient: sign === 1 ? (1 as const) : (-1 as const) }] : [],
            ),
            constant: -sum(signed.map(({ variable, sign }) => (hidden[variable] ? 0 : sign * (truth[variable] ?? 0)))),
          }
        })
        const values = uniqueValues(equations)
        // Cells above 13 change nothing that stays within: totals of six cells up to 2 are at most 12.
        const seen = truth.map(() => new Set<number>())
        const limit = 13
        const shown = (variable: number): number | undefined => (hidden[variable] ? undefined : truth[variable])
        const choose = (variable: number, point: number[]): void => {
          if (variable < 6) {
            const fixed = shown(variable)
            const last = fixed ?? limit
            for (let value = fixed ?? 0; value <= last; value += 1) {
              const next = [...point, value]
              if (fitsSoFar(next)) choose(variable + 1, next)
            }
            return
          }
          const full = [...point]
          for (const [total = 0, ...parts] of sums) full[total] = sum(parts.map((part) => full[part] ?? 0))
          if (truth.every((value, index) => hidden[index] === true || full[index] === value))
            for (const [index, value] of full.entries()) seen[index]?.add(value)
        }
        const fitsSoFar = (point: readonly number[]): boolean =>
          sums.every(([total = 0, ...parts]) => {
            const bound = shown(total)
            return (
              bound === undefined ||
              parts.some((part) => part >= 6) ||
              sum(parts.map((part) => point[part] ?? 0)) <= bound
            )
          })
        // A table with too many free cells is open everywhere: brute force over it says nothing new.
        fc.pre(hidden.slice(0, 6).filter(Boolean).length <= 4)
        choose(0, [])
        for (const [index, choices] of seen.entries())
          if (hidden[index] === true)
            expect([index, values?.get(index)]).toEqual([index, choices.size === 1 ? truth[index] : undefined])
      }),
      { numRuns: 400 },
    )
  })
})
