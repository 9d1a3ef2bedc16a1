import type { ImportApi } from '@/workers/importApi'
import { connect } from '@/workers/rpc'
import type { Connection } from '@/workers/rpc'

let connection: Connection<ImportApi> | null = null

/** The worker that reads, checks and stores; started at its first use and kept. */
export function importWorker(): Connection<ImportApi> {
  connection ??= connect<ImportApi>(
    new Worker(new URL('../workers/import.worker.ts', import.meta.url), { type: 'module', name: 'gouji-import' }),
  )
  return connection
}
