import type { FieldId } from '@/form/fields'
import type { Block } from '@/readers/document'
import type { Place } from '@/report/place'
import type { Cell, Issue } from '@/report/report'
import { blockOf, blocksBySpot, spotOf } from '../source/spots'

type Cells = Readonly<Partial<Record<FieldId, Cell>>>

/** Where an issue stands: its own place, or that of its first cell where it says none. */
export function placeOf({ place, fields }: Issue, cells: Cells): Place {
  const [first] = fields
  return Object.keys(place).length > 0 || first === undefined ? place : (cells[first]?.place ?? place)
}

/** Issues in the order in which a person meets them in the document; those about the whole of it first. `blocks` are empty where it is not at hand. */
export function inPlaceOrder<T extends Issue>(issues: readonly T[], cells: Cells, blocks: readonly Block[]): T[] {
  const indexes = blocksBySpot(blocks)
  const keyOf = (issue: Issue): readonly number[] => {
    const place = placeOf(issue, cells)
    const spot = spotOf(place)
    const block = spot === null ? undefined : blockOf(spot, indexes)
    const { page = 0, table = 0, row = 0, column = 0, line = 0 } = place
    return [block ?? -1, page, table, row, table === 0 ? line : column]
  }
  const keyed = issues.map((issue) => ({ issue, key: keyOf(issue) }))
  keyed.sort(({ key: one }, { key: other }) => {
    const at = one.findIndex((part, index) => part !== other[index])
    return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
  })
  return keyed.map(({ issue }) => issue)
}
