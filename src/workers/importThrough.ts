import type { GivenFile, ImportApi, ImportProgress, ImportRequest, ImportSummary } from './importApi'
import { hostParsers } from './parserHost'
import type { CallOptions, Connection } from './rpc'

/** Copying the handle of a file to a worker holds the page for a third of a millisecond. */
const PIECE = 8

type Importer = Pick<Connection<ImportApi>, 'call'>

export interface ImportThrough extends Omit<ImportRequest, 'of'> {
  readonly files: readonly GivenFile[]
  /** Parse workers that the import may have; without them it reads where it stores. */
  readonly parsers?: { readonly count: number; readonly start: () => Worker }
}

/**
 * Imports files through the worker, which begins with the first of them while the rest is handed over piece by piece, so that thousands do not hold the
 * page. One import at a time a worker. Rejects as `Connection.call` does.
 */
export async function importThrough(
  worker: Importer,
  { files, parsers, ...request }: ImportThrough,
  options: CallOptions<ImportProgress> = {},
): Promise<ImportSummary> {
  const endParsers = parsers && hostParsers(worker, parsers.count, parsers.start)
  const run: { ended: boolean } = { ended: false }
  const running = worker.call('import', { ...request, of: files.length }, options).finally(() => {
    run.ended = true
    endParsers?.()
  })
  const [summary] = await Promise.all([running, give(worker, files, () => run.ended)])
  return summary
}

/** Adds files to the import under way; false where it is over. */
export async function importMore(worker: Importer, files: readonly GivenFile[]): Promise<boolean> {
  if (!(await worker.call('more', files.length))) return false
  await give(worker, files, () => false)
  return true
}

async function give(worker: Importer, files: readonly GivenFile[], ended: () => boolean): Promise<void> {
  for (let at = 0; at < files.length && !ended(); at += PIECE) await worker.call('give', files.slice(at, at + PIECE))
}
