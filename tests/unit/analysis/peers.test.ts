import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEAST_PEERS, PEER_RULES, peersOf } from '@/analysis/peers'
import type { PeerRule } from '@/analysis/peers'
import { AGENCY_KINDS, LEVELS } from '@/register/agency'
import { agency } from '../cube/filed'

const CITY = [
  agency('own', { level: 'city', system: 'police' }),
  ...Array.from({ length: 6 }, (_, at) => agency(`d${at}`, { level: 'city', system: at === 0 ? 'police' : null })),
  agency('town', { kind: 'township', level: 'township' }),
  agency('county', { level: 'county', system: 'police' }),
  agency('sum', { level: 'city', scope: 'summed' }),
]
const VOLUMES = new Map([
  ['own', 100],
  ['d0', 200],
  ['d1', 50],
  ['d2', 90],
  ['d3', 49],
  ['d4', 201],
  ['d5', 130],
  ['town', 100],
  ['county', 110],
  ['sum', 100],
])
const of = (...rules: PeerRule[]) => peersOf(CITY, VOLUMES, 'own', rules)

describe('peers', () => {
  it('are of the same kind, level or system, never of another scope', () => {
    expect(of('kind', 'level')?.ids).toEqual(['d0', 'd1', 'd2', 'd3', 'd4', 'd5'])
    expect(of('system')?.ids).toEqual(['d0', 'county'])
    expect(of()?.ids).not.toContain('sum')
  })

  it('of a similar volume lie within a factor of two, both ends included, the nearest first', () => {
    expect(of('kind', 'volume')?.ids).toEqual(['county', 'd2', 'd5', 'd0', 'd1'])
  })

  it('beyond it are taken where there are too few, and it is said', () => {
    const peers = of('kind', 'level', 'volume')
    expect(peers?.ids).toHaveLength(LEAST_PEERS)
    expect(peers?.sentence.zh).toBe('同为市级部门、受理量与其最接近（其中 4 个在一半到两倍之间）的 5 个机关')
  })

  it('are told in words that hold', () => {
    expect(of('kind', 'volume')?.sentence).toEqual({
      zh: '同为部门、受理量在其一半到两倍之间的 5 个机关',
      en: '5 agencies of the same kind (department), with between half and twice as many requests accepted',
    })
    expect(of('system')?.sentence.zh).toBe('同为公安系统的 2 个机关')
    expect(of()?.sentence.zh).toBe('其他全部 8 个机关')
  })

  it('keep no rule that says nothing of the agency, and pass nobody without a volume for small', () => {
    expect(peersOf(CITY, new Map(), 'own', ['kind', 'volume'])?.rules).toEqual(['kind'])
    expect(peersOf(CITY, VOLUMES, 'd1', ['system'])?.rules).toEqual([])
    const known = new Map([...VOLUMES].filter(([id]) => id !== 'd2'))
    expect(peersOf(CITY, known, 'own', ['volume'])?.ids).not.toContain('d2')
    expect(peersOf(CITY, VOLUMES, 'nobody', ['kind'])).toBeNull()
  })

  it('are each other’s where the rules do not choose the nearest', () => {
    const any = fc.record({
      kind: fc.constantFrom(...AGENCY_KINDS),
      level: fc.constantFrom(...LEVELS),
      system: fc.constantFrom('police', 'tax'),
      volume: fc.integer({ min: 1, max: 40 }),
    })
    fc.assert(
      fc.property(fc.array(any, { minLength: 2, maxLength: 14 }), fc.subarray([...PEER_RULES]), (bodies, rules) => {
        const agencies = bodies.map(({ volume: _, ...more }, at) => agency(`a${at}`, more))
        const volumes = new Map(bodies.map(({ volume }, at) => [`a${at}`, volume]))
        const peers = agencies.map(({ id }) => peersOf(agencies, volumes, id, rules))
        for (const one of peers)
          for (const id of one?.ids ?? []) {
            const back = peers.find((other) => other?.agency === id)
            const ratio = (volumes.get(id) ?? 0) / (volumes.get(one?.agency ?? '') ?? 1)
            // The nearest may have nearer ones; whoever is within a factor of two is so both ways.
            if (!rules.includes('volume') || (ratio >= 0.5 && ratio <= 2)) expect(back?.ids).toContain(one?.agency)
          }
      }),
      { numRuns: 60 },
    )
  })
})
