import { describe, expect, it } from 'vitest'
import type { Agency } from '@/register/agency'
import { agencyId } from '@/register/names'
import { loadRegions } from '@/register/loadRegions'
import { mergeProposal, proposeAgency, proposeParent } from '@/register/propose'
import { presentOf } from '@/register/regions'
import { GOVERNMENTS, JUDGED } from './judgedNames'

const regions = await loadRegions()

function agency(name: string, more: Partial<Agency> = {}): Agency {
  return { ...proposeAgency(name, regions), id: agencyId(name), edited: [], ...more }
}

describe('what a name alone says', () => {
  const governments = GOVERNMENTS.map((name) => agency(name))

  it.each(JUDGED)('$name is a $kind', ({ name, code, region, parent, ...said }) => {
    const proposed = proposeAgency(name, regions)
    const { kind, level, system, scope } = proposed
    expect({ kind, level, system, scope }).toEqual(said)
    // A district name that several cities have keeps its city.
    const named = region ?? regions.byCode(code ?? '')?.name ?? ''
    const shared = presentOf(regions.named(named)).length > 1 || named.length === 2
    expect(proposed.regionCode).toBe(code)
    if (shared && region === undefined) expect(proposed.region).toMatch(new RegExp(`.${named}$`, 'u'))
    else expect(proposed.region).toBe(named)
    const found = proposeParent(agency(name), governments, regions)
    expect(governments.find(({ id }) => id === found)?.name ?? null).toBe(parent)
  })

  it('was judged on many names, each once', () => {
    expect(JUDGED.length).toBeGreaterThanOrEqual(250)
    expect(new Set(JUDGED.map(({ name }) => name)).size).toBe(JUDGED.length)
  })
})

describe('the parent', () => {
  const city = agency('临澜市人民政府')
  const district = agency('临澜市东湖区人民政府')
  const register = [city, district, agency('别城市人民政府')]
  const parentOf = (name: string, among = register): string | null => proposeParent(agency(name), among, regions)

  it('of a department is the government of its region', () => {
    expect(parentOf('临澜市财政局')).toBe(city.id)
    expect(parentOf('临澜市东湖区财政局')).toBe(district.id)
    expect(parentOf('东湖区花山街道办事处')).toBe(district.id)
    expect(parentOf('临澜市人民政府办公室')).toBe(city.id)
  })

  it('of a government is the one around it, where its name says so', () => {
    expect(parentOf('临澜市东湖区人民政府')).toBe(city.id)
    expect(parentOf('临澜市人民政府')).toBeNull()
  })

  it('of a zone that begins with the name of a city is that city', () => {
    expect(parentOf('临澜经济开发区管理委员会')).toBe(city.id)
  })

  it('is open for vertical agencies, unknown regions, and names without a region among several governments', () => {
    expect(parentOf('国家税务总局临澜市税务局')).toBeNull()
    expect(parentOf('远山县财政局')).toBeNull()
    expect(parentOf('财政局')).toBeNull()
    expect(parentOf('财政局', [city])).toBe(city.id)
    expect(parentOf('财政局', [city, agency('远山县水利局')])).toBeNull()
    expect(parentOf('远山县财政局', [city])).toBeNull()
  })
})

describe('a new proposal', () => {
  it('leaves what a person has set, and the id', () => {
    const kept = agency('临澜市财政局', { region: '东湖区', edited: ['region'] })
    const merged = mergeProposal(kept, { ...proposeAgency('临澜市财政局', regions), system: 'audit' })
    expect(merged).toEqual({ ...kept, system: 'audit' })
  })
})
