import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'

const launcher = join(import.meta.dirname, '..', '..', 'src', 'cli', 'launch.mjs')

/**
 * Serves the built app on a free port, as `npm start` serves it.
 *
 * @returns {Promise<{ port: number, close: () => Promise<void> }>}
 */
export async function serveApp() {
  const port = await freePort()
  const server = spawn(process.execPath, [launcher, 'start'], {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await ready(server)
  return {
    port,
    close: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill()
      await ended
    },
  }
}

/** @returns {Promise<number>} */
async function freePort() {
  const listener = createServer()
  await new Promise((resolve) => listener.listen(0, '127.0.0.1', () => resolve(null)))
  const address = listener.address()
  await new Promise((resolve) => listener.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('The system gave no port')
  return address.port
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<void>}
 */
async function ready(server) {
  await new Promise((resolve, reject) => {
    server.once('exit', (status) => reject(new Error(`The server ended with status ${String(status)}`)))
    server.stdout?.on('data', (/** @type {Buffer} */ text) => {
      if (text.includes('http://127.0.0.1:')) resolve(null)
    })
  })
  server.removeAllListeners('exit')
}
