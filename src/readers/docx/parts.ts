import type { Read } from '../failure'

/** The parts of a WordprocessingML document, wherever they are kept: `Package`, `FlatPackage`. */
export interface WordParts {
  readonly mainPart: string
  /** Its end is lost, and what stood there. */
  readonly cut: boolean
  /** Text of a part that must be there. */
  part(name: string): Read<string>
  /** Text of a part that may be missing or spoilt without harm to the figures; `null` then. */
  optionalPart(name: string): string | null
  /** A part in the folder of the main part. */
  beside(name: string): string
}
