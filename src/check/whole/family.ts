import type { Finding } from '../../report/finding'
import type { Whole } from './whole'

/** One thing to be judged: it is judged anew when, and only when, something that it rests on is another object or value than before. */
export interface Case {
  /** Unique within its family. */
  readonly id: string
  /** Key of the report that its findings belong to. */
  readonly home: string
  /** Everything that the judgement depends on. */
  readonly rests: readonly unknown[]
  readonly judge: () => readonly Finding[]
}

/** A kind of check: which cases there are now. Cases are listed at every change and so must be cheap to list. */
export type Family = (whole: Whole) => Iterable<Case>

/** Makes a family for one checker; what it remembers between two listings is its own. */
export type FamilyMaker = () => Family
