import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/**
 * @typedef {{ file: string, imports?: string[], dynamicImports?: string[], css?: string[] }} Chunk
 * @typedef {{ name: string, pages: string[], limit: number }} Budget
 */

/**
 * What a visit may weigh over the wire, scripts and styles, gzipped. A page counts with what it loads
 * later by itself, such as its charts; `exports/` is loaded when somebody saves a file.
 *
 * @type {Budget[]}
 */
const budgets = [
  { name: 'entry, before any chart', pages: [], limit: 300_000 },
  { name: 'overview with its charts', pages: ['src/pages/OverviewPage.vue'], limit: 600_000 },
]

/** The whole program as one file, which goes by mail. */
const WEB_PAGE = 1_600_000

const onDemand = /^src\/exports\//

/**
 * Weighs the built app against the budgets.
 *
 * @param {string} dist folder of the built app
 * @returns {boolean} whether all hold
 */
export function withinBudgets(dist) {
  /** @type {unknown} */
  const written = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'))
  const manifest = /** @type {Record<string, Chunk>} */ (written)
  const entry = reach(manifest, ['index.html'], new Set(), false)
  const results = budgets.map(({ name, pages, limit }) => {
    const size = weigh(dist, manifest, reach(manifest, pages, entry, true))
    console.log(`${size <= limit ? 'ok' : 'OVER'}  ${name}: ${kilobytes(size)} of ${kilobytes(limit)} gz`)
    return size <= limit
  })
  const page = gzipSync(readFileSync(join(dist, 'web-page.txt'))).length
  console.log(
    `${page <= WEB_PAGE ? 'ok' : 'OVER'}  page that carries its data, without them: ${kilobytes(page)} of ${kilobytes(WEB_PAGE)} gz`,
  )
  return results.every(Boolean) && page <= WEB_PAGE
}

/**
 * @param {Record<string, Chunk>} manifest
 * @param {string[]} from
 * @param {Set<string>} loaded what is there already; not followed again
 * @param {boolean} later whether dynamic imports are followed
 * @returns {Set<string>} with `loaded`
 */
function reach(manifest, from, loaded, later) {
  const reached = new Set(loaded)
  const waiting = [...from]
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (reached.has(key)) continue
    const chunk = manifest[key]
    if (!chunk) throw new Error(`The build has no ${key}: mend the budgets in tests/run/size.mjs`)
    reached.add(key)
    waiting.push(...(chunk.imports ?? []))
    if (later) waiting.push(...(chunk.dynamicImports ?? []).filter((name) => !onDemand.test(name)))
  }
  return reached
}

/**
 * @param {string} dist
 * @param {Record<string, Chunk>} manifest
 * @param {Set<string>} keys
 * @returns {number} bytes, each file gzipped by itself
 */
function weigh(dist, manifest, keys) {
  const files = new Set([...keys].flatMap((key) => [manifest[key]?.file ?? '', ...(manifest[key]?.css ?? [])]))
  let bytes = 0
  for (const file of files) bytes += gzipSync(readFileSync(join(dist, file))).length
  return bytes
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`
}
