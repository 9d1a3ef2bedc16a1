import type { Result } from '@/report/report'
import type { StoreError } from '@/store/storeError'
import type { Candidate, ImportResult } from '@/workers/importApi'
import { useAgencies } from './agencies'
import { useDatabase } from './database'
import { useImportList } from './importList'
import type { ImportLine } from './importLines'
import { usePreferences } from './preferences'

/** Answers to what an import asks: is the name in a document another one's? Each is remembered, for every document with that name. */
export interface ImportDoubts {
  /** It is that agency's. Gives the error where it was not done. */
  readonly isOne: (line: ImportLine, candidate: Candidate) => Promise<StoreError | null>
  /** It is none of those asked about. */
  readonly isNone: (line: ImportLine) => Promise<StoreError | null>
}

type Asked = Extract<ImportResult, { readonly candidates: readonly Candidate[] }>

export function useImportDoubts(): ImportDoubts {
  const agencies = useAgencies()
  const imports = useImportList()
  const preferences = usePreferences()
  const database = useDatabase()

  async function isOne(line: ImportLine, { id, name }: Candidate): Promise<StoreError | null> {
    const { result } = line
    if (!asks(result)) return null
    const { agency: own, year } = result
    if (own === null) {
      if (year === null) return null
      return imports.reassign(line, { agency: { id }, year, by: preferences.name })
    }
    // The name has an entry of its own, with whatever else came under it: the two are one.
    await database.select('real')
    const merged = await agencies.merge(id, own)
    if (merged.ok)
      imports.settle(line, (other) => ('agency' in other && other.agency === own ? joined(other, { id, name }) : other))
    return errorOf(merged)
  }

  async function isNone(line: ImportLine): Promise<StoreError | null> {
    const { result } = line
    if (!asks(result) || result.agencyName === null) return null
    const { agencyName, candidates } = result
    const gone = new Set(candidates.map(({ id }) => id))
    await database.select('real')
    const said = await agencies.apart(agencyName, [...gone])
    if (said.ok)
      imports.settle(line, (other) =>
        asks(other) && other.agencyName === agencyName
          ? { ...other, candidates: other.candidates.filter(({ id }) => !gone.has(id)) }
          : other,
      )
    return errorOf(said)
  }

  return { isOne, isNone }
}

function asks(result: ImportResult): result is Asked {
  return 'candidates' in result && result.candidates.length > 0
}

/** A result of an agency that has gone into another. */
function joined<T extends ImportResult>(result: T, { id, name }: Candidate): T {
  return {
    ...result,
    agency: id,
    agencyName: name,
    ...('candidates' in result && { candidates: [] }),
    ...('agencyCreated' in result && { agencyCreated: false }),
  }
}

function errorOf(result: Result<unknown, StoreError>): StoreError | null {
  return result.ok ? null : result.error
}
