import { describe, expect, it } from 'vitest'
import type { Agency } from '@/register/agency'
import { loadRegions } from '@/register/loadRegions'
import { matchAgency as matchIn } from '@/register/match'
import type { AgencyMatch, MatchContext } from '@/register/match'
import { agencyId, nameKey, normaliseName } from '@/register/names'
import { proposeAgency } from '@/register/propose'

const regions = await loadRegions()
const matchAgency = (name: string, agencies: readonly Agency[], context?: MatchContext): AgencyMatch =>
  matchIn(name, agencies, regions, context)

function register(...names: readonly string[]): Agency[] {
  return names.map((name) => ({ ...proposeAgency(name, regions), id: name, edited: [] }))
}

describe('names', () => {
  it('are compared without spaces, width and kind of brackets', () => {
    expect(normaliseName(' 临澜市 财政局（市国资委）\u200b')).toBe('临澜市财政局(市国资委)')
    expect(nameKey('临澜市人民政府')).toBe(nameKey('临澜市政府'))
    expect(nameKey('临澜市人民政府')).toBe(nameKey('临澜市'))
    expect(nameKey('花山街道办事处')).toBe(nameKey('花山街道'))
    expect(nameKey('灵乡镇人民政府')).toBe(nameKey('灵乡镇'))
    expect(nameKey('临澜市人民政府办公室')).not.toBe(nameKey('临澜市'))
  })

  it('give ids that are short, plain, the same for every writing, and different for different bodies', () => {
    expect(agencyId('临澜市财政局')).toMatch(/^a[0-9a-z]{8,11}$/u)
    expect(agencyId(' 临澜市财政局')).toBe(agencyId('临澜市财政局'))
    const names = ['局', '处'].flatMap((end) => Array.from({ length: 2000 }, (_, at) => `某市${String(at)}${end}`))
    expect(new Set(names.map(agencyId)).size).toBe(names.length)
  })
})

describe('matching', () => {
  const known = register(
    '临澜市财政局',
    '西塞山区科学技术和经济信息化局',
    '东湖区财政局',
    '平潭综合实验区管理委员会',
    '教育部',
  )
  const certain = (id: string): object => ({ kind: 'certain', id })

  it('an equal name is certain, however it is written', () => {
    expect(matchAgency('临澜市　财政局', known)).toEqual(certain('临澜市财政局'))
    expect(matchAgency('平潭综合实验区管委会', known)).toEqual(certain('平潭综合实验区管理委员会'))
    expect(matchAgency('教育部', known)).toEqual(certain('教育部'))
  })

  it('the province and city around the region change nothing', () => {
    expect(matchAgency('湖北省黄石市西塞山区科学技术和经济信息化局', known)).toEqual(
      certain('西塞山区科学技术和经济信息化局'),
    )
  })

  it('an alias is certain', () => {
    const [first, ...rest] = known
    if (!first) throw new Error('register is empty')
    expect(matchAgency('临澜市财政和国资局', [{ ...first, aliases: ['临澜市财政和国资局'] }, ...rest])).toEqual(
      certain('临澜市财政局'),
    )
  })

  it('a name without a region is doubtful where there are several regions, even if equal', () => {
    expect(matchAgency('区财政局', known)).toEqual({ kind: 'doubtful', candidates: ['东湖区财政局'] })
    expect(matchAgency('区财政局', [...known, ...register('区财政局')])).toEqual({
      kind: 'doubtful',
      candidates: ['区财政局'],
    })
    expect(matchAgency('市财政局', register('临澜市人民政府', '市财政局'))).toEqual(certain('市财政局'))
    expect(matchAgency('财政局', known)).toEqual({ kind: 'doubtful', candidates: ['临澜市财政局', '东湖区财政局'] })
  })

  it('a name that leaves out the last word of its region is doubtful beside the one that has it', () => {
    const doubtful = (...candidates: readonly string[]): object => ({ kind: 'doubtful', candidates })
    const others = ['临滩区财政局', '东湖区公安局']
    expect(matchAgency('临滩公安分局', register('临滩区公安局', ...others))).toEqual(doubtful('临滩区公安局'))
    expect(matchAgency('临滩区公安局', register('临滩公安分局', ...others))).toEqual(doubtful('临滩公安分局'))
    expect(matchAgency('临滩公安分局', register('临滩区公安局', '临滩县公安局'))).toEqual(
      doubtful('临滩区公安局', '临滩县公安局'),
    )
    expect(matchAgency('临滩海关', register('临滩区公安局', ...others))).toEqual({ kind: 'new' })
    expect(matchAgency('东湖公安分局', register('临滩区公安局'))).toEqual({ kind: 'new' })
    expect(matchAgency('国家外汇管理局黄石市分局', register('黄石银保监分局'))).toEqual({ kind: 'new' })
  })

  it('a short name is doubtful and offers the long one', () => {
    expect(matchAgency('西塞山区科信局', known)).toEqual({
      kind: 'doubtful',
      candidates: ['西塞山区科学技术和经济信息化局'],
    })
    expect(matchAgency('临澜市发改委', register('临澜市发展和改革委员会'))).toMatchObject({ kind: 'doubtful' })
  })

  it('a district name that several cities have is doubtful without its city', () => {
    expect(matchAgency('鼓楼区财政局', register('南京市鼓楼区财政局', '福州市鼓楼区财政局'))).toEqual({
      kind: 'doubtful',
      candidates: ['南京市鼓楼区财政局', '福州市鼓楼区财政局'],
    })
    expect(matchAgency('福州市鼓楼区财政局', register('南京市鼓楼区财政局'))).toEqual({ kind: 'new' })
  })

  it('another office, another region, a body of another level are new', () => {
    expect(matchAgency('临澜市审计局', known)).toEqual({ kind: 'new' })
    expect(matchAgency('远山县财政局', known)).toEqual({ kind: 'new' })
    expect(matchAgency('临澜市人民政府办公室', register('临澜市人民政府'))).toEqual({ kind: 'new' })
    expect(matchAgency('', known)).toEqual({ kind: 'new' })
  })
})
