import { serveApp } from '../run/serve.mjs'

/**
 * Loads the built app as `npm start` serves it, each time in a profile without a cache.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {number} rounds
 * @returns {Promise<import('./line.ts').BenchLine[]>}
 */
export async function benchLoading(browser, rounds) {
  const { port, close } = await serveApp()
  try {
    /** @type {{ paint: number, interactive: number, kilobytes: number }[]} */
    const loads = []
    for (let round = 0; round < rounds; round++) loads.push(await load(browser, `http://127.0.0.1:${port}/`))
    /** @type {(metric: string, unit: string, pick: (one: { paint: number, interactive: number, kilobytes: number }) => number) => import('./line.ts').BenchLine} */
    const line = (metric, unit, pick) => ({
      bench: 'load',
      n: rounds,
      metric,
      value: Math.round(middle(loads.map(pick))),
      unit,
      vs: null,
      ratio: null,
    })
    return [
      line('first contentful paint', 'ms', ({ paint }) => paint),
      line('main region shown', 'ms', ({ interactive }) => interactive),
      line('fetched', 'kB', ({ kilobytes }) => kilobytes),
    ]
  } finally {
    await close()
  }
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 */
async function load(browser, url) {
  const context = await browser.newContext()
  const page = await context.newPage()
  const started = performance.now()
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator('main').first().waitFor()
  const interactive = performance.now() - started
  await page.waitForLoadState('networkidle')
  const { paint, bytes } = await page.evaluate(() => {
    const resources = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    return {
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
      bytes: resources.reduce((sum, one) => sum + ('encodedBodySize' in one ? Number(one.encodedBodySize) : 0), 0),
    }
  })
  await context.close()
  return { paint, interactive, kilobytes: bytes / 1000 }
}

/** @param {readonly number[]} values */
function middle(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN
}
