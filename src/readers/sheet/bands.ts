import type { MergedAreas, PlacedCell } from './merged'
import type { Sheet } from './sheet'

/** A row of a band with what is shown in it, by column. */
export interface BandRow {
  readonly row: number
  readonly cells: readonly PlacedCell[]
  readonly hidden: boolean
}

/** Rows without an empty one between them. */
export type Band = readonly BandRow[]

/** Cuts a sheet where rows are empty. A row that only a merged area above reaches into is not. */
export function bandsOf(sheet: Sheet, areas: MergedAreas): Band[] {
  const bands: BandRow[][] = []
  /** The row behind the last one with cells, and the last that a merged area reaches. */
  let next = 0
  let reach = 0
  for (const row of [...sheet.rows.keys()].sort((one, other) => one - other)) {
    const cells = areas.part(sheet.rows.get(row)?.values() ?? []).shown
    if (cells.length === 0) continue
    let band = bands.at(-1)
    if (band === undefined || row > Math.max(reach, next)) {
      band = []
      bands.push(band)
      next = row
      reach = 0
    }
    for (; next < row; next += 1) band.push({ row: next, cells: [], hidden: sheet.hiddenRows.has(next) })
    band.push({ row, cells, hidden: sheet.hiddenRows.has(row) })
    next = row + 1
    for (const { bottom } of cells) reach = Math.max(reach, bottom)
  }
  return bands
}
