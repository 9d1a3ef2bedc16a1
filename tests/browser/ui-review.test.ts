import Dexie from 'dexie'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { dirtOf } from '@/sample/dirt'
import { sampleFiles } from '@/sample/sampleFiles'
import { useImporting } from '@/state/importing'
import { databaseOf } from '@/state/openDatabases'
import { useReports } from '@/state/reports'
import { useStoreSettings } from '@/state/storeSettings'
import { DATABASES } from '@/store/db'
import glued from '../fixtures/reports/glued-police-2021.txt?raw'
import { visit, violations } from './app'
import { value } from './storeFixtures'

const city = { agencies: 2, years: [2023], seed: 'reviewed', formats: ['html'], zipped: false } as const

/** Two damaged documents: digits with a space between them in each. */
function damaged(): File[] {
  const spaced = dirtOf('spaced-digits')
  return [...sampleFiles({ ...city, dirt: spaced ? [spaced] : [] })].map(
    ({ path, bytes }) => new File([new Uint8Array(bytes)], path.replace(/^.*\//u, '')),
  )
}

async function open(path: string) {
  const { screen, router, pinia } = await visit(path)
  const reports = useReports(pinia)
  await reports.load()
  const openIssues = (): number[] => (reports.lines ?? []).map(({ head }) => head.counts.issues).sort()
  return { screen, router, reports, openIssues, importing: useImporting(pinia), settings: useStoreSettings(pinia) }
}

const soon = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 20_000 })
const hit = (): string =>
  document.querySelector('.source-view td.current, .source-view mark.current')?.textContent.trim() ?? ''

// The page opens its own database, which other files of this run use too.
beforeAll(() => Dexie.delete(DATABASES.real))
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
describe('reviewing in a browser', () => {
  test('goes through damaged reports by keys alone; what was settled stays so when the same bytes come again', async () => {
    const { screen, router, openIssues, importing } = await open('/import')
    await importing.addFiles(damaged())
    await soon(() => {
      expect(openIssues()).toEqual([1, 1])
    })
    await screen.getByRole('button', { name: '逐份核对 2' }).click()
    await expect.element(screen.getByText('第 1 / 2 份')).toBeVisible()
    // The damaged figure is marked in the original, beside what was read.
    await soon(() => {
      expect(hit()).toMatch(/\d\s+\d/u)
    })
    await expect.element(screen.getByRole('region', { name: '原件' })).toBeVisible()
    expect(document.querySelector('.read .selected')?.textContent).toContain('修')
    expect(await violations()).toEqual([])

    await userEvent.keyboard('a')
    await expect.element(screen.getByText('已认可。 这份已核对完毕。')).toBeVisible()
    expect(document.querySelector('.read td.repaired')?.textContent).toContain('修核')
    await userEvent.keyboard('u')
    await expect.element(screen.getByText('已撤销。')).toBeVisible()
    await expect.poll(() => document.querySelector('.read .selected')?.textContent).not.toContain('核')
    await userEvent.keyboard('a')
    await expect.element(screen.getByText('已认可。 这份已核对完毕。')).toBeVisible()

    await userEvent.keyboard('n')
    await expect.element(screen.getByText('第 2 / 2 份')).toBeVisible()
    await soon(() => {
      expect(hit()).toMatch(/\d\s+\d/u)
    })
    // While a number is typed, letters are letters and Enter saves.
    await userEvent.keyboard('c')
    await expect.element(screen.getByRole('textbox', { name: '改为' })).toHaveFocus()
    await userEvent.keyboard('123')
    await expect.element(screen.getByRole('textbox', { name: '理由' })).toHaveValue('核对原件')
    await userEvent.keyboard('{Enter}')
    await expect.element(screen.getByText(/已更正：.*改为 123。/u)).toBeVisible()
    // The form is gone; the keyboard is where what is left can be done.
    await expect.poll(() => document.activeElement?.closest('.work')).toBeTruthy()
    await soon(() => {
      expect(openIssues()).toEqual([0, 0])
    })

    await router.push('/import')
    await importing.addFiles(damaged())
    await soon(() => {
      expect(
        importing.lines.slice(2).map(({ result }) => [result.kind, 'issues' in result && result.issues.warning]),
      ).toEqual([
        ['unchanged', 0],
        ['unchanged', 0],
      ])
    })
    expect(openIssues()).toEqual([0, 0])
    await expect.element(screen.getByRole('button', { name: /逐份核对/u })).not.toBeInTheDocument()
  })

  test('leads from a cell of the report to its spot in the original and back, by keyboard and by pointer', async () => {
    const { screen, router, reports } = await open('/settings')
    const agency = reports.lines?.[0]?.agency.id ?? ''
    await router.push({ name: 'report', params: { agency, year: 2023 } })
    const cell = screen.getByRole('button', { name: /^一、本年新收.*总计/u })
    await expect.element(cell).toBeVisible()
    const shown = cell.element().textContent.trim()
    await cell.click()
    await expect.element(screen.getByRole('dialog')).toBeVisible()
    await userEvent.keyboard('o')
    await expect.poll(() => router.currentRoute.value.name).toBe('review')
    await soon(() => {
      expect(hit()).toBe(shown)
    })
    // From a cell of the original to the field that it gave.
    const other = [...document.querySelectorAll<HTMLElement>('.source-view td.read')].find(
      (one) => !one.classList.contains('current') && one.textContent.trim() !== '0',
    )
    other?.click()
    await expect
      .poll(() => document.querySelector('.read .selected .number')?.textContent.trim())
      .toBe(other?.textContent.trim())
  })

  test('says that no copy was kept, takes the same file alone, and falls back to what reading noted', async () => {
    const { screen, router, reports, settings } = await open('/settings')
    await settings.forgetOriginals()
    const line = reports.lines?.find(({ head }) => head.counts.corrected === 0)
    await router.push({ name: 'review', params: { report: line?.head.id ?? '' } })
    await expect.element(screen.getByText(/没有保留这份原件的副本/u)).toBeVisible()
    await expect.element(screen.getByRole('region', { name: '原文' })).toBeVisible()
    await userEvent.upload(screen.getByLabelText('再选一次原件', { exact: true }), new File(['别的'], '别的.txt'))
    await expect.element(screen.getByText(/字节不同，没有采用/u)).toBeVisible()
    const own = damaged().find(({ name }) => line?.head.source.file.endsWith(name))
    await userEvent.upload(screen.getByLabelText('再选一次原件', { exact: true }), own ?? [])
    await expect.element(screen.getByRole('region', { name: '原件' })).toBeVisible()
    expect(document.querySelectorAll('.source-view td.read').length).toBeGreaterThan(100)
  })

  test('shows a text view by its lines, steps through the cells of an issue, and stays clear of long tasks', async () => {
    const tasks: number[] = []
    const { screen, router, reports, importing } = await open('/import')
    await importing.addFiles([new File([glued], 'glued.txt')])
    await soon(() => {
      expect(reports.lines).toHaveLength(3)
    })
    const line = reports.lines?.find(({ head }) => head.source.file === 'glued.txt')
    const issues = line?.head.counts.issues ?? 0
    expect(issues).toBeGreaterThan(20)
    const watching = new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map(({ duration }) => duration))
    })
    watching.observe({ entryTypes: ['longtask'] })
    await router.push({ name: 'review', params: { report: line?.head.id ?? '' } })
    await soon(() => {
      expect(document.querySelector('.source-text .line')).not.toBeNull()
      expect(document.querySelectorAll('.source-view .current').length).toBeGreaterThan(0)
    })
    const several = [...document.querySelectorAll<HTMLElement>('.issues button')].find((one) =>
      one.textContent.includes('连在一起'),
    )
    several?.click()
    await expect.poll(() => document.querySelectorAll('.fields button').length).toBeGreaterThan(1)
    const present = (): number =>
      [...document.querySelectorAll('.fields button')].findIndex((one) => one.hasAttribute('aria-current'))
    expect(present()).toBe(0)
    await userEvent.keyboard('l')
    await expect.poll(present).toBe(1)
    // What was typed for a cell is there when it is looked at again.
    await userEvent.keyboard('c')
    await userEvent.keyboard('77')
    document.querySelectorAll<HTMLElement>('.fields button')[0]?.click()
    await expect.element(screen.getByText(/^1 格写了更正，没有保存：/u)).toBeVisible()
    document.querySelectorAll<HTMLElement>('.fields button')[1]?.click()
    await expect.element(screen.getByText(/此格写了“77”，没有保存/u)).toBeVisible()
    await userEvent.keyboard('c')
    await expect.element(screen.getByRole('textbox', { name: '改为' })).toHaveValue('77')
    await userEvent.keyboard('{Escape}')
    await expect.element(screen.getByText(/没有保存/u)).not.toBeInTheDocument()
    await userEvent.keyboard('s')
    await expect.element(screen.getByText(/已认可。/u)).toBeVisible()
    await expect.poll(present).toBe(2)
    expect(document.querySelectorAll('.fields .settled')).toHaveLength(1)
    watching.disconnect()
    // The development build draws several times slower than the built app.
    expect(Math.max(0, ...tasks)).toBeLessThan(400)
    expect(await violations()).toEqual([])
  })

  test('takes issues of one kind in one table together by one key, and takes that back as one; after a reload they are found from the import', async () => {
    const { screen, reports, importing } = await open('/import')
    const [made] = sampleFiles({ ...city, agencies: 1, seed: 'alike', dirt: [] })
    const spaced = new TextDecoder().decode(made?.bytes).replace(/>(\d)(\d+)<\/p>/gu, '>$1 $2</p>')
    await importing.addFiles([new File([spaced], '同类.html')])
    const toReview = (): number =>
      reports.lines?.find(({ head }) => head.source.file === '同类.html')?.head.counts.toReview ?? 0
    await soon(() => {
      expect(toReview()).toBeGreaterThan(4)
    })
    const all = toReview()
    // Another visit: nothing of this one's list is left.
    await screen.unmount()
    sessionStorage.clear()
    const again = await open('/import')
    await expect.element(again.screen.getByRole('row', { name: /同类\.html.*处待核/u })).toBeVisible()
    await again.screen.getByRole('button', { name: /同类\.html/u }).click()
    await again.screen.getByRole('link', { name: '核对', exact: true }).click()
    await expect.element(again.screen.getByText(/^同类 \d+ 处$/u).first()).toBeVisible()
    const of = Number(/同类 (\d+) 处/u.exec(document.querySelector('.issues .group b')?.textContent ?? '')?.[1])
    expect(of).toBeGreaterThan(2)
    const count = (): number =>
      again.reports.lines?.find(({ head }) => head.source.file === '同类.html')?.head.counts.toReview ?? -1
    document.querySelector<HTMLElement>('.issues .group')?.click()
    await expect.poll(() => document.querySelectorAll('.issues .alike [aria-current]').length).toBe(1)
    await userEvent.keyboard('g')
    await soon(() => {
      expect(count()).toBe(all - of)
    })
    await userEvent.keyboard('u')
    await soon(() => {
      expect(count()).toBe(all)
    })
    expect(await violations()).toEqual([])
  })

  test('counts as left what waits for a person: a remark is told beside, and holds nobody up', async () => {
    const { screen, router, reports, importing } = await open('/import')
    const [made] = sampleFiles({ ...city, agencies: 1, seed: 'remarked', dirt: [] })
    const text = new TextDecoder().decode(made?.bytes)
    // One figure with a space in it is to be reviewed; that the last table is lacking is a remark.
    const spaced = text.replace(/>(\d)(\d+)<\/p>/u, '>$1 $2</p>')
    const lacking = spaced.slice(0, spaced.lastIndexOf('<table')) + spaced.slice(spaced.lastIndexOf('</table>'))
    await importing.addFiles([new File([lacking], '附注.html')])
    const counts = () => reports.lines?.find(({ head }) => head.source.file === '附注.html')?.head.counts
    await soon(() => {
      expect(counts()).toMatchObject({ issues: 2, toReview: 1 })
    })
    const id = reports.lines?.find(({ head }) => head.source.file === '附注.html')?.head.id ?? ''
    await router.push({ name: 'review', params: { report: id } })
    await expect.element(screen.getByText('还有 1 处待核').first()).toBeVisible()
    await expect.element(screen.getByText('另有 1 条附注')).toBeVisible()
    await soon(() => {
      expect(hit()).toMatch(/\d\s+\d/u)
    })
    await userEvent.keyboard('a')
    await expect.element(screen.getByText('已认可。 这份已核对完毕。')).toBeVisible()
    await expect.element(screen.getByText('没有待核的年报')).toBeVisible()
    await soon(() => {
      expect(counts()).toMatchObject({ issues: 1, toReview: 0 })
    })
    expect(await violations()).toEqual([])
  })
})
