import { describe, expect, it } from 'vitest'
import type { Agency } from '@/register/agency'
import { loadRegions } from '@/register/loadRegions'
import { AgencyNames } from '@/register/match'
import { agencyId } from '@/register/names'
import { proposeAgency } from '@/register/propose'
import { manyNames } from './manyNames'

const regions = await loadRegions()
const names = await manyNames()
const made = (name: string): Agency => ({ ...proposeAgency(name, regions), id: agencyId(name), edited: [] })
const agencies = names.map(made)
const register = new AgencyNames(agencies, regions)

/** The same name as other documents write it. */
const WRITINGS: Readonly<Record<string, (name: string) => string>> = {
  spaced: (name) => Array.from(name).join(' '),
  'wide blanks': (name) => name.replace(/(.{3})/gu, '$1\u3000'),
  'short government': (name) => name.replace('人民政府', '政府'),
  'short committee': (name) => name.replace('管理委员会', '管委会'),
  'short subdistrict': (name) => name.replace('街道办事处', '街道办'),
  province: (name) => {
    const region = made(name).regionCode
    const province = region === undefined ? undefined : regions.byCode(`${region.slice(0, 2)}0000`)?.name
    const ministry = /^(?:国家税务总局|中国人民银行)/u.exec(name)?.[0] ?? ''
    const rest = name.slice(ministry.length)
    return province === undefined || rest.startsWith(province) ? name : `${ministry}${province}${rest}`
  },
}

/** Slips and shortenings: a person should be asked, and nothing be taken. */
const SLIPS: Readonly<Record<string, (name: string) => string>> = {
  'one character lost': (name) => name.replace(/^(.*..)(.)(..)$/u, '$1$3'),
  'one character other': (name) => name.replace(/^(.*..).(..)$/u, '$1囧$2'),
  'without 和': (name) => name.replace('和', ''),
  '与 for 和': (name) => name.replace('和', '与'),
  'without 局': (name) => name.replace(/局$/u, ''),
  'other ending': (name) => name.replace(/局$/u, '委员会'),
}

function tally(writing: (name: string) => string): Record<'right' | 'doubtful' | 'new' | 'wrong' | 'all', number> {
  const found = { right: 0, doubtful: 0, new: 0, wrong: 0, all: 0 }
  for (const name of names) {
    const written = writing(name)
    const match = register.match(written)
    found.all += 1
    if (match.kind === 'certain') found[match.id === agencyId(name) ? 'right' : 'wrong'] += 1
    else found[match.kind] += 1
  }
  return found
}

describe('a register of more than a thousand agencies', () => {
  it('has them', () => {
    expect(names.length).toBeGreaterThan(1000)
  })

  it.each(Object.entries(WRITINGS))('takes every name for its own agency: %s', (_, writing) => {
    expect(tally(writing)).toEqual({ right: names.length, doubtful: 0, new: 0, wrong: 0, all: names.length })
  })

  it.each(Object.entries(SLIPS))('never takes a name for another agency: %s', (_, slip) => {
    expect(tally(slip).wrong).toBe(0)
  })

  it('never takes one agency for another when it is not in the register itself', () => {
    const without = new AgencyNames(agencies, regions)
    const found: Record<string, number> = { certain: 0, doubtful: 0, new: 0 }
    for (const agency of agencies) {
      without.remove(agency.id)
      const match = without.match(agency.name)
      found[match.kind] = (found[match.kind] ?? 0) + 1
      without.put(agency)
    }
    expect(found['certain']).toBe(0)
    expect((found['doubtful'] ?? 0) / agencies.length).toBeLessThan(0.02)
  })

  it('asks about a bare 区财政局, and a folder that names the region answers', () => {
    const bare = register.match('区财政局')
    expect(bare.kind).toBe('doubtful')
    const told = (path: string): unknown => register.match('区财政局', { path })
    expect(told('年报/黄石市/西塞山区/区财政局.docx')).toEqual({
      kind: 'certain',
      id: agencyId('黄石市西塞山区财政局'),
    })
    expect(told('南京市鼓楼区.zip!财政局.doc')).toEqual({ kind: 'certain', id: agencyId('南京市鼓楼区财政局') })
    expect(register.match('区财政局', { path: '鼓楼区/财政局.doc' }).kind).toBe('doubtful')
    expect(register.match('市财政局', { path: '年报/西塞山区/市财政局.docx' }).kind).toBe('doubtful')
  })
})

describe('looking up in a register of five thousand', () => {
  it('takes well under a millisecond a name, whatever is asked', () => {
    const counties = Array.from(
      { length: 90 },
      (_, at) => `${'甲乙丙丁戊己庚辛壬'[at % 9] ?? ''}${'子丑寅卯辰巳午未申酉'[Math.floor(at / 9)] ?? ''}山县`,
    )
    const offices = names.slice(0, 58).map((name) => name.replace('黄石市', ''))
    const large = new AgencyNames(
      counties.flatMap((county) => offices.map((office) => made(`${county}${office}`))),
      regions,
    )
    const asked = counties.flatMap((county) => [
      `${county}财政局`,
      `${county}农业农业局`,
      '县财政局',
      `${county}航空局`,
    ])
    // The best of three: other work on the machine is not the register's.
    const passes = [1, 2, 3].map(() => {
      const began = performance.now()
      for (const name of asked) large.match(name)
      return (performance.now() - began) / asked.length
    })
    expect(Math.min(...passes)).toBeLessThan(1)
  })
})
