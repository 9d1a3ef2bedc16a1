/** The way of a figure over the years in a small box: bars for a count, a line for a rate. Coordinates within width × height. */
export interface Spark {
  readonly bars: readonly {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
    readonly isTold: boolean
  }[]
  /** Unbroken stretches of a line; a single point is a stretch of its own. */
  readonly lines: readonly (readonly (readonly [number, number])[])[]
  /** The point of the year told; `null` where it has no number, or of bars. */
  readonly told: readonly [number, number] | null
}

const DOT = 3

/** Lays out a spark; nothing is drawn over a gap. `told`: which of the series is the year told. */
export function sparkOf(
  series: readonly (number | null)[],
  asBars: boolean,
  width: number,
  height: number,
  told = series.length - 1,
): Spark {
  const numbers = series.filter((value) => value !== null)
  if (numbers.length === 0) return { bars: [], lines: [], told: null }
  const step = width / series.length
  if (asBars) {
    const most = Math.max(1, ...numbers)
    const bars = series.flatMap((value, at) => {
      if (value === null) return []
      const tall = Math.max(1, (value / most) * height)
      return [{ x: at * step, y: height - tall, width: Math.max(1, step - 3), height: tall, isTold: at === told }]
    })
    return { bars, lines: [], told: null }
  }
  const low = Math.min(...numbers)
  const span = Math.max(...numbers) - low
  const inner = height - 2 * DOT
  const reach = series.length > 1 ? (width - 2 * DOT) / (series.length - 1) : 0
  const point = (value: number, at: number): readonly [number, number] => [
    DOT + at * reach,
    DOT + (span === 0 ? inner / 2 : (1 - (value - low) / span) * inner),
  ]
  const lines: (readonly [number, number])[][] = []
  series.forEach((value, at) => {
    if (value === null) return
    if (at === 0 || series[at - 1] === null) lines.push([])
    lines.at(-1)?.push(point(value, at))
  })
  const own = series[told]
  return { bars: [], lines, told: own == null ? null : point(own, told) }
}
