import Dexie from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { issueOf } from '@/report/issues'
import { acceptIssues } from '@/store/accepted'
import { DATABASES, openStore } from '@/store/db'
import type { Store } from '@/store/db'
import { createDeck, listDecks, wholeDeck } from '@/store/decks'
import { editAgency } from '@/store/editAgency'
import { decideFindings } from '@/store/findingDecisions'
import { fingerprintOf } from '@/store/fingerprint'
import { declareNil } from '@/store/memberWords'
import { mergeShare, previewShareMerge } from '@/store/merge/merge'
import { addNote, listNotes } from '@/store/pointNotes'
import { listViews, saveView } from '@/store/savedViews'
import { forgetShare } from '@/store/share'
import { figure, rows, text, VIEW } from './keptFixtures'
import { closeOpened, correct, linesOf, merge, NATURAL, openedFrom, preview, TOTAL } from './mergeFixtures'
import { dropAll, everything, fileOf, footing, open, report, save, value } from './storeFixtures'

const EDU = '临澜市教育局'
const FIN = '临澜市财政局'

async function dropShared(): Promise<void> {
  closeOpened()
  await Dexie.delete(DATABASES.shared)
}
beforeEach(dropShared)
afterEach(async () => {
  await dropAll()
  await dropShared()
})

async function colleague(): Promise<Store> {
  const store = await open()
  for (const [agency, year] of [
    [EDU, 2021],
    [EDU, 2022],
    [FIN, 2022],
  ] as const)
    await save(store, report({ agency, year, numbers: footing(year) }), fileOf(`${agency} ${String(year)}`))
  return store
}

describe('merging a shared file, in Chromium', () => {
  it('into nothing gives the same data: the same figures, words and fingerprint, and merging again brings nothing', async () => {
    const theirs = await colleague()
    await correct(theirs, EDU, 2021, 7)
    const shared = await openedFrom(theirs, { originals: true })
    const own = await open()
    const before = await everything(own)
    const looked = await preview(own, shared)
    expect(await everything(own)).toEqual(before)
    const done = await merge(own, shared)
    expect(done).toEqual(looked)
    expect(done.counts).toMatchObject({
      agencies: { new: 2, same: 0, left: 0 },
      reports: { new: 3, same: 0, versions: 0, left: 0 },
      corrections: { new: 1, changing: 0 },
      originals: 3,
    })
    expect((await fingerprintOf(own)).text).toBe((await fingerprintOf(theirs)).text)
    const [mine, said] = [await everything(own), await everything(theirs)]
    for (const table of ['agencies', 'cells', 'texts', 'issues', 'findings', 'decisions', 'originals'])
      expect(mine[table], table).toEqual(said[table])

    const whole = await everything(own)
    const again = await merge(own, shared)
    expect(again.counts).toMatchObject({
      agencies: { new: 0, same: 2 },
      reports: { new: 0, same: 3, alike: 0, versions: 0 },
      corrections: { new: 0, same: 1 },
    })
    expect(again.lines).toEqual([])
    expect(await everything(own)).toEqual(whole)
  })

  it('makes other numbers another version that does not count, and takes the same numbers of other bytes for the same', async () => {
    const theirs = await colleague()
    const shared = await openedFrom(theirs)
    const own = await open()
    await save(own, report({ agency: EDU, year: 2021, numbers: footing(5) }))
    await save(own, report({ agency: EDU, year: 2022, numbers: footing(2022) }), fileOf('another file'))
    const before = await own.db.reports.toArray()
    const done = await merge(own, shared)
    expect(done.counts.reports).toEqual({ new: 1, same: 0, alike: 1, versions: 1, left: 0 })
    expect(linesOf(done, 'version')).toEqual([[EDU, 2021, NATURAL, 5, 2021]])
    const edu = before[0]?.agency ?? ''
    const heads = await own.db.reports.where('agency').equals(edu).sortBy('version')
    expect(heads.map(({ year, version, current }) => [year, version, current]).sort()).toEqual([
      [2021, 1, 1],
      [2021, 2, 0],
      [2022, 1, 1],
    ])
    for (const head of before) expect(await own.db.reports.get(head.id)).toEqual(head)
    expect((await merge(own, shared)).counts.reports).toEqual({ new: 0, same: 2, alike: 1, versions: 0, left: 0 })
  })

  it('keeps one’s own corrections, and names those that change what counts', async () => {
    const theirs = await colleague()
    await correct(theirs, EDU, 2021, 7)
    await correct(theirs, EDU, 2022, 8)
    const shared = await openedFrom(theirs)
    const own = await colleague()
    await correct(own, EDU, 2021, 9)
    const before = await everything(own)
    const refusing = await preview(own, shared, { takesChanging: false })
    expect(linesOf(refusing, 'correction-refused')).toEqual([[EDU, 2022, TOTAL, 2022, 8]])
    expect(refusing.counts.corrections).toEqual({ new: 0, same: 0, left: 2, changing: 0 })
    expect(await everything(own)).toEqual(before)

    const done = await merge(own, shared)
    expect(linesOf(done, 'correction-conflict')).toEqual([[EDU, 2021, TOTAL, 9, 7]])
    expect(linesOf(done, 'correction-changes')).toEqual([[EDU, 2022, TOTAL, 2022, 8]])
    expect(done.counts.corrections).toEqual({ new: 1, same: 0, left: 1, changing: 1 })
    const corrected = new Map((await own.db.cells.toArray()).map((row) => [row.report, row.corrected]))
    const heads = await own.db.reports.orderBy('id').toArray()
    const at = (year: number) =>
      corrected.get(heads.find((head) => head.year === year && head.counts.corrected > 0)?.id ?? '')
    expect(at(2021)).toEqual({ [TOTAL]: 9 })
    expect(at(2022)).toEqual({ [TOTAL]: 8 })
    const said = await own.db.decisions.where('kind').equals('correction').toArray()
    expect(said.map((row) => (row.kind === 'correction' ? [row.year, row.to, row.by, row.reason] : []))).toEqual([
      [2021, 9, '甲', '电话确认'],
      [2022, 8, '甲', '电话确认'],
    ])
  })

  it('brings what was accepted, said of findings and of members with the reports, and leaves one’s own words', async () => {
    const issue = issueOf('label-repaired', [TOTAL], {}, { read: 'x', label: 'y' })
    const draft = report({ agency: EDU, year: 2021, numbers: { ...footing(5), [TOTAL]: 9 }, issues: [issue] })
    const theirs = await open()
    await save(theirs, draft, fileOf('one'))
    const id = (await theirs.db.reports.toArray())[0]?.id ?? ''
    value(await acceptIssues(theirs, id, [{ issue: `${id}/0` }], '周'))
    const [finding] = await theirs.db.findings.toArray()
    if (!finding) throw new Error('no finding')
    const agency = (await theirs.db.reports.get(id))?.agency ?? ''
    const said = { says: 'setAside', reason: '已说明', by: '周' } as const
    value(await decideFindings(theirs, [{ agency, year: 2021, finding }], said))
    value(await declareNil(theirs, { agency, year: 2020 }, '周'))
    const shared = await openedFrom(theirs)

    const own = await open()
    await save(own, draft, fileOf('one'))
    const done = await merge(own, shared)
    expect(done.counts).toMatchObject({ reports: { same: 1, new: 0 }, accepted: { new: 1 }, words: { new: 2 } })
    expect(await own.db.decisions.toArray()).toEqual(await theirs.db.decisions.toArray())
    expect(await own.db.reports.get(id)).toMatchObject({ counts: (await theirs.db.reports.get(id))?.counts })

    const other = await open()
    await save(other, draft, fileOf('one'))
    value(await decideFindings(other, [{ agency, year: 2021, finding }], { says: 'confirmed', reason: '', by: '吴' }))
    await save(other, report({ agency: EDU, year: 2020 }))
    const kept = await merge(other, shared)
    expect(kept.lines.map(({ what }) => what).sort()).toEqual(['finding-conflict', 'nil'])
    expect((await other.db.decisions.where('kind').equals('finding').toArray()).map((row) => row.by)).toEqual(['吴'])
  })

  it('brings a nil return that a report came after together with it', async () => {
    const theirs = await colleague()
    const agency = (await theirs.db.agencies.where('name').equals(FIN).first())?.id ?? ''
    value(await declareNil(theirs, { agency, year: 2021 }, '周'))
    await save(theirs, report({ agency: FIN, year: 2021, numbers: footing(3) }))
    const shared = await openedFrom(theirs)
    const own = await open()
    await save(own, report({ agency: FIN, year: 2020, numbers: footing(3) }))
    const done = await merge(own, shared)
    expect(done.counts).toMatchObject({ reports: { new: 4 }, words: { new: 1, left: 0 } })
    expect(await own.db.decisions.toArray()).toEqual(await theirs.db.decisions.toArray())
  })

  it('gives views, notes and decks other names where theirs are taken, under ids of their own, and doubles none', async () => {
    const theirs = await colleague()
    const edu = (await theirs.db.agencies.where('name').equals(EDU).first())?.id ?? ''
    value(await saveView(theirs, { ...VIEW, query: { years: '2024', on: edu } }))
    value(await addNote(theirs, { mark: { agency: edu, year: 2022 }, text: '机构改革', by: '甲' }))
    const bound = { kind: 'compare', of: { figure: 'rate.opened', agencies: edu } }
    value(await addNote(theirs, { mark: { year: 2023 }, ...bound, text: '新口径', by: '甲' }))
    const asked = { ...figure, question: { kind: 'volumes', query: { agencies: edu } } }
    value(await createDeck(theirs, { name: '例会', items: [text('一'), asked] }))
    const answers = { 'query {}': { groups: [1] }, catalogue: { agencies: [] } }
    value(await createDeck(theirs, { name: '固定', frozen: '2024-05-01T00:00:00.000Z', items: [asked], answers }))
    const shared = await openedFrom(theirs)

    const own = await open()
    // The same agency under an id of its own, since it was renamed once.
    await save(own, report({ agency: '临澜市教育委员会', year: 2020 }))
    const mine = (await own.db.agencies.toArray())[0]?.id ?? ''
    value(await editAgency(own, mine, { name: EDU }, { as: 'former', until: 2020 }))
    value(await saveView(own, VIEW))
    value(await createDeck(own, { name: '例会', items: [text('别的')] }))
    const done = await merge(own, shared)
    expect(done.counts).toMatchObject({
      views: { new: 1, renamed: 1 },
      notes: { new: 2 },
      decks: { new: 2, renamed: 1 },
    })
    const suffix = '（来自临澜市）'
    expect((await listViews(own)).map(({ name, query }) => [name, query['on']]).sort()).toEqual([
      [VIEW.name, VIEW.query.on],
      [VIEW.name + suffix, mine],
    ])
    expect((await listNotes(own)).map(({ mark, text: words }) => [mark, words])).toEqual([
      [{ agency: mine, year: 2022 }, '机构改革'],
      [{ year: 2023 }, '新口径'],
    ])
    expect((await listNotes(own))[1]).toMatchObject({ kind: 'compare', of: { figure: 'rate.opened', agencies: mine } })
    const decks = await listDecks(own)
    expect(decks.map(({ name, items }) => [name, items]).sort()).toEqual([
      ['例会', 1],
      [`例会${suffix}`, 2],
      ['固定', 1],
    ])
    const frozen = await wholeDeck(own, decks.find(({ name }) => name === '固定')?.id ?? '')
    expect(frozen).toMatchObject({ frozen: '2024-05-01T00:00:00.000Z', answers })
    const ids = new Set((await theirs.db.deckItems.toArray()).map(({ id }) => id))
    expect((await own.db.deckItems.toArray()).some(({ id }) => ids.has(id))).toBe(false)

    const kept = await rows(own)
    const again = await merge(own, shared)
    expect(again.counts).toMatchObject({
      views: { new: 0, same: 1 },
      notes: { new: 0, same: 2 },
      decks: { new: 0, same: 2 },
    })
    expect(await rows(own)).toEqual(kept)
  })

  it('that fails midway leaves everything as it was', async () => {
    const theirs = await colleague()
    value(await createDeck(theirs, { name: '例会' }))
    const shared = await openedFrom(theirs)
    const own = await open()
    await save(own, report({ agency: EDU, year: 2021, numbers: footing(5) }))
    const before = await everything(own)
    // The last that is written: everything else has been.
    own.db.decks.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    const failed = await mergeShare(own, shared, { answers: {}, takesChanging: true, suffix: '' })
    expect(failed.ok ? 'merged' : failed.error.reason).toBe('storage-full')
    expect(await everything(own)).toEqual(before)
  })

  it('goes neither into data of another kind, nor out of nothing', async () => {
    const city = value(await openStore(DATABASES.example))
    await save(city, report({ agency: EDU }))
    const shared = await openedFrom(city)
    city.db.close()
    await Dexie.delete(DATABASES.example)
    const own = await open()
    const refused = await previewShareMerge(own, shared, { answers: {}, takesChanging: true, suffix: '' })
    expect(refused.ok ? 'looked' : refused.error.reason).toBe('other-data')
    value(await forgetShare(DATABASES.shared))
    const nothing = await mergeShare(own, shared, { answers: {}, takesChanging: true, suffix: '' })
    expect(nothing.ok ? 'merged' : nothing.error.reason).toBe('nothing-opened')
  })
})
