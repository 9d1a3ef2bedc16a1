import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DataSet } from '../../src/cube/dataSet'
import { answer } from '../../src/cube/engine'
import type { CubeReport } from '../../src/cube/input'
import type { Query } from '../../src/cube/query'
import type { Agency } from '../../src/register/agency'
import { answerByLoop } from './cubeByLoop'
import { anyEdit, anyQuery, anyStart } from './cubeInputs'
import type { Edit } from './cubeInputs'

/** A data set, and the same as plain objects. */
class Both {
  readonly data = new DataSet()
  readonly agencies = new Map<string, Agency>()
  readonly reports = new Map<string, CubeReport>()

  apply(edit: Edit): void {
    switch (edit.do) {
      case 'putReport':
        this.data.putReport(edit.filed)
        this.reports.set(`${edit.filed.agency} ${String(edit.filed.year)}`, edit.filed)
        break
      case 'removeReport':
        this.data.removeReport(edit.agency, edit.year)
        this.reports.delete(`${edit.agency} ${String(edit.year)}`)
        break
      case 'putAgency':
        this.data.putAgency(edit.agency)
        this.agencies.set(edit.agency.id, edit.agency)
        break
      case 'removeAgency':
        this.data.removeAgency(edit.id)
        this.agencies.delete(edit.id)
    }
  }

  expectSame(query: Query): void {
    const byCube = answer(this.data, query)
    const byLoop = answerByLoop([...this.agencies.values()], [...this.reports.values()], query)
    expect(withoutNoise(byCube)).toEqual(withoutNoise(byLoop))
  }
}

/** Sums of decimals in another order may differ in the last bits; amounts here have two decimals. */
function withoutNoise(result: unknown): unknown {
  return JSON.parse(
    JSON.stringify(result, (_, value: unknown) =>
      typeof value === 'number' ? Math.round(value * 1e6) / 1e6 + 0 : value,
    ),
  )
}

describe('cube and plain loop', () => {
  test('give the same answer to any query over any data', () => {
    fc.assert(
      fc.property(
        anyStart,
        fc.array(anyEdit, { maxLength: 10 }),
        fc.array(anyQuery, { minLength: 1, maxLength: 4 }),
        (start, edits, queries) => {
          const both = new Both()
          for (const edit of [...start, ...edits]) both.apply(edit)
          for (const query of queries) both.expectSame(query)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('still do after every edit between queries', () => {
    fc.assert(
      fc.property(anyStart, fc.array(fc.tuple(anyEdit, anyQuery), { minLength: 5, maxLength: 20 }), (start, steps) => {
        const both = new Both()
        for (const edit of start) both.apply(edit)
        for (const [edit, query] of steps) {
          both.apply(edit)
          both.expectSame(query)
        }
        for (const [, query] of steps) both.expectSame(query)
      }),
      { numRuns: 100 },
    )
  })
})
