import type { ComparedAgency } from '@/charts/comparison'

export type FoldedRow =
  | { readonly kind: 'row'; readonly agency: ComparedAgency }
  | { readonly kind: 'fold' | 'unranked'; readonly count: number }

const MOST = 48
const HEAD = 20
const TAIL = 10

/**
 * Head and tail of a long list, the middle folded into rows that say how many; the chosen agencies stay visible where they stand. Where the list is by
 * rank, a row parts those that have one from those that have none.
 */
export function foldRows(
  rows: readonly ComparedAgency[],
  chosen: readonly string[],
  { whole, byRank }: { readonly whole: boolean; readonly byRank: boolean },
): FoldedRow[] {
  const ranked = byRank ? rows.filter(({ rank }) => rank !== null) : []
  if (ranked.length === 0 || ranked.length === rows.length) return fold(rows, chosen, whole)
  return [
    ...fold(ranked, chosen, whole),
    { kind: 'unranked', count: rows.length - ranked.length },
    ...fold(rows.slice(ranked.length), chosen, whole),
  ]
}

function fold(rows: readonly ComparedAgency[], chosen: readonly string[], whole: boolean): FoldedRow[] {
  if (whole || rows.length <= MOST) return rows.map((agency) => ({ kind: 'row', agency }))
  const folded: FoldedRow[] = []
  let hidden = 0
  const close = (): void => {
    if (hidden > 0) folded.push({ kind: 'fold', count: hidden })
    hidden = 0
  }
  rows.forEach((agency, index) => {
    if (index >= HEAD && index < rows.length - TAIL && !chosen.includes(agency.id)) hidden += 1
    else {
      close()
      folded.push({ kind: 'row', agency })
    }
  })
  return folded
}
