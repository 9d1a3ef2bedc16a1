import type { DisputeResult } from '../form/disputes'
import type { Applicant, Outcome } from '../form/requests'
import { COLOURS, ON_FILL } from './colours'
import type { ColourName, FillName, ThemeName } from './colours'

/** One thing, one colour, one order, everywhere. */
export const OUTCOME_FILLS = {
  granted: 'oGranted',
  partial: 'oPartial',
  refused: 'oRefused',
  unavailable: 'oUnavailable',
  notProcessed: 'oNotProcessed',
  otherwise: 'oOther',
} as const satisfies Record<Outcome, FillName>

export const APPLICANT_FILLS = {
  natural: 'aNatural',
  business: 'aBusiness',
  research: 'aResearch',
  nonprofit: 'aNonprofit',
  legal: 'aLegal',
  other: 'aOther',
} as const satisfies Record<Applicant, FillName>

export const RESULT_FILLS = {
  upheld: 'dUpheld',
  corrected: 'dCorrected',
  other: 'dOther',
  pending: 'dPending',
} as const satisfies Record<DisputeResult, FillName>

export const HEAT_FILLS = ['h0', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const satisfies readonly FillName[]
export const HIGHLIGHTS = ['accent', 'mark2', 'mark3'] as const satisfies readonly ColourName[]

export const colour = (theme: ThemeName, name: ColourName): string => COLOURS[theme][name]
export const onFill = (theme: ThemeName, name: FillName): string => ON_FILL[theme][name]

/** An ECharts decal without its colour. */
export interface Decal {
  readonly symbol: 'rect' | 'circle'
  readonly dashArrayX: number | readonly (number | readonly number[])[]
  readonly dashArrayY: number | readonly number[]
  readonly rotation?: number
  readonly symbolSize?: number
}

const stripes = (dashArrayY: readonly number[], rotation: number): Decal => ({
  symbol: 'rect',
  dashArrayX: [1, 0],
  dashArrayY,
  rotation,
})
const RISING = stripes([2, 5], -Math.PI / 4)
const FALLING = stripes([3, 3], Math.PI / 4)
const LEVEL = stripes([2, 3], 0)
const UPRIGHT = stripes([1, 7], Math.PI / 2)
const DOTS: Decal = {
  symbol: 'circle',
  dashArrayX: [
    [6, 6],
    [0, 6, 6, 0],
  ],
  dashArrayY: [6, 0],
  symbolSize: 0.55,
}

/** No result yet is not a colour: pending is always hatched, on the page and in black and white. */
export const PENDING_HATCH = stripes([1, 3], -Math.PI / 4)

/** Patterns of each set's members in order, the first solid. */
export const OUTCOME_DECALS: Readonly<Record<Outcome, Decal | null>> = {
  granted: null,
  partial: RISING,
  refused: FALLING,
  unavailable: DOTS,
  notProcessed: LEVEL,
  otherwise: UPRIGHT,
}
export const APPLICANT_DECALS: Readonly<Record<Applicant, Decal | null>> = {
  natural: null,
  business: FALLING,
  research: DOTS,
  nonprofit: LEVEL,
  legal: RISING,
  other: UPRIGHT,
}
export const RESULT_DECALS: Readonly<Record<DisputeResult, Decal | null>> = {
  upheld: null,
  corrected: FALLING,
  other: DOTS,
  pending: PENDING_HATCH,
}
