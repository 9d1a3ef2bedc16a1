import Dexie from 'dexie'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Report } from '@/report/report'
import { announce } from '@/state/changes'
import { databaseOf } from '@/state/openDatabases'
import { listAgencies } from '@/store/agencies'
import { DATABASES } from '@/store/db'
import { declareNil, withdrawNil } from '@/store/memberWords'
import { visit, violations } from './app'
import { dropAll, footing, open as openStore, report, save, value } from './storeFixtures'

/** Names of the agencies in the matrix. */
function listed(): string[] {
  return [...document.querySelectorAll('tbody tr:not(.group) th a')].map((name) => name.textContent)
}

const dated = (draft: Report, published: string): Report => ({ ...draft, published })
const EDUCATION = '临澜市教育局'
const WATER = '临澜市水利局'

beforeAll(async () => {
  await Dexie.delete(DATABASES.real)
  const store = await openStore(DATABASES.real)
  const file = async (agency: string, year: number, published: string, received = year - 2000): Promise<void> => {
    const numbers = { ...footing(year - 2000), 'requests.received.total': received }
    await save(
      store,
      dated(report({ agency, year, numbers, file: `${agency}${String(year)}-${String(received)}.docx` }), published),
    )
  }
  await file(EDUCATION, 2022, '2023-01-20')
  await file(EDUCATION, 2023, '2024-02-05')
  await file(WATER, 2022, '2023-01-25', 99)
  await file(WATER, 2022, '2023-01-26', 98)
  store.db.close()
})
afterAll(async () => {
  await dropAll()
  await Dexie.delete(DATABASES.real)
})
beforeEach(async () => {
  localStorage.clear()
  sessionStorage.clear()
  await page.viewport(1366, 768)
})

describe('who has reported, in a browser', () => {
  test('the matrix says who came when, what is missing, wrong or issued anew, and leads there', async () => {
    const { screen, router } = await visit('/coverage')
    await expect.element(screen.getByText('2023 年应报 2 个：按期 0 个，迟报 1 个，未报 1 个')).toBeVisible()
    await expect
      .element(screen.getByRole('link', { name: `${EDUCATION} 2022 年：按期，2023-01-20 公布` }))
      .toBeVisible()
    await expect
      .element(
        screen.getByRole('link', {
          name: new RegExp(`^${WATER} 2022 年：按期，2023-01-26 公布，数不等 2 处，第 2 版，1 格与前版不同`, 'u'),
        }),
      )
      .toBeVisible()
    await expect.element(screen.getByRole('link', { name: /^报送\s*缺1$/u })).toBeVisible()
    expect(await violations()).toEqual([])
    await screen.getByRole('link', { name: `${WATER} 2022 年：不等2，看勾稽` }).click()
    await expect.element(screen.getByRole('heading', { name: /^总计列两边不等/u })).toBeVisible()
    expect(document.querySelectorAll('.finding-list .finding')).toHaveLength(2)
    await router.push('/coverage')
    await screen.getByRole('link', { name: `${WATER} 2022 年：第 2 版，看改动` }).click()
    await expect.poll(() => router.currentRoute.value.name).toBe('changes')
    await router.push('/coverage')
    await screen.getByRole('link', { name: `${WATER} 2023 年：未报，限期 2024-01-31` }).click()
    await expect.element(screen.getByText('缺。应于 2024-01-31 前公布。')).toBeVisible()
  })

  test('a nil return that is noted while the page is open is told in its cell, and above', async () => {
    const { screen } = await visit('/coverage')
    await expect.element(screen.getByRole('link', { name: `${WATER} 2023 年：未报，限期 2024-01-31` })).toBeVisible()
    const store = value(await databaseOf('real'))
    const water = (await listAgencies(store)).find(({ name }) => name === WATER)?.id ?? ''
    value(await declareNil(store, { agency: water, year: 2023 }, '张'))
    announce({ database: 'real', reports: [{ agency: water, year: 2023 }], agencies: false, rest: true })
    const cell = screen.getByRole('link', { name: `${WATER} 2023 年：未报，记为零申报，限期 2024-01-31` })
    await expect.element(cell).toHaveTextContent(/零申报$/u)
    await expect.element(screen.getByText(/未报的有 1 个记为零申报/u)).toBeVisible()
    value(await withdrawNil(store, { agency: water, year: 2023 }))
    announce({ database: 'real', reports: [{ agency: water, year: 2023 }], agencies: false, rest: true })
    await expect.element(screen.getByRole('link', { name: `${WATER} 2023 年：未报，限期 2024-01-31` })).toBeVisible()
  })

  test('what is looked for stands in the address', async () => {
    const { screen, router } = await visit('/coverage?only=late')
    await expect.poll(listed).toEqual([EDUCATION])
    await screen.getByRole('combobox', { name: '只看' }).selectOptions('未报')
    await expect.poll(listed).toEqual([WATER])
    expect(router.currentRoute.value.query).toMatchObject({ only: 'missing' })
    await router.push('/coverage?years=2022&only=missing')
    await expect.poll(listed).toEqual([])
    await router.push('/coverage?by=kind')
    await expect.element(screen.getByRole('rowheader', { name: '部门 2 个机关' })).toBeVisible()
    await screen.getByRole('button', { name: '文字' }).click()
    await expect
      .element(screen.getByRole('textbox', { name: '报送情况（文字）' }))
      .toHaveValue(
        expect.stringContaining(`2023 年度应报 2 个：按期 0 个，迟报 1 个（${EDUCATION}），未报 1 个（${WATER}）。`),
      )
    expect(await violations()).toEqual([])
  })

  test('a deadline that is set otherwise makes the late report one in time, and back', async () => {
    const { screen, router } = await visit('/settings')
    const departments = screen.getByRole('group', { name: '部门和其他机关' })
    await departments.getByRole('combobox', { name: '月：部门和其他机关' }).selectOptions('3 月')
    await expect.element(departments.getByRole('button', { name: '恢复默认：部门和其他机关' })).toBeVisible()
    const jump = screen.getByRole('textbox', { name: '两年相差的倍数 乡镇和街道' })
    await jump.fill('0')
    await userEvent.tab()
    await expect.element(jump).toHaveValue('1.1')
    expect(await violations()).toEqual([])
    await router.push('/coverage')
    await expect.element(screen.getByText('2023 年应报 2 个：按期 1 个，迟报 0 个，未报 1 个')).toBeVisible()
    await router.push('/settings')
    await departments.getByRole('button', { name: '恢复默认：部门和其他机关' }).click()
    await router.push('/coverage')
    await expect.element(screen.getByText('2023 年应报 2 个：按期 0 个，迟报 1 个，未报 1 个')).toBeVisible()
  })

  test('a letter is made on one agency, in the words and by the name that were typed', async () => {
    const made = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    const { screen } = await visit('/coverage')
    // Its numbers do not foot in 2022; of 2023 it has no report.
    await screen.getByRole('button', { name: `整改通知：${WATER}` }).click()
    const panel = screen.getByRole('region', { name: '整改通知' })
    await expect.element(panel.getByText(`致${WATER}，涉及 2022 年年报`)).toBeVisible()
    expect(await violations()).toEqual([])
    await panel.getByRole('textbox', { name: '发文机关（落款）' }).fill('临澜市人民政府办公室')
    await panel.getByRole('button', { name: '生成' }).click()
    const one = '已生成整改通知 1 份，共 2 个问题'
    await expect
      .element(panel.getByText(new RegExp(`${one}，催报通知 1 份，整改通知-[-0-9]+\\.zip`, 'u')))
      .toBeVisible()
    expect(made).toHaveBeenCalledOnce()
    await panel.getByText('过期未报的 1 份年报，同时出催报通知').click()
    await panel.getByRole('button', { name: '生成' }).click()
    await expect.element(panel.getByText(`${one}，整改通知-${WATER}-2022.docx`)).toBeVisible()
    expect(made).toHaveBeenCalledTimes(2)
    await panel.getByText('只写已确认的').click()
    await panel.getByRole('button', { name: '生成' }).click()
    await expect.element(panel.getByText('没有要写入的问题，未生成文件。')).toBeVisible()
    expect(made).toHaveBeenCalledTimes(2)
    made.mockRestore()
  })

  test('in English nothing runs into its neighbour or out of a phone, and marks are called by what they show', async () => {
    await page.viewport(390, 844)
    const { screen } = await visit('/coverage?letters=1')
    await screen.getByRole('button', { name: 'Switch to English' }).click()
    await expect.element(screen.getByRole('heading', { name: 'Coverage', level: 1 })).toBeVisible()
    expect(document.documentElement.scrollWidth).toBe(390)
    const cells = [...document.querySelectorAll<HTMLElement>('tbody td:not(.letter)')]
    expect(cells.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toEqual([])
    expect(await violations()).toEqual([])
    await screen.getByRole('button', { name: '切换为中文' }).click()
  })

  for (const theme of ['light', 'dark'])
    test(`axe finds nothing on a phone, ${theme}`, async () => {
      localStorage.setItem('gouji.theme', theme)
      await page.viewport(390, 844)
      const { screen } = await visit('/coverage?letters=1')
      await expect.element(screen.getByText(EDUCATION, { exact: true })).toBeVisible()
      expect(await violations()).toEqual([])
    })
})
