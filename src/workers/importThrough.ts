import type { GivenFile, ImportApi, ImportProgress, ImportSummary } from './importApi'
import type { CallOptions, Connection } from './rpc'

/** Copying the handle of a file to a worker holds the page for a third of a millisecond. */
const PIECE = 60

/**
 * Imports files through the worker, which begins with the first of them while the rest is handed over piece by piece, so that thousands do not hold the
 * page. One import at a time a worker. Rejects as `Connection.call` does.
 */
export async function importThrough(
  worker: Pick<Connection<ImportApi>, 'call'>,
  { database, files }: { readonly database: string; readonly files: readonly GivenFile[] },
  options: CallOptions<ImportProgress> = {},
): Promise<ImportSummary> {
  const run: { ended: boolean } = { ended: false }
  const running = worker.call('import', { database, of: files.length }, options).finally(() => {
    run.ended = true
  })
  const giving = (async () => {
    for (let at = 0; at < files.length && !run.ended; at += PIECE)
      await worker.call('give', files.slice(at, at + PIECE))
  })()
  const [summary] = await Promise.all([running, giving])
  return summary
}
