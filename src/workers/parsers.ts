import type { ParserOrder } from './importApi'
import type { ParseApi, ParseEnd, ParseEvent, ParseSettings } from './parseApi'
import { serveParsing } from './parseServer'
import type { LoadSource, Parser, PoolJob } from './parserPool'
import { connect } from './rpc'
import type { Connection } from './rpc'

/** Parse workers that never answered; after so many they are given up and documents are read where they are stored. */
const TRIES = 3

/** Parse workers that the page starts, and what stands in for them where there are none. */
export class Parsers {
  #order: ((order: ParserOrder, transfer?: Transferable[]) => void) | null = null
  #count = 0
  #ids = 0
  #unanswered = 0
  readonly #remote = new Map<number, PortParser>()

  /** Takes the page's offer of workers; gives what withdraws it. */
  offer(count: number, order: (order: ParserOrder, transfer?: Transferable[]) => void): () => void {
    this.#order = order
    this.#count = count
    this.#unanswered = 0
    return () => {
      if (this.#order === order) this.#order = null
    }
  }

  /** How many parsers are worth having. */
  get count(): number {
    return this.#order ? this.#count : 1
  }

  start(settings: ParseSettings): Parser {
    const order = this.#order
    const { port1, port2 } = new MessageChannel()
    if (!order || this.#unanswered >= TRIES) {
      serveParsing(port2)
      return new PortParser(port1, settings, () => {
        port2.close()
      })
    }
    const id = ++this.#ids
    this.#unanswered++
    order({ kind: 'start', id, port: port2 }, [port2])
    const parser = new PortParser(
      port1,
      settings,
      () => {
        this.#remote.delete(id)
        order({ kind: 'end', id })
      },
      () => {
        this.#unanswered = 0
      },
    )
    this.#remote.set(id, parser)
    return parser
  }

  /** A worker has crashed, says the page. */
  ended(id: number): void {
    this.#remote.get(id)?.end()
  }
}

/** A parser at the other end of a port. */
class PortParser implements Parser {
  started = false
  readonly #port: MessagePort
  readonly #connection: Connection<ParseApi>
  readonly #onEnd: () => void
  #ended = false

  constructor(port: MessagePort, settings: ParseSettings, onEnd: () => void, onStart: () => void = () => undefined) {
    this.#port = port
    this.#connection = connect<ParseApi>(port)
    this.#onEnd = onEnd
    this.#connection.call('begin', settings).then(
      () => {
        this.started = true
        onStart()
      },
      // Said of the jobs that were given to it.
      () => undefined,
    )
  }

  async parse(
    job: PoolJob,
    load: LoadSource,
    onEvent: (event: ParseEvent) => void,
    signal: AbortSignal,
  ): Promise<ParseEnd> {
    const source = await load()
    const transfer = source instanceof Uint8Array ? [source.buffer] : []
    return this.#connection.call('parse', { ...job, source }, { signal, onProgress: onEvent, transfer })
  }

  proceed(id: number, upTo: number): void {
    // A parser that has ended says so of its jobs.
    this.#connection.call('proceed', { id, upTo }).catch(() => undefined)
  }

  end(): void {
    if (this.#ended) return
    this.#ended = true
    this.#connection.close()
    this.#port.close()
    this.#onEnd()
  }
}
