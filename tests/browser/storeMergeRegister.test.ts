import Dexie from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DATABASES } from '@/store/db'
import { closeOpened, linesOf, merge, openedFrom, preview } from './mergeFixtures'
import { dropAll, footing, open, report, save } from './storeFixtures'

async function dropShared(): Promise<void> {
  closeOpened()
  await Dexie.delete(DATABASES.shared)
}
beforeEach(dropShared)
afterEach(async () => {
  await dropAll()
  await dropShared()
})

describe('agencies of a shared file that is merged, in Chromium', () => {
  it('asks about agencies that the rules leave doubtful, and does what is answered', async () => {
    const theirs = await open()
    await save(theirs, report({ agency: '临澜市教育体育局', year: 2022, numbers: footing(1) }))
    await save(theirs, report({ agency: '洛川市财政局', year: 2022, numbers: footing(2) }))
    const shared = await openedFrom(theirs)
    const own = await open()
    await save(own, report({ agency: '临澜教育体育局', year: 2021, numbers: footing(3) }))
    await save(own, report({ agency: '临澜市财政局', year: 2021, numbers: footing(4) }))
    const mine = await own.db.agencies.where('name').equals('临澜教育体育局').first()
    const looked = await preview(own, shared)
    const [question] = looked.questions
    expect(looked.questions).toHaveLength(1)
    expect(question).toMatchObject({ name: '临澜市教育体育局', reports: 1, canBeNew: true, answer: 'new' })
    expect(question?.candidates.map(({ id }) => id)).toEqual([mine?.id])
    expect(looked.added).toEqual(['临澜市教育体育局', '洛川市财政局'])

    const left = await preview(own, shared, { answers: { [question?.id ?? '']: 'leave' } })
    expect(left.counts).toMatchObject({ agencies: { new: 1, left: 1 }, reports: { new: 1, left: 1 } })
    expect(left.lines).toContainEqual({
      what: 'agency-left',
      group: 'left',
      agency: '临澜市教育体育局',
      year: null,
      n: 1,
    })

    // An answer that is none of one's own agencies counts for nothing.
    const strange = await preview(own, shared, { answers: { [question?.id ?? '']: { own: 'constructor' } } })
    expect(strange.questions[0]?.answer).toBe('new')

    await merge(own, shared, { answers: { [question?.id ?? '']: { own: mine?.id ?? '' } } })
    const years = await own.db.reports
      .where('agency')
      .equals(mine?.id ?? '')
      .toArray()
    expect(years.map(({ year }) => year).sort()).toEqual([2021, 2022])
    expect(await own.db.agencies.get(mine?.id ?? '')).toEqual(mine)
    // Their documents are filed there now: nobody is asked again.
    expect((await preview(own, shared)).questions).toEqual([])
  })

  it('never takes a bare name of another place for one’s own, nor overwrites the register', async () => {
    const theirs = await open()
    await save(theirs, report({ agency: '财政局', year: 2022, numbers: footing(1) }))
    await theirs.db.agencies.toCollection().modify({ region: '洛川市', edited: ['region'] })
    const shared = await openedFrom(theirs)
    const own = await open()
    await save(own, report({ agency: '财政局', year: 2021, numbers: footing(2) }))
    await own.db.agencies.toCollection().modify({ region: '临澜市', scope: 'summed', edited: ['region', 'scope'] })
    const before = await own.db.agencies.toArray()
    const done = await merge(own, shared)
    expect(done.questions).toHaveLength(1)
    // Both have one id, made of the name: the one that comes has the region before its name, and an id of that.
    expect((await own.db.agencies.toArray()).map(({ name }) => name).sort()).toEqual(['洛川市财政局', '财政局'])
    expect(await own.db.agencies.get(before[0]?.id ?? '')).toEqual(before[0])

    const same = await open()
    await save(same, report({ agency: '财政局', year: 2021, numbers: footing(2) }))
    await same.db.agencies.toCollection().modify({ region: '洛川市', scope: 'summed' })
    const register = await same.db.agencies.toArray()
    const certain = await merge(same, await openedFrom(theirs))
    expect(certain.questions).toEqual([])
    expect(certain.lines).toContainEqual(expect.objectContaining({ what: 'agency-fields', fields: ['scope'] }))
    expect(await same.db.agencies.toArray()).toEqual(register)
  })

  it('tells of two reports of one year that come to one agency, of which one counts', async () => {
    const theirs = await open()
    await save(theirs, report({ agency: '临澜市教育体育局', year: 2022, numbers: footing(1) }))
    await save(theirs, report({ agency: '临澜市教育局', year: 2022, numbers: footing(2) }))
    const shared = await openedFrom(theirs)
    const own = await open()
    await save(own, report({ agency: '临澜市水利局', year: 2022, numbers: footing(3) }))
    await own.db.agencies.toCollection().modify({ aliases: ['临澜市教育体育局', '临澜市教育局'] })
    const done = await merge(own, shared)
    // One that is here has a report of that year: both are versions that do not count.
    expect(linesOf(done, 'version')).toHaveLength(2)

    const other = await open()
    await save(other, report({ agency: '临澜市水利局', year: 2021, numbers: footing(3) }))
    await other.db.agencies.toCollection().modify({ aliases: ['临澜市教育体育局', '临澜市教育局'] })
    const two = await merge(other, shared)
    expect(two.counts.reports).toMatchObject({ new: 2, versions: 0 })
    expect(linesOf(two, 'version')).toHaveLength(1)
    const heads = await other.db.reports.toArray()
    expect(heads.filter(({ year, current }) => year === 2022 && current === 1)).toHaveLength(1)
    expect(heads.filter(({ year }) => year === 2022)).toHaveLength(2)
  })
})
