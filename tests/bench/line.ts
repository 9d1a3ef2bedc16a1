/** One result, as `npm run bench -- --json` prints it. */
export interface BenchLine {
  readonly bench: string
  /** Reports, files or rounds that it was measured over. */
  readonly n: number
  readonly metric: string
  /** Ours. */
  readonly value: number
  readonly unit: string
  /** The peer that ran beside it, and how many times better ours is. */
  readonly vs: string | null
  readonly ratio: number | null
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? NaN
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? NaN) + upper) / 2 : upper
}

export function rounded(value: number): number {
  return Number(value.toPrecision(3))
}
