import { REASONED } from '../charts/reasons'
import { COMPARE_MODES } from '../charts/compareChart'
import { SORTS } from '../charts/comparison'
import { figureOf } from '../form/indicators'
import { choice, flag, list, whole, words } from './params'
import type { Params, ValuesOf } from './params'

/** Cases that a rate must stand on to be ranked or coloured (RULES.md, Indicators). */
export const LEAST_N = { initial: 30, options: [0, 5, 10, 20, 30, 50, 100] } as const

/** The switches that figures have, by their names in the address. */
export const SWITCHES = {
  /** Shares of a whole, or counts. */
  as: choice(['percent', 'count'], 'percent'),
  /** Over which agencies a change on the year before is. */
  change: choice(['comparable', 'all'], 'comparable'),
  /** The outcome whose reasons are told. */
  reasons: choice(REASONED, 'refused'),
  /** The year that is told; 0 is the newest of the selection. */
  at: whole(0, 2000, 2099),
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
} as const satisfies Params

export type SwitchValues = ValuesOf<typeof SWITCHES>

/** The id of a figure that an address names, or `fallback` where it names none. */
export const knownFigure = (id: string, fallback: string = SWITCHES.figure.initial): string =>
  figureOf(id) ? id : fallback

/** The year told: the one asked for where the selection has it, else the newest; 0 without years. */
export const yearTold = (years: readonly number[], at: number): number =>
  years.includes(at) ? at : (years.at(-1) ?? 0)
