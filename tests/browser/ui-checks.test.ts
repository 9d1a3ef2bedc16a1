import Dexie from 'dexie'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { databaseOf } from '@/state/openDatabases'
import { correct } from '@/state/reportActions'
import { currentHeads } from '@/store/reading'
import { DATABASES } from '@/store/db'
import { visit, violations } from './app'
import { footing, report, save, value } from './storeFixtures'

const soon = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 20_000 })
/** Rules of the findings that are listed, in their order. */
const listed = (): string[] =>
  [...document.querySelectorAll('.finding-list .tag')].map(({ textContent }) => textContent.trim())
const current = (): string => document.querySelector('.finding.current')?.textContent.trim() ?? ''
const count = (): string => document.querySelector('.rail small.error')?.textContent ?? ''

beforeAll(async () => {
  await Dexie.delete(DATABASES.real)
  const store = value(await databaseOf('real'))
  await save(store, report({ agency: '临澜市教育局', numbers: { ...footing(12), 'requests.received.total': 21 } }))
  await save(store, report({ agency: '临澜市民政局', numbers: { ...footing(3), 'review.total': 1 } }))
})
afterAll(async () => {
  value(await databaseOf('real')).db.close()
  await Dexie.delete(DATABASES.real)
})
beforeEach(async () => {
  localStorage.clear()
  sessionStorage.clear()
  await page.viewport(1366, 768)
})

// One visit after the other over one database, as a person works.
describe('findings in a browser', () => {
  test('are decided by key, one after the other, and the last step is undone', async () => {
    const { screen, router } = await visit('/checks?severities=error')
    await soon(() => {
      expect(listed()).toEqual(['E1', 'E3', 'E4'])
    })
    await expect.element(screen.getByRole('heading', { name: /^总计列两边不等/u })).toBeVisible()
    expect([...document.querySelectorAll('.equation .sum')].map(({ textContent }) => textContent)).toEqual(['21', '12'])
    await expect.poll(() => document.querySelector('.worst')?.textContent.trim()).toBe('+9')
    expect(await violations()).toEqual([])

    await screen.getByRole('textbox', { name: '处理人' }).fill('张')
    await userEvent.keyboard('{Tab}')
    await screen.getByRole('button', { name: /^E3/u }).click()
    await userEvent.keyboard('k')
    expect(current()).toMatch(/^E1/u)
    await userEvent.keyboard('n')
    await expect.element(screen.getByText('1 条已列入整改通知。')).toBeVisible()
    // The next one takes its place.
    await soon(() => {
      expect(listed()).toEqual(['E3', 'E4'])
      expect(current()).toMatch(/^E3/u)
    })
    await userEvent.keyboard('s')
    await expect.element(screen.getByRole('textbox', { name: '搁置的理由' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect.element(screen.getByRole('alert')).toHaveTextContent('请写明理由')
    await userEvent.keyboard('合并统计{Enter}')
    await soon(() => {
      expect(listed()).toEqual(['E4'])
    })
    await userEvent.keyboard('z')
    await soon(() => {
      expect(listed()).toEqual(['E3', 'E4'])
    })
    await soon(() => {
      expect(count()).toBe('2')
    })
    await router.push('/checks?state=confirmed')
    await soon(() => {
      expect(listed()).toEqual(['E1'])
    })
    await expect.element(screen.getByText(/，张：确认，列入整改通知。/u)).toBeVisible()
  })

  test('come back as changed when a number among them does, and go when it is right', async () => {
    const { screen } = await visit('/checks?severities=error')
    await soon(() => {
      expect(listed()).toEqual(['E3', 'E4'])
    })
    const store = value(await databaseOf('real'))
    const head = (await currentHeads(store)).find(({ readAgency }) => readAgency === '临澜市教育局')
    const total = (to: number) =>
      correct('real', head?.id ?? '', { field: 'requests.received.total', to, reason: '核对', by: '' })
    value(await total(22))
    await soon(() => {
      expect(listed()).toEqual(['E1', 'E3', 'E4'])
    })
    await screen.getByRole('button', { name: /^E1/u }).click()
    await expect.element(screen.getByText(/总计：21 变为 22/u)).toBeVisible()
    expect(await violations()).toEqual([])
    value(await total(12))
    await soon(() => {
      expect(listed()).toEqual(['E4'])
    })
  })

  test('are filtered by the address, and dealt with many at once', async () => {
    const store = value(await databaseOf('real'))
    const head = (await currentHeads(store)).find(({ readAgency }) => readAgency === '临澜市教育局')
    value(await correct('real', head?.id ?? '', { field: 'requests.received.total', to: 30, reason: '核对', by: '' }))
    const { screen, router } = await visit('/checks?rules=E4&by=rule&state=all')
    await soon(() => {
      expect(listed()).toEqual(['E4'])
    })
    await screen.getByRole('button', { name: '清除' }).click()
    expect(router.currentRoute.value.query).toEqual({ by: 'rule' })
    await router.push('/checks?severities=error')
    await soon(() => {
      expect(listed()).toEqual(['E1', 'E3', 'E4'])
    })
    await screen.getByRole('button', { name: '批量处理' }).click()
    await userEvent.keyboard('x')
    await userEvent.keyboard('j')
    await userEvent.keyboard('j')
    await userEvent.keyboard('{Shift>}x{/Shift}')
    await expect.element(screen.getByText('已选 3 条')).toBeVisible()
    expect(await violations()).toEqual([])
    await userEvent.keyboard('c')
    await expect.element(screen.getByText(/3 条已记为机关已更正。/u)).toBeVisible()
    await soon(() => {
      expect(listed()).toEqual([])
    })
    await userEvent.keyboard('z')
    await soon(() => {
      expect(listed()).toEqual(['E1', 'E3', 'E4'])
    })
  })

  test('are ticked by mouse and grouped by mouse, and the keys go on as before', async () => {
    const { screen } = await visit('/checks?severities=error')
    await soon(() => {
      expect(listed()).toEqual(['E1', 'E3', 'E4'])
    })
    await screen.getByText('按规则').click()
    await userEvent.keyboard('x')
    await expect.element(screen.getByText('已选 1 条')).toBeVisible()
    const box = screen.getByRole('checkbox', { name: /E4/u })
    await box.click()
    await expect.element(screen.getByText('已选 2 条')).toBeVisible()
    await expect.element(box).toBeChecked()
    await userEvent.keyboard('s')
    await expect.element(screen.getByRole('textbox', { name: '搁置的理由' })).toHaveFocus()
    await userEvent.keyboard('{Escape}{Escape}')
  })

  test('that are all confirmed have left the list, and go into a letter all the same', async () => {
    const { screen } = await visit('/checks?severities=error&rules=E4')
    await soon(() => {
      expect(listed()).toEqual(['E4'])
    })
    await userEvent.keyboard('n')
    await soon(() => {
      expect(listed()).toEqual([])
    })
    await screen.getByRole('button', { name: '整改通知', exact: true }).click()
    const panel = screen.getByRole('region', { name: '整改通知' })
    await expect.element(panel.getByText('致临澜市民政局，涉及 2023 年年报')).toBeVisible()
    await expect.element(panel.getByRole('button', { name: '生成' })).toBeEnabled()
    await screen.getByRole('button', { name: '撤销' }).click()
    await soon(() => {
      expect(listed()).toEqual(['E4'])
    })
  })

  test('draw an equation whose places keep to their boxes, in long words and on a phone', async () => {
    await page.viewport(390, 844)
    const { screen } = await visit('/checks?severities=error&rules=E3')
    await screen.getByRole('button', { name: 'Switch to English' }).click()
    const wide = (): string[] =>
      [...document.querySelectorAll<HTMLElement>('.equation .term')]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ textContent }) => textContent)
    await expect.poll(() => document.querySelectorAll('.equation .term').length).toBe(7)
    await expect.element(screen.getByText(/^table 1, row/u).first()).toBeVisible()
    expect(wide()).toEqual([])
    expect(document.documentElement.scrollWidth).toBe(390)
    await screen.getByRole('button', { name: '切换为中文' }).click()
  })

  test('lead to the cell in the report and to the original, and the report lists them with what was said', async () => {
    const { screen, router } = await visit('/checks?severities=error&state=all')
    // The finding whole, and its report.
    const whole = async () => {
      await expect.element(screen.getByRole('link', { name: /^看原件/u })).toBeVisible()
    }
    await soon(() => {
      expect(listed()).toEqual(['E1', 'E3', 'E4'])
    })
    await whole()
    await userEvent.keyboard('t')
    await soon(() => {
      expect(router.currentRoute.value.name).toBe('report')
    })
    await expect.element(screen.getByRole('dialog', { name: /新收.*总计/u })).toBeVisible()
    await expect.element(screen.getByText(/数已变 · 确认，列入整改通知 · 张/u)).toBeVisible()
    router.back()
    await soon(() => {
      expect(listed()).toEqual(['E1', 'E3', 'E4'])
    })
    await whole()
    await userEvent.keyboard('e')
    await expect.element(screen.getByRole('textbox', { name: '改为' })).toHaveFocus()
    router.back()
    await soon(() => {
      expect(listed()).toEqual(['E1', 'E3', 'E4'])
    })
    await whole()
    await userEvent.keyboard('o')
    await soon(() => {
      expect(router.currentRoute.value.name).toBe('review')
    })
    expect(router.currentRoute.value.query['field']).toBe('requests.received.total')
  })
})
