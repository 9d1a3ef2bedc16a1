import type { Label } from '../form/version'
import type { Random } from './random'
import type { SampleReport } from './sampleReport'
import type { Soiled } from './soiled'

/** Formats that sample documents are written in. */
export const SAMPLE_FORMATS = ['txt', 'html', 'docx', 'xlsx'] as const
export type SampleFormat = (typeof SAMPLE_FORMATS)[number]

/** One kind of damage that real reports have. */
export interface Dirt {
  /** Its name on the command line: lower-case words joined by hyphens. */
  readonly name: string
  readonly label: Label
  readonly formats: readonly SampleFormat[]
  /** What it touches. Two kinds that touch the same are not put on one document. */
  readonly touches: readonly (
    'values' | 'heads' | 'labels' | 'rows' | 'spans' | 'title' | 'headings' | 'encoding' | 'sums'
  )[]
  /** Changes what the agency itself wrote, before the document is laid out. */
  readonly rewrite?: (report: SampleReport, random: Random) => SampleReport
  /** Damages the document, and says what its readers then owe. Without any demand: the damage must not be noticed. */
  readonly soil?: (soiled: Soiled, random: Random) => Soiled
}
