import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, vi } from 'vitest'
import { buildCommandLine } from '../../../src/cli/bundles.mjs'

/** A call starts a process: more than the usual time may pass on a busy machine. */
vi.setConfig({ testTimeout: 60_000 })

/** The bundle that `npm run -s gouji` runs, built if it is stale. */
export const BUNDLE = await buildCommandLine(fileURLToPath(new URL('../../..', import.meta.url)))

/** What one call of the command line gave. */
export interface Called {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  /** Standard output, line by line, as JSON. */
  readonly lines: Record<string, unknown>[]
}

/** Calls the command line in a process of its own. */
export function gouji(...args: string[]): Promise<Called> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [BUNDLE, ...args],
      { maxBuffer: 256 * 1024 * 1024 },
      (_, stdout, stderr) => {
        const isJson = stdout.startsWith('{')
        const texts = isJson ? stdout.trimEnd().split('\n') : []
        const lines = texts.map((text) => JSON.parse(text) as Record<string, unknown>)
        resolve({ status: child.exitCode, stdout, stderr, lines })
      },
    )
  })
}

/** A folder of the test file's own, removed when its tests are done. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-'))
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}
