import { readFile } from 'node:fs/promises'
import axe from 'axe-core'
import type { AxeResults } from 'axe-core'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect, inject, test as base } from 'vitest'
import { chromiumArgs, findBrowser } from '../run/browser.mjs'

/**
 * The app as an office sees it: plain http on a name of the intranet, which is no secure context.
 * Every name but that one and the loopback leads nowhere.
 */
const hostRules = 'MAP gouji.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'

export const origin = (): string => `http://gouji.test:${inject('port')}`

export interface App {
  readonly page: Page
  /** What went wrong so far: console errors, policy violations, requests off the origin. Checked after the test. */
  readonly complaints: string[]
  /** Opens a route, such as `#/import`. */
  open(route: string): Promise<void>
}

export interface Download {
  readonly name: string
  readonly bytes: Buffer
}

/** A test with the app in a page of its own; it fails too when the page complains of anything. */
export const test = base.extend<{ browser: Browser; app: App }>({
  browser: [
    // The runner finds what a fixture asks for in this pattern, so it stands though it is empty.
    async ({ task: _ }, use) => {
      const browser = await launch()
      await use(browser)
      await browser.close()
    },
    { scope: 'file' },
  ],
  app: async ({ browser }, use) => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
    const page = await context.newPage()
    const complaints = await recordComplaints(context, page)
    await use({ page, complaints, open: (route) => open(page, route) })
    const seen = [...complaints]
    await context.close()
    expect(seen, 'The page complained').toEqual([])
  },
})

/** Starts the browser that the test run found. */
async function launch(): Promise<Browser> {
  const executablePath = findBrowser()?.path
  if (executablePath === undefined) throw new Error('No browser: run node tests/run/bring-browser.mjs')
  return chromium.launch({ executablePath, args: [...chromiumArgs, `--host-resolver-rules=${hostRules}`] })
}

async function open(page: Page, route: string): Promise<void> {
  const response = await page.goto(`${origin()}/${route}`)
  if (response) expect(response.status()).toBe(200)
  await page.locator('main').first().waitFor()
}

/** Records from now on; scripts of the page cannot switch it off. */
export async function recordComplaints(context: BrowserContext, page: Page): Promise<string[]> {
  const complaints: string[] = []
  const home = (url: string): boolean => /^(?:https?|wss?):\/\/(?:gouji\.test|127\.0\.0\.1)(?::\d+)?\//.test(url)
  context.on('request', (request) => {
    const url = request.url()
    if (!/^(?:data|blob):/.test(url) && !home(url)) complaints.push(`request off the origin: ${url}`)
  })
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`)
    })
  })
  return complaints
}

/** Asserts that axe finds nothing on the page as it is now, by all its rules or by some. */
export async function expectAccessible(page: Page, rules?: readonly string[]): Promise<void> {
  await page.evaluate(axe.source)
  const options = JSON.stringify({ resultTypes: ['violations'], ...(rules && { runOnly: rules }) })
  const results = await page.evaluate<AxeResults>(`axe.run(${options})`)
  const found = results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  )
  expect(found, 'axe').toEqual([])
}

/** Does what starts a download and reads the file that comes. */
export async function download(page: Page, start: () => Promise<void>): Promise<Download> {
  // A slow machine takes its time to load what writes the file.
  const [file] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), start()])
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}
