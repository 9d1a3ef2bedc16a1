import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '..', '..')

/**
 * Bundles a program that runs in Node, as the command line is bundled.
 *
 * @param {string} entry path from the project's root
 * @param {string} name of the folder under `.build` that takes the bundle
 * @returns {Promise<string>} the bundle's URL
 */
export async function nodeBundle(entry, name) {
  const { build } = await import('vite')
  const outDir = join(root, '.build', name, 'node')
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@': join(root, 'src') } },
    build: {
      ssr: entry,
      outDir,
      target: 'node20',
      copyPublicDir: false,
      rolldownOptions: { output: { entryFileNames: 'main.js' } },
    },
  })
  return pathToFileURL(join(outDir, 'main.js')).href
}
