import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { describe, expect, inject, onTestFinished } from 'vitest'
import { expectAccessible, origin, recordComplaints, test as base } from './app'
import { outlineOf } from './outline'
import { deskOf, handOf, inWords, References, sameHand } from './pictures'
import type { Hand } from './pictures'
import { steady, stillDays, THE_DAY } from './steady'

/*
 * The pages as they were, with the fictional city in them. What stands on a page is compared everywhere, in words; how it looks, in light, dark and on paper, is
 * compared by picture where the browser draws letters as the one does that took the references, and the last line says which was done. Where a difference is
 * meant, `npx vitest run --project e2e tests/e2e/pages.test.ts -u` writes them anew; look at them then, and write all of them where the
 * browser is another.
 */
const committed = fileURLToPath(new URL('pages', import.meta.url))
const failed = fileURLToPath(new URL('../../.build/pages', import.meta.url))

interface Look {
  readonly name: string
  readonly route: string
  readonly heading: string | RegExp
  /** Stands there when the page has what it shows. */
  readonly ready: string
  /** Pictures as high as this, in pixels; `null` where the structure says enough. */
  readonly height: number | null
  /** Pressed first. */
  readonly press?: RegExp
  /** Width of the sheet between its margins, in pixels, where it is looked at on paper, too. */
  readonly sheet?: number
}

const SCREEN = { width: 1366, height: 900 }
/** What is dark differs by its colours alone. */
const DARK_HEIGHT = 600
const DECK_HEIGHT = 1500
const PORTRAIT = 688
const LANDSCAPE = 1017
const FIGURE = 'figure [role=img] svg'
const ROW = 'main tbody tr'

const LOOKS: readonly Look[] = [
  { name: 'overview', route: '', heading: '总览', ready: FIGURE, height: 900, sheet: PORTRAIT },
  { name: 'ask-volumes', route: 'ask/volumes', heading: '多少', ready: FIGURE, height: 900 },
  { name: 'ask-outcomes', route: 'ask/outcomes', heading: '结果如何', ready: FIGURE, height: 900, sheet: PORTRAIT },
  { name: 'ask-outliers', route: 'ask/outliers', heading: '谁特殊', ready: FIGURE, height: 900 },
  { name: 'compare', route: 'compare', heading: '对比', ready: ROW, height: 900, sheet: LANDSCAPE },
  { name: 'report', route: 'reports/tax/2024', heading: /税务/u, ready: '[data-field]', height: 900, sheet: PORTRAIT },
  { name: 'checks', route: 'checks', heading: '勾稽', ready: 'main h2', height: 900 },
  { name: 'coverage', route: 'coverage', heading: '报送', ready: ROW, height: 700 },
  { name: 'agencies', route: 'agencies', heading: '机关', ready: ROW, height: 700 },
  { name: 'deck', route: 'deck', heading: '会议夹', ready: '.items li', height: 900, press: /受理申请/u },
  { name: 'reports', route: 'reports', heading: '年报', ready: ROW, height: null },
  { name: 'totals', route: 'totals', heading: '汇总', ready: ROW, height: null },
  { name: 'import', route: 'import', heading: '导入', ready: 'main button', height: null },
  { name: 'definitions', route: 'definitions', heading: '口径', ready: ROW, height: null },
  { name: 'settings', route: 'settings', heading: '设置', ready: 'main h2', height: null },
]

interface City {
  readonly page: Page
  readonly complaints: string[]
  readonly references: References
  /** How this browser draws, and whether as the one of the references. */
  readonly hand: Hand
  readonly comparable: boolean
}

/** The city is loaded once for all pages, and a deck of it made. */
const test = base.extend<{ city: City }>({
  city: [
    async ({ browser }, use) => {
      const context = await browser.newContext({
        viewport: SCREEN,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
      })
      const desk = await deskOf(context)
      const page = await context.newPage()
      await page.clock.setFixedTime(`${THE_DAY}T09:00:00+08:00`)
      const complaints = await recordComplaints(context, page)
      const references = new References(committed, failed, desk)
      const hand = await handOf(desk)
      if (inject('update')) await references.keepHand(hand)
      const then = await references.hand()
      const comparable = sameHand(hand, then)
      await page.goto(`${origin()}/#/?data=example`)
      await page.getByRole('heading', { name: /^受理申请/u }).waitFor({ timeout: 60_000 })
      // The rules over all reports have run, too: figures are marked by what they found.
      await page.getByRole('link', { name: /^勾稽 ?\d+/u }).waitFor({ timeout: 60_000 })
      await page.goto(`${origin()}/#/deck?data=example`)
      await page.getByRole('button', { name: '做成会议夹' }).click()
      await page.getByRole('list', { name: '各项' }).waitFor()
      await use({ page, complaints, references, hand, comparable })
      await context.close()
      const other = then ? `the pictures are of ${inWords(then)}, which draws otherwise` : 'there are no pictures'
      console.log(
        comparable
          ? `pages: in words and by picture, as ${inWords(hand)} draws`
          : `pages: in words alone; ${other} than ${inWords(hand)}`,
      )
    },
    { scope: 'file' },
  ],
})

async function open({ page }: City, { route, heading, ready, height, press }: Look): Promise<void> {
  await page.emulateMedia({ media: null, colorScheme: 'light' })
  await page.setViewportSize({ ...SCREEN, height: height ?? SCREEN.height })
  await page.goto(`${origin()}/#/${route}?data=example`)
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  await page.locator(ready).first().waitFor()
  if (press) await page.getByRole('button', { name: press }).click()
  // Nothing under the pointer, nothing that it was last pressed on.
  await page.mouse.move(0, 0)
  await steady(page)
}

/** What is on the page now, in words. */
async function outlineNow(page: Page): Promise<string> {
  await stillDays(page)
  return page.locator('body').evaluate(outlineOf)
}

/** What is wrong with how the page looks now, as far as its pictures can be compared. */
async function looks(city: City, name: string, height: number | null): Promise<string[]> {
  if (height === null || !city.comparable) return []
  const { width = 0 } = city.page.viewportSize() ?? {}
  const taken = await city.page.screenshot({ clip: { x: 0, y: 0, width, height } })
  if (inject('update')) await city.references.keep(name, taken)
  const complaint = await city.references.complaint(name, taken)
  return complaint === null ? [] : [complaint]
}

/** Puts the page on paper as far as it can be looked at: a sheet's width, without its breaks. */
async function toPaper(page: Page, width: number, height: number): Promise<void> {
  // In this order the browser does it: charts are drawn anew while the page is as wide as the screen.
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await steady(page)
  await page.emulateMedia({ media: 'print', colorScheme: 'light' })
  await page.setViewportSize({ width, height })
  await steady(page)
}

async function fromPaper(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: null })
}

describe('a page is as it was', () => {
  test.for(LOOKS)('$name', async (look, { city }) => {
    const { page } = city
    const { name, height, sheet } = look
    await open(city, look)
    await page.getByText('示例数据').first().waitFor()
    const light = await outlineNow(page)
    await expect.soft(light).toMatchFileSnapshot(`pages/${name}.txt`)
    const wrong = await looks(city, `${name}.light`, height)
    await expectAccessible(page)

    await page.emulateMedia({ colorScheme: 'dark' })
    await steady(page)
    const dark = (await outlineNow(page)).replace('改用浅色', '改用深色')
    expect.soft(dark, 'in dark it has the same on it').toBe(light)
    wrong.push(...(await looks(city, `${name}.dark`, height && DARK_HEIGHT)))
    await expectAccessible(page, ['color-contrast'])

    if (sheet !== undefined) {
      await page.emulateMedia({ colorScheme: 'light' })
      await toPaper(page, sheet, height ?? SCREEN.height)
      await expect.soft(await outlineNow(page)).toMatchFileSnapshot(`pages/${name}.print.txt`)
      wrong.push(...(await looks(city, `${name}.print`, height)))
      await fromPaper(page)
    }
    expect(wrong).toEqual([])
    expect(city.complaints.splice(0), 'The page complained').toEqual([])
  })

  test('deck-print', async ({ city }) => {
    const { page } = city
    const look = { name: 'deck-print', route: 'deck/print', heading: /打印/u, ready: FIGURE, height: DECK_HEIGHT }
    await open(city, look)
    await toPaper(page, LANDSCAPE, look.height)
    await expect.soft(await outlineNow(page)).toMatchFileSnapshot(`pages/${look.name}.print.txt`)
    const wrong = await looks(city, `${look.name}.print`, look.height)
    await fromPaper(page)
    expect(wrong).toEqual([])
    // A page for each sheet, and none is empty or runs over.
    const sheets = await page.locator('.deck > .sheet').count()
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/gu)).toHaveLength(sheets)
    expect(sheets).toBeGreaterThan(20)
  })

  test('and what became otherwise is seen', async ({ city }) => {
    const { page, references } = city
    await open(city, { name: 'settings', route: 'settings', heading: '设置', ready: 'main h2', height: 600 })
    const scratch = await mkdtemp(join(tmpdir(), 'gouji-pages-'))
    onTestFinished(() => rm(scratch, { recursive: true }))
    const own = references.in(scratch, join(scratch, 'failed'))
    const changed = async (change: (heading: HTMLElement) => void): Promise<string | null> => {
      const heading = page.locator('main h2').first()
      await heading.evaluate(change)
      const complaint = await own.complaint('settings', await page.screenshot())
      await heading.evaluate((element) => {
        element.style.cssText = ''
      })
      return complaint
    }
    await own.keep('settings', await page.screenshot())
    expect(await changed(() => undefined), 'the same page').toBeNull()
    expect(await changed(({ style }) => (style.marginTop = '1px')), 'moved by a pixel').toMatch(/points differ/u)
    expect(await changed(({ style }) => (style.color = '#b02a18')), 'another colour').toMatch(/points differ/u)
    await page.setViewportSize({ ...SCREEN, height: 599 })
    expect(await changed(() => undefined), 'another size').toContain('1366 × 599')
    expect((await readdir(join(scratch, 'failed'))).sort()).toEqual(['settings.difference.png', 'settings.png'])
  })
})
