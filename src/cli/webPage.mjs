import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { leaveOut, workersWithin } from './webPageParts.mjs'

/** Where the app puts the data; the same text stands in `src/ui/share/webPage.ts`. */
const PLACE = '<!--gouji:carried-->'

/**
 * Builds the template of the web page that carries its data (`dist/web-page.txt`, no page by its name: without data it is none): the app without what reads documents, in one file with a policy of its
 * own. It needs no server and asks for nothing: scripts and styles stand in it and are named by their hashes, workers are blobs.
 *
 * @param {string} root folder of the project
 * @param {'info' | 'warn'} logLevel
 */
export async function buildWebPage(root, logLevel) {
  const { build } = await import('vite')
  const folder = join(root, '.build', 'web-page')
  await build({
    root,
    logLevel,
    plugins: [workersWithin(), leaveOut(root)],
    worker: { format: 'iife', plugins: () => [leaveOut(root)] },
    build: {
      outDir: folder,
      emptyOutDir: true,
      copyPublicDir: false,
      manifest: false,
      cssCodeSplit: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      chunkSizeWarningLimit: 5000,
      rolldownOptions: {
        input: join(root, 'src', 'main.ts'),
        output: { codeSplitting: false, entryFileNames: 'page.js', assetFileNames: 'page.[ext]' },
      },
    },
  })
  const read = (/** @type {string[]} */ ...path) => readFileSync(join(...path), 'utf8')
  const page = webPage(read(root, 'index.html'), {
    style: read(folder, 'page.css'),
    floor: within(read(root, 'public', 'browser-floor.js')),
    app: within(read(folder, 'page.js')),
  })
  writeFileSync(join(root, 'dist', 'web-page.txt'), page)
}

/**
 * @param {string} index the app's own page, whose words and names it keeps
 * @param {{ style: string, floor: string, app: string }} parts
 * @returns {string}
 */
function webPage(index, { style, floor, app }) {
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(floor)} ${hashOf(app)}`,
    `style-src ${hashOf(style)}`,
    'worker-src blob:',
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const head = index
    .replace(
      '<meta charset="utf-8" />',
      (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    )
    .replace(/\s*<link rel="(?:icon|manifest)"[^>]*>/gu, '')
    .replace('<script src="/browser-floor.js"></script>', () => `<style>${style}</style><script>${floor}</script>`)
  return head.replace(
    '<script type="module" src="/src/main.ts"></script>',
    () => `${PLACE}<script type="module">${app}</script>`,
  )
}

/**
 * Code that can stand within a page: nothing in it looks to the browser like the end of a script. In the texts and patterns of a program, where alone
 * these signs occur, `\x3C` is `<`.
 *
 * @param {string} code
 * @returns {string}
 */
function within(code) {
  return code.replace(/<(?=\/script|script|!--)/giu, '\\x3C')
}

/**
 * @param {string} text
 * @returns {string} a source of a Content-Security-Policy
 */
function hashOf(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
