import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { QUESTION_PAGES } from '@/analysis/questions'
import { usePreferences } from '@/state/preferences'
import { agencyNames, chineseLeft, dropFilled, expectUsable, visitFilled } from './analysisFixtures'

beforeEach(async () => {
  localStorage.clear()
  await page.viewport(1366, 768)
})
afterAll(dropFilled)

const drawn = (): number => document.querySelectorAll('main figure svg').length
const figures = (): number => document.querySelectorAll('main figure').length

describe('the pages of questions in a browser', () => {
  test('can be used by everybody, in both themes, on a desk and a phone, and are English to the last word', async () => {
    const { screen, router, pinia } = await visitFilled('/ask/volumes')
    const preferences = usePreferences(pinia)
    const names = await agencyNames()
    for (const { id, name, figures: asked } of QUESTION_PAGES) {
      preferences.setLanguage('zh')
      await router.push({ name: 'question', params: { question: id } })
      await expect.element(screen.getByRole('heading', { level: 1, name: name.zh })).toBeVisible()
      const ready = async (): Promise<void> => {
        await expect.poll(() => drawn() / Math.max(1, figures())).toBe(1)
      }
      await expect.poll(() => figures() + document.querySelectorAll('.nothing').length).toBe(asked.length)
      await expectUsable(pinia, name.zh, ready)
      preferences.setLanguage('en')
      await expect.element(screen.getByRole('heading', { level: 1, name: name.en })).toBeVisible()
      await expect.poll(() => chineseLeft(names), { message: name.en }).toEqual([])
    }
  })

  test('take the filter along from one question to the next, and keep it in the address', async () => {
    const { screen, router } = await visitFilled('/ask/volumes?years=2023-2024')
    await expect.element(screen.getByRole('heading', { name: /^受理申请，2023–2024 年$/u })).toBeVisible()
    await screen.getByRole('link', { name: '结果如何', exact: true }).click()
    await expect.element(screen.getByRole('heading', { name: /^办理结果，2023–2024 年$/u })).toBeVisible()
    expect(router.currentRoute.value.query).toEqual({ years: '2023-2024' })
    expect(router.currentRoute.value.params).toEqual({ question: 'outcomes' })
  })

  test('show their keys where one is, and say no longer that a note was added once Z has taken it back', async () => {
    const { screen } = await visitFilled('/ask/volumes')
    const lead = screen.getByRole('figure').first()
    await expect.element(lead.getByRole('img').first()).toBeVisible()
    await userEvent.keyboard('?')
    const help = screen.getByRole('region', { name: '图的按键' })
    await expect.element(help).toBeVisible()
    expect(document.documentElement.scrollHeight).toBeGreaterThan(window.innerHeight * 2)
    expect(help.element().getBoundingClientRect().bottom).toBeLessThanOrEqual(window.innerHeight)
    await userEvent.keyboard('?')
    await expect.poll(() => help.query()).toBe(null)

    await lead.getByRole('img').first().hover()
    await userEvent.keyboard('n')
    await lead.getByRole('textbox').fill('2023年机构改革')
    await lead.getByRole('button', { name: '存下' }).click()
    const said = lead.getByText('已加注，只在这张图上。')
    await expect.element(said).toBeVisible()
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    await userEvent.keyboard('z')
    await expect.element(screen.getByText('已撤销：加注记“2023年机构改革”。')).toBeVisible()
    await expect.poll(() => said.query()).toBe(null)
  })

  test('mark a year in the other figures while it is pointed at, by the pointer and by the keys', async () => {
    const { screen } = await visitFilled('/ask/outcomes')
    const lead = screen.getByRole('group', { name: /^办理结果，2022–2024/u })
    await expect.element(lead).toBeVisible()
    const trend = screen.getByRole('figure').filter({ hasText: '无法提供率，2022–2024' })
    await expect.element(trend.getByRole('img').first()).toBeVisible()
    const marks = (): number => trend.element().querySelectorAll('.mark').length
    expect(marks()).toBe(0)
    ;(lead.element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowDown}')
    await expect.poll(marks).toBeGreaterThan(0)
    await userEvent.keyboard('{Escape}')
    await expect.poll(marks).toBe(0)
    await lead.hover({ position: { x: 300, y: 60 } })
    await expect.poll(marks).toBeGreaterThan(0)
    await screen.getByRole('heading', { level: 1 }).hover()
    await expect.poll(marks).toBe(0)
  })

  test('of agencies by years mark as the others do, in table, bars and lines, and open the cell', async () => {
    const { screen, router } = await visitFilled('/compare?figure=rate.opened&least=0')
    const button = screen.getByRole('button', { name: '临澜市财政局' }).first()
    await button.click()
    const lines = screen.getByRole('group', { name: /图中各处/u }).first()
    await expect.element(lines).toBeVisible()
    const cell = (year: number): HTMLElement => {
      const found = document.querySelector<HTMLElement>(`tr.chosen td[data-year="${String(year)}"]`)
      if (!found) throw new Error('no such cell')
      return found
    }
    const marks = (): number => lines.element().querySelectorAll('.mark').length
    const lit = (): number => document.querySelectorAll('td.marked').length
    await userEvent.hover(cell(2023))
    // Its point, and the column of its year.
    await expect.poll(marks).toBe(2)
    expect(lit()).toBe(1)
    await screen.getByRole('heading', { level: 1 }).hover()
    await expect.poll(marks).toBe(0)
    ;(lines.element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowDown}')
    // A year: its column.
    await expect.poll(lit).toBeGreaterThan(3)
    await userEvent.keyboard('{Escape}')
    await expect.poll(lit).toBe(0)
    await userEvent.click(cell(2023))
    await expect.poll(() => router.currentRoute.value.name).toBe('report')
    expect(router.currentRoute.value.params).toMatchObject({ year: '2023' })
  })

  test('go down from all to an agency and its report, and the way back is that of the browser', async () => {
    const { screen, router } = await visitFilled('/ask/volumes')
    const ranking = screen.getByRole('group', { name: /^各机关.*，2024 年/u }).first()
    await expect.element(ranking).toBeVisible()
    ;(ranking.element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowDown}')
    await expect.poll(() => document.querySelectorAll('.mark').length).toBeGreaterThan(0)
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => router.currentRoute.value.name).toBe('report')
    expect(router.currentRoute.value).toMatchObject({
      params: { year: '2024' },
      query: { cell: 'requests.received.total' },
    })
    await expect.element(screen.getByRole('dialog', { name: /本年新收/u })).toBeVisible()
    router.back()
    await expect.poll(() => router.currentRoute.value.fullPath).toBe('/ask/volumes')
    await expect.element(ranking).toBeVisible()
  })

  test('tell of the year that is looked at, against the one that it is set against, in every figure', async () => {
    const { screen, router } = await visitFilled('/ask/volumes')
    const said = (): string => document.querySelector('main figure')?.textContent ?? ''
    await expect.poll(said).toContain('2024 年受理')
    await screen.getByRole('combobox', { name: '所看年份' }).selectOptions('2023')
    await expect.poll(said).toMatch(/2023 年受理.*2022 年/u)
    await screen.getByRole('combobox', { name: '对比年份' }).selectOptions('2024')
    await expect.poll(said).toMatch(/2023 年受理.*2024 年/u)
    expect(router.currentRoute.value.query).toEqual({ at: '2023', from: '2024' })
    const ranking = screen.getByRole('figure').filter({ hasText: /^各机关.*，2023 年/u })
    await expect.element(ranking).toHaveTextContent('由 2023 年到 2024 年可比的 4 个机关')
  })

  test('say where nothing is selected who owed a report, on every kind of page', async () => {
    const { router } = await visitFilled('/ask/volumes?years=2021')
    for (const path of ['/ask/volumes', '/', '/compare']) {
      await router.push(`${path}?years=2021`)
      await expect
        .poll(() => document.querySelector('main .notice')?.textContent, { message: path })
        .toMatch(/没有年报。.*临澜市财政局：2021 年应报未报。/u)
    }
  })

  test('look at the agency that is picked out, by the keys in the list and in the picture', async () => {
    const { screen, router } = await visitFilled('/ask/outliers')
    const lead = (): string => document.querySelector('main figure')?.textContent ?? ''
    await expect.poll(lead).toContain('未突出机关，取受理申请最多的一个')
    expect(lead()).toContain('临澜市民政局 2024 年')
    ;(screen.getByRole('button', { name: /^突出/u }).element() as HTMLElement).focus()
    await userEvent.keyboard('{Enter}')
    await expect.element(screen.getByRole('option', { name: /财政局/u })).toBeVisible()
    await userEvent.keyboard('{ArrowDown}{Enter}{Escape}')
    await expect.poll(lead).toMatch(/临澜市(?:教育|财政|公安)局 2024 年/u)
    expect(lead()).not.toContain('未突出机关')
    const panels = screen.getByRole('group', { name: /^各机关.*，2022–2024 年/u }).last()
    ;(panels.element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowDown}{Enter}')
    // The one that the picture leads down to is looked at alone, still among its like.
    await expect.poll(() => router.currentRoute.value.query['agencies']).toBeDefined()
    await expect.poll(lead).toMatch(/临澜市..局与同类 3 个机关/u)
  })
})
