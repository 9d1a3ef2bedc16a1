import type { DeckFormat, DeckTemplate, FigureForm } from '../../analysis/kept'
import type { FigureSetting } from '../../charts/caption'
import type { Chart } from '../../charts/chart'
import type { Language } from '../../report/wording'

/** What holds for a whole 会议夹 on its way out. */
export interface DeckHead {
  readonly name: string
  readonly format: DeckFormat
  readonly template: DeckTemplate
  readonly language: Language
  /** A short text that tells this state of the data from any other. */
  readonly fingerprint: string
  /** Day of the newest import, as dates are written here; `null` without data. */
  readonly updated: string | null
  /** Figures of the fictional city. */
  readonly example: boolean
  /** Patterns beside colours on drawings, for printing in black and white. */
  readonly patterns: boolean
  /** When the file is made, ISO date-time. */
  readonly made: string
}

export interface SectionPage {
  readonly kind: 'section'
  readonly title: string
}

/** Sentences of a person's own. */
export interface TextPage {
  readonly kind: 'text'
  readonly title: string
  readonly lines: readonly string[]
}

/** A number of a chart's table, 0-based. */
export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** A figure, asked again of the data or of the answers that were kept. */
export interface FigurePage {
  readonly kind: 'figure'
  readonly chart: Chart
  readonly setting: FigureSetting
  readonly form: FigureForm
  /** A person's title in place of the figure's own. */
  readonly title: string | null
  /** A person's sentences in place of the readings. */
  readonly lines: readonly string[] | null
  /** What has changed since the figure was put in, in words; empty where nothing has. */
  readonly changed: readonly string[]
  /** The numbers shown large in the form `number`; absent, the leading ones of the newest year. */
  readonly numbers?: readonly CellPlace[]
}

export type DeckPage = SectionPage | TextPage | FigurePage

/** A 会议夹 with every figure made: what each way out takes. */
export interface DeckToGo {
  readonly head: DeckHead
  readonly pages: readonly DeckPage[]
}
