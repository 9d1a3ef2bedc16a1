import { describe, expect, test } from 'vitest'
import { proposeAgency } from '@/register/propose'
import { NO_REGIONS } from '@/register/regions'
import { namesOf } from '@/ui/agencies/agencyNames'
import { findByName } from '@/ui/nameMatch'
import { searchHits } from '@/ui/searchHits'

const agencies = [
  {
    ...proposeAgency('临澜市数据局', NO_REGIONS),
    id: 'data',
    edited: [],
    aliases: ['市数局'],
    formerNames: [{ name: '临澜市大数据发展管理局', until: 2023 }],
  },
  { ...proposeAgency('临澜市财政局', NO_REGIONS), id: 'finance', edited: [] },
]

/** The agencies found, each with its hint. */
function found(typed: string): string[][] {
  const some = findByName(agencies, typed, { texts: namesOf, names: namesOf })
  return searchHits(typed, { agencies: some, nameOf: () => undefined, documents: [] }, 'zh', (key) => key)
    .filter(({ kind }) => kind === 'agencies')
    .map(({ text, hint }) => [text, hint])
}

describe('the search of the page', () => {
  test('finds agencies by name, short name, former name and the initials of each, and says by which', () => {
    const own = ['临澜市数据局', '临澜市']
    expect(found('数据局')).toEqual([own])
    expect(found('llssjj')).toEqual([own])
    expect(found('市数局')).toEqual([['临澜市数据局', '市数局 · 临澜市']])
    expect(found('大数据')).toEqual([['临澜市数据局', '临澜市大数据发展管理局 · 临澜市']])
    expect(found('dsjfzglj')).toEqual([['临澜市数据局', '临澜市大数据发展管理局 · 临澜市']])
    expect(found('llczj')).toEqual([['临澜市财政局', '临澜市']])
    expect(found('没有这个')).toEqual([])
  })

  test('finds the pages of questions as people ask them', () => {
    const searched = { agencies: [], nameOf: () => undefined, documents: [] }
    const [first] = searchHits('结果如何', searched, 'zh', (key) => key).filter(({ kind }) => kind === 'pages')
    expect(first).toMatchObject({ text: '结果如何', to: { name: 'question', params: { question: 'outcomes' } } })
    expect(searchHits('backlog', searched, 'en', (key) => key).map(({ text }) => text)).toContain('Backlog')
  })
})
