import type { Result } from '../report/report'
import type { Agency } from '../register/agency'
import { AgencyNames } from '../register/match'
import { agencyId, normaliseName } from '../register/names'
import { mergeProposal, proposeAgency, proposeParent } from '../register/propose'
import { write } from './db'
import type { Store, StoreDatabase } from './db'
import type { ReportHead } from './rows'
import { Refusal, storeError } from './storeError'
import type { StoreError } from './storeError'

/** The agency that a name stands for. */
export interface ResolvedAgency {
  readonly agency: Agency
  /** Made now, with everything proposed from its name. */
  readonly created: boolean
  /** Agencies of the register that it may be instead; a person decides. */
  readonly candidates: readonly string[]
}

/** The register as an import knows it: read once, kept up to date with what the import itself adds. */
export class RegisterCopy {
  readonly #agencies: Map<string, Agency>
  readonly #names: AgencyNames

  private constructor(agencies: readonly Agency[]) {
    this.#agencies = new Map(agencies.map((agency) => [agency.id, agency]))
    this.#names = new AgencyNames(agencies)
  }

  static async of(store: Store): Promise<RegisterCopy> {
    return new RegisterCopy(await store.db.agencies.toArray())
  }

  /** What the database has of the agencies that names may stand for. Call inside a transaction over `agencies`: another page may have changed them meanwhile. */
  async stored(db: StoreDatabase, names: readonly string[]): Promise<Map<string, Agency>> {
    for (;;) {
      const ids = [...new Set(names.flatMap((name) => this.#idsOf(name)))]
      const rows = await db.agencies.bulkGet(ids)
      const gone = ids.filter((id, index) => rows[index] === undefined && this.#agencies.has(id))
      if (gone.length === 0) return new Map(rows.flatMap((agency) => (agency ? [[agency.id, agency]] : [])))
      this.forget(gone)
    }
  }

  /** Finds the agency of a name among the `stored` ones, or makes one that is yet to be added. */
  resolve(stored: ReadonlyMap<string, Agency>, name: string): ResolvedAgency {
    const match = this.#names.match(name)
    const candidates = match.kind === 'doubtful' ? match.candidates : []
    const known = stored.get(match.kind === 'certain' ? match.id : agencyId(name))
    if (known) return { agency: known, created: false, candidates }
    const proposed: Agency = { ...proposeAgency(name), id: agencyId(name), edited: [] }
    const parent = proposed.parent ?? proposeParent(proposed, [...this.#agencies.values()])
    return { agency: { ...proposed, parent }, created: true, candidates }
  }

  #idsOf(name: string): string[] {
    const match = this.#names.match(name)
    return match.kind === 'certain' ? [match.id, agencyId(name)] : [agencyId(name)]
  }

  /** Takes over an agency that a transaction has written; false where it was known. */
  learn({ agency }: ResolvedAgency): boolean {
    if (this.#agencies.has(agency.id)) return false
    this.#agencies.set(agency.id, agency)
    this.#names.put(agency)
    return true
  }

  /** Gives up what was learned from a transaction that was undone. */
  forget(ids: readonly string[]): void {
    for (const id of ids) {
      this.#agencies.delete(id)
      this.#names.remove(id)
    }
  }
}

/** All agencies, by name. */
export async function listAgencies(store: Store): Promise<Agency[]> {
  return store.db.agencies.orderBy('name').toArray()
}

/** Fields of an agency that a person may set. */
export type AgencyPatch = Partial<Omit<Agency, 'id' | 'edited'>>

/**
 * Changes an agency and marks the changed fields as set by a person. A new name keeps the old one as an alias, so that old documents are still
 * recognised; a name that another agency has is refused.
 */
export async function editAgency(store: Store, id: string, patch: AgencyPatch): Promise<Result<Agency, StoreError>> {
  const { agencies } = store.db
  return write(store, [agencies], async () => {
    const before = await agencies.get(id)
    if (!before) throw new Refusal(storeError('not-found'))
    const { name = before.name } = patch
    const wanted = normaliseName(name)
    if (wanted !== normaliseName(before.name)) {
      const taken = (await agencies.toArray()).some((other) => other.id !== id && normaliseName(other.name) === wanted)
      if (taken || wanted === '') throw new Refusal(storeError('name-taken', { name }))
    }
    const aliases = patch.aliases ?? before.aliases
    const edited = (Object.keys(patch) as (keyof AgencyPatch)[]).filter((key) => patch[key] !== before[key])
    const after: Agency = {
      ...before,
      ...patch,
      aliases: name === before.name ? aliases : [...new Set([...aliases, before.name])],
      edited: [...new Set([...before.edited, ...edited])],
    }
    await agencies.put(after)
    return after
  })
}

/** Removes an agency that has no report; members lose it as their parent. */
export async function deleteAgency(store: Store, id: string): Promise<Result<null, StoreError>> {
  const { agencies, reports } = store.db
  return write(store, [agencies, reports], async () => {
    const count = await reports.where('agency').equals(id).count()
    if (count > 0) throw new Refusal(storeError('agency-in-use', { reports: count }))
    await agencies.filter(({ parent }) => parent === id).modify({ parent: null })
    await agencies.delete(id)
    return null
  })
}

/** Proposes a parent to each agency that has none and whose parent no person has set: their government may have come in after them. */
export async function proposeParents(store: Store): Promise<Result<number, StoreError>> {
  const { agencies } = store.db
  return write(store, [agencies], async () => {
    const all = await agencies.toArray()
    const adopted = all.flatMap((agency) => {
      if (agency.parent !== null || agency.edited.includes('parent')) return []
      const parent = proposeParent(agency, all)
      return parent === null ? [] : [mergeProposal(agency, { parent })]
    })
    await agencies.bulkPut(adopted)
    return adopted.length
  })
}

/** Deletes agencies that only wrong readings had made: nobody edited them, nothing refers to them. Call inside a transaction. */
export async function dropOrphan(db: StoreDatabase, moved: Pick<ReportHead, 'agency'>): Promise<boolean> {
  const agency = await db.agencies.get(moved.agency)
  if (!agency || agency.edited.length > 0) return false
  const reports = await db.reports.where('agency').equals(agency.id).count()
  const members = await db.agencies.filter(({ parent }) => parent === agency.id).count()
  const decisions = await db.decisions.where('agency').equals(agency.id).count()
  if (reports + members + decisions > 0) return false
  await db.agencies.delete(agency.id)
  return true
}
