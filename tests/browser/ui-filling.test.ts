import Dexie from 'dexie'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { useImporting } from '@/state/importing'
import { databaseOf } from '@/state/openDatabases'
import { useReports } from '@/state/reports'
import { useStoreSettings } from '@/state/storeSettings'
import type { CubeApi } from '@/workers/cubeApi'
import { connect } from '@/workers/rpc'
import { DATABASES } from '@/store/db'
import type { Store } from '@/store/db'
import { scanOf } from './scanFixture'
import { visit, violations } from './app'
import { value } from './storeFixtures'

const NAME = '临澜市水利局2023年政府信息公开工作年度报告.pdf'
const scan = (name = NAME): File => new File([scanOf(2)], name)

async function open(path: string) {
  const { screen, router, pinia } = await visit(path)
  return {
    screen,
    router,
    importing: useImporting(pinia),
    reports: useReports(pinia),
    settings: useStoreSettings(pinia),
  }
}

const worker = new Worker(new URL('../../src/workers/cube.worker.ts', import.meta.url), { type: 'module' })
const cube = connect<CubeApi>(worker)
/** What figures say of the requests received. */
async function received() {
  const query = { figures: ['requests.received.total' as const], groupBy: ['year' as const], where: {} }
  const result = value(await cube.call('query', { database: DATABASES.real, query }))
  return result.groups.map(({ key, figures }) => ({ year: key.year, ...figures['requests.received.total'] }))
}

const soon = (check: () => void | Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 20_000 })
const store = async (): Promise<Store> => value(await databaseOf('real'))
const cell = (field: string): HTMLInputElement => {
  const found = document.querySelector<HTMLInputElement>(`input[data-field="requests.${field}"]`)
  if (!found) throw new Error(`no cell ${field}`)
  return found
}
const at = (): string => document.activeElement?.getAttribute('data-field')?.replace('requests.', '') ?? ''

// The page opens its own database, which other files of this run use too.
beforeAll(() => Dexie.delete(DATABASES.real))
afterAll(async () => {
  cube.close()
  worker.terminate()
  // What the page shows follows the last change a moment later.
  await new Promise((resolve) => setTimeout(resolve, 600))
  ;(await store()).db.close()
  await Dexie.delete(DATABASES.real)
})
beforeEach(async () => {
  localStorage.clear()
  sessionStorage.clear()
  await page.viewport(1366, 768)
})

// One visit after the other over one database, as a person works.
describe('filling in a scan in a browser', () => {
  test('it is kept with its pages though originals are not, and its file’s name is only a proposal', async () => {
    const { screen, router, importing, settings } = await open('/import')
    await settings.set('keepOriginals', false)
    await importing.addFiles([scan()])
    await soon(() => {
      expect(importing.lines).toMatchObject([{ result: { kind: 'kept' } }])
    })
    const { db } = await store()
    expect(await db.originals.count()).toBe(1)
    expect(await db.agencies.count()).toBe(0)
    expect(await db.documents.toArray()).toMatchObject([
      { kind: 'scan', agency: null, year: null, readAgency: '临澜市水利局', readYear: 2023, pages: 2 },
    ])
    await expect.element(screen.getByText('扫描件，已保存，可对照页面录入')).toBeVisible()
    await screen.getByRole('link', { name: '对照页面录入' }).click()
    await soon(() => {
      expect(router.currentRoute.value.name).toBe('fill')
    })
    await expect.element(screen.getByLabelText('机关', { exact: true })).toHaveValue('临澜市水利局')
    // A year that no report has is refused in the page's own words.
    await screen.getByLabelText('年份', { exact: true }).fill('1815')
    await screen.getByRole('button', { name: '确定' }).click()
    await expect.element(screen.getByText(/^请填写 \d{4} 到 \d{4} 之间的年份。$/u)).toBeVisible()
    await screen.getByLabelText('年份', { exact: true }).fill('2023')
    await screen.getByRole('button', { name: '确定' }).click()
    await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('录入 临澜市水利局 2023')
    await soon(() => {
      expect(at()).toBe('received.natural')
    })
    expect(await db.reports.count()).toBe(0)
  })

  test('by keys as a spreadsheet is; what does not foot is told as it is typed, and nothing is lost by a reload', async () => {
    const { db } = await store()
    const [document] = await db.documents.toArray()
    const { screen } = await open(`/fill/${document?.id ?? ''}`)
    await soon(() => {
      expect(at()).toBe('received.natural')
    })
    await userEvent.keyboard('12{Enter}')
    expect(at()).toBe('carriedIn.natural')
    await userEvent.keyboard('/{ArrowUp}')
    expect(at()).toBe('received.natural')
    // A number typed into a filled cell takes its place; Escape gives it back.
    await userEvent.keyboard('99{Escape}')
    expect(cell('received.natural').value).toBe('12')
    await userEvent.keyboard('{Tab}')
    expect(at()).toBe('received.business')
    await userEvent.keyboard('3{ArrowRight}0{Tab}0{Tab}0{Tab}0{Tab}１６{Enter}')
    await expect.element(screen.getByText('E3', { exact: true })).toBeVisible()
    expect(cell('received.total').closest('td')?.classList).toContain('suspect')
    expect(await violations()).toEqual([])
    await userEvent.keyboard('{ArrowUp}15{Enter}')
    await expect.element(screen.getByText('已录的数没有不等之处。')).toBeVisible()
    // What is no number is not taken, and named.
    await userEvent.keyboard('1.5')
    expect(cell('carriedIn.total').getAttribute('aria-invalid')).toBe('true')
    await userEvent.keyboard('{PageDown}')
    await expect.element(screen.getByText('原件第 2 页，共 2 页')).toBeVisible()
    await userEvent.keyboard('{Escape}{ArrowDown}4{Enter}')
    await soon(async () => {
      const text = await db.documentTexts.get(document?.id ?? '')
      expect(text?.filling?.cells).toMatchObject({
        'requests.received.natural': { value: 12, page: 1 },
        'requests.carriedIn.natural': { value: null, page: 1 },
        'requests.received.total': { value: 15, page: 1 },
        'requests.granted.total': { value: 4, page: 2 },
      })
    })
  })

  test('what is no number stays as it was typed over a reload and a change of table, and is not among what is not filled in', async () => {
    const { db } = await store()
    const [document] = await db.documents.toArray()
    const path = `/fill/${document?.id ?? ''}`
    const first = await open(path)
    await soon(() => {
      expect(at()).toBe('received.natural')
    })
    await userEvent.keyboard('{ArrowRight}{ArrowRight}1x{Enter}')
    await soon(async () => {
      const text = await db.documentTexts.get(document?.id ?? '')
      expect(text?.filling?.texts).toEqual({ 'requests.received.research': '1x' })
      // Not even the 1 that it began with.
      expect(text?.filling?.cells).not.toHaveProperty(['requests.received.research'])
    })
    await first.screen.unmount()
    const { screen } = await open(path)
    await soon(() => {
      expect(cell('received.research').value).toBe('1x')
      expect(cell('received.research').getAttribute('aria-invalid')).toBe('true')
    })
    const tabs = screen.getByRole('navigation', { name: '表', exact: true })
    await tabs.getByRole('button').first().click()
    await expect.element(screen.getByText('，其中 1 格不是数')).toBeVisible()
    await screen.getByRole('button', { name: '录入完成，入库' }).click()
    await expect.element(screen.getByText('有 1 格的内容不是数，改正后再入库。')).toBeVisible()
    await tabs.getByRole('button').nth(1).click()
    cell('received.research').focus()
    await userEvent.keyboard('0{Enter}')
    await soon(async () => {
      const text = await db.documentTexts.get(document?.id ?? '')
      expect(text?.filling).toMatchObject({ texts: {}, cells: { 'requests.received.research': { value: 0 } } })
    })
  })

  test('is finished into a report whose numbers are a person’s, counts then, and comes back to the fill page', async () => {
    const { db } = await store()
    const [document] = await db.documents.toArray()
    const id = document?.id ?? ''
    const { screen, router, importing } = await open(`/fill/${id}`)
    await soon(() => {
      expect(cell('received.natural').value).toBe('12')
    })
    expect(cell('carriedIn.natural').value).toBe('/')
    cell('received.natural').focus()
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect.element(screen.getByRole('button', { name: '都记为空白，入库' })).toHaveFocus()
    await userEvent.keyboard('{Tab}{Enter}')
    await soon(() => {
      expect(router.currentRoute.value.name).toBe('report')
    })
    const head = await db.reports.get(id)
    expect(head).toMatchObject({ year: 2023, current: 1, source: { format: 'pdf', file: NAME }, hash: document?.hash })
    const row = await db.cells.get(id)
    expect(row?.cells['requests.received.total']).toEqual({ value: null, state: 'unread', raw: '', place: { page: 1 } })
    expect(row?.corrected).toMatchObject({ 'requests.received.total': 15, 'requests.carriedIn.natural': null })
    expect(Object.values(row?.cells ?? {}).every((one) => one?.state === 'unread')).toBe(true)
    const said = await db.decisions.where('kind').equals('correction').toArray()
    expect(new Set(said.map((one) => 'reason' in one && one.reason))).toEqual(new Set(['据扫描件录入']))
    expect(await db.documents.count()).toBe(0)
    await soon(() => {
      const shown = window.document.querySelector('button[data-field="requests.received.total"]')
      expect(shown?.textContent.trim()).toMatch(/15$/u)
      expect(shown?.closest('td')?.classList).toContain('corrected')
    })

    expect(await received()).toMatchObject([{ year: 2023, value: 15, states: { corrected: 1 } }])

    // The same bytes, under whatever name, are the report.
    await importing.addFiles([scan(), scan('另名.pdf')])
    await soon(() => {
      expect(importing.lines.map(({ result }) => result.kind)).toEqual(['unchanged', 'unchanged'])
    })

    // Going on: what is typed now is a correction at once.
    await screen.getByRole('link', { name: '继续录入' }).click()
    await soon(() => {
      expect(at()).toBe('received.natural')
    })
    await userEvent.keyboard('13{Enter}')
    await soon(async () => {
      expect((await db.cells.get(id))?.corrected['requests.received.natural']).toBe(13)
      const findings = await db.findings.where('report').equals(id).toArray()
      expect(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toContain('E3')
    })
  })
})
