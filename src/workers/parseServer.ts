import type { ParseApi, ParseEnd, ParseEvent, ParseJob, ParseSettings } from './parseApi'
import { parseFile } from './parseFile'
import { serve } from './rpc'
import type { CallContext, Port } from './rpc'

/** Milliseconds of work after which messages are looked at, a cancel among them: an archive is gone through without any other wait. */
const BREATH = 40

/** Reads files for whoever calls at `port`. */
export function serveParsing(port: Port): void {
  const server = new ParseServer()
  serve<ParseApi>(
    {
      begin: (settings) => {
        server.begin(settings)
      },
      parse: (job, context) => server.parse(job, context),
      proceed: ({ id, upTo }) => {
        server.proceed(id, upTo)
      },
    },
    port,
  )
}

/** How far a job may go, and what wakes it when it may go further. */
interface Window {
  upTo: number
  wake: () => void
}

class ParseServer {
  #known: ReadonlySet<number> = new Set()
  #keepOriginals = false
  readonly #windows = new Map<number, Window>()
  #turn: Promise<unknown> = Promise.resolve()
  #breathed = performance.now()

  begin({ known, keepOriginals }: ParseSettings): void {
    this.#known = new Set(known)
    this.#keepOriginals = keepOriginals
  }

  async parse(job: ParseJob, { signal, progress: tell }: CallContext<ParseEvent>): Promise<ParseEnd> {
    const window: Window = { upTo: job.upTo, wake: () => undefined }
    this.#windows.set(job.id, window)
    signal.addEventListener('abort', () => {
      window.wake()
    })
    const gate = (index: number): Promise<boolean> => {
      if (index >= window.upTo) tell({ kind: 'waiting' })
      return this.#gate(index, window, signal)
    }
    const turn = this.#turn.then(() => undefined)
    const parsing = parseFile(job, { known: this.#known, keepOriginals: this.#keepOriginals, turn, gate, tell })
    this.#turn = parsing.catch(() => undefined)
    try {
      return await parsing
    } finally {
      this.#windows.delete(job.id)
    }
  }

  proceed(id: number, upTo: number): void {
    const window = this.#windows.get(id)
    if (!window) return
    window.upTo = upTo
    window.wake()
  }

  async #gate(index: number, window: Window, signal: AbortSignal): Promise<boolean> {
    if (performance.now() - this.#breathed >= BREATH) {
      await new Promise((resolve) => setTimeout(resolve))
      this.#breathed = performance.now()
    }
    while (index >= window.upTo && !signal.aborted)
      await new Promise<void>((resolve) => {
        window.wake = resolve
      })
    return !signal.aborted
  }
}
