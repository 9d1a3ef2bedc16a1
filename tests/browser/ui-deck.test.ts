import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { useDecks } from '@/state/decks'
import { databaseOf } from '@/state/openDatabases'
import { useNotes } from '@/state/pointNotes'
import { definitions } from '@/exports/datasetDefinitions'
import { usePreferences } from '@/state/preferences'
import type { NewItem } from '@/store/deckRows'
import { agencyNames, chineseLeft, dropFilled, expectUsable, visitFilled } from './analysisFixtures'

beforeEach(async () => {
  localStorage.clear()
  await page.viewport(1366, 768)
})
afterAll(dropFilled)

const figures = (): Element[] => [...document.querySelectorAll('main figure')]
const drawn = (): number => figures().filter((figure) => figure.querySelector('svg, table, .numbers')).length

describe('the deck in a browser', () => {
  test('empty, full and on paper it can be used by everybody, and is English to the last word', async () => {
    const { screen, router, pinia } = await visitFilled('/deck')
    const preferences = usePreferences(pinia)
    preferences.setLanguage('en')
    const names = await agencyNames()
    await expect.element(screen.getByRole('heading', { name: 'The deck is empty' })).toBeVisible()
    await expectUsable(pinia, 'empty', async () => {
      await expect.element(screen.getByRole('button', { name: 'Make the deck' })).toBeVisible()
    })
    expect(chineseLeft(names)).toEqual([])

    await screen.getByRole('button', { name: 'Make the deck' }).click()
    // The section that it begins with has nothing to look at.
    await expect.element(screen.getByText(/^Item 2 of \d+$/u)).toBeVisible()
    await userEvent.keyboard('jj')
    await expect.poll(drawn).toBe(1)
    await expectUsable(pinia, 'deck', async () => {
      await expect.poll(drawn).toBe(1)
    })
    expect(chineseLeft(names)).toEqual([])

    await router.push('/deck/print')
    await expect.poll(() => figures().length).toBeGreaterThan(8)
    await expectUsable(pinia, 'on paper', async () => {
      await expect.poll(drawn).toBe(figures().length)
    })
    // A table that one sheet has no room for has title, heads and source on each, and no sheet is overfull.
    const tables = [...document.querySelectorAll('.sheet')].filter((sheet) => sheet.querySelector('table'))
    const titles = tables.map((sheet) => sheet.querySelector('h2')?.textContent ?? '')
    expect(titles.filter((title) => title.endsWith(' (continued)')).length).toBeGreaterThan(0)
    for (const sheet of tables) {
      expect(sheet.querySelectorAll('thead tr')).toHaveLength(1)
      expect(sheet.textContent).toContain('Source')
      expect(sheet.querySelector('table')?.getBoundingClientRect().bottom ?? 0).toBeLessThan(
        sheet.querySelector('.foot')?.getBoundingClientRect().top ?? 0,
      )
    }
    // So has the appendix, and pages are counted from the cover.
    const appendix = [...document.querySelectorAll('.sheet.method')]
    expect(appendix.length).toBeGreaterThan(1)
    for (const sheet of appendix) {
      expect(sheet.querySelector('h2')?.textContent).toMatch(/^Appendix/u)
      expect([...sheet.querySelectorAll('li')].at(-1)?.getBoundingClientRect().bottom ?? 0).toBeLessThan(
        sheet.querySelector('.foot')?.getBoundingClientRect().top ?? 0,
      )
    }
    const count = document.querySelectorAll('.sheet').length
    expect(appendix.at(-1)?.querySelector('.foot span:last-child')?.textContent).toBe(String(count))
    // The documents that definitions come from are cited as they are called.
    const cited = definitions('en').map(({ source }) => source)
    expect(chineseLeft([...names, ...cited])).toEqual([])

    await router.push('/deck/present')
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}')
    await expectUsable(pinia, 'on the wall', async () => {
      await expect.poll(drawn).toBe(1)
    })
    expect(chineseLeft(names)).toEqual([])
    expect(document.querySelector('main')?.getBoundingClientRect().height).toBe(window.innerHeight)
    // A phone held upright reads it in letters of a page, the figure over its whole width.
    await page.viewport(390, 844)
    await expect
      .poll(() => getComputedStyle(document.querySelector('.sheet .within') ?? document.body).fontSize)
      .toBe('15px')
    await expect
      .poll(() => document.querySelector('.sheet svg')?.getBoundingClientRect().width ?? 0)
      .toBeGreaterThan(340)
    await page.viewport(1366, 768)
    await userEvent.keyboard('{Escape}')
    await expect.element(screen.getByRole('link', { name: 'Present' })).toBeVisible()
    await expect.poll(drawn).toBe(1)
  })

  test('takes a chart, a table, sentences, numbers and one cell by one key from where they are seen', async () => {
    const { screen, router, pinia } = await visitFilled('/coverage')
    const decks = useDecks(pinia)
    const last = () => decks.current?.items.at(-1)
    const until = async (count: number, shape: object) => {
      await expect.poll(() => decks.current?.items.length ?? 0).toBe(count)
      expect(last()).toMatchObject(shape)
    }
    await decks.load()
    const before = decks.current?.items.length ?? 0
    const steps: readonly (readonly [string, RegExp | null, string, object])[] = [
      ['/coverage', null, 'p', { form: 'chart', question: { kind: 'coverage' } }],
      ['/checks', null, 'p', { form: 'chart', question: { kind: 'problems' } }],
      ['/ask/outcomes', /^办理结果.*数字$/u, 'p', { form: 'table', question: { kind: 'outcomes' } }],
      ['/ask/outcomes', /^办理结果，[^：]*$/u, 'r', { form: 'reading', question: { kind: 'outcomes' } }],
      ['/compare', /公开率/u, 'p', { form: 'chart', question: { kind: 'compare' } }],
      ['/', /^受理申请/u, 'p', { form: 'chart', question: { kind: 'volumes' } }],
    ]
    for (const [at, [route, heading, key, shape]] of steps.entries()) {
      await router.push(route)
      if (heading) await userEvent.hover(screen.getByRole('heading', { name: heading, level: 2 }).first())
      else await expect.element(screen.getByRole('button', { name: '入会议夹', exact: true }).first()).toBeVisible()
      await userEvent.keyboard(key)
      await until(before + at + 1, { kind: 'figure', ...shape })
    }

    const agency = (await agencyNames())[0] ?? ''
    const store = await databaseOf('real')
    if (!store.ok) throw new Error(store.error.reason)
    const { id } = (await store.value.db.agencies.where('name').equals(agency).first()) ?? { id: '' }
    await router.push(`/reports/${id}/2024?cell=requests.granted.total`)
    await expect.element(screen.getByRole('button', { name: '入会议夹' })).toBeVisible()
    await userEvent.keyboard('p')
    await until(before + steps.length + 1, { kind: 'text' })
    const item = last()
    const words = item?.kind === 'text' ? [item.title, ...item.lines].join('\n') : ''
    for (const said of [`${agency} 2024 年`, '予以公开', `${agency}2024.docx`, '不随数据更新'])
      expect(words).toContain(said)
  })

  test('frozen, it keeps the notes of then and takes none of later; following, it has those of now', async () => {
    const { screen, pinia } = await visitFilled('/deck')
    const [decks, notes] = [useDecks(pinia), useNotes(pinia)]
    const asked = {
      question: { kind: 'volumes', query: {} },
      title: null,
      lines: null,
      seen: { columns: [], rows: [] },
    }
    await decks.create({ name: '批注', items: [{ kind: 'figure', form: 'chart', ...asked }] })
    const then = await notes.add({ mark: { year: 2023 }, text: '机构改革' })
    if (!then.ok) throw new Error('no note')
    await expect.element(screen.getByText('¹ 机构改革。')).toBeVisible()
    await screen.getByRole('button', { name: '固定数据' }).click()
    await expect.element(screen.getByText(/^数据固定于/u)).toBeVisible()

    await notes.remove(then.value.id)
    await notes.add({ mark: { year: 2024 }, text: '后来写的' })
    await expect.poll(() => notes.list?.map(({ text }) => text)).toEqual(['后来写的'])
    await expect.element(screen.getByText('¹ 机构改革。')).toBeVisible()
    expect(document.body.textContent).not.toContain('后来写的')

    await screen.getByRole('button', { name: '随数据更新' }).click()
    await expect.element(screen.getByText('¹ 后来写的。')).toBeVisible()
    expect(document.body.textContent).not.toContain('机构改革。')
  })

  test('a figure whose kept numbers are damaged says so in its place, and the others stand', async () => {
    const { screen, pinia } = await visitFilled('/deck')
    const decks = useDecks(pinia)
    const figure = (kind: string): NewItem => ({
      kind: 'figure',
      form: 'table',
      question: { kind, query: {} },
      title: null,
      lines: null,
      seen: { columns: [], rows: [] },
    })
    await decks.create({ name: '损坏', items: [figure('settledTrend'), figure('ranking')] })
    await screen.getByRole('button', { name: '固定数据' }).click()
    await expect.element(screen.getByText(/^数据固定于/u)).toBeVisible()
    const deck = decks.current
    const answers = deck && (await decks.answers(deck.id))
    if (!answers) throw new Error('no answers')
    const bad = Object.entries(answers).map(([question, answer]): [string, unknown] =>
      question.includes('rate.settled') ? [question, { ...(answer as object), groups: [{}] }] : [question, answer],
    )
    await decks.freeze(deck.id, Object.fromEntries(bad))
    await expect.element(screen.getByText(/没有做成：会议夹里留存的数在 groups\.0\.\S+ 处/u)).toBeVisible()
    await userEvent.keyboard('j')
    await expect.poll(drawn).toBe(1)
  })
})
