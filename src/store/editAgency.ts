import type { Result } from '../report/report'
import type { Agency } from '../register/agency'
import { withName } from '../register/joinAgencies'
import { normaliseName } from '../register/names'
import type { Store, StoreDatabase } from './db'
import { journaled } from './journal'
import type { Journaled } from './journal'
import { Refusal, storeError } from './storeError'
import type { StoreError } from './storeError'
import { rejudge } from './versions'

/** Fields of an agency that a person may set; `undefined` clears one that may be absent. */
export type AgencyPatch = { readonly [K in keyof Omit<Agency, 'id' | 'edited' | 'formerIds'>]?: Agency[K] | undefined }

/**
 * What becomes of the name that a new one takes the place of: a former name (the body was renamed; `until` is its last report year), another name
 * that it is found under, or nothing, where no document has it.
 */
export type OldName = { readonly as: 'former'; readonly until?: number } | { readonly as: 'alias' | 'nothing' }

/**
 * Changes an agency and marks the changed fields as set by a person. A name that another agency has is refused, and so is a parent or successor that
 * would go round in a circle.
 */
export async function editAgency(
  store: Store,
  id: string,
  patch: AgencyPatch,
  oldName: OldName = { as: 'alias' },
  now = new Date(),
): Promise<Result<Journaled<Agency>, StoreError>> {
  const { db } = store
  return journaled(
    store,
    [id],
    async () => {
      const before = await db.agencies.get(id)
      if (!before) throw new Refusal(storeError('not-found'))
      const after = changed(before, patch, oldName)
      await refuseName(db, before, after)
      for (const field of ['parent', 'successor'] as const)
        if (after[field] !== before[field]) await refuseCircle(db, after, field)
      await db.agencies.put(after)
      // Findings carry the agency's name.
      if (after.name !== before.name)
        for (const head of await db.reports.where('agency').equals(id).toArray()) await rejudge(db, head)
      return after
    },
    now,
  )
}

function changed(before: Agency, patch: AgencyPatch, oldName: OldName): Agency {
  const name = patch.name?.trim() ?? before.name
  const given: Partial<Record<keyof Agency, unknown>> = { ...before, ...patch, name }
  if (name !== before.name && oldName.as === 'alias')
    given.aliases = withName(patch.aliases ?? before.aliases, before.name)
  if (name !== before.name && oldName.as === 'former') {
    const { until } = oldName
    const former = { name: before.name, ...(until === undefined ? {} : { until }) }
    given.formerNames = [...(patch.formerNames ?? before.formerNames ?? []), former]
  }
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const fields = new Set([...Object.keys(before), ...Object.keys(present)] as (keyof Agency)[])
  const edited = [...fields].filter((field) => JSON.stringify(before[field]) !== JSON.stringify(present[field]))
  // Every field that an agency must have is in `before`, and the patch clears only optional ones.
  return { ...(present as unknown as Agency), edited: [...new Set([...before.edited, ...edited])] }
}

async function refuseName(db: StoreDatabase, before: Agency, { id, name }: Agency): Promise<void> {
  const wanted = normaliseName(name)
  if (wanted === '') throw new Refusal(storeError('name-empty'))
  if (wanted === normaliseName(before.name)) return
  const taken = (await db.agencies.toArray()).some((other) => other.id !== id && normaliseName(other.name) === wanted)
  if (taken) throw new Refusal(storeError('name-taken', { name }))
}

async function refuseCircle(db: StoreDatabase, agency: Agency, field: 'parent' | 'successor'): Promise<void> {
  const seen = new Set([agency.id])
  for (let next = agency[field] ?? null; next !== null;) {
    const other = await db.agencies.get(next)
    if (!other) throw new Refusal(storeError('not-found'))
    if (seen.has(next)) throw new Refusal(storeError('in-circle', { name: other.name }))
    seen.add(next)
    next = other[field] ?? null
  }
}

/** Removes an agency that has no report; members lose it as their parent, others as their successor. */
export async function deleteAgency(
  store: Store,
  id: string,
  now = new Date(),
): Promise<Result<Journaled<Agency>, StoreError>> {
  const { agencies, decisions, reports, pending, documents } = store.db
  return journaled(
    store,
    [id],
    async () => {
      const agency = await agencies.get(id)
      if (!agency) throw new Refusal(storeError('not-found'))
      const filed = await reports.where('agency').equals(id).count()
      const waiting = await pending.filter((row) => row.agency === id).count()
      const kept = await documents.where('agency').equals(id).count()
      const all = filed + waiting + kept
      if (all > 0) throw new Refusal(storeError('agency-in-use', { reports: all }))
      await agencies.filter(({ parent }) => parent === id).modify({ parent: null })
      await agencies
        .filter(({ successor }) => successor === id)
        .modify((row: { successor?: string }) => {
          delete row.successor
        })
      await decisions
        .where('agency')
        .equals(id)
        .filter(({ kind }) => kind === 'distinct')
        .delete()
      await agencies.delete(id)
      return agency
    },
    now,
  )
}
