import type { Agency } from './agency'

/** What a name alone says about an agency. The parent needs the register: see `proposeParent`. */
export type AgencyProposal = Omit<Agency, 'id' | 'edited' | 'from' | 'to'>

/** Kind, level, region, system and scope as the name suggests them; everything may be edited. */
export function proposeAgency(name: string): AgencyProposal {
  return {
    name,
    aliases: [],
    kind: 'department',
    level: 'county',
    region: '',
    system: null,
    parent: null,
    scope: 'own',
  }
}

/** Id of the agency of the register that would sum this one's report: the government of its region; `null` where there is none. */
export function proposeParent(agency: Agency, agencies: readonly Agency[]): string | null {
  return (
    agencies.find((other) => other.id !== agency.id && other.scope === 'summed' && other.region === agency.region)
      ?.id ?? null
  )
}

/** The agency with a new proposal where no person has set the field. The id and `edited` stay. */
export function mergeProposal(agency: Agency, proposal: Partial<AgencyProposal>): Agency {
  const kept = Object.fromEntries(agency.edited.map((field) => [field, agency[field]]))
  return { ...agency, ...proposal, ...kept }
}
