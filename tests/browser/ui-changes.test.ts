import Dexie from 'dexie'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { databaseOf } from '@/state/openDatabases'
import { useReports } from '@/state/reports'
import { RegisterCopy } from '@/store/agencies'
import { DATABASES } from '@/store/db'
import { saveReport } from '@/store/saveReport'
import { visit } from './app'
import { fileOf, footing, report, value } from './storeFixtures'

beforeAll(() => Dexie.delete(DATABASES.real))
afterAll(async () => {
  value(await databaseOf('real')).db.close()
  await Dexie.delete(DATABASES.real)
})
beforeEach(() => page.viewport(1366, 768))

/** A report that was issued twice, with two other numbers and another sentence the second time. */
async function twoVersions() {
  localStorage.setItem('gouji.language', 'zh')
  const store = value(await databaseOf('real'))
  const older = report({ numbers: footing(12), text: '照旧。\n本年收到申请12件。' })
  const newer = report({
    numbers: { ...footing(12), 'requests.received.natural': 9, 'review.upheld': null },
    text: '照旧。\n本年收到申请9件。',
  })
  for (const read of [older, newer])
    value(await saveReport(store, await RegisterCopy.of(store), read, fileOf(JSON.stringify(read))))
  const { screen, router, pinia } = await visit('/reports')
  const reports = useReports(pinia)
  await reports.load()
  return { screen, router, agency: reports.lines?.[0]?.agency.id ?? '' }
}

test('two versions of a report are compared cell by cell and in the text, by keyboard from change to change', async () => {
  const { screen, router } = await twoVersions()
  await screen.getByRole('link', { name: '2 · 2 格改动' }).click()
  await expect
    .element(screen.getByText('与第 1 版相比：改动 2 格，其中 1 格所在的勾稽由平变不平；文字改动 1 处。').first())
    .toBeVisible()
  const cell = document.querySelector('td[data-field="requests.received.natural"]')
  expect(cell?.querySelector('del')?.textContent).toBe('12')
  expect(cell?.querySelector('ins')?.textContent).toBe('9')
  expect(cell?.querySelector('small')?.textContent).toBe('−3')
  expect(document.querySelector('td[data-field="review.upheld"] ins')?.textContent).toBe('空白')
  await userEvent.keyboard('n')
  expect(document.activeElement).toBe(cell)
  await userEvent.keyboard('nn')
  expect(document.activeElement?.tagName).toBe('DEL')
  expect(document.activeElement?.textContent).toContain('12')
  await userEvent.keyboard('p')
  expect(document.activeElement?.getAttribute('data-field')).toBe('review.upheld')
  const rows = document.querySelectorAll('table.form tbody tr').length
  await screen.getByRole('checkbox', { name: '只看改动' }).click()
  await vi.waitFor(() => {
    expect(document.querySelectorAll('table.form tbody tr').length).toBeLessThan(rows / 3)
  })
  expect(router.currentRoute.value.query).toMatchObject({ only: '1', newer: '2' })
  await screen.getByRole('button', { name: /一、本年新收.*自然人/u }).click()
  expect(document.activeElement?.getAttribute('data-field')).toBe('requests.received.natural')
})

test('a report with one version has nothing to compare, and says so', async () => {
  const { screen, router, agency } = await twoVersions()
  await router.push({ name: 'changes', params: { agency, year: 2022 } })
  await expect.element(screen.getByText('没有这份年报。')).toBeVisible()
})
