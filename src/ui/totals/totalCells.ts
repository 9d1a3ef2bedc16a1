import type { FieldId } from '@/form/fields'
import type { CellReading } from '@/totals/addends'
import { lackingIn } from '@/totals/figure'
import type { CellComparison } from '@/totals/gaps'
import type { CellSum } from '@/totals/sums'
import type { Total } from '@/totals/total'

/** One cell of a total as the page shows it. */
export interface TotalCell {
  readonly sum: CellSum
  /** Members that have reported and have no number here: the sum is marked. */
  readonly lacking: number
  /** What the published report says; `null` where there is none to compare with. */
  readonly published: CellReading | null
  /** Published − sum. */
  readonly difference: number | null
  readonly verdict: CellComparison['verdict'] | null
}

/** Every cell of a total by its field, with the published figure beside it. */
export function totalCells({ sums, comparison }: Total): ReadonlyMap<FieldId, TotalCell> {
  const compared = new Map((comparison?.cells ?? []).map((cell) => [cell.field, cell]))
  return new Map(
    [...sums.cells, ...sums.joined].map(([field, sum]): [FieldId, TotalCell] => {
      const beside = compared.get(field)
      return [
        field,
        {
          sum,
          lacking: lackingIn(sum),
          published: beside?.published ?? null,
          difference: beside?.difference ?? null,
          verdict: beside?.verdict ?? null,
        },
      ]
    }),
  )
}
