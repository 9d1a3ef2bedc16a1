/** Rows of one report in the order in which they were said: their ids are `report/ordinal`. */
export function inOrder<T extends { readonly id: string; readonly report: string }>(rows: readonly T[]): T[] {
  const ordinal = ({ id, report }: T): number => Number(id.slice(report.length + 1))
  return [...rows].sort((a, b) => ordinal(a) - ordinal(b))
}
