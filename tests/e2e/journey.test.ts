import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { readXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { download, expectAccessible, origin, test } from './app'
import type { App } from './app'
import { correct } from './corrections'
import { slideOf } from './slides'

const run = promisify(execFile)
const launcher = fileURLToPath(new URL('../../src/cli/launch.mjs', import.meta.url))
const seed = fileURLToPath(new URL('../fixtures/reports/bureau-2024.txt', import.meta.url))
const AGENCIES = 34
const REPORTS = AGENCIES * 6

let folder = ''
let samples: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-journey-'))
  const options = ['--agencies', String(AGENCIES), '--years', '2019-2024', '--seed', '7', '--format', 'txt,html,docx']
  await run(process.execPath, [launcher, 'gouji', 'sample', ...options, '--out', folder])
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  samples = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function importFiles({ page }: App, files: readonly string[], reports: number): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(files)
  await page.getByRole('button', { name: '全部', exact: false }).first().waitFor()
  await expect
    .poll(() => page.locator('table').first().getAttribute('aria-rowcount'), { timeout: 90_000, interval: 300 })
    .toBe(String(reports + 1))
  await page.getByRole('status').filter({ hasText: '份已读完' }).waitFor({ state: 'attached', timeout: 90_000 })
}

/** Text of a figure's table, opened. */
async function tableOf(page: Page, title: string): Promise<string> {
  const figure = page.locator('figure').filter({ has: page.getByRole('heading', { name: title }) })
  await figure.getByRole('button', { name: '表格', exact: true }).click()
  const text = await figure.getByRole('table').innerText()
  await figure.getByRole('button', { name: '图', exact: true }).click()
  return text
}

describe('from files to charts', () => {
  test('imports, charts, filters, shows where a number comes from, corrects it, keeps it, and hands everything out', async ({
    app,
  }) => {
    const { page } = app
    await app.open('#/import')
    await importFiles(app, [seed, ...samples], REPORTS + 1)
    await expectAccessible(page)

    // Charted.
    await app.open('#/')
    await page.getByRole('heading', { name: /^受理申请/ }).waitFor()
    await expect.poll(() => page.locator('figure svg, figure canvas').count()).toBeGreaterThan(5)
    const all = await tableOf(page, '受理申请')
    for (const year of ['2019', '2020', '2021', '2022', '2023', '2024']) expect(all).toContain(year)
    await expectAccessible(page)

    // Filtered by year, and the link restores the view.
    await page.goto(`${page.url().split('#')[0] ?? ''}#/?years=2023-2024`)
    await page.getByRole('heading', { name: /^受理申请，2023–2024/ }).waitFor()
    const some = await tableOf(page, '受理申请')
    expect(some).toContain('2024')
    expect(some).not.toContain('2019')
    // So does the link of a figure shown as its table.
    await page
      .locator('figure')
      .filter({ hasText: '受理申请' })
      .getByRole('button', { name: '表格', exact: true })
      .click()
    expect(page.url()).toContain('tables=volumes')
    await page.reload()
    await page.locator('figure').filter({ hasText: '受理申请' }).getByRole('table').waitFor()
    await page
      .locator('figure')
      .filter({ hasText: '受理申请' })
      .getByRole('button', { name: '图', exact: true })
      .click()
    await page.reload()
    await page.getByRole('heading', { name: /^受理申请，2023–2024/ }).waitFor()

    // Taken away.
    const volumes = page.locator('figure').filter({ has: page.getByRole('heading', { name: /^受理申请/ }) })
    await volumes.getByRole('button', { name: '另存' }).click()
    const png = await download(page, () => volumes.getByRole('button', { name: '幻灯片 PNG' }).click())
    expect(png.name).toMatch(/^受理申请.*\.png$/u)
    expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([1920, 1080])
    const svg = await download(page, () => volumes.getByRole('button', { name: 'SVG', exact: true }).click())
    expect(svg.bytes.toString('utf8')).toMatch(/^<svg[\s\S]*受理申请[\s\S]*来源/u)
    // A chart that the program edits; a picture where it has no such chart, as lines and as dots.
    const volumesSlide = await slideOf(page, /^受理申请/u)
    expect([volumesSlide.charts, volumesSlide.text]).toEqual([
      1,
      expect.stringMatching(/受理申请[\s\S]*来源[\s\S]*指纹 [0-9A-Z]{8}/u),
    ])
    expect(await slideOf(page, /^年报报送/u)).toMatchObject({ charts: 0, pictures: 2 })
    // The site is not https: there is no clipboard for pictures.
    const copied = await download(page, () => volumes.getByRole('button', { name: '复制', exact: true }).click())
    expect(copied.name).toMatch(/\.png$/u)
    await volumes.getByText('浏览器不允许复制图片').waitFor()
    const csv = await download(page, () => volumes.getByRole('button', { name: 'CSV', exact: true }).click())
    expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(csv.bytes.toString('utf8')).toContain('2024')

    // Where a number comes from.
    await app.open('#/reports?q=%E4%BA%91%E6%A0%96&year=2024')
    await page.locator('tbody a').first().click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    const cell = page.locator('[data-field="requests.granted.natural"]')
    await cell.waitFor()
    expect(await page.locator('tbody').innerText()).toContain('修')
    await expectAccessible(page)
    await cell.click()
    const origin = page.locator('.origin')
    await origin.getByText('bureau-2024.txt').waitFor()
    expect(await origin.innerText()).toContain('原文“0”')

    // The file itself, as it came.
    const original = await download(page, () => origin.getByRole('button', { name: '存原件' }).click())
    expect(original.name).toBe('bureau-2024.txt')
    expect(original.bytes).toEqual(await readFile(seed))

    // Corrected, with the reason, and still so after a reload.
    await page.keyboard.press('e')
    await origin.getByLabel('改为').fill('4')
    await origin.getByLabel('理由').fill('填报机关电话确认')
    await origin.getByRole('button', { name: '保存更正' }).click()
    await page.getByText('0 改为 4').first().waitFor()
    await page.reload()
    await expect.poll(() => cell.innerText()).toContain('4')
    await cell.click()
    await origin.getByText('填报机关电话确认').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByText('勾稽问题').first().innerText()).not.toContain('勾稽问题 0')

    // The same bytes again change nothing.
    await app.open('#/import')
    await page.locator('input[type=file]').first().setInputFiles([seed])
    await page.getByText('未改动').first().waitFor()

    // The whole data set.
    await app.open('#/settings')
    await expectAccessible(page)
    const xlsx = await download(page, () => page.getByRole('button', { name: /Excel|xlsx/i }).click())
    const book = await readXlsx(new Uint8Array(xlsx.bytes))
    expect(book.sheets.length).toBeGreaterThanOrEqual(3)
    const cells = book.sheets.flatMap(({ rows }) => rows.flat())
    expect(cells.filter((cell) => typeof cell === 'string' && cell.startsWith('改'))).toHaveLength(1)
  })

  test('another tab follows: what one imports and corrects, the other shows', async ({ app }) => {
    const { page } = app
    const other = await page.context().newPage()
    await other.goto(`${origin()}/#/`)
    await other.getByText('还没有年报').waitFor()
    await app.open('#/import')
    await importFiles(app, [seed], 1)
    await other.getByRole('heading', { name: /^受理申请，2024/ }).waitFor()
    const accepted = () => other.locator('.headlines li').filter({ hasText: '本年新收' }).locator('.value').innerText()
    expect(await accepted()).toMatch(/^0\s*件/u)
    await app.open('#/reports')
    await page.locator('tbody a').first().click()
    await correct(page, 'requests.received.total', '8')
    await expect.poll(accepted).toMatch(/^8\s*件/u)
  })

  test('names what is wrong with a bad file and lets the rest through', async ({ app }) => {
    const { page } = app
    await app.open('#/import')
    const docx = samples.find((name) => name.endsWith('.docx')) ?? ''
    const bytes = await readFile(docx)
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([
        { name: '空.docx', mimeType: '', buffer: Buffer.alloc(0) },
        { name: '图片.docx', mimeType: '', buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') },
        { name: '残.docx', mimeType: '', buffer: bytes.subarray(0, Math.floor(bytes.length / 2)) },
        { name: '<img src=x onerror=alert(1)>.txt', mimeType: '', buffer: Buffer.from('这不是年报。') },
        { name: '好.docx', mimeType: '', buffer: bytes },
      ])
    await expect.poll(() => page.locator('table').first().getAttribute('aria-rowcount')).toBe('6')
    await page.getByRole('status').filter({ hasText: '份已读完' }).waitFor({ state: 'attached' })
    const list = await page.locator('table').first().innerText()
    expect(list).toContain('<img src=x onerror=alert(1)>.txt')
    expect(list).toMatch(/好\.docx[\s\S]*2\d{3}/u)
  })
})

describe('the fictional city', () => {
  test('loads by one button, stands under its heads, is accessible in English, and goes on paper whole', async ({
    app,
  }) => {
    const { page } = app
    await app.open('')
    await page.getByRole('button', { name: '看示例城市' }).click()
    await page.getByRole('heading', { name: /^受理申请/ }).waitFor({ timeout: 60_000 })
    await app.open('#/compare?data=example')
    for (const width of [390, 1366]) {
      await page.setViewportSize({ width, height: 844 })
      const edges = await page
        .locator('main table')
        .first()
        .evaluate((table) => {
          const ends = (row: Element | null) =>
            [...(row?.querySelectorAll('.number') ?? [])].map((cell) => Math.round(cell.getBoundingClientRect().right))
          return [table.querySelector('thead tr:last-child'), ...table.querySelectorAll('tbody tr')]
            .slice(0, 3)
            .map(ends)
        })
      expect(edges[0]?.length).toBeGreaterThan(6)
      expect(edges[1], `whole under its heads at ${String(width)}`).toEqual(edges[0])
      expect(edges[2], `agency under its heads at ${String(width)}`).toEqual(edges[0])
    }
    await page.setViewportSize({ width: 1366, height: 768 })
    await app.open('#/reports?data=example')
    await page.locator('tbody a').first().click()
    await page.locator('[data-field]').first().waitFor()
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme })
      await expectAccessible(page)
    }
    await page.getByRole('button', { name: 'Switch to English' }).click()
    await page.getByRole('button', { name: /^Table 4/ }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: '切换为中文' }).click()

    // On paper: the definitions in tens of sheets, and lists whole from the first sheet on.
    const sheets = [
      ['definitions', '口径', 40],
      ['agencies', '机关', 3],
      ['reports', '年报', 10],
    ] as const
    for (const [route, heading, most] of sheets) {
      await app.open(`#/${route}?data=example`)
      await page.getByRole('heading', { level: 1, name: heading }).waitFor()
      await page.locator('tbody tr').nth(5).waitFor()
      const pdf = await page.pdf({ preferCSSPageSize: true })
      const { length } = pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/gu) ?? []
      expect(length, `sheets of ${route}`).toBeGreaterThan(0)
      expect(length, `sheets of ${route}`).toBeLessThanOrEqual(most)
    }
  })

  test('stands in the address: a link to it shows it, one without it shows their own data', async ({ app }) => {
    const { page } = app
    await app.open('#/compare?data=example&figure=rate.granted&years=2023-2024')
    await page.getByRole('heading', { name: /^予以公开率，2023–2024/ }).waitFor({ timeout: 60_000 })
    // Going about keeps it, in links for another tab too; the way back undoes it.
    const overview = page.locator('nav.rail').getByRole('link', { name: '总览', exact: true })
    expect(await overview.getAttribute('href')).toContain('data=example')
    await overview.click()
    await page.getByRole('heading', { name: /^受理申请，2023–2024/ }).waitFor()
    expect(page.url()).toContain('data=example')
    await page.getByRole('button', { name: '退出' }).click()
    await page.getByText('还没有年报').waitFor()
    expect(page.url()).not.toContain('example')
    await page.goBack()
    await page.getByRole('heading', { name: /^予以公开率，2023–2024/ }).waitFor()
    await app.open('#/')
    await page.getByText('还没有年报').waitFor()
  })
})
