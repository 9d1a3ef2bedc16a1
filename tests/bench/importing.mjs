import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { serveApp } from '../run/serve.mjs'

const launcher = join(import.meta.dirname, '..', '..', 'src', 'cli', 'launch.mjs')
/** Formats that the sample writers do not write lie here. */
const fixtures = join(import.meta.dirname, '..', 'fixtures')
const YEARS = 6

/**
 * Drops a mixed folder on the import page of the built app, waits until all is read, checked and stored, and opens the overview over it.
 * A task is what holds the page at a stretch, as the browser reports those above 50 ms.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {number} least how many files at least
 * @returns {Promise<import('./line.ts').BenchLine[]>}
 */
export async function benchImporting(browser, least) {
  const folder = await mkdtemp(join(tmpdir(), 'gouji-bench-'))
  const { port, close } = await serveApp()
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  try {
    const files = await writeSamples(folder, Math.ceil(least / YEARS))
    const page = await context.newPage()
    await recordTasks(page)
    await page.goto(`http://127.0.0.1:${port}/#/import`)
    await page.locator('main').first().waitFor()
    // The browser makes an object of each chosen file before the app hears of them: that time counts, but its task is not the app's.
    const given = await timeOf(() => page.locator('input[type=file]').first().setInputFiles(files))
    await page.evaluate(() => (window.tasks.length = 0))
    const memory = await recordMemory(browser)
    const reading = await timeOf(() =>
      page.getByRole('status').filter({ hasText: '份已读完' }).waitFor({ state: 'attached', timeout: 600_000 }),
    )
    const peak = await memory.peak()
    const longest = await page.evaluate(() => Math.max(0, ...window.tasks))
    const stored = await page.locator('table').first().getAttribute('aria-rowcount')
    // A workbook may hold several reports.
    if (Number(stored) < files.length + 1) throw new Error(`${stored} lines for ${files.length} files`)
    await page.goto('about:blank')
    const opening = await timeOf(async () => {
      await page.goto(`http://127.0.0.1:${port}/#/`)
      await page.locator('figure svg, figure canvas').nth(5).waitFor()
    })
    /** @type {(bench: string, metric: string, value: number, unit: string) => import('./line.ts').BenchLine} */
    const line = (bench, metric, value, unit) => ({
      bench,
      n: files.length,
      metric,
      value: Number(value.toPrecision(3)),
      unit,
      vs: null,
      ratio: null,
    })
    return [
      line(
        'import',
        'txt, html, docx, xlsx, a few doc, rtf, xls and pdf, read, checked and stored',
        files.length / ((given + reading) / 1000),
        'reports/s',
      ),
      line('import', 'longest task of the page meanwhile (0: none of 50)', longest, 'ms'),
      ...(peak === null ? [] : [line('import', 'peak memory of all processes of the browser', peak, 'MB')]),
      line('open', 'stored reports to the charts of the overview', opening, 'ms'),
    ]
  } finally {
    await context.close()
    await close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** @param {string} folder @param {number} agencies @returns {Promise<string[]>} */
async function writeSamples(folder, agencies) {
  const options = [
    '--agencies',
    String(agencies),
    '--years',
    '2019-2024',
    '--seed',
    'bench',
    '--format',
    'txt,html,docx,xlsx',
  ]
  await promisify(execFile)(process.execPath, [launcher, 'gouji', 'sample', ...options, '--out', folder])
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const written = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const others = await readdir(fixtures, { recursive: true, withFileTypes: true })
  const whole = others
    .filter(({ name }) => /\.(?:doc|rtf|xls|pdf)$/u.test(name))
    .map((entry) => join(entry.parentPath, entry.name))
  return [...written, ...whole]
}

/** @param {import('playwright-core').Page} page */
async function recordTasks(page) {
  await page.addInitScript(() => {
    window.tasks = []
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.tasks.push(duration)
    }).observe({ type: 'longtask' })
  })
}

/**
 * Watches what the browser's processes take together, each page of memory counted once (PSS), which Linux alone tells.
 *
 * @param {import('playwright-core').Browser} browser
 * @returns {Promise<{ peak: () => Promise<number | null> }>} megabytes; null where it cannot be told
 */
async function recordMemory(browser) {
  const session = await browser.newBrowserCDPSession()
  let most = 0
  const look = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    const sizes = await Promise.all(processInfo.map(({ id }) => proportionalSize(id)))
    most = Math.max(
      most,
      sizes.reduce((sum, size) => sum + size, 0),
    )
  }
  const stop = new AbortController()
  const watching = (async () => {
    while (!stop.signal.aborted) {
      await look()
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  })()
  return {
    peak: async () => {
      stop.abort()
      await watching
      await session.detach()
      return most === 0 ? null : most
    },
  }
}

/** @param {number} pid @returns {Promise<number>} megabytes, 0 where it cannot be told */
async function proportionalSize(pid) {
  try {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** @param {() => Promise<unknown>} work @returns {Promise<number>} milliseconds */
async function timeOf(work) {
  const start = performance.now()
  await work()
  return performance.now() - start
}
