import { describe, expect, it } from 'vitest'
import { checkInputOf } from '@/check/input'
import type { Cell, Issue, Report } from '@/report/report'

const cell = (value: number | null, state: Cell['state']): Cell => ({ value, state, raw: '', place: { table: 1 } })
const issue = (code: string, params: Issue['params'] = {}): Issue => ({
  code,
  severity: 'warning',
  fields: ['review.upheld'],
  place: {},
  params,
})

function report(upheld: Cell, issues: readonly Issue[] = []): Report {
  return {
    source: { file: 'a.docx', format: 'docx', part: 2 },
    title: null,
    agency: '某市某局',
    year: 2024,
    evidence: {},
    forms: { disputes: '2021' },
    cells: { 'review.upheld': upheld },
    issues,
    sections: [],
  }
}

describe('what the rules are given', () => {
  it('every field of the tables that are there, and no other; a field without a cell is unread', () => {
    const input = checkInputOf(report(cell(3, 'printed')))
    expect(input.cells.size).toBe(15)
    expect(input.cells.get('review.upheld')).toEqual({
      value: 3,
      state: 'printed',
      place: { table: 1 },
      inferredBy: [],
    })
    expect(input.cells.get('review.total')).toMatchObject({ value: null, state: 'unread' })
    expect(input).toMatchObject({ file: 'a.docx', part: 2, format: 'docx', agency: '某市某局', year: 2024 })
  })

  it('a correction takes the place of what was read, also one that says blank', () => {
    const read = report(cell(3, 'inferred'))
    expect(checkInputOf(read, { corrected: { 'review.upheld': 4 } }).cells.get('review.upheld')).toMatchObject({
      value: 4,
      state: 'corrected',
      inferredBy: [],
    })
    expect(checkInputOf(read, { corrected: { 'review.upheld': null } }).cells.get('review.upheld')).toMatchObject({
      value: null,
      state: 'corrected',
    })
  })

  it.each([
    [cell(3, 'inferred'), issue('cells-split'), ['E3']],
    [cell(3, 'inferred'), issue('cells-split-by-columns', { rule: 'E1 E2 E3', raw: 'E4' }), ['E1', 'E2', 'E3']],
    [cell(3, 'inferred'), issue('cells-split-disputes'), ['E4']],
    [cell(3, 'repaired'), issue('cells-shifted'), ['E3']],
    [cell(3, 'repaired'), issue('label-repaired'), []],
    [cell(3, 'inferred'), issue('label-repaired'), ['E1', 'E2', 'E3', 'E4']],
    [cell(3, 'printed'), issue('cells-split'), []],
  ] as const)('rules behind a value: %j with %j', (upheld, said, rules) => {
    expect(checkInputOf(report(upheld, [said])).cells.get('review.upheld')?.inferredBy).toEqual(rules)
  })
})
