import type { Label } from '../form/version'
import { both } from './words'

/** So many that share a place are named. */
const MOST_NAMED = 3
/** Differences between shown percentages carry noise far below what is shown. */
const exact = (value: number): number => Math.round(value * 1e6)

/** All that share the highest value, in their order; none of none. */
export function highestOf<T>(all: readonly T[], valueOf: (one: T) => number): T[] {
  const most = Math.max(...all.map((one) => exact(valueOf(one))))
  return all.filter((one) => exact(valueOf(one)) === most)
}

/** What is said of those that share a place: of one as it is, of several that they share it. `joints`: between two. */
export function tiedText(said: readonly Label[], joints: Label = both('；', '; ')): Label {
  const told = said.slice(0, MOST_NAMED)
  const [zh, en] = [told.map((one) => one.zh).join(joints.zh), told.map((one) => one.en).join(joints.en)]
  if (said.length < 2) return both(zh, en)
  const more = said.length > told.length
  return both(`${zh}${more ? '等' : ''}（并列）`, `${en}${more ? ` and others` : ''} (tied)`)
}

/** Names that share a place. */
export const tiedNames = (names: readonly Label[]): Label => tiedText(names, both('、', ', '))
