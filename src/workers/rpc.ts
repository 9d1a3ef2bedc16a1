/** One method of a worker: what it takes, what it gives, and what it tells meanwhile. */
export interface Call<Params, Result, Progress = never> {
  readonly params: Params
  readonly result: Result
  readonly progress: Progress
}

/** An interface whose members are all `Call`s: `interface CubeApi { query: Call<Query, QueryResult> }`. */
export type Api<A> = { readonly [M in keyof A]: Call<unknown, unknown, unknown> }

/** What of a worker, a worker's own scope or a message port is needed here. */
export interface Port {
  postMessage(message: unknown, transfer: Transferable[]): void
  addEventListener(type: 'message' | 'error' | 'messageerror', listener: (event: Event) => void): void
  removeEventListener(type: 'message' | 'error' | 'messageerror', listener: (event: Event) => void): void
  start?(): void
}

/** An error as plain data. */
export interface Failure {
  readonly name: string
  readonly message: string
  readonly stack?: string
}

type ToWorker =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly params: unknown }
  | { readonly kind: 'cancel'; readonly id: number }

type ToPage =
  | { readonly kind: 'progress'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'result'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: Failure }

/** What a handler gets beside its params. */
export interface CallContext<Progress> {
  /** Aborted when the page cancels the call. A handler may stop and return what it has, or throw `signal.reason`. */
  readonly signal: AbortSignal
  /** `transfer`: buffers in it that change hands instead of being copied. */
  readonly progress: (value: Progress, transfer?: Transferable[]) => void
}

/** A result whose buffers change hands instead of being copied. */
export class Transferred<Result> {
  readonly value: Result
  readonly transfer: Transferable[]
  constructor(value: Result, transfer: Transferable[]) {
    this.value = value
    this.transfer = transfer
  }
}

type Awaitable<T> = T | Promise<T>
type Handler<C extends Call<unknown, unknown, unknown>> = (
  params: C['params'],
  context: CallContext<C['progress']>,
) => Awaitable<C['result'] | Transferred<C['result']>>

/** One handler a method. */
export type Handlers<A extends Api<A>> = { readonly [M in keyof A]: Handler<A[M]> }

/**
 * Answers calls that arrive at `port`, by default the worker's own scope: `serve<CubeApi>({ query: … })`.
 * What a handler throws reaches the caller as a `WorkerError`; nothing is swallowed, and the worker goes on.
 */
export function serve<A extends Api<A>>(handlers: Handlers<A>, port: Port = globalThis as unknown as Port): void {
  const running = new Map<number, AbortController>()
  const send = (message: ToPage, transfer: Transferable[] = []): void => {
    port.postMessage(message, transfer)
  }
  const answer = async ({ id, method, params }: Extract<ToWorker, { kind: 'call' }>): Promise<void> => {
    const abort = new AbortController()
    running.set(id, abort)
    try {
      if (!Object.hasOwn(handlers, method)) throw new TypeError(`no handler for ${method}`)
      const handler = handlers[method as keyof A]
      const given = await handler(params, {
        signal: abort.signal,
        progress: (value, transfer) => {
          send({ kind: 'progress', id, value }, transfer)
        },
      })
      if (given instanceof Transferred) send({ kind: 'result', id, value: given.value }, given.transfer)
      else send({ kind: 'result', id, value: given })
    } catch (error) {
      send({ kind: 'failure', id, failure: failureOf(error) })
    } finally {
      running.delete(id)
    }
  }
  port.addEventListener('message', (event) => {
    const message = (event as MessageEvent<ToWorker>).data
    if (message.kind === 'call') void answer(message)
    else running.get(message.id)?.abort()
  })
  port.start?.()
}

/** An error that happened in the worker, or the worker's own end. `name` is that of the original error. */
export class WorkerError extends Error {
  constructor(failure: Failure) {
    super(failure.message)
    this.name = failure.name
    if (failure.stack !== undefined) this.stack = failure.stack
  }
}

export interface CallOptions<Progress> {
  /** Aborting sends a cancel; the call still settles with what the worker makes of it, so that the caller knows when it has stopped. */
  readonly signal?: AbortSignal
  readonly onProgress?: (value: Progress) => void
  readonly transfer?: Transferable[]
}

export interface Connection<A extends Api<A>> {
  /** Rejects with a `WorkerError` where the handler threw, the worker failed to start, or the connection was closed. */
  call<M extends keyof A & string>(
    method: M,
    params: A[M]['params'],
    options?: CallOptions<A[M]['progress']>,
  ): Promise<A[M]['result']>
  /** Rejects what is open and stops listening. Ending the worker itself is its owner's business. */
  close(): void
}

interface Pending {
  resolve(value: unknown): void
  reject(reason: Error): void
  progress(value: unknown): void
}

/** The page's end: `connect<CubeApi>(new Worker(new URL('./cube.worker.ts', import.meta.url), { type: 'module' }))`. */
export function connect<A extends Api<A>>(port: Port): Connection<A> {
  const pending = new Map<number, Pending>()
  let last = 0
  let ended: Failure | null = null

  const end = (failure: Failure): void => {
    ended = failure
    port.removeEventListener('message', receive)
    for (const call of pending.values()) call.reject(new WorkerError(failure))
    pending.clear()
  }
  const receive = (event: Event): void => {
    const message = (event as MessageEvent<ToPage>).data
    const call = pending.get(message.id)
    if (!call) return
    if (message.kind === 'progress') {
      call.progress(message.value)
      return
    }
    pending.delete(message.id)
    if (message.kind === 'result') call.resolve(message.value)
    else call.reject(new WorkerError(message.failure))
  }
  port.addEventListener('message', receive)
  port.addEventListener('error', (event) => {
    const text = event instanceof ErrorEvent ? event.message : ''
    end({ name: 'WorkerEnded', message: text === '' ? 'the worker did not start' : text })
  })
  port.addEventListener('messageerror', () => {
    end({ name: 'WorkerEnded', message: 'a message of the worker could not be read' })
  })
  port.start?.()

  return {
    call<M extends keyof A & string>(method: M, params: A[M]['params'], options: CallOptions<A[M]['progress']> = {}) {
      return new Promise<A[M]['result']>((resolve, reject) => {
        if (ended) {
          reject(new WorkerError(ended))
          return
        }
        const { signal, onProgress, transfer = [] } = options
        const id = ++last
        const cancel = (): void => {
          post({ kind: 'cancel', id }, [])
        }
        const done = (): void => {
          signal?.removeEventListener('abort', cancel)
        }
        pending.set(id, {
          resolve: (value) => {
            done()
            resolve(value)
          },
          reject: (reason) => {
            done()
            reject(reason)
          },
          progress: (value) => onProgress?.(value),
        })
        try {
          post({ kind: 'call', id, method, params }, transfer)
        } catch (error) {
          pending.delete(id)
          reject(new WorkerError(failureOf(error)))
          return
        }
        if (signal?.aborted === true) cancel()
        else signal?.addEventListener('abort', cancel)
      })
    },
    close() {
      end({ name: 'WorkerEnded', message: 'the connection was closed' })
    },
  }

  function post(message: ToWorker, transfer: Transferable[]): void {
    port.postMessage(message, transfer)
  }
}

/** Any thrown thing as plain data. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error) && !(error instanceof DOMException)) return { name: 'Error', message: String(error) }
  const { name, message, stack } = error
  return stack === undefined ? { name, message } : { name, message, stack }
}
