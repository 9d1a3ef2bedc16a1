import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Port of the built app, served as `npm start` serves it. */
    port: number
  }
}

const launcher = fileURLToPath(new URL('../../src/cli/launch.mjs', import.meta.url))

/** Serves the built app on a free port while the end-to-end tests run. */
export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  const port = await freePort()
  const server = spawn(process.execPath, [launcher, 'start'], {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await ready(server)
  project.provide('port', port)
  return () => stop(server)
}

async function freePort(): Promise<number> {
  const listener = createServer()
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const address = listener.address()
  await new Promise((resolve) => listener.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('The system gave no port')
  return address.port
}

async function ready(server: ChildProcess): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('exit', (status) => reject(new Error(`The server ended with status ${String(status)}`)))
    server.stdout?.on('data', (text: Buffer) => {
      if (text.includes('http://127.0.0.1:')) resolve()
    })
  })
  server.removeAllListeners('exit')
}

async function stop(server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill()
  await ended
}
