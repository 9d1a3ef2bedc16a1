import type { Catalogue } from '../cube/query'
import { catalogue as catalogueShape, coverageResult, queryResult } from './answerShapes'
import { CATALOGUE, keyOf } from './asker'
import type { Answers, Asker } from './asker'
import type { PointNote } from './kept'
import { KEPT_LIMITS } from './keptLimits'
import { readNote } from './readKept'
import { readLine, readList } from './readText'
import type { Shape } from './shape'

/** Why a figure cannot be made of kept answers. */
export class KeptAnswerError extends Error {
  /** Where the answer is not what the engine would have given, as a path into it; `null` where it was never kept. */
  readonly at: string | null

  constructor(question: string, at: string | null) {
    super(at === null ? `the kept answers lack ${question}` : `the kept answer is damaged at ${at} to ${question}`)
    this.name = 'KeptAnswerError'
    this.at = at
  }
}

/** Answers from what was kept, which may come from a file: rejects with a `KeptAnswerError` what was never asked and what no engine could have answered. */
export function askerOfAnswers(answers: Answers): Asker {
  const known = new Map<string, Promise<unknown>>()
  const read = (key: string, shape: Shape): Promise<unknown> => {
    if (!Object.hasOwn(answers, key)) return Promise.reject(new KeptAnswerError(key, null))
    const path = shape(answers[key])
    return path === null ? Promise.resolve(answers[key]) : Promise.reject(new KeptAnswerError(key, path || '.'))
  }
  // Figures share answers: each is looked through once.
  const kept = <T>(key: string, shape: Shape): Promise<T> => {
    const answer = known.get(key) ?? read(key, shape)
    known.set(key, answer)
    return answer as Promise<T>
  }
  return {
    query: (query) => {
      const asked = { lineage: true, ...query }
      return kept(keyOf('query', asked), queryResult(asked))
    },
    coverage: (where) => kept(keyOf('coverage', where), coverageResult),
    catalogue: () => kept(CATALOGUE, catalogueShape),
  }
}

const FINGERPRINT = 'fingerprint'
/** Under which people's notes stand among kept answers. */
export const KEPT_NOTES = 'notes'

/** Of which data kept answers are, and what people had written on the figures then. */
export interface KeptData {
  /** `''` where they do not say. */
  readonly fingerprint: string
  /** `null` where it was not asked or is none. */
  readonly catalogue: Catalogue | null
  /** Each on the agency that it stood on then; none in answers that were kept without them. */
  readonly notes: readonly PointNote[]
}

/** Answers that say themselves of which data they are and what was noted on their figures, however data and notes change. */
export const answersOfData = (
  answers: Answers,
  { fingerprint, notes }: Pick<KeptData, 'fingerprint' | 'notes'>,
): Answers => ({ ...answers, [FINGERPRINT]: fingerprint, [KEPT_NOTES]: notes })

/** What kept answers say of themselves. */
export function dataOfAnswers(answers: Answers): KeptData {
  const { [FINGERPRINT]: fingerprint, [CATALOGUE]: kept, [KEPT_NOTES]: notes } = answers
  return {
    fingerprint: readLine(fingerprint, KEPT_LIMITS.word) ?? '',
    catalogue: catalogueShape(kept) === null ? (kept as Catalogue) : null,
    notes: readList(notes, KEPT_LIMITS.notes, readNote),
  }
}
