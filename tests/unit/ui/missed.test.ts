import { describe, expect, test } from 'vitest'
import { STATUTORY } from '@/register/deadlines'
import { missedDay } from '@/ui/report/missed'

const office = { kind: 'department', scope: 'own', from: 2020, to: 2023 } as const
const known = [2019, 2021, 2024]

describe('a missing report', () => {
  test('is missed where the agency owes it and others reach to its year', () => {
    expect(missedDay(office, 2022, known, STATUTORY)).toBe('2023-01-31')
    expect(missedDay({ kind: 'government', scope: 'summed' }, 2021, known, STATUTORY)).toBe('2022-03-31')
  })

  test('is none where the agency was not there, or nobody has reported so far', () => {
    expect(missedDay(office, 2019, known, STATUTORY)).toBeNull()
    expect(missedDay(office, 2024, known, STATUTORY)).toBeNull()
    expect(missedDay(office, 2022, [2019, 2021], STATUTORY)).toBeNull()
    expect(missedDay(office, 2022, [], STATUTORY)).toBeNull()
  })
})
