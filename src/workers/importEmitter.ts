import type { AgencyYear } from '../store/versions'
import type { ImportPosition, ImportProgress, ImportResult } from './importApi'

/** Milliseconds between two events: often enough to look alive, seldom enough for a page that draws. */
const PAUSE = 100

/** Gathers what an import has to tell, and tells it a few times a second at most. */
export class ImportEmitter {
  readonly #send: (progress: ImportProgress) => void
  #position: ImportPosition
  #results: ImportResult[] = []
  #changed = new Map<string, AgencyYear>()
  #agenciesChanged = false
  #last = 0

  constructor(of: number, send: (progress: ImportProgress) => void) {
    this.#send = send
    this.#position = { file: '', phase: 'reading', done: 0, of, share: 0, left: null }
  }

  at(position: Partial<ImportPosition>): void {
    this.#position = { ...this.#position, ...position }
    this.#perhaps()
  }

  result(result: ImportResult): void {
    this.#results.push(result)
    if (result.kind === 'stored' && result.agency !== null && result.year !== null) {
      const { agency, year } = result
      this.#changed.set(`${year} ${agency}`, { agency, year })
    }
    if ('agencyCreated' in result && result.agencyCreated) this.#agenciesChanged = true
    this.#perhaps()
  }

  agencies(): void {
    this.#agenciesChanged = true
  }

  flush(): void {
    this.#last = performance.now()
    this.#send({
      position: this.#position,
      results: this.#results,
      changed: [...this.#changed.values()],
      agenciesChanged: this.#agenciesChanged,
    })
    this.#results = []
    this.#changed = new Map()
    this.#agenciesChanged = false
  }

  #perhaps(): void {
    if (performance.now() - this.#last >= PAUSE) this.flush()
  }
}
