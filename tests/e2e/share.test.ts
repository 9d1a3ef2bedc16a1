import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { download, expectAccessible, test } from './app'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-share-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const VOLUMES = '受理申请'

function figureOf(page: Page): Locator {
  return page.locator('figure').filter({ has: page.getByRole('heading', { name: VOLUMES }) })
}

/** All that a page of figures says: headlines, and the first figure's table. */
async function figuresOf(page: Page): Promise<readonly string[]> {
  const figure = figureOf(page)
  await figure.locator('svg, canvas').first().waitFor()
  const headlines = await page.locator('main').innerText()
  await figure.getByRole('button', { name: '表格', exact: true }).click()
  const table = await figure.getByRole('table').innerText()
  await figure.getByRole('button', { name: '图', exact: true }).click()
  // Where data can only be read there is nothing to note.
  return [headlines.slice(0, headlines.indexOf(VOLUMES)).replace(/^加注\n/gmu, ''), table]
}

/** What a page that carries its data does besides showing them: nothing it should not. */
async function watched(context: BrowserContext, page: Page, own: string): Promise<string[]> {
  const complaints: string[] = []
  context.on('request', (request) => {
    const url = request.url()
    if (url !== own && !/^(?:data|blob):/u.test(url)) complaints.push(`request: ${url}`)
  })
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`)
    })
  })
  return complaints
}

describe('sharing without a server', () => {
  test('gives the same figures in another copy of the app, read-only, and in one web page opened from the disk', async ({
    app,
    browser,
  }) => {
    const { page } = app
    await app.open('#/?data=example')
    await page.getByText('示例数据').first().waitFor()
    await page.getByRole('heading', { name: VOLUMES }).waitFor({ timeout: 90_000 })
    // Loaded whole: what is missing from the newest year is known.
    await page.getByText(/缺1/u).first().waitFor({ timeout: 90_000 })
    const shown = await figuresOf(page)
    expect(shown[1]).toMatch(/2024/u)
    await figureOf(page).getByRole('button', { name: '入会议夹' }).click()
    await page.getByText('已放入').first().waitFor()

    await app.open('#/deck?data=example')
    await page.getByRole('link', { name: '分享', exact: true }).click()
    await page.getByLabel('名称').fill('</script><script>alert(1)</script>临澜')
    await page.getByRole('button', { name: '整理文件' }).click()
    await page.getByText('拿到文件的人都看得到').waitFor()
    await expectAccessible(page)
    const zip = await download(page, () => page.getByRole('button', { name: '保存文件' }).click())
    expect(zip.name).toMatch(/示例数据 [0-9A-Z]{8}\.gouji\.zip$/u)
    const entries = unzipSync(new Uint8Array(zip.bytes))
    expect(strFromU8(entries['manifest.json'] ?? new Uint8Array())).toContain('"fingerprint"')
    expect(Object.keys(entries).filter((name) => name.startsWith('originals/'))).toEqual([])
    await page.getByRole('button', { name: '整理文件' }).click()
    const html = await download(page, () => page.getByRole('button', { name: '存成一个网页' }).click())
    const [zipPath, pagePath] = [join(folder, 'city.gouji.zip'), join(folder, '临澜市.html')]
    await Promise.all([writeFile(zipPath, zip.bytes), writeFile(pagePath, html.bytes)])

    // Another copy of the app, with nothing of its own.
    const other = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
    const reader = await other.newPage()
    await reader.goto(page.url().replace(/#.*$/u, '#/settings'))
    await reader.locator('#share input[type=file]').setInputFiles(zipPath)
    await reader.getByText('只读打开，自己的数据不动').waitFor()
    await reader.getByRole('button', { name: '打开', exact: true }).click()
    await reader.getByRole('note').getByText('只读').waitFor()
    expect(reader.url()).toContain('data=shared')
    await reader.getByRole('link', { name: '总览' }).first().click()
    expect(await figuresOf(reader)).toEqual(shown)
    expect(await reader.getByRole('button', { name: '加注' }).count()).toBe(0)
    const mark = await reader.getByRole('note').innerText()
    expect(mark).toContain('示例数据')
    expect(mark).toContain('</script><script>alert(1)</script>临澜')
    await expectAccessible(reader)
    await figureOf(reader).getByRole('button', { name: '入会议夹' }).click()
    await reader.getByText('只能看，不能改').first().waitFor()

    // What is open goes into the data there, which had none: the same figures, and a second time there is nothing new.
    await reader.getByRole('note').getByRole('link', { name: '并入…' }).click()
    const go = reader.getByRole('button', { name: '并入', exact: true })
    await expect.poll(() => go.isEnabled(), { timeout: 60_000 }).toBe(true)
    await reader.getByText('并入不能一步撤销').waitFor()
    expect(await reader.getByRole('row', { name: '机关' }).innerText()).toMatch(/^机关\s+45\s+0\s+0/u)
    await expectAccessible(reader)
    await go.click()
    await reader.getByText('已并入。自己原有的内容没有改动。').waitFor({ timeout: 60_000 })
    await reader.getByRole('link', { name: '看总览' }).click()
    await expect.poll(() => reader.url()).toContain('data=example')
    await reader.getByText(/缺1/u).first().waitFor({ timeout: 90_000 })
    expect(await figuresOf(reader)).toEqual(shown)
    await reader.getByRole('link', { name: '会议夹' }).first().click()
    await reader.locator('main').getByText(VOLUMES).first().waitFor()
    await reader.goto(page.url().replace(/#.*$/u, '#/merge?data=example'))
    await reader.getByText('没有新内容可并入').waitFor({ timeout: 60_000 })
    expect(await go.isEnabled()).toBe(false)
    await reader.goto(page.url().replace(/#.*$/u, '#/?data=shared'))
    await reader.getByRole('note').getByRole('button', { name: '退出' }).click()
    await expect.poll(() => reader.url()).not.toContain('data=')
    expect(await reader.getByRole('note').count()).toBe(0)
    await other.close()

    // From the disk, with no network at all.
    const offline = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'zh-CN',
      offline: true,
    })
    const own = pathToFileURL(pagePath).href
    const carried = await offline.newPage()
    const complaints = await watched(offline, carried, own)
    await carried.goto(own)
    expect(await figuresOf(carried)).toEqual(shown)
    expect(await carried.getByRole('note').innerText()).toBe(mark.replace(/\s*并入…\s*退出\s*$/u, ''))
    expect(await carried.locator('script').count()).toBe(3)
    await expectAccessible(carried)
    const pptx = await download(carried, () =>
      figureOf(carried).getByRole('button', { name: 'PPTX', exact: true }).click(),
    )
    const parts = Object.keys(unzipSync(new Uint8Array(pptx.bytes)))
    expect(parts.filter((name) => /^ppt\/charts\/chart\d+\.xml$/u.test(name))).toHaveLength(1)
    await figureOf(carried).getByRole('button', { name: '入会议夹' }).click()
    await carried.getByText('只能看，不能改').first().waitFor()
    for (const [link, text] of [
      ['会议夹', VOLUMES],
      ['勾稽', '错误'],
      ['年报', '2024'],
    ] as const) {
      await carried.getByRole('navigation').getByRole('link', { name: link }).first().click()
      await carried.locator('main').getByText(text).first().waitFor()
    }
    await carried.getByRole('button', { name: '/ EN' }).first().click()
    await carried.getByRole('note').getByText('Read only').waitFor()
    await expectAccessible(carried)
    // A second visit has the data already.
    await carried.reload()
    await carried.getByRole('note').waitFor()
    expect(complaints).toEqual([])

    // One that was damaged on its way says so, and shows no figure.
    const broken = join(folder, 'broken.html')
    const text = html.bytes.toString('utf8')
    const at = text.indexOf('data-hash="') + 40_000
    const hash = text.replace(/data-hash="[0-9a-f]{16}"/u, `data-hash="${'0'.repeat(16)}"`)
    await writeFile(broken, `${hash.slice(0, at)}${hash.charAt(at) === 'A' ? 'B' : 'A'}${hash.slice(at + 1)}`)
    await carried.goto(pathToFileURL(broken).href)
    await carried.getByRole('alert').getByText('broken.html is incomplete or was altered').waitFor()
    expect(await carried.locator('main').innerText()).not.toMatch(/\d/u)
    await offline.close()
  })
})
