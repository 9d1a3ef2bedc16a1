import type { Catalogue, CoverageResult, Filter, Query, QueryEngine, QueryResult } from '../cube/query'

/** What figures ask of the data. The same question within one state of the data is asked once. */
export interface Asker {
  /** On every figure an agency counts as the one that took its duties over, unless the query says otherwise. */
  readonly query: (query: Query) => Promise<QueryResult>
  readonly coverage: (where: Filter) => Promise<CoverageResult>
  readonly catalogue: () => Promise<Catalogue>
}

/** An asker that keeps what was answered. */
export interface RecordingAsker extends Asker {
  /** All answers that it has. */
  readonly answers: () => Promise<Answers>
}

/** What the engine answered, by the question as text: enough to make the figures again without the data. */
export type Answers = Readonly<Record<string, unknown>>

/** The catalogue's question as text. */
export const CATALOGUE = 'catalogue'

/** Asks the engine, each question once as long as its answer is among the last `most`. */
export function askerOf(
  engine: Pick<QueryEngine, 'query' | 'coverage' | 'catalogue'>,
  most = Infinity,
): RecordingAsker {
  const asked = new Map<string, Promise<unknown>>()
  const once = <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    const answer = (asked.get(key) as Promise<T> | undefined) ?? ask()
    // The last asked stands last; what failed is asked anew.
    asked.delete(key)
    asked.set(key, answer)
    answer.catch(() => asked.delete(key))
    for (const oldest of asked.keys()) {
      if (asked.size <= most) break
      asked.delete(oldest)
    }
    return answer
  }
  return {
    query: (query) => {
      const whole = { lineage: true, ...query }
      return once(keyOf('query', whole), () => engine.query(whole))
    },
    coverage: (where) => once(keyOf('coverage', where), () => engine.coverage(where)),
    catalogue: () => once(CATALOGUE, () => engine.catalogue()),
    answers: async () => {
      const entries = await Promise.all([...asked].map(async ([key, answer]) => [key, await answer] as const))
      return Object.fromEntries(entries)
    },
  }
}

/** A question as text, the same however its properties are ordered. */
export function keyOf(kind: 'query' | 'coverage', question: Query | Filter): string {
  return `${kind} ${JSON.stringify(sorted(question))}`
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, part]) => [name, sorted(part)]),
  )
}
