import Dexie from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agencyId } from '@/register/names'
import { DATABASES, openStore } from '@/store/db'
import type { Store } from '@/store/db'
import { createDeck } from '@/store/decks'
import { saveView } from '@/store/savedViews'
import { figure, VIEW } from './keptFixtures'
import { closeOpened, merge, openedFrom, preview, TOTAL } from './mergeFixtures'
import { dropAll, everything, fileOf, footing, open, report, save, value } from './storeFixtures'

const EDU = '临澜市教育局'
const FIN = '临澜市财政局'
const AT = '2024-01-01T00:00:00.000Z'

async function dropShared(): Promise<void> {
  closeOpened()
  await Dexie.delete(DATABASES.shared)
}
beforeEach(dropShared)
afterEach(async () => {
  await dropAll()
  await dropShared()
})

/** Writes into the open file what no program of ours would: whoever made it could have made the hashes, too. */
async function spoil(rows: Readonly<Record<string, readonly object[]>>): Promise<void> {
  const { db } = value(await openStore(DATABASES.shared, undefined, { filling: true }))
  for (const [table, all] of Object.entries(rows)) await db.table<object>(table).bulkPut([...all])
  db.close()
}

async function two(): Promise<{ own: Store; shared: Store; edu: string }> {
  const theirs = await open()
  await save(theirs, report({ agency: EDU, year: 2022, numbers: footing(5) }), fileOf('theirs'))
  const shared = await openedFrom(theirs, { originals: true })
  const own = await open()
  await save(own, report({ agency: EDU, year: 2021, numbers: footing(4) }), fileOf('own'))
  return { own, shared, edu: agencyId(EDU) }
}

describe('merging a hostile file, in Chromium', () => {
  it('takes no report whose rows are none, and nothing that it claims of one’s own', async () => {
    const { own, shared, edu } = await two()
    value(await saveView(own, VIEW))
    value(await createDeck(own, { name: '例会', items: [figure] }))
    const [mine] = await own.db.reports.toArray()
    const [deck] = await own.db.decks.toArray()
    const [item] = await own.db.deckItems.toArray()
    const [view] = await own.db.views.toArray()
    const [head] = await shared.db.reports.toArray()
    const [cells] = await shared.db.cells.toArray()
    if (!mine || !deck || !item || !view || !head || !cells) throw new Error('nothing to spoil')
    const id = (sign: string): string => sign.repeat(32)
    const hash = (sign: string): string => sign.repeat(64)
    const as = (sign: string, patch: object = {}): object => ({ ...head, id: id(sign), hash: hash(sign), ...patch })
    const withCell = (sign: string, cell: unknown): object => ({
      ...cells,
      report: id(sign),
      cells: { ...cells.cells, [TOTAL]: cell },
    })
    const place = { table: 1 }
    await spoil({
      agencies: [
        { ...(await shared.db.agencies.toArray())[0], id: '__proto__', name: '' },
        { ...(await shared.db.agencies.toArray())[0], id: 'constructor', name: '某市某局', kind: 'king' },
      ],
      reports: [
        as('1', { year: 3000 }),
        as('2', { id: 'x'.repeat(32) }),
        as('3', { agency: 'constructor' }),
        as('4'),
        as('5'),
        as('6', { source: { file: '../../etc/passwd', format: 'exe' } }),
        // The bytes of one’s own report, with another number.
        { ...head, id: mine.id, hash: mine.hash, agency: edu, year: 2021 },
      ],
      cells: [
        withCell('4', { value: '5', state: 'printed', raw: '', place }),
        withCell('5', { value: 5, state: 'unread', raw: '', place }),
        { ...cells, report: id('6') },
        { ...cells, report: mine.id },
      ],
      texts: [{ report: mine.id, title: null, sections: 'none' }],
      decisions: [
        {
          id: 'a',
          kind: 'correction',
          agency: edu,
          year: 2022,
          field: TOTAL,
          read: 5,
          from: 5,
          to: -1,
          reason: 'x',
          by: '',
          at: AT,
        },
        {
          id: 'b',
          kind: 'correction',
          agency: edu,
          year: 2021,
          field: TOTAL,
          read: 4,
          from: 4,
          to: 9,
          reason: ' ',
          by: '',
          at: AT,
        },
        {
          id: 'c',
          kind: 'correction',
          agency: edu,
          year: 2022,
          field: '__proto__',
          read: 5,
          from: 5,
          to: 1,
          reason: 'x',
          by: '',
          at: AT,
        },
        { id: `assignment:${mine.id}`, kind: 'assignment', report: mine.id, agency: edu, year: 2022, by: '', at: AT },
        {
          id: `accepted:${mine.hash}::x`,
          kind: 'accepted',
          hash: mine.hash,
          part: null,
          code: 'x',
          fields: [],
          read: {},
          by: '',
          at: AT,
        },
        { id: 'd', kind: 'king' },
      ],
      // Bytes that are not those of the hash.
      originals: [{ hash: head.hash, bytes: new TextEncoder().encode('other bytes') }],
      views: [
        { ...view, name: `${VIEW.name}\u0000<b>`, page: '../x' },
        { ...view, id: 'v2', name: '新视图' },
      ],
      decks: [{ ...deck, name: '别的' }],
      deckItems: [{ ...item, title: '改了' }],
    })
    const before = await everything(own)
    const done = await merge(own, shared)
    const after = await everything(own)
    expect(done.counts.reports).toMatchObject({ new: 1, same: 1, versions: 0, left: 6 })
    expect(done.counts.corrections.new).toBe(0)
    expect(done.lines.map(({ what, name }) => [what, name])).toEqual(
      expect.arrayContaining([
        ['damaged', 'agencies'],
        ['damaged', 'reports'],
        ['damaged', 'decisions'],
        ['read-otherwise', undefined],
      ]),
    )
    // All that was there is there as it was; what comes stands beside.
    for (const [table, rows] of Object.entries(before))
      for (const row of rows) expect(after[table], table).toContainEqual(row)
    expect(after['decisions']).toEqual([])
    expect(after['reports']).toHaveLength(2)
    expect(after['agencies']).toEqual(before['agencies'])
    expect(after['originals']).toEqual(before['originals'])
    expect((after['decks'] as { name: string }[]).map(({ name }) => name).sort()).toEqual(['例会', '别的'])
    expect(after['deckItems']).toHaveLength(2)
    expect(({} as Record<string, unknown>)['cells']).toBeUndefined()
  })

  it('gives a new agency no id that a name to come would have, and no name of one’s own', async () => {
    const { own, shared, edu } = await two()
    const [theirs] = await shared.db.agencies.toArray()
    const police = agencyId('临澜市公安局')
    const [head] = await shared.db.reports.toArray()
    await spoil({
      agencies: [
        {
          ...theirs,
          id: police,
          name: '洛川市水利局',
          aliases: ['临澜市教育局', '洛川水利'],
          region: '洛川市',
          parent: 'x2',
        },
        { ...theirs, id: 'x2', name: '洛川市人民政府', region: '洛川市', kind: 'government', parent: police },
      ],
      reports: [{ ...head, id: '7'.repeat(32), hash: '7'.repeat(64), agency: police }],
      cells: [{ ...(await shared.db.cells.toArray())[0], report: '7'.repeat(32) }],
    })
    const looked = await preview(own, shared)
    const done = await merge(own, shared)
    expect(done).toEqual(looked)
    const water = (await own.db.agencies.toArray()).find(({ name }) => name === '洛川市水利局')
    const city = (await own.db.agencies.toArray()).find(({ name }) => name === '洛川市人民政府')
    expect(water).toMatchObject({ id: agencyId('洛川市水利局'), aliases: ['洛川水利'], parent: city?.id })
    // Not each the other’s: one of the two goes without.
    expect(city).toMatchObject({ id: agencyId('洛川市人民政府'), parent: null })
    const filed = await own.db.reports.toArray()
    expect(filed.map(({ agency }) => agency).sort()).toEqual([edu, edu, water?.id ?? ''].sort())
    // Whoever comes under the other name later is not taken for it.
    await save(own, report({ agency: '临澜市公安局', year: 2022, numbers: footing(1) }))
    expect((await own.db.agencies.get(police))?.name).toBe('临澜市公安局')
    await save(own, report({ agency: FIN, year: 2022, numbers: footing(1) }))
  })
})
