import { describe, expect, it } from 'vitest'
import type { Agency } from '@/register/agency'
import { joinAgencies } from '@/register/joinAgencies'
import type { Choices } from '@/register/joinAgencies'

const made = (id: string, more: Partial<Agency> = {}): Agency => ({
  id,
  name: id,
  aliases: [],
  kind: 'department',
  level: 'county',
  region: '',
  system: null,
  parent: null,
  scope: 'own',
  edited: [],
  ...more,
})

function join(
  keep: Agency,
  drop: Agency,
  { others = [], years = [], choices = {} }: { others?: Agency[]; years?: number[]; choices?: Choices } = {},
) {
  const basis = { agencies: [keep, drop, ...others], years, isCommon: (name: string) => name === '财政局' }
  return joinAgencies(keep, drop, basis, choices)
}

describe('two entries of the register made one', () => {
  it('the one that stays takes what it lacks, with who set it, and is found by the other’s id', () => {
    const drop = made('b', {
      region: '东湖区',
      regionCode: '420102',
      system: 'finance',
      parent: 'gov',
      from: 2019,
      successor: 'c',
      formerIds: ['old'],
      edited: ['regionCode', 'from'],
    })
    const { agency, carried, conflicts } = join(made('a'), drop, { others: [made('c'), made('gov')], years: [2020] })
    expect(carried).toEqual(['region', 'regionCode', 'system', 'parent', 'from', 'successor'])
    expect(conflicts).toEqual([])
    expect(agency).toEqual({
      ...made('a'),
      aliases: ['b'],
      region: '东湖区',
      regionCode: '420102',
      system: 'finance',
      parent: 'gov',
      from: 2019,
      successor: 'c',
      formerIds: ['b', 'old'],
      edited: ['regionCode', 'from'],
    })
  })

  it('nobody has edited its names because they were joined, nor is it found under a name that every place has', () => {
    const { agency } = join(made('a'), made('财政局', { aliases: ['区财政'] }))
    expect([agency.aliases, agency.edited]).toEqual([['区财政'], []])
  })

  it('where they differ it keeps its own, what a person set before what was proposed, and what a person chooses before all', () => {
    const keep = made('a', { level: 'city', region: '东湖区', regionCode: '1', system: 'finance', edited: ['level'] })
    const drop = made('b', { region: '西湖区', regionCode: '2', system: 'audit', edited: ['system', 'level'] })
    const { agency, conflicts } = join(keep, drop)
    expect(conflicts).toEqual([
      { field: 'level', by: 'keep' },
      { field: 'region', by: 'keep' },
      { field: 'system', by: 'drop' },
    ])
    expect(agency).toMatchObject({ level: 'city', region: '东湖区', regionCode: '1', system: 'audit' })
    const chosen = join(keep, drop, { choices: { region: 'drop', system: 'keep' } }).agency
    expect(chosen).toMatchObject({ region: '西湖区', regionCode: '2', system: 'finance' })
    expect(new Set(chosen.edited)).toEqual(new Set(['level', 'region']))
  })

  it('years outside of which either has reported are asked about, not taken', () => {
    const { agency, conflicts } = join(made('a'), made('b', { from: 2021 }), { years: [2019, 2022] })
    expect(agency.from).toBeUndefined()
    expect(conflicts).toEqual([{ field: 'from', by: 'keep' }])
    const ended = made('b', { to: 2020, successor: 'c', edited: ['to', 'successor'] })
    expect(join(made('a'), ended, { others: [made('c')], years: [2021] }).conflicts).toEqual([
      { field: 'to', by: 'keep' },
      { field: 'successor', by: 'keep' },
    ])
  })

  it('of one that succeeded the other the years are those of both', () => {
    const before = made('b', { from: 2010, to: 2021, successor: 'a' })
    const after = made('a', { from: 2022, to: 2024, successor: 'c' })
    const whole = { from: 2010, to: 2024, successor: 'c' }
    expect(join(after, before, { others: [made('c')], years: [2015] }).agency).toMatchObject(whole)
    expect(join(before, after, { others: [made('c')], years: [2015] }).agency).toMatchObject(whole)
  })

  it('takes no parent or successor that leads back to itself', () => {
    const child = made('child', { parent: 'b', successor: 'b' })
    const { agency, carried } = join(made('a'), made('b', { parent: 'child', successor: 'child' }), { others: [child] })
    expect([agency.parent, agency.successor, carried]).toEqual([null, undefined, []])
    expect(join(made('a', { parent: 'b' }), made('b', { parent: 'a' })).agency.parent).toBeNull()
  })
})
