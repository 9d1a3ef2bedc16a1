/** `[a b c d e f]` of PDF: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** The matrix that applies `inner` first, then `outer`. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** Six numbers as a matrix, `null` for anything else. */
export function matrixOf(value: unknown): Matrix | null {
  const [a, b, c, d, e, f] = numbersOf(value)
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined)
    return null
  return [a, b, c, d, e, f]
}

/** The numbers of an array or typed array up to the first thing that is no finite one. */
export function numbersOf(value: unknown): readonly number[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : value instanceof Float32Array ? [...value] : []
  const end = items.findIndex((item) => typeof item !== 'number' || !Number.isFinite(item))
  return items.slice(0, end < 0 ? items.length : end).filter((item) => typeof item === 'number')
}
