import type { Agency } from '../register/agency'
import { AgencyNames } from '../register/match'
import type { MatchContext } from '../register/match'
import type { Regions } from '../register/regions'
import { say } from './output'

/** The agencies of `--register FILE`, found by the names that reports give. Without a file it has none and finds none. */
export class Register {
  readonly #byId: ReadonlyMap<string, Agency>
  readonly #names: AgencyNames
  /** The shipped regions and those that the register adds. */
  readonly regions: Regions
  readonly #lacking = new Set<string>()

  constructor(agencies: readonly Agency[], regions: Regions) {
    this.regions = regions.extended(agencies)
    this.#byId = new Map(agencies.map((agency) => [agency.id, agency]))
    this.#names = new AgencyNames(agencies, regions)
  }

  /** The agency that a name certainly stands for. Names that it lacks are kept for `sayLacking`. */
  find(name: string, context: MatchContext): Agency | undefined {
    const match = this.#names.match(name, context)
    const found = match.kind === 'certain' ? this.#byId.get(match.id) : undefined
    if (!found) this.#lacking.add(name)
    return found
  }

  /** The id of the agency that a name certainly stands for, whatever the year; `null` for none. */
  idOf(name: string): string | null {
    const match = this.#names.match(name)
    return match.kind === 'certain' ? match.id : null
  }

  /** Every agency of the file. */
  all(): Iterable<Agency> {
    return this.#byId.values()
  }

  /** The name of an agency by its id, where the register has it. */
  nameOf(id: string): string | undefined {
    return this.#byId.get(id)?.name
  }

  /** Tells on standard error which names were asked for in vain. */
  sayLacking(): void {
    const count = this.#lacking.size
    if (this.#byId.size === 0 || count === 0) return
    say(
      `登记表里没有或不能确定的机关 ${count} 个，名称照年报，其余由名称推定：${[...this.#lacking].join('、')} / Agencies that the register lacks or cannot tell apart: ${count}. Their names stand as read, the rest is proposed from the name.`,
    )
  }
}
