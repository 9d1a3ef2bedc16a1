import { connect, WorkerError } from '@/workers/rpc'
import type { Api, CallOptions, Connection } from '@/workers/rpc'

/** A worker that starts at its first call and is kept; one that ended (out of memory, not loaded) is started anew at the next call. */
export class WorkerLink<A extends Api<A>> {
  readonly #start: () => Worker
  #running: { readonly worker: Worker; readonly connection: Connection<A> } | null = null

  constructor(start: () => Worker) {
    this.#start = start
  }

  /** See `Connection.call`. */
  async call<M extends keyof A & string>(
    method: M,
    params: A[M]['params'],
    options?: CallOptions<A[M]['progress']>,
  ): Promise<A[M]['result']> {
    const running = (this.#running ??= this.#begin())
    try {
      return await running.connection.call(method, params, options)
    } catch (error) {
      if (error instanceof WorkerError && error.name === 'WorkerEnded') {
        running.worker.terminate()
        if (this.#running === running) this.#running = null
      }
      throw error
    }
  }

  #begin(): { readonly worker: Worker; readonly connection: Connection<A> } {
    const worker = this.#start()
    return { worker, connection: connect<A>(worker) }
  }
}
