import { fileURLToPath } from 'node:url'
import type { Page, Locator } from 'playwright-core'
import { describe, expect } from 'vitest'
import { test } from './app'
import type { App } from './app'
import { correct } from './corrections'
import { figureOf, pagesOf, saveDeck, tableOnPage } from './decks'

const seed = fileURLToPath(new URL('../fixtures/reports/bureau-2024.txt', import.meta.url))

const whichDeck = (page: Page): Locator => page.getByRole('combobox', { name: '会议夹' })

describe('a deck', () => {
  test('is kept over a reload, in order, in sections, and undone; another stands beside it', async ({ app }) => {
    const { page } = app
    const items = await deckOfReport(app)
    await page.getByRole('button', { name: '加分节' }).click()
    await page.getByLabel('标题', { exact: true }).fill('一、申请')
    await page.getByLabel('标题', { exact: true }).press('Enter')
    await expect.poll(items).toEqual(['受理申请，2024 年', '一、申请', '办理结果，2024 年'])
    await page.getByRole('button', { name: '上移' }).click()
    await expect.poll(items).toEqual(['一、申请', '受理申请，2024 年', '办理结果，2024 年'])
    await page.getByRole('button', { name: /受理申请/u }).click()
    await page.getByLabel(/^标题/u).fill('今年的申请')
    await page.getByLabel(/^标题/u).press('Enter')
    await expect.poll(items).toEqual(['一、申请', '今年的申请', '办理结果，2024 年'])
    await page.keyboard.press('Tab')
    await page.reload()
    await expect.poll(items).toEqual(['一、申请', '今年的申请', '办理结果，2024 年'])

    await page.getByRole('button', { name: /今年的申请/u }).click()
    await page.keyboard.press('x')
    await expect.poll(items).toEqual(['一、申请', '办理结果，2024 年'])
    await page.keyboard.press('z')
    await expect.poll(items).toEqual(['一、申请', '今年的申请', '办理结果，2024 年'])
    await page.keyboard.press('y')
    await expect.poll(items).toEqual(['一、申请', '办理结果，2024 年'])

    await page.getByRole('button', { name: '新建' }).click()
    await expect.poll(() => whichDeck(page).locator('option').allInnerTexts()).toHaveLength(2)
    await page.getByText('会议夹是空的').waitFor()
    await whichDeck(page).selectOption({ label: '会议（2）' })
    await expect.poll(items).toEqual(['一、申请', '办理结果，2024 年'])

    // On the wall: sheet by sheet, where it was after a reload, and back.
    const sheet = (name: string) => page.getByRole('main', { name: '放映' }).getByRole('heading', { name })
    await page.getByRole('link', { name: '放映' }).click()
    await sheet('会议').waitFor()
    await page.keyboard.press('ArrowRight')
    await sheet('一、申请').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.reload()
    await sheet('办理结果，2024 年').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.getByText('3 / 3').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(items).toEqual(['一、申请', '办理结果，2024 年'])

    // On paper: the cover, each item and the definitions on one sheet across, and what is printed after it upright again.
    await page.getByRole('link', { name: 'PDF' }).click()
    await page.getByRole('heading', { name: '会议夹打印版' }).waitFor()
    await figureOf(page, /^办理结果/u)
      .locator('svg')
      .waitFor()
    expect(await sheetsOf(page)).toEqual(Array<string>(4).fill('842×595'))
    await app.open('#/')
    await page.getByRole('heading', { name: '总览' }).waitFor()
    await figureOf(page, /^办理结果/u)
      .locator('svg')
      .waitFor()
    expect((await sheetsOf(page))[0]).toBe('595×842')
  })

  test('that is frozen keeps its numbers after a correction; one that follows says what changed, and where', async ({
    app,
  }) => {
    const { page } = app
    const items = await deckOfReport(app)
    await page.getByRole('button', { name: '复制', exact: true }).click()
    const dataOf = async () =>
      /指纹 ([0-9A-Z]{8})/u.exec(pagesOf((await saveDeck(page, 'PPTX')).bytes)[1]?.words ?? '')?.[1]
    const then = await dataOf()
    await page.getByRole('button', { name: '固定数据' }).click()
    await page.getByText(/数据固定于/u).waitFor()

    await app.open('#/reports')
    await page.locator('tbody a').first().click()
    await correct(page, 'requests.received.total', '8')
    await page.getByText('0 改为 8').first().waitFor()

    await app.open('#/deck')
    await page.getByText(/数据固定于/u).waitFor()
    await expect.poll(items).toHaveLength(2)
    expect(await tableOnPage(page, /^受理申请/u)).toMatchObject([['2024', '0', '0', '0', '1', '0']])
    expect(await page.getByText('处已变').count()).toBe(0)
    // Its slides are of the data of then, and say so; a figure of now is not let in.
    expect(then).toMatch(/^[0-9A-Z]{8}$/u)
    expect(await dataOf()).toBe(then)
    await app.open('#/')
    const volumes = figureOf(page, /^受理申请/u)
    await volumes.getByRole('button', { name: '入会议夹' }).click()
    await volumes.getByText('的数据已固定，现在的图没有放入').waitFor()
    await app.open('#/deck')

    await whichDeck(page).selectOption({ label: '会议（2）' })
    const changed = page.locator('.changed', { hasText: '放入以后有' })
    await changed.getByText(/^2024 · 新收：0 → 改 E 8$/u).waitFor()
    expect(await tableOnPage(page, /^受理申请/u)).toMatchObject([
      ['2024', expect.stringMatching(/8$/u), expect.stringMatching(/0$/u), expect.stringMatching(/8$/u), '1', '0'],
    ])
    expect(await dataOf()).not.toBe(then)
    const slides = pagesOf((await saveDeck(page, 'PPTX')).bytes)
    expect(slides[1]?.notes).toContain('2024 · 新收：0 → 改 E 8')
    await changed.getByRole('button', { name: '认可新数' }).click()
    await changed.waitFor({ state: 'detached' })
  })
})

/** The sheets of paper that a page prints, in points. */
async function sheetsOf(page: Page): Promise<string[]> {
  const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gu)].map(([, width, height]) =>
    [width, height].map((points) => Math.round(Number(points))).join('×'),
  )
}

/** A deck of two figures of one imported report, opened; tells its items in order. */
async function deckOfReport(app: App): Promise<() => Promise<string[]>> {
  const { page } = app
  await app.open('#/import')
  await page.locator('input[type=file]').first().setInputFiles([seed])
  await page.getByRole('status').filter({ hasText: '份已读完' }).waitFor({ state: 'attached', timeout: 60_000 })
  await app.open('#/')
  await figureOf(page, /^受理申请/u)
    .getByRole('button', { name: '入会议夹' })
    .click()
  await page.getByText('第 1 项。').waitFor()
  await figureOf(page, /^办理结果/u)
    .getByRole('button', { name: '入会议夹' })
    .click()
  await page.getByText('第 2 项。').waitFor()
  await app.open('#/deck')
  const items = () => page.getByRole('list', { name: '各项' }).locator('.title').allInnerTexts()
  await expect.poll(items).toEqual(['受理申请，2024 年', '办理结果，2024 年'])
  return items
}
