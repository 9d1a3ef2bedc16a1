import type { Agency } from '../agency'
import { nameKey } from '../names'
import type { Draft } from './agencyOfRow'
import type { ProblemCode, RowProblem } from './problems'

const REFERENCES = ['parent', 'successor'] as const
type Reference = (typeof REFERENCES)[number]

interface Taken {
  readonly drafts: Draft[]
  readonly problems: RowProblem[]
}

/**
 * Puts ids in place of the names by which rows refer to other agencies: full names, present or before this table, old or of a new row, or ids. Where a row
 * falls, rows that name the agency it would have made fall with it.
 */
export function resolveReferences(drafts: readonly Draft[], agencies: readonly Agency[]): Taken {
  const problems: RowProblem[] = []
  let kept = [...drafts]
  for (;;) {
    const ids = idsByName(kept, agencies)
    const faults = kept.flatMap((draft) =>
      REFERENCES.flatMap((column) => {
        const code = faultOf(draft, column, ids)
        return code === null ? [] : [{ row: draft.row, column, code, value: draft.references[column] ?? '' }]
      }),
    )
    if (faults.length === 0) return { drafts: kept.map((draft) => resolved(draft, ids)), problems }
    problems.push(...faults)
    const fallen = new Set(faults.map(({ row }) => row))
    kept = kept.filter(({ row }) => !fallen.has(row))
  }
}

function idsByName(drafts: readonly Draft[], agencies: readonly Agency[]): ReadonlyMap<string, ReadonlySet<string>> {
  const ids = new Map<string, Set<string>>()
  for (const { id, name } of [...agencies, ...drafts.map(({ agency }) => agency)]) {
    const key = nameKey(name)
    const found = ids.get(key)
    if (found) found.add(id)
    else ids.set(key, new Set([id]))
  }
  // Where a name does not tell, the id does.
  for (const { id } of [...agencies, ...drafts.map(({ agency }) => agency)])
    if (!ids.has(nameKey(id))) ids.set(nameKey(id), new Set([id]))
  return ids
}

function faultOf(
  { agency, references }: Draft,
  column: Reference,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
): ProblemCode | null {
  const name = references[column] ?? ''
  if (name === '') return null
  const found = ids.get(nameKey(name))
  if (!found) return 'unknown-agency'
  if (found.size > 1) return 'several-agencies'
  return found.has(agency.id) ? 'itself' : null
}

function resolved(draft: Draft, ids: ReadonlyMap<string, ReadonlySet<string>>): Draft {
  const { parent, successor } = draft.references
  const idOf = (name: string): string | null => [...(ids.get(nameKey(name)) ?? [])][0] ?? null
  const { successor: before, ...rest } = draft.agency
  const next = successor === undefined ? before : (idOf(successor) ?? undefined)
  const agency: Agency = {
    ...rest,
    parent: parent === undefined ? rest.parent : idOf(parent),
    ...(next !== undefined && { successor: next }),
  }
  const set = REFERENCES.filter((column) => (agency[column] ?? null) !== (draft.agency[column] ?? null))
  return { ...draft, agency: { ...agency, edited: [...new Set([...agency.edited, ...set])] } }
}

/** Refuses rows whose new parent or successor leads back to the agency itself. */
export function circles(drafts: readonly Draft[], agencies: readonly Agency[]): Taken {
  const problems: RowProblem[] = []
  let kept = [...drafts]
  for (;;) {
    const all = new Map([...agencies, ...kept.map(({ agency }) => agency)].map((agency) => [agency.id, agency]))
    const faults = kept.flatMap((draft) =>
      REFERENCES.filter((column) => (draft.references[column] ?? '') !== '').flatMap((column): RowProblem[] => {
        const way = circleFrom(draft.agency, column, all)
        return way === null ? [] : [{ row: draft.row, column, code: 'circle', value: way }]
      }),
    )
    if (faults.length === 0) return { drafts: kept, problems }
    problems.push(...faults)
    const fallen = new Set(faults.map(({ row }) => row))
    kept = kept.filter(({ row }) => !fallen.has(row))
  }
}

/** The way from an agency back to itself, in names; `null` where there is none. */
export function circleFrom(start: Agency, column: Reference, all: ReadonlyMap<string, Agency>): string | null {
  const way = [start]
  for (let next = nextOf(start, column, all); next; next = nextOf(next, column, all)) {
    if (next.id === start.id) return [...way, start].map(({ name }) => name).join(' → ')
    if (way.includes(next)) return null
    way.push(next)
  }
  return null
}

function nextOf(agency: Agency, column: Reference, all: ReadonlyMap<string, Agency>): Agency | undefined {
  const id = agency[column]
  return id === null || id === undefined ? undefined : all.get(id)
}
