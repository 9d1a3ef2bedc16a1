import { checkInputOf } from '../check/input'
import type { Filed } from '../check/whole/whole'
import type { Agency } from '../register/agency'
import { isCommonName } from '../register/commonName'
import { placedName } from '../register/folderNames'
import { nameKey } from '../register/names'
import type { Report } from '../report/report'
import type { Register } from './register'

/** Two reports of one agency and year: rules across reports go by one of them. */
export interface Double {
  readonly agency: string
  readonly year: number
  readonly files: readonly string[]
}

/** Reports as they are read, each under the agency that it is of, as the register or its name tells. */
export class Filing {
  readonly #register: Register
  readonly #filed: Filed[] = []
  /** Figures that another year's report has beside its own. */
  readonly #beside = new Set<string>()

  constructor(register: Register) {
    this.#register = register
  }

  /** Keys follow the order of reading. */
  add(report: Report): void {
    const { agency: name, year, source } = report
    const agency = name === null ? undefined : this.#register.find(name, { year, path: source.file })
    const key = String(this.#filed.length).padStart(9, '0')
    if (source.beside === true) this.#beside.add(key)
    const input = checkInputOf({ ...report, agency: agency?.name ?? name }, { body: agency ?? null })
    this.#filed.push({ key, agency: this.#idOf(report, agency), input })
  }

  /** What tells an agency from others: its id in the register; else its name, with the region of its folder, or the folder itself, where every place has one of that name. */
  #idOf({ agency: name, source: { file } }: Report, agency: Agency | undefined): string | null {
    if (agency) return agency.id
    if (name === null) return null
    const { regions } = this.#register
    const placed = placedName(name, file, regions)
    if (placed !== null) return `name ${nameKey(placed)}`
    const folder = isCommonName(name, regions) ? file.replace(/[^/!]*$/u, '').replace(/\d+/gu, '') : ''
    return `name ${nameKey(name)} ${folder}`
  }

  /** Every report, in the order of reading. Figures beside another year's give way to the year's own report. */
  filed(): Filed[] {
    const own = new Set(this.#filed.filter(({ key }) => !this.#beside.has(key)).map(slotOf))
    return this.#filed.map((filed) =>
      this.#beside.has(filed.key) && own.has(slotOf(filed)) ? { ...filed, agency: null } : filed,
    )
  }

  /** Agencies that have several reports for one year. */
  doubles(): Double[] {
    const slots = new Map<string, Filed[]>()
    for (const filed of this.filed()) {
      if (filed.agency === null || filed.input.year === null) continue
      slots.set(slotOf(filed), [...(slots.get(slotOf(filed)) ?? []), filed])
    }
    return [...slots.values()].flatMap((filed) => {
      const [first] = filed
      if (!first || filed.length < 2) return []
      const { agency, year } = first.input
      return [{ agency: agency ?? '', year: year ?? 0, files: filed.map(({ input }) => input.file) }]
    })
  }
}

const slotOf = ({ agency, input }: Filed): string => `${String(input.year)} ${agency ?? ''}`
