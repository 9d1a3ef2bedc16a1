import { describe, expect, test } from 'vitest'
import { choice, FILTER_PARAMS, flag, list, readParams, whole, writeParams } from '@/analysis/params'
import { filterOf } from '@/analysis/filter'

const defaults = readParams(FILTER_PARAMS, {})

describe('the address of a view', () => {
  test('says nothing about a view at its defaults', () => {
    expect(writeParams(FILTER_PARAMS, defaults)).toEqual({})
    expect(filterOf(defaults)).toEqual({})
  })

  test('writes years as runs and lists by commas', () => {
    const values = {
      ...defaults,
      years: [2019, 2020, 2021, 2024],
      agencies: ['a-市水利局', 'a-石门镇'],
      scope: 'summed' as const,
    }
    expect(writeParams(FILTER_PARAMS, values)).toEqual({
      years: '2019-2021,2024',
      agencies: 'a-市水利局,a-石门镇',
      scope: 'summed',
    })
  })

  test('ignores what it does not know', () => {
    const query = {
      years: 'now,20x4,2021,1066,2023-2022',
      kinds: 'court,township',
      levels: '',
      scope: 'all',
      junk: '1',
    }
    expect(readParams(FILTER_PARAMS, query)).toEqual({ ...defaults, years: [2021], kinds: ['township'] })
  })

  test('takes the first of a repeated name and nothing from a name without a value', () => {
    expect(readParams(FILTER_PARAMS, { years: ['2020', '2021'], regions: null })).toEqual({
      ...defaults,
      years: [2020],
    })
  })

  test('does not unroll a run that never ends', () => {
    expect(readParams(FILTER_PARAMS, { years: '0000-9999' }).years).toHaveLength(100)
  })

  test('keeps commas and tildes within names', () => {
    const names = ['a,b', '~', '~.', 'c~,d']
    expect(list().parse(list().format(names))).toEqual(names)
  })

  test('holds switches to their bounds and words', () => {
    const params = { unit: choice(['percent', 'count'], 'percent'), inferred: flag(true), least: whole(30, 0, 1000) }
    expect(readParams(params, { unit: 'euro', inferred: 'no', least: '1001' })).toEqual({
      unit: 'percent',
      inferred: true,
      least: 30,
    })
    expect(readParams(params, { unit: 'count', inferred: '0', least: '0' })).toEqual({
      unit: 'count',
      inferred: false,
      least: 0,
    })
    expect(writeParams(params, { unit: 'count', inferred: false, least: 30 })).toEqual({ unit: 'count', inferred: '0' })
  })

  test('the filter of the engine carries only what is chosen', () => {
    expect(filterOf({ ...defaults, years: [2024], scope: 'own' })).toEqual({ years: [2024], scope: 'own' })
  })
})
