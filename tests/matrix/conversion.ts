import type { CorpusDocument } from './corpus'

/** What a program makes of documents of one of our formats. */
export interface Conversion {
  readonly from: string
  /** Extension of what it makes. */
  readonly to: string
  /** The program's name for what it makes, where the extension alone does not tell. */
  readonly filter?: string
  /** Its name for what it takes. */
  readonly infilter?: string
  /** Kinds of damage that the conversion undoes or shows otherwise, so that what they owe is not owed by what it makes. */
  readonly without?: readonly string[]
}

/** A program of other people that writes the formats which offices send. */
export interface Converter {
  readonly name: string
  readonly version: string
  readonly conversions: readonly Conversion[]
  /** The bytes of each document converted; `null` for what the program did not make. */
  readonly convert: (
    conversion: Conversion,
    documents: readonly CorpusDocument[],
  ) => Promise<readonly (Uint8Array | null)[]>
  /** Gives back what the program took. */
  readonly end: () => Promise<void>
}
