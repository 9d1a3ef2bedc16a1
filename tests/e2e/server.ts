import type { TestProject } from 'vitest/node'
import { serveApp } from '../run/serve.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** Port of the built app, served as `npm start` serves it. */
    port: number
    /** Whether references are written anew, asked for by `-u`. */
    update: boolean
  }
}

/** Serves the built app on a free port while the end-to-end tests run. */
export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  const { port, close } = await serveApp()
  project.provide('port', port)
  project.provide('update', project.config.snapshotOptions.updateSnapshot === 'all')
  return close
}
