import { describe, expect, test } from 'vitest'
import type { FieldId } from '@/form/fields'
import type { Finding } from '@/report/finding'
import { suspectCells } from '@/ui/report/suspects'

function finding(rule: string, fields: readonly FieldId[], hintField?: FieldId): Finding {
  return {
    rule,
    severity: 'error',
    agency: null,
    year: 2022,
    fields,
    cells: [],
    formula: '',
    reason: 'unequal',
    params: hintField === undefined ? {} : { hint: 39, hintField },
  }
}

const settled = 'requests.settled.natural'
const column = finding('E1', ['requests.received.natural', settled], settled)
const row = finding('E3', ['requests.settled.total', settled])

describe('the suspect cell of a finding', () => {
  test('is the printed total, where checking points to no cell', () => {
    expect([...suspectCells([row]).values()]).toEqual(['requests.settled.total'])
  })

  test('is the one that checking points to, also for a finding beside it that is put right by the same value', () => {
    expect([...suspectCells([column, row]).values()]).toEqual([settled, settled])
  })

  test('is not taken over by a finding elsewhere', () => {
    const other = finding('E4', ['review.total', 'review.upheld'])
    expect(suspectCells([column, other]).get(other)).toBe('review.total')
  })

  test('is none for a finding without cells', () => {
    expect(suspectCells([finding('E6', [])]).size).toBe(0)
  })
})
