import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Agency } from '@/register/agency'
import { lineagesOf } from '@/register/lineage'
import { proposeAgency } from '@/register/propose'
import { NO_REGIONS } from '@/register/regions'

const made = (id: string, more: Partial<Agency> = {}): Agency => ({
  ...proposeAgency(id, NO_REGIONS),
  id,
  edited: [],
  ...more,
})

describe('series over renames and mergers', () => {
  it('a body that another took over is one series with it, from the year after', () => {
    const agencies = [made('数据局'), made('大数据局', { to: 2023, successor: '数据局' })]
    const { all, headOf, predecessors, owed } = lineagesOf(agencies)
    expect(all).toEqual([
      {
        head: '数据局',
        members: ['数据局', '大数据局'],
        changes: [{ year: 2024, kind: 'succeeded', before: ['大数据局'], after: '数据局' }],
      },
    ])
    expect([headOf('大数据局'), headOf('数据局'), headOf('没有')]).toEqual(['数据局', '数据局', '没有'])
    expect([predecessors('数据局'), predecessors('大数据局')]).toEqual([[{ id: '大数据局', last: 2023 }], []])
    expect(owed('数据局')).toEqual({ from: 2024, to: null })
  })

  it('a chain leads to the last, with every change', () => {
    const agencies = [
      made('甲', { to: 2018, successor: '乙' }),
      made('乙', { successor: '丙' }),
      made('丙', { from: 2022, formerNames: [{ name: '丙丁', until: 2023 }] }),
    ]
    const { all, owed } = lineagesOf(agencies)
    expect(all[0]?.head).toBe('丙')
    expect(all[0]?.members).toEqual(['丙', '甲', '乙'])
    expect(all[0]?.changes).toEqual([
      { year: 2019, kind: 'succeeded', before: ['甲'], after: '乙' },
      { year: 2022, kind: 'succeeded', before: ['乙'], after: '丙' },
      { year: 2024, kind: 'renamed', before: ['丙丁'], after: '丙' },
    ])
    expect(owed('乙')).toEqual({ from: 2019, to: 2021 })
  })

  it('several that became one are a merger, and so is one that went into a body already there', () => {
    const merged = lineagesOf([
      made('市场监管局', { from: 2019 }),
      made('质监局', { successor: '市场监管局' }),
      made('工商局', { to: 2018, successor: '市场监管局' }),
    ])
    expect(merged.all[0]?.changes).toEqual([
      { year: 2019, kind: 'merged', before: ['工商局', '质监局'], after: '市场监管局' },
    ])
    expect(merged.predecessors('市场监管局')).toEqual([
      { id: '质监局', last: 2018 },
      { id: '工商局', last: 2018 },
    ])
    const joined = lineagesOf([made('教育局', { from: 2010 }), made('体育局', { to: 2020, successor: '教育局' })])
    expect(joined.all[0]?.changes).toEqual([{ year: 2021, kind: 'merged', before: ['体育局'], after: '教育局' }])
  })

  it('a new name alone is told, with its year where the register has it', () => {
    const { all } = lineagesOf([
      made('财政局', { formerNames: [{ name: '财税局', until: 2019 }, { name: '财政处' }] }),
      made('审计局'),
    ])
    expect(all.map(({ changes }) => changes)).toEqual([
      [
        { year: null, kind: 'renamed', before: ['财政处'], after: '财税局' },
        { year: 2020, kind: 'renamed', before: ['财税局'], after: '财政局' },
      ],
    ])
  })

  it('does not follow a successor of another scope, one that is not there, or a circle', () => {
    const agencies = [
      made('甲', { successor: '乙' }),
      made('乙', { successor: '丙' }),
      made('丙', { successor: '乙' }),
      made('丁', { successor: '没有' }),
      made('戊', { successor: '己' }),
      made('己', { scope: 'summed' }),
      made('庚', { successor: '庚' }),
    ]
    const { headOf } = lineagesOf(agencies)
    expect(agencies.map(({ id }) => headOf(id))).toEqual(['乙', '乙', '丙', '丁', '戊', '己', '庚'])
  })

  it('puts every agency into one series, whatever the successors say', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    const successor = fc.option(fc.constantFrom(...ids, 'x'), { nil: undefined })
    fc.assert(
      fc.property(fc.tuple(...ids.map(() => successor)), (next) => {
        const agencies = ids.map((id, at) => made(id, next[at] === undefined ? {} : { successor: next[at] }))
        const { all, headOf } = lineagesOf(agencies)
        for (const id of ids) expect(headOf(headOf(id))).toBe(headOf(id))
        const inSeries = all.flatMap(({ members }) => members)
        expect(new Set(inSeries).size).toBe(inSeries.length)
        for (const { head, members } of all) for (const member of members) expect(headOf(member)).toBe(head)
      }),
    )
  })
})
