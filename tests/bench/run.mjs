import { cpus } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { chromiumArgs, findBrowser } from '../run/browser.mjs'
import { checkingBench, parsingBench, servePage } from './bundle.mjs'
import { benchImporting } from './importing.mjs'
import { benchLoading } from './loading.mjs'

/**
 * Runs the benchmarks: `npm run bench -- [--json] [--quick] [parse] [check] [import] [load] [queries]`. `--json` prints one object a line on standard output and
 * nothing else on it. `--quick` takes small sizes. Names leave the others out.
 */
const names = ['parse', 'check', 'import', 'load', 'queries']
const args = process.argv.slice(2)
const unknown = args.filter((arg) => !['--json', '--quick', ...names].includes(arg))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. There are --json, --quick, ${names.join(', ')}`)
  process.exit(2)
}
const json = args.includes('--json')
const quick = args.includes('--quick')
/** @param {string} name */
const wanted = (name) => !args.some((arg) => names.includes(arg)) || args.includes(name)

const found = findBrowser()
if (!found) {
  console.error('No Chromium is here. Run `npm test -- browser` once, which brings one, or name one in CHROME_PATH')
  process.exit(1)
}
const browser = await chromium.launch({ executablePath: found.path, args: chromiumArgs })
try {
  console.error(
    `${cpus()[0]?.model ?? 'unknown processor'} × ${cpus().length}, Node ${process.versions.node}, Chromium ${browser.version()}`,
  )
  if (wanted('parse')) {
    const { benchParsing } = await parsingBench()
    print(await benchParsing(quick ? 60 : 600, quick ? 3 : 7, join(import.meta.dirname, '../fixtures')))
  }
  if (wanted('check')) {
    const { benchChecking } = await checkingBench()
    print(benchChecking(quick ? 40 : 200, quick ? 3 : 7, quick ? 30 : 200))
  }
  if (wanted('load')) print(await benchLoading(browser, quick ? 3 : 9))
  if (wanted('import')) print(await benchImporting(browser, quick ? 150 : 1000))
  if (wanted('queries')) await inPage()
} finally {
  await browser.close()
}

async function inPage() {
  const served = await servePage()
  try {
    /** @type {import('./page/querying.ts').QueryBenchOptions[]} */
    const sizes = quick
      ? [{ reports: 1200, rounds: 5, dexieRounds: 2 }]
      : [
          { reports: 5000, rounds: 21, dexieRounds: 5 },
          { reports: 100_000, rounds: 21, dexieRounds: 1 },
        ]
    for (const options of sizes)
      print(await onPage(served.url, (page) => page.evaluate((asked) => window.bench.queries(asked), options)))
  } finally {
    await served.close()
  }
}

/**
 * Runs one benchmark on a fresh page.
 *
 * @param {string} url
 * @param {(page: import('playwright-core').Page) => Promise<import('./line.ts').BenchLine[]>} run
 */
async function onPage(url, run) {
  const page = await browser.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(message.text())
  })
  try {
    await page.goto(url, { waitUntil: 'load' })
    return await run(page)
  } finally {
    await page.close()
  }
}

/** @param {readonly import('./line.ts').BenchLine[]} lines */
function print(lines) {
  for (const line of lines) console.log(json ? JSON.stringify(line) : inWords(line))
}

/** @param {import('./line.ts').BenchLine} line */
function inWords({ bench, n, metric, value, unit, vs, ratio }) {
  const beside = vs === null ? '' : `   ${ratio}× better than ${vs}`
  return `${bench.padEnd(8)} ${String(n).padStart(7)}  ${metric.padEnd(46)} ${String(value).padStart(9)} ${unit}${beside}`
}
