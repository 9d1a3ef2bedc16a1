import { barsShown, yearFill } from './compareBars'
import { spreadOf } from './comparison'
import type { ComparedAgency, Comparison } from './comparison'
import { markedLabel } from './native'
import type { NativeChart } from './native'
import { HIGHLIGHTS } from './sets'
import { both } from './words'

/** Agencies that a slide has room for, all years of each. */
const ON_SLIDE = 12

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
        values: figures.map((one) => one?.value ?? null),
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
  }
}

/** Years side by side for each agency, the first in order and always the chosen. */
export function nativeBars(
  { years, unit }: Comparison,
  shown: readonly ComparedAgency[],
  chosen: readonly string[],
): NativeChart {
  const some = barsShown(shown, chosen, ON_SLIDE)
  return {
    kind: 'column',
    stacked: false,
    unit,
    categories: some.map(({ name, figures }) => markedLabel(both(name, name), figures)),
    series: years.map((year, at) => ({
      name: both(String(year), String(year)),
      colour: yearFill(at, years.length),
      values: some.map(({ figures }) => figures[at]?.value ?? null),
    })),
  }
}
