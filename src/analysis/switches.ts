import { ENOUGH } from '../charts/enough'
import { REASONED } from '../charts/reasons'
import { COMPARE_MODES } from '../charts/compareChart'
import { SORTS } from '../charts/comparison'
import { lastYearOnForm } from '../charts/ranked'
import type { Told } from '../charts/told'
import { figureOf } from '../form/indicators'
import { choice, choices, flag, list, whole, words } from './params'
import type { Params, ValuesOf } from './params'
import { PEER_RULES } from './peers'
import type { PeerRule } from './peers'

/** Cases that a rate must stand on to be ranked or coloured (RULES.md, Indicators). */
export const LEAST_N = { initial: ENOUGH.rate, options: [0, 5, 10, 20, 30, 50, 100] } as const

/** The switches that figures have, by their names in the address. */
export const SWITCHES = {
  /** Shares of a whole, or counts. */
  as: choice(['percent', 'count'], 'percent'),
  /** Over which agencies a change on the year before is. */
  change: choice(['comparable', 'all'], 'comparable'),
  /** The outcome whose reasons are told. */
  reasons: choice(REASONED, 'refused'),
  /** The year that is told; 0 is the newest of the selection. Every figure that tells of one year has it, those over the years in their sentences. */
  at: whole(0, 2000, 2099),
  /** The year that it is set against; 0 is the one before it in the selection. */
  from: whole(0, 2000, 2099),
  /** The measure or indicator that is ranked or compared. */
  figure: words('rate.opened'),
  least: whole(LEAST_N.initial, 0, 100_000),
  /** Long lists whole rather than head and tail. */
  every: flag(false),
  mode: choice(COMPARE_MODES, 'matrix'),
  sort: choice(SORTS, 'last'),
  sortYear: whole(0, 0, 9999),
  /** Sorted descending. */
  down: flag(true),
  /** Agencies picked out, by id. */
  on: list(),
  /** What makes an agency a peer of the first that is picked out. */
  peers: { ...choices(PEER_RULES), initial: ['kind', 'volume'] as readonly PeerRule[] },
  /** Along what a change between two years is taken apart. */
  by: choice(['agency', 'outcome'], 'agency'),
} as const satisfies Params

export type SwitchValues = ValuesOf<typeof SWITCHES>

/** The id of a figure that an address names, or `fallback` where it names none. */
export const knownFigure = (id: string, fallback: string = SWITCHES.figure.initial): string =>
  figureOf(id) ? id : fallback

/** The year told: the one asked for where the selection has it, else the newest; 0 without years. */
export const yearTold = (years: readonly number[], at: number): number =>
  years.includes(at) ? at : (years.at(-1) ?? 0)

/** The year that one is set against: the one asked for where the selection has it and it is another, else the last before it; 0 without one. */
export const yearBefore = (years: readonly number[], year: number, from: number): number =>
  from !== year && years.includes(from) ? from : (years.filter((one) => one < year).at(-1) ?? 0)

/** A year with the one that it is set against. */
export const againstOf = (years: readonly number[], year: number, from: number): Told => ({
  year,
  against: yearBefore(years, year, from) || null,
})

/** The year told and the one that it is set against, where either is asked for; `null` where neither is: figures over the years then tell the newest that has reports against the one before it. */
export function toldOf(
  years: readonly number[],
  { at, from }: { readonly at: number; readonly from: number },
): Told | null {
  if (!years.includes(at) && !years.includes(from)) return null
  const year = yearTold(years, at)
  return againstOf(years, year, from)
}

/** The year asked for, where the selection has it; `null` where none is, or it has not. */
export const yearAsked = (years: readonly number[], at: number): number | null => (years.includes(at) ? at : null)

/** The year told of a figure: the one asked for, or the last before it whose form has the figure; 0 without years. */
export function yearToldOf(figure: string, years: readonly number[], at: number): number {
  const told = yearTold(years, at)
  return (
    lastYearOnForm(
      figure,
      years.filter((one) => one <= told),
    ) ?? 0
  )
}
