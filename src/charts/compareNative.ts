import { barsShown, yearFill } from './compareBars'
import { spreadOf } from './comparison'
import type { ComparedAgency, Comparison } from './comparison'
import { firmValue, markedLabel, smallLeftOut } from './native'
import type { NativeChart } from './native'
import type { FigureRow } from './notes'
import { HIGHLIGHTS } from './sets'
import { both } from './words'

/** Agencies that a slide has room for, all years of each. */
const ON_SLIDE = 12

const firm = (figures: FigureRow, { unit, leastN }: Comparison): (number | null)[] =>
  figures.map((one) => firmValue(one, unit, leastN))

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
              name: both('全部合计', 'All agencies'),
              colour: 'ink3' as const,
              values: firm(whole, comparison),
            },
          ]
        : []),
      {
        name: both('中位数', 'Median'),
        colour: 'peer',
        values: spreadOf(comparison).map(({ median }) => median),
      },
    ],
    ...smallLeftOut([...agencies.flatMap(({ figures }) => figures), ...whole], unit, comparison.leastN),
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
    ...smallLeftOut(
      some.flatMap(({ figures }) => figures),
      unit,
      comparison.leastN,
    ),
  }
}
