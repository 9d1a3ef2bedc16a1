import type { Agency } from '../agency'
import { agencyId, nameKey } from '../names'
import type { Draft } from './agencyOfRow'
import type { ColumnId } from './columns'
import type { ProblemCode, RowProblem } from './problems'
import type { TableRow } from './readRows'

type Target =
  { readonly agency: Agency | undefined; readonly id: string } | { readonly problems: readonly RowProblem[] }

const LONGEST_ID = 100

/** Finds which agency each row is about, and keeps two rows from being about one. */
export class Targets {
  readonly #byId: ReadonlyMap<string, Agency>
  readonly #byName = new Map<string, Agency[]>()
  readonly #byOtherName = new Map<string, Agency>()
  readonly #rowOf = new Map<string, number>()

  constructor(agencies: readonly Agency[]) {
    this.#byId = new Map(agencies.map((agency) => [agency.id, agency]))
    for (const agency of agencies) {
      const key = nameKey(agency.name)
      this.#byName.set(key, [...(this.#byName.get(key) ?? []), agency])
      for (const name of [...agency.aliases, ...(agency.formerNames ?? []).map((former) => former.name)])
        this.#byOtherName.set(nameKey(name), agency)
    }
  }

  /** By id, else by full name, else new. A row without a name is refused. */
  of({ row, cells }: TableRow): Target {
    const id = cells.get('id') ?? ''
    const name = cells.get('name') ?? ''
    const problem = (column: ColumnId, code: ProblemCode, value: string, other = ''): Target => ({
      problems: [{ row, column, code, value, ...(other !== '' && { other }) }],
    })
    if (name === '') return problem('name', 'no-name', '')
    if (id.length > LONGEST_ID) return problem('id', 'too-long', id, String(LONGEST_ID))
    const key = nameKey(name)
    const named = this.#byName.get(key) ?? []
    const known = this.#byId.get(id)
    if (!known && named.length > 1) return problem('name', 'several-agencies', name)
    const agency = known ?? named[0]
    const called = this.#byOtherName.get(key)
    if (!agency && called) return problem('name', 'name-is-other', name, called.name)
    const target = agency?.id ?? (id === '' ? this.#freeId(name) : id)
    const first = this.#rowOf.get(target)
    if (first !== undefined) return problem('name', 'twice', name, String(first))
    this.#rowOf.set(target, row)
    return { agency, id: target }
  }

  /** The id that the name makes; where a renamed agency has it already, the next one. */
  #freeId(name: string): string {
    const id = agencyId(name)
    for (let count = 2; ; count++) {
      const free = count === 2 ? id : `${id}-${String(count - 1)}`
      if (!this.#byId.has(free)) return free
    }
  }

  /** Refuses rows whose name another agency has, or will have by another row. */
  refuseTakenNames(drafts: readonly Draft[]): { drafts: Draft[]; problems: RowProblem[] } {
    const problems: RowProblem[] = []
    let kept = [...drafts]
    for (;;) {
      const names = new Map(
        [...this.#byId.values(), ...kept.map(({ agency }) => agency)].map((agency) => [agency.id, agency.name]),
      )
      const holders = new Map<string, string[]>()
      for (const [id, name] of names) holders.set(nameKey(name), [...(holders.get(nameKey(name)) ?? []), id])
      const taken = kept.flatMap((draft): { draft: Draft; other: string }[] => {
        const renamed = draft.before === undefined || nameKey(draft.before.name) !== nameKey(draft.agency.name)
        const other = holders.get(nameKey(draft.agency.name))?.find((id) => id !== draft.agency.id)
        return renamed && other !== undefined ? [{ draft, other }] : []
      })
      if (taken.length === 0) return { drafts: kept, problems }
      for (const { draft, other } of taken)
        problems.push({ row: draft.row, column: 'name', code: 'name-taken', value: draft.agency.name, other })
      kept = kept.filter((draft) => !taken.some((one) => one.draft === draft))
    }
  }
}
