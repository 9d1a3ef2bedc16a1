import type { Result } from '../report/report'
import type { Agency } from '../register/agency'
import { placedName } from '../register/folderNames'
import { loadRegions } from '../register/loadRegions'
import { AgencyNames } from '../register/match'
import type { MatchContext } from '../register/match'
import { agencyId, nameKey } from '../register/names'
import { mergeProposal, proposeAgency, proposeParent } from '../register/propose'
import type { Regions } from '../register/regions'
import { write } from './db'
import type { Store, StoreDatabase } from './db'
import type { ReportHead } from './rows'
import type { StoreError } from './storeError'

/** The agency that a name stands for. */
export interface ResolvedAgency {
  readonly agency: Agency
  /** Made now, with everything proposed from its name. */
  readonly created: boolean
  /** Agencies of the register that it may be instead; a person decides. */
  readonly candidates: readonly string[]
}

/** A name and what is known of the document that it stands in. */
export interface NameInDocument extends MatchContext {
  readonly name: string
}

/** The register as an import knows it: read once, kept up to date with what the import itself adds, and read anew where another page has written to it. */
export class RegisterCopy {
  readonly #agencies = new Map<string, Agency>()
  readonly #shipped: Regions
  #regions: Regions
  #names: AgencyNames
  /** The stamp of the table that this is a copy of; `null` where there is none to rely on. */
  #stamp: number | null = null
  /** Names and agencies that a person has said are not the same. */
  readonly #distinct = new Set<string>()

  private constructor(regions: Regions) {
    this.#shipped = regions
    this.#regions = regions
    this.#names = new AgencyNames([], regions)
  }

  static async of(store: Store): Promise<RegisterCopy> {
    const register = new RegisterCopy(await loadRegions())
    const { db } = store
    await db.transaction('r', [db.agencies, db.stamps, db.decisions], () => register.#read(db))
    return register
  }

  async #read(db: StoreDatabase): Promise<void> {
    const [agencies, stamp, distinct] = await Promise.all([
      db.agencies.toArray(),
      stampOf(db),
      db.decisions.where('kind').equals('distinct').toArray(),
    ])
    this.#stamp = stamp
    this.#agencies.clear()
    for (const agency of agencies) this.#agencies.set(agency.id, agency)
    this.#regions = this.#shipped.extended(agencies)
    this.#names = new AgencyNames(agencies, this.#regions)
    this.#distinct.clear()
    for (const row of distinct) if (row.kind === 'distinct') this.#distinct.add(`${nameKey(row.name)} ${row.agency}`)
  }

  /** What the database has of the agencies that names may stand for. Call inside a transaction over `agencies`, `stamps` and `decisions`: where another page has changed them, names are matched with what it left. */
  async stored(db: StoreDatabase, names: readonly NameInDocument[]): Promise<Map<string, Agency>> {
    const stamp = await stampOf(db)
    if (stamp === null || stamp !== this.#stamp) await this.#read(db)
    let rows = await this.#rowsOf(db, names)
    // Somebody has worked on the register: an agency that has gone may have left its name to another.
    if (rows.some(([id, agency]) => agency === undefined && this.#agencies.has(id))) {
      await this.#read(db)
      rows = await this.#rowsOf(db, names)
    }
    return new Map(rows.flatMap(([id, agency]) => (agency ? [[id, agency]] : [])))
  }

  async #rowsOf(
    db: StoreDatabase,
    names: readonly NameInDocument[],
  ): Promise<(readonly [string, Agency | undefined])[]> {
    const ids = [...new Set(names.flatMap((name) => this.#idsOf(name)))]
    const rows = await db.agencies.bulkGet(ids)
    return ids.map((id, index) => [id, rows[index]])
  }

  /** Finds the agency of a name among the `stored` ones, or makes one that is yet to be added. */
  resolve(stored: ReadonlyMap<string, Agency>, document: NameInDocument): ResolvedAgency {
    const match = this.#names.match(document.name, document)
    const name = this.#fullName(document)
    const candidates =
      match.kind === 'doubtful' ? this.#possible(document.name, this.#possible(name, match.candidates)) : []
    const known = stored.get(match.kind === 'certain' ? match.id : agencyId(name))
    if (known) return { agency: known, created: false, candidates }
    const proposed: Agency = { ...proposeAgency(name, this.#regions), id: agencyId(name), edited: [] }
    const parent = proposed.parent ?? proposeParent(proposed, [...this.#agencies.values()], this.#regions)
    return { agency: { ...proposed, parent }, created: true, candidates }
  }

  /** Ids of the agencies that a name may stand for, where it is doubtful. */
  candidates(name: string): readonly string[] {
    const match = this.#names.match(name)
    return match.kind === 'doubtful' ? this.#possible(name, match.candidates) : []
  }

  /** Candidates that nobody has said the name does not stand for. */
  #possible(name: string, candidates: readonly string[]): string[] {
    const key = nameKey(name)
    return candidates.filter((id) => !this.#distinct.has(`${key} ${id}`))
  }

  /** A name that says no region, with that of the document's folder: every district has a 区财政局. */
  #fullName({ name, path }: NameInDocument): string {
    return (path === undefined ? null : placedName(name, path, this.#regions)) ?? name
  }

  #idsOf(document: NameInDocument): string[] {
    const match = this.#names.match(document.name, document)
    const own = agencyId(this.#fullName(document))
    return match.kind === 'certain' ? [match.id, own] : [own]
  }

  /** Takes over an agency that a transaction has written; false where it was known. */
  learn({ agency }: ResolvedAgency): boolean {
    if (this.#agencies.has(agency.id)) return false
    this.#agencies.set(agency.id, agency)
    this.#names.put(agency)
    return true
  }

  /** Takes the table as it is for what this is a copy of. Call inside the transaction that has written what was learned. */
  async settle(db: StoreDatabase): Promise<void> {
    this.#stamp = await stampOf(db)
  }

  /** Gives up what was learned from a transaction that was undone. */
  forget(ids: readonly string[]): void {
    for (const id of ids) {
      this.#agencies.delete(id)
      this.#names.remove(id)
    }
  }
}

async function stampOf(db: StoreDatabase): Promise<number | null> {
  return (await db.stamps.get('agencies'))?.stamp ?? null
}

/** All agencies, by name. */
export async function listAgencies(store: Store): Promise<Agency[]> {
  return store.db.agencies.orderBy('name').toArray()
}

/**
 * The agencies that owe reports as far as anybody knows: all but those that nothing but documents of before 2019 made, which may be gone since. By name.
 */
export async function reportingAgencies(store: Store): Promise<Agency[]> {
  const { documents, reports } = store.db
  const [all, filed] = await Promise.all([listAgencies(store), documents.orderBy('agency').uniqueKeys()])
  const counts = await Promise.all(filed.map((id) => reports.where('agency').equals(id).count()))
  const silent = new Set(filed.filter((_, index) => counts[index] === 0))
  const parents = new Set(all.flatMap(({ parent }) => parent ?? []))
  return all.filter(({ id, edited }) => !silent.has(id) || edited.length > 0 || parents.has(id))
}

/** Proposes a parent to each agency that has none and whose parent no person has set: their government may have come in after them. */
export async function proposeParents(store: Store): Promise<Result<number, StoreError>> {
  const { agencies } = store.db
  const shipped = await loadRegions()
  return write(store, [agencies], async () => {
    const all = await agencies.toArray()
    const regions = shipped.extended(all)
    const adopted = all.flatMap((agency) => {
      if (agency.parent !== null || agency.edited.includes('parent')) return []
      const parent = proposeParent(agency, all, regions)
      return parent === null ? [] : [mergeProposal(agency, { parent })]
    })
    await agencies.bulkPut(adopted)
    return adopted.length
  })
}

/** Deletes an agency that only a wrong reading had made: nobody edited it, nothing refers to it. Call inside a transaction. */
export async function dropOrphan(db: StoreDatabase, moved: Pick<ReportHead, 'agency'>): Promise<boolean> {
  const agency = await db.agencies.get(moved.agency)
  if (!agency || agency.edited.length > 0) return false
  const { aliases, formerNames = [], formerIds = [] } = agency
  if (aliases.length + formerNames.length + formerIds.length > 0) return false
  const reports = await db.reports.where('agency').equals(agency.id).count()
  const members = await db.agencies.filter(({ parent }) => parent === agency.id).count()
  const decisions = await db.decisions.where('agency').equals(agency.id).count()
  const documents = await db.documents.where('agency').equals(agency.id).count()
  if (reports + members + decisions + documents > 0) return false
  await db.agencies.delete(agency.id)
  return true
}
