import type { Catalogue } from '../cube/query'
import { LEVELS } from '../register/agency'
import type { Level } from '../register/agency'

/** Agencies that belong to one government. */
export interface Belonging {
  readonly government: Catalogue['agencies'][number]
  /** Of the agencies themselves, from the highest. */
  readonly levels: readonly Level[]
  /** Whether they are all that it has. */
  readonly whole: boolean
}

/** The lowest government that all of some agencies, each alone, are below; `null` where there is none. */
export function belongingOf(catalogue: Pick<Catalogue, 'agencies'>, ids: readonly string[]): Belonging | null {
  const asked = new Set(ids)
  const levels = new Set(catalogue.agencies.flatMap(({ id, level }) => (asked.has(id) ? [level] : [])))
  const found = catalogue.agencies
    .filter(({ scope }) => scope === 'summed')
    .flatMap((government) => {
      const below = new Set(agenciesBelow(catalogue, government.id))
      return ids.every((id) => below.has(id)) ? [{ government, size: below.size }] : []
    })
    .sort((one, other) => one.size - other.size)[0]
  return found && asked.size > 0
    ? {
        government: found.government,
        levels: LEVELS.filter((level) => levels.has(level)),
        whole: found.size === asked.size,
      }
    : null
}

/** Ids of the agencies below a government, each alone, itself not among them. */
export function agenciesBelow({ agencies }: Pick<Catalogue, 'agencies'>, government: string): string[] {
  const below = new Set([government])
  for (let grown = -1; grown !== below.size;) {
    grown = below.size
    for (const { id, parent } of agencies) if (parent !== null && below.has(parent)) below.add(id)
  }
  below.delete(government)
  return agencies.filter(({ id, scope }) => below.has(id) && scope === 'own').map(({ id }) => id)
}
