import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Agency } from '@/register/agency'
import { loadRegions } from '@/register/loadRegions'
import { matchRegister } from '@/register/matchRegister'
import { agencyId, nameKey } from '@/register/names'
import { proposeAgency } from '@/register/propose'
import { circleFrom } from '@/register/table/references'
import { planAgencies } from '@/store/merge/agencyPlan'
import type { AgencyPlan } from '@/store/merge/agencyPlan'

const regions = await loadRegions()

const name = fc
  .tuple(
    fc.constantFrom('临澜市', '大冶市', '西塞山区', '黄石市西塞山区', ''),
    fc.constantFrom('财政局', '公安局', '人民政府', '教育体育局', '教育局', '市场监督管理局', '城市管理局'),
  )
  .map(([where, what]) => where + what)

/** Names that were given up: no other body bears them now. */
const formerName = fc.constantFrom('临澜市教育委员会', '大冶市城乡建设委员会', '临澜市工商行政管理局')

/** A register: each name once, some of them renamed since, with a parent among them. */
const register = fc
  .uniqueArray(fc.tuple(name, fc.option(formerName), fc.nat(20), fc.constantFrom('', '临澜市', '大冶市')), {
    maxLength: 8,
    selector: ([called]) => nameKey(called),
  })
  .map((rows) => {
    const ids = rows.map(([called]) => agencyId(called))
    return rows.map(([called, former, parent, region], index): Agency => ({
      ...proposeAgency(called, regions),
      id: ids[index] ?? '',
      ...(region !== '' && { region }),
      ...(former !== null && { formerNames: [{ name: former }] }),
      parent: parent < index ? (ids[parent] ?? null) : null,
      edited: [],
    }))
  })

const basis = { regions, lastYear: () => null, filed: () => new Set<string>(), apart: () => false }

function planned(theirs: readonly Agency[], own: readonly Agency[], filed: AgencyPlan | null = null): AgencyPlan {
  const known = (id: string): Set<string> => new Set([filed?.ids.get(id) ?? []].flat())
  const matches = matchRegister(theirs, own, { ...basis, filed: known })
  return planAgencies(theirs, own, { matches, answers: {}, reports: () => 0, example: false })
}

describe('registers that are merged', () => {
  it('leave one’s own as it is, with names and ids of one agency each, and no circle', () => {
    fc.assert(
      fc.property(register, register, (theirs, own) => {
        const plan = planned(theirs, own)
        const all = [...plan.agencies.values()]
        for (const agency of own) expect(plan.agencies.get(agency.id)).toEqual(agency)
        expect(all).toHaveLength(own.length + plan.added.length)
        expect(new Set(all.map((agency) => nameKey(agency.name))).size).toBe(all.length)
        expect(plan.ids.size + plan.left.length).toBe(theirs.length)
        for (const agency of plan.added) {
          expect(circleFrom(agency, 'parent', plan.agencies)).toBeNull()
          expect(agency.parent === null || plan.agencies.has(agency.parent)).toBe(true)
        }
      }),
    )
  })

  it('bring nothing the second time, and each agency goes where it went, once its documents are there', () => {
    fc.assert(
      fc.property(register, register, (theirs, own) => {
        const first = planned(theirs, own)
        const again = planned(theirs, [...first.agencies.values()], first)
        for (const [id, here] of first.ids) expect(again.ids.get(id)).toBe(here)
        expect(again.added).toEqual([])
      }),
    )
  })

  it('into an empty one are the same, but for former names that another bears', () => {
    fc.assert(
      fc.property(register, (theirs) => {
        const plan = planned(theirs, [])
        const bare = ({ formerNames: _, ...agency }: Agency): unknown => agency
        expect(plan.added.map(bare)).toEqual(theirs.map(bare))
      }),
    )
  })
})
