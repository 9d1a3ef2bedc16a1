import { join } from 'node:path'
import { nodeBundle } from '../run/nodeBundle.mjs'

const here = import.meta.dirname
const root = join(here, '..', '..')
const out = join(root, '.build', 'bench')
const alias = { '@': join(root, 'src') }

/**
 * Bundles what runs in Node, as the command line is bundled, and loads it.
 *
 * @returns {Promise<typeof import('./parse.ts')>}
 */
export async function parsingBench() {
  /** @type {unknown} */
  const bundle = await import(await nodeBundle('tests/bench/parse.ts', 'bench'))
  return /** @type {typeof import('./parse.ts')} */ (bundle)
}

/**
 * The same for the benchmark of the checks.
 *
 * @returns {Promise<typeof import('./check.ts')>}
 */
export async function checkingBench() {
  /** @type {unknown} */
  const bundle = await import(await nodeBundle('tests/bench/check.ts', 'bench-check'))
  return /** @type {typeof import('./check.ts')} */ (bundle)
}

/**
 * Builds the bench page as the app is built, and serves it. Isolation headers give the page a clock of 5 µs.
 *
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function servePage() {
  const { build, preview } = await import('vite')
  /** @type {import('vite').InlineConfig} */
  const config = {
    configFile: false,
    root: join(here, 'page'),
    base: './',
    logLevel: 'error',
    resolve: { alias },
    worker: { format: 'es' },
    build: {
      outDir: join(out, 'page'),
      emptyOutDir: true,
      target: 'chrome100',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 5000,
    },
    preview: {
      host: '127.0.0.1',
      port: 0,
      headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
    },
  }
  await build(config)
  const server = await preview(config)
  const url = server.resolvedUrls?.local[0]
  if (!url) throw new Error('The bench page is not served')
  return { url, close: () => server.close() }
}
