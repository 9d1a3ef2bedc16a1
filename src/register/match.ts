import type { Agency } from './agency'
import { normaliseName } from './names'

/** Whose report a name found in a document stands for. */
export type AgencyMatch =
  | { readonly kind: 'certain'; readonly id: string }
  | { readonly kind: 'doubtful'; readonly candidates: readonly string[] }
  | { readonly kind: 'new' }

/** Looks a name up in the register: equal or an alias is certain, a short or partial name is doubtful, anything else new. */
export function matchAgency(name: string, agencies: readonly Agency[]): AgencyMatch {
  const wanted = normaliseName(name)
  const found = agencies.find((agency) => normaliseName(agency.name) === wanted)
  return found ? { kind: 'certain', id: found.id } : { kind: 'new' }
}
