import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Agency } from '@/register/agency'
import { loadRegions } from '@/register/loadRegions'
import { matchAgency } from '@/register/match'
import { agencyId, nameKey, normaliseName } from '@/register/names'
import { mergeProposal, proposeAgency, proposeParent } from '@/register/propose'

const regions = await loadRegions()

const region = fc.constantFrom(
  '临澜市',
  '西塞山区',
  '平潭综合实验区',
  '大冶市',
  '喀什地区',
  '内蒙古自治区',
  '津市市',
  '社旗县',
)
const office = fc.constantFrom(
  '财政局',
  '公安局',
  '人民政府',
  '人民政府办公室',
  '灵乡镇人民政府',
  '市场监督管理局',
  '城市管理局',
  '',
)
const name = fc.tuple(region, office).map(([where, what]) => where + what)
const agencyOf = (called: string): Agency => ({ ...proposeAgency(called, regions), id: agencyId(called), edited: [] })

/** The same name in another writing: spaces between the words, wide or narrow. */
const written = fc
  .tuple(name, fc.array(fc.constantFrom('', ' ', '\u3000', '\u200b'), { maxLength: 20 }))
  .map(([called, spaces]) => ({
    called,
    writing: Array.from(called, (char, at) => char + (spaces[at] ?? '')).join(''),
  }))

describe('names', () => {
  it('are recognised in every writing, with one id', () => {
    fc.assert(
      fc.property(written, fc.array(name), ({ called, writing }, others) => {
        const register = [...new Set([called, ...others].map(nameKey))].map(agencyOf)
        expect(matchAgency(writing, register, regions)).toEqual({ kind: 'certain', id: agencyId(called) })
        expect(agencyId(writing)).toBe(agencyId(called))
      }),
    )
  })

  it('any text gives a proposal, a match and an id, and nothing is thrown', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...Array.from('市区县旗州盟省乡镇街道办人民政府局委会城开发新')) }),
    )
    fc.assert(
      fc.property(text, fc.array(name), (called, others) => {
        const register = others.map(agencyOf)
        expect(normaliseName(called)).toContain(proposeAgency(called, regions).region)
        expect(['certain', 'doubtful', 'new']).toContain(matchAgency(called, register, regions).kind)
        const parent = proposeParent(agencyOf(called), register, regions)
        if (parent !== null) expect(register.find(({ id }) => id === parent)?.scope).toBe('summed')
        expect(agencyId(called)).toMatch(/^a[0-9a-z]+$/u)
      }),
    )
  })

  it('a proposal never changes what a person has set', () => {
    const fields = fc.subarray(['kind', 'level', 'region', 'system', 'parent', 'scope', 'name', 'aliases'] as const)
    fc.assert(
      fc.property(name, name, fields, (one, other, edited) => {
        const agency: Agency = { ...agencyOf(one), edited }
        const merged = mergeProposal(agency, proposeAgency(other, regions))
        for (const field of edited) expect(merged[field]).toEqual(agency[field])
        expect([merged.id, merged.edited]).toEqual([agency.id, agency.edited])
      }),
    )
  })
})
