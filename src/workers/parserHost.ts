import type { ImportApi } from './importApi'
import type { ParseHostApi } from './parseApi'
import { connect, WorkerError } from './rpc'
import type { Connection } from './rpc'

/** Parse workers beyond these did not pay: one writer takes what they read. */
const MOST = 6

/** How many parse workers a machine shall have: a core is left to the writer and the page where there are more than two. */
export function parserCount(cores: number): number {
  return Math.min(MOST, Math.max(2, cores - 1))
}

/** The page's part in parsing: starts and ends parse workers as the import worker orders, and tells it of crashes. Returns what ends it. */
export function hostParsers(
  importer: Pick<Connection<ImportApi>, 'call'>,
  count: number,
  start: () => Worker,
): () => void {
  const workers = new Map<number, Worker>()
  const end = (id: number): void => {
    workers.get(id)?.terminate()
    workers.delete(id)
  }
  const crashed = (id: number): void => {
    end(id)
    importer.call('parserEnded', id).catch(ignoreEnd)
  }
  const abort = new AbortController()
  importer
    .call('parsers', count, {
      signal: abort.signal,
      onProgress: (order) => {
        if (order.kind === 'end') {
          end(order.id)
          return
        }
        const { id, port } = order
        const worker = start()
        workers.set(id, worker)
        worker.addEventListener('error', () => {
          crashed(id)
        })
        connect<ParseHostApi>(worker)
          .call('attach', port, { transfer: [port] })
          .catch(ignoreEnd)
      },
    })
    .catch(ignoreEnd)
  return () => {
    abort.abort()
    for (const worker of workers.values()) worker.terminate()
    workers.clear()
  }
}

/** A worker that has ended is told by whoever waits for what it does. */
function ignoreEnd(error: unknown): void {
  if (!(error instanceof WorkerError)) throw error
}
