/** Cases that a rate must stand on to be ranked or coloured (RULES.md, Indicators). */
export const LEAST_N = { initial: 30, options: [0, 5, 10, 20, 30, 50, 100] } as const
