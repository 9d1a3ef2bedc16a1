/** The width that each column wants: that of its widest cell. */
export function columnWidths(rows: readonly (readonly number[])[]): number[] {
  const widths: number[] = []
  for (const row of rows)
    row.forEach((width, at) => {
      widths[at] = Math.max(widths[at] ?? 0, width)
    })
  return widths
}

/** Some columns of a table that stand beside each other on one page. */
export interface ColumnPart {
  /** 0-based, in the order of the table. */
  readonly columns: readonly number[]
  readonly widths: readonly number[]
}

/** Columns in as many parts as it takes for each to fit a width. The first `lead` columns say what a row is and begin every part. */
export function columnParts(widths: readonly number[], room: number, lead: number): ColumnPart[] {
  const kept = widths.slice(0, lead)
  const keptWidth = kept.reduce((all, width) => all + width, 0)
  const parts: number[][] = []
  let used = 0
  widths.slice(lead).forEach((width, index) => {
    if (parts.length === 0 || (used + width > room - keptWidth && used > 0)) {
      parts.push([])
      used = 0
    }
    parts.at(-1)?.push(lead + index)
    used += width
  })
  const leading = kept.map((_, at) => at)
  return (parts.length === 0 ? [[]] : parts).map((rest) => {
    const columns = [...leading, ...rest]
    return { columns, widths: columns.map((at) => widths[at] ?? 0) }
  })
}

/** Items in runs that each fit a height; one that is higher than a page stands alone. An empty list is one empty run. */
export function partsBy<T>(items: readonly T[], heightOf: (item: T) => number, room: number): T[][] {
  const parts: T[][] = [[]]
  let used = 0
  for (const item of items) {
    const height = heightOf(item)
    if (used + height > room && used > 0) {
      parts.push([])
      used = 0
    }
    parts.at(-1)?.push(item)
    used += height
  }
  return parts
}
