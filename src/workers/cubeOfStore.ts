import { DataSet } from '../cube/dataSet'
import { CubeEngine } from '../cube/engine'
import type { Result } from '../report/report'
import { reportingAgencies } from '../store/agencies'
import { openStore } from '../store/db'
import type { Store } from '../store/db'
import { allCurrentRows, currentRows } from '../store/reading'
import { readSettings } from '../store/settings'
import { storeErrorOf } from '../store/storeError'
import type { StoreError } from '../store/storeError'
import type { AgencyYear } from '../store/versions'
import type { CubeChange, FillingProgress } from './cubeApi'

/** Milliseconds after a change until the data set follows without being asked: an import changes the store many times a second. */
const PAUSE = 400
const CHUNK = 500

interface Filled {
  readonly store: Store
  readonly data: DataSet
  readonly engine: CubeEngine
}

/** What has changed since the data set was last right. */
interface Stale {
  readonly reports: Map<string, AgencyYear>
  agencies: boolean
  settings: boolean
  everything: boolean
}

const nothing = (): Stale => ({ reports: new Map(), agencies: false, settings: false, everything: false })

/** The cube over one database: filled at the first question, and following every change that it is told of. */
export class CubeOfStore {
  readonly #database: string
  #filled: Filled | null = null
  #stale = nothing()
  #last: Promise<unknown> = Promise.resolve()
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(database: string) {
    this.#database = database
  }

  /** The engine, with every change in it that was told before. Gives the error where the database cannot be read; the next call tries again. */
  ready(progress: (value: FillingProgress) => void): Promise<Result<CubeEngine, StoreError>> {
    const turn = this.#last.then(() => this.#catchUp(progress))
    this.#last = turn.catch(() => null)
    return turn
  }

  /** Takes note of a change. A filling that is under way may have read past it already, and catches up when it ends. */
  changed({ reports, agencies, settings = false }: CubeChange): void {
    if (reports === 'all') this.#stale.everything = true
    else for (const key of reports) this.#stale.reports.set(`${key.year} ${key.agency}`, key)
    this.#stale.agencies ||= agencies
    this.#stale.settings ||= settings
    if (!this.#filled || this.#timer !== null) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      void this.ready(() => undefined)
    }, PAUSE)
  }

  async #catchUp(progress: (value: FillingProgress) => void): Promise<Result<CubeEngine, StoreError>> {
    try {
      if (!this.#filled || this.#stale.everything) {
        const opened = this.#filled ? { ok: true as const, value: this.#filled.store } : await this.#open()
        if (!opened.ok) return opened
        this.#stale = nothing()
        this.#filled = await fill(opened.value, progress)
      }
      const stale = this.#stale
      this.#stale = nothing()
      await follow(this.#filled, stale)
      return { ok: true, value: this.#filled.engine }
    } catch (thrown) {
      this.#filled = null
      const error = storeErrorOf(thrown)
      if (!error) throw thrown
      return { ok: false, error }
    }
  }

  #open(): Promise<Result<Store, StoreError>> {
    return openStore(this.#database, () => {
      this.#filled = null
    })
  }
}

async function fill(store: Store, progress: (value: FillingProgress) => void): Promise<Filled> {
  const data = new DataSet()
  data.deadlines = (await readSettings(store)).check
  for (const agency of await reportingAgencies(store)) data.putAgency(agency)
  const of = await store.db.reports.where('[current+year]').between([1, -Infinity], [1, Infinity]).count()
  data.reserve(of)
  progress({ done: 0, of })
  for await (const rows of allCurrentRows(store)) {
    for (const row of rows) data.putReport(row)
    progress({ done: data.size, of })
  }
  return { store, data, engine: new CubeEngine(data) }
}

async function follow({ store, data }: Filled, { reports, agencies, settings }: Stale): Promise<void> {
  if (settings) data.deadlines = (await readSettings(store)).check
  if (agencies) {
    const register = await reportingAgencies(store)
    const present = new Set(register.map(({ id }) => id))
    for (const { id } of data.agencies.inOrder()) if (!present.has(id)) data.removeAgency(id)
    for (const agency of register) data.putAgency(agency)
  }
  const keys = [...reports.values()]
  for (let from = 0; from < keys.length; from += CHUNK) {
    const chunk = keys.slice(from, from + CHUNK)
    const rows = await currentRows(store, chunk)
    const present = new Set(rows.map(({ agency, year }) => `${year} ${agency}`))
    for (const { agency, year } of chunk) if (!present.has(`${year} ${agency}`)) data.removeReport(agency, year)
    for (const row of rows) data.putReport(row)
    // The first report of an agency that had none makes it one that reports.
    const known = new Set(data.agencies.inOrder().map(({ id }) => id))
    const coming = [...new Set(rows.map(({ agency }) => agency))].filter((id) => !known.has(id))
    for (const agency of await store.db.agencies.bulkGet(coming)) if (agency) data.putAgency(agency)
  }
}
