import { spreadOf } from '@/charts/comparison'
import type { Comparison } from '@/charts/comparison'
import { cellNumberText, shownPercent, valueText } from '@/charts/numbers'
import type { TableNumber } from '@/charts/table'
import { turnText } from '@/charts/turns'
import type { Language } from '@/report/wording'

/** One agency's figure in its newest year, and where that puts it among the others. */
export interface AgencyCardWords {
  readonly id: string
  readonly name: string
  readonly year: number
  readonly value: string
  /** Cases that a rate rests on; `null` for counts. */
  readonly n: number | null
  readonly rank: number | null
  /** How many agencies are ranked. */
  readonly ranked: number
  /** Signed difference to the median; of rates in points, taken between the shown values. */
  readonly gap: string
  readonly inPoints: boolean
  /** Renames and mergers that its series goes over. */
  readonly turns: readonly string[]
}

/** The card of an agency; `null` where the comparison does not have it. */
export function agencyCard(of: Comparison, id: string, language: Language): AgencyCardWords | null {
  const agency = of.agencies.find((one) => one.id === id)
  if (!agency) return null
  const rate = of.unit === 'ratio'
  const now = agency.now
  const value = now?.value ?? null
  const median = spreadOf(of)[of.years.indexOf(of.lastYear)]?.median ?? null
  const gap: TableNumber = {
    kind: 'number',
    unit: of.unit,
    signed: true,
    value: value === null || median === null ? null : value - median,
    ...(rate && value !== null && median !== null && { shown: shownPercent(value) - shownPercent(median) }),
  }
  return {
    id,
    name: agency.name,
    year: of.lastYear,
    value: valueText(value, of.unit, language) + (rate && value !== null ? '%' : ''),
    n: rate ? (now?.denominator ?? null) : null,
    rank: agency.rank,
    ranked: of.ranked,
    gap: cellNumberText(gap, language),
    inPoints: rate,
    turns: agency.turns.map((turn) => turnText(turn)[language]),
  }
}
