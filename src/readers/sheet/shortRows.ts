import type { Band, BandRow } from './bands'

const FIGURE = /^-?\d[\d,]*(?:\.\d+)?$/u
/** Figures of a row by which others are judged, and rows of that kind that tell where a row ends. */
const LEAST_FIGURES = 4
const LEAST_ROWS = 3

/** A row with figures: the column of the first, that where its last cell ends, how many there are, and whether all are 0. */
interface Counted {
  readonly row: number
  readonly first: number
  readonly end: number
  readonly figures: number
  readonly isZero: boolean
}

/**
 * Rows that end before the others, by number. Where a sheet has no lines and only what is filled was written, a cell that is not there
 * is an empty one; but at the end of a row with figures their sum belongs. Where few rows lack it, they have lost a cell, and those
 * behind it moved up. Rows of zeros are judged by their like: many leave the sum of nothing blank.
 */
export function shortRows(band: Band): ReadonlySet<number> {
  const counted = band.flatMap((row) => countedRow(row) ?? [])
  const full = counted.filter(({ figures }) => figures >= LEAST_FIGURES)
  const end = mostFrequent(full.map((row) => row.end))
  const first = full.reduce((least, row) => (row.end === end ? Math.min(least, row.first) : least), Infinity)
  const short = [true, false].flatMap((isZero) => {
    const whole = full.filter((row) => row.isZero === isZero && row.end === end)
    const ending = counted.filter((row) => row.isZero === isZero && row.first >= first && row.end < end)
    return whole.length >= LEAST_ROWS && ending.length * 2 <= whole.length ? ending : []
  })
  return new Set(short.map(({ row }) => row))
}

function countedRow({ row, cells }: BandRow): Counted | null {
  const figures = cells.filter(({ cell }) => FIGURE.test(cell.text.normalize('NFKC').trim()))
  const [first] = figures
  if (first === undefined) return null
  const isZero = !figures.some(({ cell }) => /[1-9]/u.test(cell.text.normalize('NFKC')))
  return { row, first: first.left, end: cells.at(-1)?.right ?? 0, figures: figures.length, isZero }
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  let best = 0
  for (const [number, count] of counts) if (count > (counts.get(best) ?? 0)) best = number
  return best
}
