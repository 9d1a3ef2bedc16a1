import type { NamedQuery } from '../overviewQueries'

/** What a peer says of one figure of one group: what all engines can be compared in. */
export interface PeerFigure {
  readonly value: number | null
  readonly reports: number
  readonly from?: number | null
  readonly to?: number | null
  readonly agencies?: number
}

/** Figures by group: the group's key values joined, then the figure's id. */
export type PeerAnswer = ReadonlyMap<string, Readonly<Record<string, PeerFigure>>>

export interface Peer {
  readonly name: string
  /** Gets ready to answer a query many times; the function answers it once. */
  readonly prepare: (query: NamedQuery) => Promise<() => Promise<unknown>>
  /** Brings what a run gave into the common form; not timed. */
  readonly read: (query: NamedQuery, given: unknown) => PeerAnswer
}
