/** Sum of decimals without the dust of binary fractions (table cells carry at most six decimals). */
export function plainSum(numbers: readonly number[]): number {
  return Math.round(numbers.reduce((sum, number) => sum + number, 0) * 1e6) / 1e6
}
