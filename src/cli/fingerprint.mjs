import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What a build is made from; `package-lock.json` stands for the libraries. */
const inputs = ['src', 'data', 'public', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package-lock.json']

/**
 * Tells whether a build is stale: changes when a file that goes into it is added, removed or written.
 *
 * @param {string} root folder of the project
 * @returns {string} 16 hex digits
 */
export function fingerprint(root) {
  const hash = createHash('sha256')
  for (const input of inputs) addPath(hash, join(root, input))
  return hash.digest('hex').slice(0, 16)
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 */
function addPath(hash, path) {
  const status = statSync(path, { throwIfNoEntry: false })
  if (!status) return
  if (!status.isDirectory()) {
    hash.update(`${path}\n${status.size}\n${status.mtimeMs}\n`)
    return
  }
  for (const name of readdirSync(path).sort()) addPath(hash, join(path, name))
}
