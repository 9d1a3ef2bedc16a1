import type { Chart } from '../charts/chart'
import type { Filter } from '../cube/query'
import type { Label } from '../form/version'
import type { Asker } from './asker'
import type { Params, ValuesOf } from './params'

/** What a figure is asked for: of which reports, and with which of its switches. */
export interface Asked<P extends Params> {
  readonly where: Filter
  readonly switches: ValuesOf<P>
}

/** One kind of figure: the question that it answers, as data, and the one way to answer it, on a page, in a deck and headless alike. */
export interface FigureKind<P extends Params = Params> {
  readonly id: string
  /** What it shows, without its years. */
  readonly name: Label
  /** Its switches, by their names in the address; a name means the same to every kind that has it. */
  readonly params: P
  /** The figure, `null` where nothing that matches could be drawn. Rejects as the engine does. */
  ask(asker: Asker, asked: Asked<P>): Promise<Chart | null>
}

/** A kind with the types of its own switches. */
export const figureKind = <P extends Params>(kind: FigureKind<P>): FigureKind<P> => kind
