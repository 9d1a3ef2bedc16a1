import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import type { Page } from 'playwright-core'
import { chromiumArgs, findBrowser } from '../run/browser.mjs'
import type { Converter } from './conversion'

/** How pages are printed, by turns: tables with lines as web sites draw them, and without. */
const STYLES = [
  'table{border-collapse:collapse}td,th{border:1px solid #000}',
  'table{border-spacing:2px}td,th{border:1px solid #888}',
  'table{width:100%}td,th{padding:3px}',
  'table{width:100%;border-collapse:collapse}td,th{border-bottom:1px dotted #666;padding:4px}',
]

/** Chromium, which prints web pages as PDF and saves them as MHTML; `null` where there is none. */
export async function browserConverter(): Promise<Converter | null> {
  const found = findBrowser()
  if (!found) return null
  const browser = await chromium.launch({ executablePath: found.path, args: chromiumArgs })
  const page = await browser.newPage()
  const folder = mkdtempSync(join(tmpdir(), 'gouji-matrix-'))
  return {
    name: 'Chromium',
    version: `Chromium ${browser.version()}`,
    conversions: [
      { from: 'html', to: 'pdf' },
      { from: 'html', to: 'mht' },
    ],
    async convert({ to }, documents) {
      const made: Uint8Array[] = []
      for (const [at, { document }] of documents.entries()) {
        const path = join(folder, 'page.html')
        writeFileSync(path, document.bytes)
        await page.goto(pathToFileURL(path).href)
        made.push(to === 'pdf' ? await printed(page, at) : await saved(page))
      }
      return made
    },
    async end() {
      await browser.close()
      rmSync(folder, { recursive: true })
    },
  }
}

async function printed(page: Page, at: number): Promise<Uint8Array> {
  await page.addStyleTag({ content: STYLES[at % STYLES.length] ?? '' })
  return page.pdf({ format: 'A4', landscape: at % 5 === 4, displayHeaderFooter: at % 2 === 1, printBackground: true })
}

async function saved(page: Page): Promise<Uint8Array> {
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureSnapshot', { format: 'mhtml' })
  await session.detach()
  return new TextEncoder().encode(data)
}
