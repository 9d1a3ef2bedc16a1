import { barsShown, yearFill } from './compareBars'
import type { Figure } from '../cube/query'
import { isFirm, spreadOf } from './comparison'
import type { ComparedAgency, Comparison } from './comparison'
import { markedLabel } from './native'
import type { NativeChart } from './native'
import { HIGHLIGHTS } from './sets'
import { both } from './words'

/** Agencies that a slide has room for, all years of each. */
const ON_SLIDE = 12

/** A rate on too small an n is hollow on the page; native charts have no such mark, so it is left to the table. */
function firm(figures: readonly (Figure | undefined)[], { unit, leastN }: Comparison): (number | null)[] {
  return figures.map((one) => (isFirm(one, unit, leastN) ? (one?.value ?? null) : null))
}

function noteOn({ unit, leastN }: Comparison): Pick<NativeChart, 'note'> {
  if (unit !== 'ratio' || leastN === 0) return {}
  const least = String(leastN)
  return {
    note: both(
      `这张图不画 n < ${least} 的数，见备注里的表。`,
      `Rates with n < ${least} are not drawn here; see the table in the notes.`,
    ),
  }
}

/** The chosen over the years, with all together and the median; the other agencies are in the table. */
export function nativeLines(comparison: Comparison, chosen: readonly string[]): NativeChart {
  const { agencies, years, whole, unit } = comparison
  const picked = chosen.flatMap((id) => agencies.find((agency) => agency.id === id) ?? []).slice(0, HIGHLIGHTS.length)
  return {
    kind: 'line',
    stacked: false,
    unit,
    categories: years.map((year, at) =>
      markedLabel(both(String(year), String(year)), [
        ...picked.map(({ figures }) => figures[at]),
        ...(unit === 'ratio' ? [whole[at]] : []),
      ]),
    ),
    series: [
      ...picked.map(({ name, figures }, at) => ({
        name: both(name, name),
        colour: HIGHLIGHTS[at] ?? 'accent',
        values: firm(figures, comparison),
      })),
      ...(unit === 'ratio'
        ? [
            {
              name: both('全部合计', 'All together'),
              colour: 'ink3' as const,
              values: whole.map((one) => one?.value ?? null),
            },
          ]
        : []),
      {
        name: both('中位数', 'Median'),
        colour: 'peer',
        values: spreadOf(comparison).map(({ median }) => median),
      },
    ],
    ...noteOn(comparison),
  }
}

/** Years side by side for each agency, the first in order and always the chosen. */
export function nativeBars(
  comparison: Comparison,
  shown: readonly ComparedAgency[],
  chosen: readonly string[],
): NativeChart {
  const { years, unit } = comparison
  const some = barsShown(shown, chosen, ON_SLIDE)
  return {
    kind: 'column',
    stacked: false,
    unit,
    categories: some.map(({ name, figures }) => markedLabel(both(name, name), figures)),
    series: years.map((year, at) => ({
      name: both(String(year), String(year)),
      colour: yearFill(at, years.length),
      values: some.map(({ figures }) => firm([figures[at]], comparison)[0] ?? null),
    })),
    ...noteOn(comparison),
  }
}
