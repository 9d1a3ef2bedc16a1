import { unzipSync } from 'fflate'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readXlsx } from 'hucre/xlsx'
import mammoth from 'mammoth'
import type { Locator, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { expectAccessible, origin, recordComplaints, test as base } from './app'
import type { Download } from './app'
import { countOf, documentTables, figureOf, pagesOf, saveDeck, tableOnPage, waysOut } from './decks'

const seed = fileURLToPath(new URL('../fixtures/reports/bureau-2024.txt', import.meta.url))

/** The city is loaded once; what a test makes of it stands beside what another made. */
const test = base.extend<{ city: { readonly page: Page; readonly complaints: string[] } }>({
  city: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
      const page = await context.newPage()
      const complaints = await recordComplaints(context, page)
      await page.goto(`${origin()}/`)
      await page.getByRole('button', { name: '看示例城市' }).click()
      await page.getByRole('heading', { name: /^受理申请/u }).waitFor({ timeout: 60_000 })
      // Nothing moves any more: the rules over all reports have run.
      await page.getByRole('link', { name: /^勾稽 ?\d+/u }).waitFor({ timeout: 60_000 })
      await use({ page, complaints })
      await context.close()
    },
    { scope: 'file' },
  ],
})

async function openCity(page: Page, route: string): Promise<void> {
  await page.goto(`${origin()}/#/${route}?data=example`)
  await page.locator('main').first().waitFor()
}

/** What a person does, counted: each click, each key chord, each entry typed. */
function counted(page: Page) {
  let steps = 0
  return {
    steps: () => steps,
    click: async (place: Locator): Promise<void> => {
      steps += 1
      await place.click()
    },
    /** The click that ends in a file. */
    take: async (place: Locator): Promise<Download> => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        (async () => {
          steps += 1
          await place.click()
        })(),
      ])
      return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
    },
  }
}

/** Presses a key until what has the focus has that name; it fails where a person would give up. */
async function goTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < 150; pressed += 1) {
    await page.keyboard.press(key)
    const words = await page.evaluate(() => {
      const at = document.activeElement
      return at?.getAttribute('aria-label') ?? at?.textContent ?? ''
    })
    if (name.test(words.trim())) return
  }
  throw new Error(`The keys never came to ${String(name)}`)
}

describe('from a question to a slide', () => {
  test('the disclosure rate by department, 2024 against 2023, is a slide in at most six steps', async ({ city }) => {
    const { page } = city
    await openCity(page, '')
    await page.getByRole('heading', { name: /^受理申请/u }).waitFor()
    const person = counted(page)
    await person.click(page.getByRole('link', { name: '结果如何', exact: true }))
    // The page before has the same filters.
    await page.getByRole('heading', { level: 1, name: '结果如何' }).waitFor()
    await person.click(page.getByRole('button', { name: /^类别/u }))
    await person.click(page.getByRole('option', { name: /^部门/u }))
    const figure = figureOf(page, /^各机关予以公开率，2023–2024/u)
    await person.click(figure.getByRole('button', { name: '入会议夹' }))
    await person.click(figure.getByRole('link', { name: '打开会议夹' }))
    const file = await person.take(waysOut(page).getByRole('button', { name: 'PPTX' }))
    expect(person.steps()).toBeLessThanOrEqual(6)

    const shown = await tableOnPage(page, /^各机关予以公开率/u)
    const [cover, slide] = pagesOf(file.bytes)
    expect(cover?.words).toContain('会议')
    expect(slide?.words).toContain('各机关予以公开率，2023–2024 年')
    expect(slide?.words.split('\n')).toContain('部门')
    expect(slide?.words).toMatch(/来源[\s\S]*年度报告/u)
    expect(slide?.words).toContain('示例数据')
    expect(slide?.xml).toMatch(/<a:ea typeface="[^"]+"/u)
    const series = slide?.charts[0] ?? []
    expect(slide?.charts).toHaveLength(1)
    expect(series.length).toBeGreaterThan(3)
    for (const { name, values } of series) {
      const row = shown.find(([agency]) => agency === name) ?? []
      expect(values.map((value) => (value * 100).toFixed(1))).toEqual(row.slice(1, 3).map((cell) => numberIn(cell)))
    }
    // Every department stands in the notes with both years.
    expect(shown.length).toBeGreaterThan(20)
    for (const [agency = '', before = '', now = ''] of shown) {
      const line = slide?.notes.split('\n').find((one) => one.startsWith(`${agency}\t`)) ?? ''
      expect([line.includes(numberIn(before)), line.includes(numberIn(now)), agency]).toEqual([true, true, agency])
    }
    expect(city.complaints.splice(0), 'The page complained').toEqual([])
  })

  test('by keys alone, from files to a saved presentation', async ({ app }) => {
    const { page } = app
    await app.open('')
    await page.keyboard.press('/')
    await page.keyboard.type('导入')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '导入' }).waitFor()
    // The browser is told of it before there is a dialog to catch.
    const dialog = page.waitForEvent('filechooser')
    await goTo(page, /^选择文件$/u)
    await page.keyboard.press('Enter')
    await (await dialog).setFiles([seed])
    await page.getByRole('status').filter({ hasText: '份已读完' }).waitFor({ state: 'attached', timeout: 60_000 })

    await page.keyboard.press('/')
    await page.keyboard.type('结果如何')
    await page.getByRole('option', { name: '结果如何' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '结果如何' }).waitFor()
    await page.getByRole('heading', { name: '办理结果，2024 年', exact: true }).waitFor()
    await goTo(page, /^表格$/u)
    await page.keyboard.press('p')
    await page.getByText('已放入“会议”，第 1 项。').waitFor()

    await page.keyboard.press('/')
    await page.keyboard.type('会议夹')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '会议夹' }).waitFor()
    await page.getByRole('button', { name: /办理结果/u }).waitFor()
    await goTo(page, /^PPTX$/u)
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect(file.suggestedFilename()).toBe('会议.pptx')
    const [, slide] = pagesOf(await readFile(await file.path()))
    expect(slide?.words).toContain('办理结果，2024 年')
    expect(slide?.charts).toHaveLength(1)
  })
})

describe('the pack of a year', () => {
  test('one click makes the deck, and each file of it opens elsewhere with the same numbers', async ({ city }) => {
    const { page } = city
    await openCity(page, 'deck')
    const pack = page.locator('form').filter({ hasText: '年度报告包' })
    await pack.getByLabel('政府').selectOption({ label: '临澜市人民政府' })
    await pack.getByRole('button', { name: '做成会议夹' }).click()
    const items = page.getByRole('list', { name: '各项' }).getByRole('button')
    await expect.poll(() => items.count()).toBeGreaterThanOrEqual(18)
    const figures = await page.getByRole('list', { name: '各项' }).locator('.figure').count()
    await expectAccessible(page)

    const pptx = await saveDeck(page, 'PPTX')
    expect(pptx.name).toBe('临澜市人民政府 2024 年政府信息公开 示例数据.pptx')
    const slides = pagesOf(pptx.bytes)
    const native = slides.reduce((sum, { charts }) => sum + charts.length, 0)
    expect(countOf(pptx.bytes, /^ppt\/charts\/chart\d+\.xml$/u)).toBe(native)
    expect(countOf(pptx.bytes, /^ppt\/embeddings\/.+\.xlsx$/u)).toBe(native)
    expect(native).toBeGreaterThanOrEqual(8)
    for (const { xml, words, notes } of slides.filter((slide) => slide.words.includes('来源：'))) {
      expect(xml).toContain('<a:ea ')
      expect(words).toContain('示例数据')
      expect(notes).toContain('\t')
    }

    const archive = unzipSync((await saveDeck(page, 'ZIP')).bytes)
    const names = Object.keys(archive)
    for (const ending of ['png', 'svg', 'csv'])
      expect(names.filter((name) => /^\d/u.test(name) && name.endsWith(`.${ending}`))).toHaveLength(figures)
    for (const [name, bytes] of Object.entries(archive))
      if (name.endsWith('.png')) expect([...bytes.subarray(0, 4)], name).toEqual([0x89, 0x50, 0x4e, 0x47])
    const csv = Buffer.from(archive[names.find((name) => /受理申请.*csv$/u.test(name)) ?? ''] ?? []).toString('utf8')
    const received = ['2024', '2023', '2022'].map((year) =>
      rowOf(
        csv.split(/\r?\n/u).map((line) => line.split(',')),
        year,
      ),
    )
    expect(received.every((row) => row.length > 4)).toBe(true)

    const docx = await saveDeck(page, 'Word')
    const tables = documentTables(docx.bytes)
    const { value: text } = await mammoth.extractRawText({ buffer: docx.bytes })
    expect(text).toContain('口径与方法')
    expect(text).toContain('示例数据')
    expect(text).toMatch(/临澜市人民政府所属县级、乡级机关，共 43 个/u)
    const xlsx = await saveDeck(page, 'Excel')
    const book = await readXlsx(new Uint8Array(xlsx.bytes))
    expect(book.sheets).toHaveLength(figures + 2)
    expect(countOf(xlsx.bytes, /^xl\/charts\/chart\d+\.xml$/u)).toBe(native)
    const sheet = book.sheets.find(({ name }) => name.includes('受理申请'))?.rows ?? []
    const written = tables.find(
      ([head = []]) => head.includes('上年结转') && head.some((cell) => cell.includes('新收')),
    )
    const [chart = []] = slides.find(({ words }) => words.startsWith('受理申请'))?.charts ?? []
    const drawn = (year: number, name: string) =>
      String(chart.find((series) => series.name === name)?.values[year - 2019] ?? '')
    for (const row of received) {
      const [year = '', fresh = '', , carried = '', , all = ''] = row
      expect(rowOf(sheet, year).slice(1, 6)).toEqual(row.slice(1, 6))
      expect(
        rowOf(written ?? [], year)
          .slice(1, 4)
          .map(numberIn),
      ).toEqual([fresh, carried, all])
      expect([drawn(Number(year), '新收'), drawn(Number(year), '上年结转')]).toEqual([fresh, carried])
    }
    expect(city.complaints.splice(0), 'The page complained').toEqual([])
  })
})

/** The row of a year. */
const rowOf = (rows: readonly (readonly unknown[])[], year: string): string[] =>
  rows
    .find(([first]) => String(first) === year)
    ?.map((cell) => (typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '')) ?? []

/** Digits of a cell as shown, without its marks. */
const numberIn = (cell: string): string => /-?[\d,]+(?:\.\d+)?/u.exec(cell)?.[0] ?? ''
