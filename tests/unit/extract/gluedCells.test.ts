import { describe, expect, it } from 'vitest'
import { chooseByColumns } from '@/extract/columnSums'
import { footsAcross, footsByKind, splits } from '@/extract/gluedCells'
import type { FieldId } from '@/form/fields'
import { REQUEST_COLUMNS, requestRows } from '@/form/requests'

const seven = (...texts: string[]) => splits(texts, 7, footsAcross)

describe('seven cells that ran together', () => {
  it('zeros have one way', () => {
    expect(seven('0000000')).toEqual([[0, 0, 0, 0, 0, 0, 0]])
  })

  it('spaces that are left are boundaries', () => {
    expect(seven('200', '000121')).toEqual([[20, 0, 0, 0, 0, 1, 21]])
    expect(seven('23', '0', '00', '0', '023')).toEqual([[23, 0, 0, 0, 0, 0, 23]])
    expect(seven('320000032')).toEqual([[32, 0, 0, 0, 0, 0, 32]])
  })

  it('several ways are all given', () => {
    expect(seven('111000012')).toEqual([
      [1, 1, 10, 0, 0, 0, 12],
      [1, 11, 0, 0, 0, 0, 12],
      [11, 1, 0, 0, 0, 0, 12],
    ])
  })

  it('a row whose total is wrong has no way', () => {
    expect(seven('1000002')).toEqual([])
  })

  it('too few digits have no way, too many are not tried', () => {
    expect(seven('000000')).toEqual([])
    expect(seven('1'.repeat(60))).toBeNull()
  })
})

describe('fifteen cells that ran together', () => {
  it('one digit each is one way', () => {
    expect(splits(['000000000000000'], 15, () => true)).toHaveLength(1)
  })

  it('sums of each kind leave one way', () => {
    // 12+0+0+1=13 · 0 · 0
    expect(splits(['12001130000000000'], 15, footsByKind)).toEqual([[12, 0, 0, 1, 13, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]])
  })
})

describe('columns choose among several ways', () => {
  /** A report of zeros but for rows given, its columns footing. */
  const known = (rows: Readonly<Record<string, readonly number[]>>): Map<FieldId, number> => {
    const found = new Map<FieldId, number>()
    for (const { key } of requestRows('2021'))
      for (const [at, column] of REQUEST_COLUMNS.entries()) found.set(`requests.${key}.${column}`, rows[key]?.[at] ?? 0)
    return found
  }
  const ways = [
    [1, 11, 0, 0, 0, 0, 12],
    [11, 1, 0, 0, 0, 0, 12],
  ]

  it('where every cell concerned is known, and one way foots', () => {
    const values = known({ received: ways[1] ?? [], settled: ways[1] ?? [] })
    for (const column of REQUEST_COLUMNS) values.delete(`requests.granted.${column}`)
    const chosen = chooseByColumns('2021', REQUEST_COLUMNS, [{ key: 'granted', candidates: ways }], values)
    expect(chosen?.get('granted')).toEqual(ways[1])
  })

  it('not where a cell concerned is unknown', () => {
    const values = known({ received: ways[1] ?? [], settled: ways[1] ?? [] })
    for (const column of REQUEST_COLUMNS) values.delete(`requests.granted.${column}`)
    values.delete('requests.partial.natural')
    expect(chooseByColumns('2021', REQUEST_COLUMNS, [{ key: 'granted', candidates: ways }], values)).toBeNull()
  })

  it('not where no way foots', () => {
    const values = known({ received: [5, 5, 0, 0, 0, 0, 10], settled: [5, 5, 0, 0, 0, 0, 10] })
    for (const column of REQUEST_COLUMNS) values.delete(`requests.granted.${column}`)
    expect(chooseByColumns('2021', REQUEST_COLUMNS, [{ key: 'granted', candidates: ways }], values)).toBeNull()
  })
})
