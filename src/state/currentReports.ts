import { currentHeads, currentHeadsOf } from '@/store/reading'
import type { Store } from '@/store/db'
import type { ReportHead } from '@/store/rows'
import type { AgencyYear } from '@/store/versions'
import type { StoreChange } from './changes'

const keyOf = ({ agency, year }: AgencyYear): string => `${String(year)} ${agency}`

/** The heads of the current reports of one database: read whole once, and then only where they changed, however many there are. */
export class CurrentReports {
  #heads = new Map<string, ReportHead>()
  #stale: Map<string, AgencyYear> | 'all' = 'all'
  #turn: Promise<unknown> = Promise.resolve()

  /** Takes note that nothing known holds any longer: another database, or one filled anew. */
  forget(): void {
    this.#stale = 'all'
  }

  /** Takes note of a change; it is read when `read` is called. */
  touch({ reports }: StoreChange): void {
    if (reports === 'all') this.#stale = 'all'
    else if (this.#stale !== 'all') for (const key of reports) this.#stale.set(keyOf(key), key)
  }

  /** The heads as they are now, years ascending. One reading follows the other. */
  read(store: Store): Promise<readonly ReportHead[]> {
    const turn = this.#turn.then(() => this.#catchUp(store))
    this.#turn = turn.catch(() => null)
    return turn
  }

  async #catchUp(store: Store): Promise<readonly ReportHead[]> {
    const stale = this.#stale
    this.#stale = new Map()
    try {
      if (stale === 'all') this.#heads = byKey(await currentHeads(store))
      else if (stale.size > 0) {
        const keys = [...stale.values()]
        const found = byKey(await currentHeadsOf(store, keys))
        for (const key of stale.keys()) if (!found.has(key)) this.#heads.delete(key)
        for (const [key, head] of found) this.#heads.set(key, head)
      }
    } catch (error) {
      this.#stale = 'all'
      throw error
    }
    return [...this.#heads.values()].sort((a, b) => a.year - b.year)
  }
}

function byKey(heads: readonly ReportHead[]): Map<string, ReportHead> {
  return new Map(heads.map((head) => [keyOf(head), head]))
}
