import { join } from 'node:path'

/** Workers that answer questions on the data, each of them in `every.worker.ts`. Those that read documents stay out, and with them most of the weight. */
const WORKERS = new Set(['backup', 'checks', 'cube', 'dataset', 'total'])
const WORKER = /new Worker\(\s*new URL\('[^']*\/(\w+)\.worker\.ts', import\.meta\.url\),\s*\{[^}]*\}\s*,?\s*\)/gu

/** Pages and parts that are there for documents or for data of one's own, which such a page has none of. */
const LEFT_OUT = new Map([
  ['@/pages/ImportPage.vue', 'src/pages/NotInThisPage.vue'],
  ['@/pages/FillPage.vue', 'src/pages/NotInThisPage.vue'],
  ['@/pages/ReviewPage.vue', 'src/pages/NotInThisPage.vue'],
  ['@/pages/DocumentPage.vue', 'src/pages/NotInThisPage.vue'],
  ['@/pages/MergePage.vue', 'src/pages/NotInThisPage.vue'],
  ['./PdfPage.vue', 'src/ui/share/NotHere.vue'],
])

/**
 * Puts the code of workers into the page: a file that was opened by double click cannot load any.
 *
 * @returns {import('vite').Plugin}
 */
export function workersWithin() {
  return {
    name: 'gouji:workers-within',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/.*\.(?:ts|vue)$/u.test(id) || !code.includes('new Worker(')) return null
      const changed = code.replace(WORKER, (_, /** @type {string} */ name) =>
        WORKERS.has(name)
          ? `new EveryWorker({ name: 'gouji-${name}' })`
          : `(() => { throw new Error('a page that carries its data has no ${name} worker') })()`,
      )
      if (changed.includes('new Worker('))
        throw new Error(`A worker of ${id} is started in a way that is not known here`)
      return { code: `import EveryWorker from '@/workers/every.worker?worker&inline'\n${changed}`, map: null }
    },
  }
}

/**
 * Puts the page that says so in place of what is left out.
 *
 * @param {string} root folder of the project
 * @returns {import('vite').Plugin}
 */
export function leaveOut(root) {
  return {
    name: 'gouji:leave-out',
    enforce: 'pre',
    resolveId(source) {
      const other = LEFT_OUT.get(source)
      return other === undefined ? null : join(root, other)
    },
  }
}
