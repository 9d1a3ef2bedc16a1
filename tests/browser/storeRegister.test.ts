import { afterEach, describe, expect, it } from 'vitest'
import type { Agency } from '@/register/agency'
import { agencyId } from '@/register/names'
import { listAgencies, RegisterCopy } from '@/store/agencies'
import { assignReport } from '@/store/assign'
import { listDistinct, sayDistinct } from '@/store/distinct'
import { deleteAgency, editAgency } from '@/store/editAgency'
import { reportsOf, undoStep } from '@/store/journal'
import { mergeAgencies, previewMerge } from '@/store/mergeAgencies'
import { currentHead, reportDetail } from '@/store/reading'
import { splitAgency } from '@/store/splitAgency'
import { A, B, byName, correct, idOf, NATURAL, TOTAL, two } from './registerFixtures'
import { dropAll, everything, fileOf, footing, open, report, save, value } from './storeFixtures'

afterEach(dropAll)

describe('merging two entries of the register, in Chromium', () => {
  it('says first what it would do', async () => {
    const { store, a, b } = await two()
    const before = await everything(store)
    expect(await previewMerge(store, { keep: a, drop: b })).toMatchObject({
      keep: { name: A },
      drop: { name: B },
      moved: [2024],
      collisions: [{ year: 2023, versions: 2, differing: 5 }],
      names: [B],
      common: [],
      corrections: 2,
      members: 1,
    })
    expect(await everything(store)).toEqual(before)
  })

  it('files the reports under the one that stays, keeps what counted there, moves corrections, members and names, and judges anew', async () => {
    const { store, a, b } = await two()
    const counted = await currentHead(store, { agency: a, year: 2023 })
    const { journal } = value(await mergeAgencies(store, { keep: a, drop: b, by: '张' }))

    expect(reportsOf(journal)).toEqual(
      expect.arrayContaining([
        { agency: a, year: 2023 },
        { agency: b, year: 2023 },
        { agency: b, year: 2024 },
        { agency: a, year: 2024 },
      ]),
    )
    const heads = await store.db.reports.where('agency').equals(a).sortBy('year')
    expect(heads.map(({ year, version, current }) => [year, version, current]).sort()).toEqual([
      [2022, 1, 1],
      [2023, 1, 1],
      [2023, 2, 0],
      [2024, 1, 1],
    ])
    expect(await store.db.reports.where('agency').equals(b).count()).toBe(0)
    expect((await currentHead(store, { agency: a, year: 2023 }))?.id).toBe(counted?.id)
    const agencies = await byName(store)
    expect(agencies.get(A)).toMatchObject({ aliases: [B], formerIds: [agencyId(B)] })
    expect(agencies.has(B)).toBe(false)
    expect(agencies.get('临澜市数据局信息中心')?.parent).toBe(a)

    // Both had corrected a total that was printed as 21: the later word stands, once.
    const detail = await reportDetail(store, counted?.id ?? '')
    expect(detail?.row.corrected).toEqual({ [TOTAL]: 13 })
    expect(detail?.row.inError).toContain(TOTAL)
    expect(detail?.findings.every(({ agency }) => agency === A)).toBe(true)
    const later = await currentHead(store, { agency: a, year: 2024 })
    expect((await reportDetail(store, later?.id ?? ''))?.row).toMatchObject({ corrected: { [TOTAL]: 14 }, inError: [] })

    // What comes under the old name from now on is the one's that stayed.
    expect(await save(store, report({ agency: B, year: 2020, numbers: footing(3) }))).toMatchObject({
      outcome: 'new',
      agencyName: A,
      agencyCreated: false,
      candidates: [],
    })
  })

  it('takes what the one that stays lacks, or what is chosen, and undoing gives all of it back', async () => {
    const { store, a, b } = await two()
    value(await editAgency(store, b, { regionCode: '990199', from: 2019, level: 'province', system: 'science' }))
    const before = await everything(store)
    expect(await previewMerge(store, { keep: a, drop: b })).toMatchObject({
      carried: expect.arrayContaining(['regionCode', 'from']) as unknown,
      conflicts: expect.arrayContaining([{ field: 'level', by: 'drop' }]) as unknown,
    })
    const { journal } = value(await mergeAgencies(store, { keep: a, drop: b, choices: { level: 'keep' }, by: '' }))
    const { level, regionCode, from, edited } = (await byName(store)).get(A) ?? {}
    expect([level, regionCode, from]).toEqual(['city', '990199', 2019])
    expect(edited).not.toContain('aliases')
    value(await undoStep(store, journal))
    expect(await everything(store)).toEqual(before)
  })

  it('is undone to the last row, and done again', async () => {
    const { store, a, b } = await two()
    const before = await everything(store)
    const { journal } = value(await mergeAgencies(store, { keep: a, drop: b, by: '' }))
    const merged = await everything(store)
    const back = value(await undoStep(store, journal))
    expect(await everything(store)).toEqual(before)
    value(await undoStep(store, back))
    expect(await everything(store)).toEqual(merged)
  })

  it('is not undone where something rests on it since, and says so', async () => {
    const { store, a, b } = await two()
    const { journal } = value(await mergeAgencies(store, { keep: a, drop: b, by: '' }))
    const refused = async (reason: string, params: object): Promise<void> => {
      const now = await everything(store)
      expect(await undoStep(store, journal)).toMatchObject({ ok: false, error: { reason, params } })
      expect(await everything(store)).toEqual(now)
    }
    // A report under the old name, of a year that the merge did not touch.
    const saved = await save(store, report({ agency: B, year: 2020, numbers: footing(3) }))
    await refused('used-since', { name: B, count: 1 })
    await store.db.reports.delete('head' in saved ? saved.head.id : '')
    // A correction of a report that the merge moved.
    await correct(store, a, 2024, NATURAL, 9, '2024-03-01T00:00:00Z')
    await refused('changed-since', {})
  })

  it('does not remember a bare name that every place has, but whose the documents are', async () => {
    const store = await open()
    await save(store, report({ agency: '临澜市河西区财政局', year: 2022, numbers: footing(1) }))
    await save(store, report({ agency: '临澜市河东区教育局', year: 2022, numbers: footing(1) }))
    const bare = report({ agency: '财政局', year: 2023, numbers: footing(2) })
    const saved = await save(store, bare, fileOf('bare'))
    expect(saved).toMatchObject({ outcome: 'new', agencyCreated: true })
    const [keep, drop] = [await idOf(store, '临澜市河西区财政局'), await idOf(store, '财政局')]
    expect(await previewMerge(store, { keep, drop })).toMatchObject({ names: [], common: ['财政局'] })
    value(await mergeAgencies(store, { keep, drop, by: '张' }))
    expect((await byName(store)).get('临澜市河西区财政局')?.aliases).toEqual([])
    const other = await save(store, report({ agency: '财政局', year: 2024, numbers: footing(3) }))
    expect(other).toMatchObject({ agencyName: '财政局', agencyCreated: true })
    const [word] = await store.db.decisions.where('kind').equals('assignment').toArray()
    expect(word).toMatchObject({ agency: keep, year: 2023, by: '张' })
  })
})

describe('taking two bodies apart, in Chromium', () => {
  it('gives a name its own reports and corrections again, remembers that they are two, and is undone', async () => {
    const { store, a, b } = await two()
    value(await mergeAgencies(store, { keep: a, drop: b, by: '' }))
    const merged = await everything(store)
    const { value: created, journal } = value(await splitAgency(store, { from: a, name: B, by: '李' }))
    expect(created).toMatchObject({ id: b, name: B })
    const heads = await store.db.reports.where('agency').equals(b).sortBy('year')
    expect(heads.map(({ year, version, current }) => [year, version, current])).toEqual([
      [2023, 1, 1],
      [2024, 1, 1],
    ])
    expect(await currentHead(store, { agency: a, year: 2023 })).toMatchObject({ version: 1, current: 1 })
    expect((await byName(store)).get(A)?.aliases).toEqual([])
    const later = await currentHead(store, { agency: b, year: 2024 })
    expect((await reportDetail(store, later?.id ?? ''))?.row.corrected).toEqual({ [TOTAL]: 14 })
    expect(await listDistinct(store)).toMatchObject([{ name: B, agency: a, by: '李' }])
    value(await undoStep(store, journal))
    expect(await everything(store)).toEqual(merged)
  })

  it('remembers a doubtful name as the agency’s once one document under it was given to it, unless every place has that name', async () => {
    const store = await open()
    const long = '临澜市科学技术和经济信息化局'
    await save(store, report({ agency: long, year: 2022, numbers: footing(1) }))
    await save(store, report({ agency: '临澜市河西区财政局', year: 2022, numbers: footing(1) }))
    await save(store, report({ agency: '临澜市河东区财政局', year: 2022, numbers: footing(1) }))
    const give = async (name: string, year: number, to: string): Promise<void> => {
      const saved = await save(store, report({ agency: name, year, numbers: footing(2) }))
      const id = 'head' in saved ? saved.head.id : ''
      value(await assignReport(store, id, { agency: { id: await idOf(store, to) }, year, by: '' }))
    }
    await give('临澜市科信局', 2023, long)
    await give('财政局', 2023, '临澜市河西区财政局')
    const agencies = await byName(store)
    expect([...agencies.keys()].sort()).toEqual([long, '临澜市河西区财政局', '临澜市河东区财政局'].sort())
    expect(agencies.get(long)?.aliases).toEqual(['临澜市科信局'])
    expect(agencies.get('临澜市河西区财政局')?.aliases).toEqual([])
    expect(await save(store, report({ agency: '临澜市科信局', year: 2024, numbers: footing(3) }))).toMatchObject({
      agencyName: long,
      candidates: [],
    })
  })

  it('remembers that a name is not an agency, for every import', async () => {
    const store = await open()
    await save(store, report({ agency: '临澜市科学技术和经济信息化局', year: 2022, numbers: footing(1) }))
    const short = report({ agency: '临澜市科信局', year: 2022, numbers: footing(2) })
    const [long] = await listAgencies(store)
    const ask = async (): Promise<readonly string[]> => {
      const register = await RegisterCopy.of(store)
      const document = { name: short.agency ?? '' }
      return register.resolve(await register.stored(store.db, [document]), document).candidates
    }
    expect(await ask()).toEqual([long?.id])
    value(await sayDistinct(store, { name: '临澜市科信局', agencies: [long?.id ?? ''], by: '' }))
    expect(await ask()).toEqual([])
    expect(await save(store, short)).toMatchObject({ agencyCreated: true, candidates: [] })
  })
})

describe('editing the register, in Chromium', () => {
  it('keeps the old name as a former one or not at all, marks what a person set, clears what may be absent, and is undone', async () => {
    const { store, a } = await two()
    const before = await everything(store)
    const renamed = value(await editAgency(store, a, { name: '临澜市数字局', to: 2025 }, { as: 'former', until: 2023 }))
    expect(renamed.value).toMatchObject({
      name: '临澜市数字局',
      aliases: [],
      formerNames: [{ name: A, until: 2023 }],
      to: 2025,
      edited: expect.arrayContaining(['name', 'formerNames', 'to']) as unknown,
    })
    const head = await currentHead(store, { agency: a, year: 2023 })
    const found = await store.db.findings
      .where('report')
      .equals(head?.id ?? '')
      .toArray()
    expect(found.every(({ agency }) => agency === '临澜市数字局')).toBe(true)
    const cleared = value(await editAgency(store, a, { to: undefined }))
    expect('to' in cleared.value).toBe(false)
    value(await undoStep(store, cleared.journal))
    value(await undoStep(store, renamed.journal))
    expect(await everything(store)).toEqual(before)
  })

  it('refuses circles, empty names, and the removal of an agency with reports; what it removes comes back', async () => {
    const { store, a, b } = await two()
    value(await editAgency(store, a, { parent: b }))
    expect(await editAgency(store, b, { parent: a })).toMatchObject({ error: { reason: 'in-circle' } })
    expect(await editAgency(store, b, { successor: b })).toMatchObject({ error: { reason: 'in-circle' } })
    expect(await editAgency(store, b, { name: ' ' })).toMatchObject({ error: { reason: 'name-empty' } })
    expect(await deleteAgency(store, a)).toMatchObject({ error: { reason: 'agency-in-use', params: { reports: 2 } } })
    const lonely: Agency = {
      ...((await byName(store)).get(A) as Agency),
      id: 'lonely',
      name: '临澜市旧局',
      parent: null,
    }
    await store.db.agencies.add(lonely)
    value(await editAgency(store, a, { parent: 'lonely' }))
    const before = await everything(store)
    const { journal } = value(await deleteAgency(store, 'lonely'))
    expect((await byName(store)).get(A)?.parent).toBeNull()
    value(await undoStep(store, journal))
    expect(await everything(store)).toEqual(before)
  })
})
