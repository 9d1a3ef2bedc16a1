/** A pairing of source rows with rows of the form, both in order. */
export interface Alignment {
  /** Index of the form's row for each source row, or `null`. */
  readonly pairs: readonly (number | null)[]
  readonly score: number
}

/**
 * Pairs source rows with the form's rows so that both stay in order and the sum of scores is greatest.
 * `score` gives 0 or less for a pair that must not be.
 */
export function align(sources: number, rows: number, score: (source: number, row: number) => number): Alignment {
  const width = rows + 1
  const best = new Float64Array((sources + 1) * width)
  for (let source = 1; source <= sources; source += 1)
    for (let row = 1; row <= rows; row += 1) {
      const own = score(source - 1, row - 1)
      const paired = own > 0 ? (best[(source - 1) * width + row - 1] ?? 0) + own : 0
      const skipped = Math.max(best[(source - 1) * width + row] ?? 0, best[source * width + row - 1] ?? 0)
      best[source * width + row] = Math.max(paired, skipped)
    }
  const pairs: (number | null)[] = Array.from({ length: sources }, () => null)
  for (let source = sources, row = rows; source > 0 && row > 0;) {
    const here = best[source * width + row] ?? 0
    if (here === (best[(source - 1) * width + row] ?? 0)) source -= 1
    else if (here === (best[source * width + row - 1] ?? 0)) row -= 1
    else {
      pairs[source - 1] = row - 1
      source -= 1
      row -= 1
    }
  }
  return { pairs, score: best[sources * width + rows] ?? 0 }
}

/** Source rows and form rows left over between two pairs, by index. */
export interface Gap {
  readonly sources: readonly number[]
  readonly rows: readonly number[]
}

/** What an alignment leaves over before, between and after its pairs, in order. */
export function gapsOf(pairs: readonly (number | null)[], rows: number): Gap[] {
  const gaps: Gap[] = []
  let source = 0
  let row = 0
  const anchors = pairs.flatMap((paired, index) => (paired === null ? [] : [{ source: index, row: paired }]))
  for (const anchor of [...anchors, { source: pairs.length, row: rows }]) {
    gaps.push({ sources: range(source, anchor.source), rows: range(row, anchor.row) })
    source = anchor.source + 1
    row = anchor.row + 1
  }
  return gaps
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)
