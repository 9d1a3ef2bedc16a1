import type { Agency } from '../register/agency'
import { placedName } from '../register/folderNames'
import { AgencyNames } from '../register/match'
import { agencyId } from '../register/names'
import { proposeAgency, proposeParent } from '../register/propose'
import type { Report } from '../report/report'
import type { Register } from './register'

/** The agencies of a register and of the reports, those of the reports as their names propose them. */
export class FoundAgencies {
  readonly #register: Register
  readonly #names: AgencyNames
  readonly #agencies: Agency[]

  constructor(register: Register) {
    this.#register = register
    this.#agencies = [...register.all()]
    this.#names = new AgencyNames(this.#agencies, register.regions)
  }

  add({ agency: name, year, source }: Report): void {
    if (name === null || this.#names.match(name, { year, path: source.file }).kind === 'certain') return
    this.#put(placedName(name, source.file, this.#register.regions) ?? name)
  }

  /** Takes an agency in that is only named. */
  addNamed(name: string): void {
    if (this.#names.match(name).kind !== 'certain') this.#put(name)
  }

  #put(called: string): void {
    const id = agencyId(called)
    if (this.#agencies.some((agency) => agency.id === id)) return
    const agency: Agency = { ...proposeAgency(called, this.#register.regions), id, edited: [] }
    this.#agencies.push(agency)
    this.#names.put(agency)
  }

  /** Those of the register as they are, the others with a parent where one is proposed. */
  withParents(): Agency[] {
    const given = new Set([...this.#register.all()].map(({ id }) => id))
    return this.#agencies.map((agency) =>
      agency.parent === null && !given.has(agency.id)
        ? { ...agency, parent: proposeParent(agency, this.#agencies, this.#register.regions) }
        : agency,
    )
  }
}
