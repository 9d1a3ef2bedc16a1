import { FIRST_YEAR_OF_FORM } from '../../form/version'
import type { Block, Grid } from '../../readers/document'
import { isWholeTable } from '../wholeTable'
import { partByColumns } from './yearColumns'
import { partByRows } from './yearRows'

/** The tables of a report that has the figures of several years beside each other. */
export interface YearParts {
  /** The report's own year, which its text is about. */
  readonly own: number
  /** What belongs to each year, in the order in which the years stand: to the own one also all that is no such table. */
  readonly blocks: ReadonlyMap<number, readonly Block[]>
}

/**
 * Parts a report in whose tables two years or more stand side by side; `null` where none does, or where the heads do not clearly say what is whose.
 * `base`: finds the year of the document, if it says one; asked only where it matters.
 */
export function yearParts(blocks: readonly Block[], base: () => number | null): YearParts | null {
  const found = new Map<Block, ReadonlyMap<number, Grid>>()
  for (const block of blocks) {
    const grids = block.kind === 'table' ? (partByColumns(block) ?? partByRows(block)) : null
    if (grids && [...grids.values()].every(isWholeTable)) found.set(block, grids)
  }
  if (found.size === 0) return null
  const year = base()
  const parted = new Map([...found].map(([block, grids]) => [block, inYears(grids, year)] as const))
  const years = [...new Set([...parted.values()].flatMap((grids) => [...(grids?.keys() ?? [])]))]
  const own = year ?? Math.max(...years)
  if (!years.includes(own) || [...parted.values()].includes(null)) return null
  const blocksOf = (one: number): Block[] =>
    blocks.flatMap((block) => parted.get(block)?.get(one) ?? (one === own && !parted.has(block) ? [block] : []))
  // Before the form there was no such table to report on.
  const reported = years.filter((one) => one >= FIRST_YEAR_OF_FORM)
  return { own, blocks: new Map(reported.map((one) => [one, blocksOf(one)])) }
}

/** Grids of 本年 and 上年 by their years; `null` where these are not known, or named in both ways. */
function inYears(grids: ReadonlyMap<number, Grid>, base: number | null): ReadonlyMap<number, Grid> | null {
  if (base === null && [...grids.keys()].some((year) => year <= 0)) return null
  const named = new Map([...grids].map(([year, grid]) => [year > 0 ? year : (base ?? 0) + year, grid]))
  return named.size === grids.size ? named : null
}
