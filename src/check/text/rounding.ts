/** Whether a printed percentage is the computed one: within 0.1 point, or within what its digits round away. */
export function withinRounding(computed: number, printed: number, decimals: number): boolean {
  return Math.abs(computed - printed) <= Math.max(0.1, 0.5 * 10 ** -decimals) + 1e-9
}
