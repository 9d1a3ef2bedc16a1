import { expect, it } from 'vitest'
import { askerOf } from '@/analysis/asker'
import { askComparison } from '@/analysis/figures/compare'
import { engineOf } from './engine'

it('a comparison is made once of the same answers, and anew where anything that it stands on is another', async () => {
  const engine = engineOf()
  const asker = askerOf(engine)
  const usual = { figure: 'rate.granted', sort: 'last', sortYear: 0, down: true, least: 30, on: [] } as const
  const of = async (more: Partial<Record<'least', number>> & { figure?: string } = {}, years: readonly number[] = []) =>
    (await askComparison(asker, { where: { years }, switches: { ...usual, ...more } })).comparison
  const first = await of()
  expect(await of()).toBe(first)
  expect((await of({ least: 0 })).leastN).toBe(0)
  expect((await of({ figure: 'rate.refused' })).figure).toBe('rate.refused')
  expect((await of({}, [2023])).years).toEqual([2023])
  expect(await of()).toEqual(first)
  // Other data are other answers.
  const { comparison } = await askComparison(askerOf(engine), { where: { years: [] }, switches: usual })
  expect(comparison).not.toBe(first)
  expect(comparison).toEqual(first)
})
