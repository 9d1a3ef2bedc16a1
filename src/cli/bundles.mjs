import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.mjs'
import { buildWebPage } from './webPage.mjs'

const hour = 3_600_000

/**
 * Builds the app and the template of the page that carries its data into `dist/`, unless `dist/` is fresh.
 *
 * @param {string} root folder of the project
 * @param {{ force: boolean }} options `force` builds a fresh app again
 */
export async function buildApp(root, { force }) {
  const stamp = join(root, '.build', 'app')
  const wanted = fingerprint(root)
  const fresh =
    existsSync(join(root, 'dist', 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  if (fresh && !force) return
  if (!force) console.log('正在构建，约半分钟…… / Building, about half a minute…')
  const { build } = await import('vite')
  const logLevel = force ? 'info' : 'warn'
  await build({ root, logLevel })
  await buildWebPage(root, logLevel)
  mkdirSync(join(root, '.build'), { recursive: true })
  writeFileSync(stamp, wanted)
}

/**
 * Builds the command line, unless it is fresh. Each state of the sources has a folder of its own, so
 * that commands that run at the same time never see a half-written bundle.
 *
 * @param {string} root folder of the project
 * @returns {Promise<string>} path of the bundle's entry
 */
export async function buildCommandLine(root) {
  const bundles = join(root, '.build', 'cli')
  const folder = join(bundles, fingerprint(root))
  const entry = join(folder, 'main.js')
  if (existsSync(entry)) return entry

  const unfinished = `${folder}.${process.pid}`
  const { build } = await import('vite')
  await build({
    root,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: 'src/cli/main.ts', outDir: unfinished, target: 'node20', manifest: false, copyPublicDir: false },
  })
  if (existsSync(entry)) rmSync(unfinished, { recursive: true })
  else renameSync(unfinished, folder)
  removeOldBundles(bundles, folder)
  return entry
}

/**
 * A command that is still running may yet load a part of an older bundle.
 *
 * @param {string} bundles
 * @param {string} current
 */
function removeOldBundles(bundles, current) {
  for (const name of readdirSync(bundles)) {
    const folder = join(bundles, name)
    if (folder !== current && statSync(folder).mtimeMs < Date.now() - hour) rmSync(folder, { recursive: true })
  }
}
