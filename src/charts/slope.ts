import type { Figure, QueryResult } from '../cube/query'
import { betweenCell } from './changes'
import type { Chart, ChartNote } from './chart'
import type { ColourName } from './colours'
import { isFirm } from './comparison'
import type { ComparedAgency, Comparison } from './comparison'
import { counted } from './counted'
import { breakNotes, unitWords } from './figureWords'
import { markedLabel } from './native'
import type { NativeChart } from './native'
import { notesOfRows } from './notes'
import { amountLabel, shownDifference } from './numbers'
import { changeText, farthestText, movedText } from './rateChange'
import { nOfEach } from './readingN'
import { LEAST_RATE_SPAN, rangeOf } from './scale'
import { HIGHLIGHTS } from './sets'
import { drawSlope, MOST_NAMED, slopeHeight, slopePlaces } from './slopeDrawing'
import { sourceOfFigure } from './sources'
import { endColumn, figureCell, startColumn, textCell } from './table'
import { highestOf, tiedText } from './ties'
import { turnNotes, turnsBetween } from './turns'
import { beforeWords, both, titleOf, WORDS } from './words'

/** An agency that both years have a firm number of. */
export interface SlopeLine {
  readonly agency: ComparedAgency
  readonly from: Figure
  readonly to: Figure
  /** Between shown values, so that the page foots: points of a rate. */
  readonly by: number
}

/** A figure in two years, agency by agency. */
export interface Slope {
  readonly comparison: Comparison
  readonly years: readonly [from: number, to: number]
  /** Those that moved most first. */
  readonly lines: readonly SlopeLine[]
  /** Agencies with a number in both years, one of them on too small an n. */
  readonly small: readonly ComparedAgency[]
  /** Agencies with a number in both years, one of them that of a part of the bodies that the agency came of. */
  readonly partly: readonly ComparedAgency[]
  /** Agencies without a number in one of the years or both. */
  readonly without: readonly ComparedAgency[]
}

export function slopeOf(comparison: Comparison, years: readonly [from: number, to: number]): Slope {
  const { agencies, unit, leastN } = comparison
  const lines: SlopeLine[] = []
  const small: ComparedAgency[] = []
  const partly: ComparedAgency[] = []
  const without: ComparedAgency[] = []
  const at = years.map((year) => comparison.years.indexOf(year))
  for (const agency of agencies) {
    const [from, to] = at.map((index) => agency.figures[index])
    if (from?.value == null || to?.value == null) without.push(agency)
    else if (!standsOnSame(agency, at, years)) partly.push(agency)
    else if (!isFirm(from, unit, leastN) || !isFirm(to, unit, leastN)) small.push(agency)
    else {
      lines.push({ agency, from, to, by: shownDifference(from.value, to.value, unit) })
    }
  }
  lines.sort((one, other) => Math.abs(other.by) - Math.abs(one.by))
  return { comparison, years, lines, small, partly, without }
}

/** Whether both years stand on the same bodies, as `twoYears.ts` has it: between neighbours the engine's own change tells it, too. */
function standsOnSame(
  { figures, isWhole }: ComparedAgency,
  at: readonly number[],
  [from, to]: Slope['years'],
): boolean {
  const isChange = to !== from + 1 || figures[at[1] ?? -1]?.change !== undefined
  return isChange && at.every((index) => isWhole[index] === true)
}

/** Two years of a figure as a line for each agency: the chosen in colour, those that moved most named, the others grey. Takes a comparison that holds both years, and the result by year that it was made of. */
export function slopeChart(
  comparison: Comparison,
  byYear: QueryResult,
  years: readonly [from: number, to: number],
  chosen: readonly string[],
): Chart {
  const slope = slopeOf(comparison, years)
  const { figure, label, unit } = comparison
  const [from, to] = years
  const at = years.map((year) => comparison.years.indexOf(year))
  const rows = [...slope.lines.map(({ agency }) => agency), ...slope.small, ...slope.partly, ...slope.without]
  const groups = byYear.groups.filter(({ key }) => key.year === from || key.year === to)
  const sum = (of: 'reports' | 'missing'): number => groups.reduce((all, group) => all + group[of], 0)
  const turned = rows.map((agency) => ({
    ...agency,
    turns: turnsBetween(agency.turns, years),
  }))
  return {
    id: 'slope',
    title: titleOf(both(`各机关${label.zh}`, `${label.en}, by agency`), years),
    unit: unitWords(figure, unit),
    basis: {
      years,
      scope: byYear.scope,
      agencies: rows.filter(({ figures }) => at.some((index) => hasReport(figures[index]))).length,
      reports: sum('reports'),
      missing: sum('missing'),
    },
    figures: [figure],
    notes: [
      ...leftOutNotes(slope, chosen),
      ...turnNotes(turned, chosen),
      ...breakNotes(figure, years),
      ...notesOfRows(
        rows.map(({ figures }) => at.map((index) => figures[index])),
        'agency',
      ),
    ],
    source: sourceOfFigure(figure),
    readings: readingsOf(slope),
    table: {
      columns: [
        startColumn(WORDS.agency),
        ...years.map((year) => endColumn(both(`${String(year)} 年`, String(year)))),
        endColumn(both(`${String(to)} 年较 ${String(from)} 年`, `${String(to)} against ${String(from)}`)),
      ],
      rows: rows.map((agency) => [
        textCell(agency.name),
        ...at.map((index) => figureCell(agency.figures[index], unit)),
        betweenCell(
          agency.figures[at[0] ?? -1],
          slope.partly.includes(agency) ? undefined : agency.figures[at[1] ?? -1],
          unit,
        ),
      ]),
    },
    heightAt: (width) => slopeHeight(slope.lines.length, width),
    option: (context) => drawSlope(slope, chosen, context),
    places: (context) => slopePlaces(slope, chosen, context),
    native: [nativeOf(slope, chosen)],
  }
}

/** Whether there is a report, with the figure or without it. */
function hasReport(figure: Figure | undefined): boolean {
  if (!figure) return false
  const { notOnForm, tableAbsent, unread, blank } = figure.gaps
  return figure.reports + notOnForm + tableAbsent + unread + blank > 0
}

/** Lines that a slide can tell apart. */
const ON_SLIDE = 8
/** Share of the height that a name takes, in two lines where the drawing is narrow. */
const NAME_HEIGHT = 0.09

/** The chosen and those that moved most, as far as each finds room for its name at one of its ends: office programs write names upon each other. */
function nativeOf({ lines, years, comparison: { unit } }: Slope, chosen: readonly string[]): NativeChart {
  const picked = chosen.flatMap((id) => lines.find(({ agency }) => agency.id === id) ?? []).slice(0, HIGHLIGHTS.length)
  const values = lines.flatMap(({ from, to }) => [from.value ?? 0, to.value ?? 0])
  const range = rangeOf(values, 5, {
    ...(unit !== 'signedCount' && { least: 0 }),
    ...(unit === 'ratio' && { span: LEAST_RATE_SPAN }),
  })
  const gap = NAME_HEIGHT * (range.to - range.from)
  const taken = { start: [] as number[], end: [] as number[] }
  const drawn: { line: SlopeLine; colour: ColourName; nameAt: 'start' | 'end' }[] = []
  for (const line of [...picked, ...lines.filter((one) => !picked.includes(one))]) {
    if (drawn.length === ON_SLIDE) break
    const at = { start: line.from.value ?? 0, end: line.to.value ?? 0 }
    const free = (['end', 'start'] as const).find((side) => taken[side].every((one) => Math.abs(one - at[side]) > gap))
    const isPicked = picked.includes(line)
    if (free === undefined && !isPicked) continue
    const nameAt = free ?? 'end'
    taken[nameAt].push(at[nameAt])
    drawn.push({ line, nameAt, colour: isPicked ? (HIGHLIGHTS[picked.indexOf(line)] ?? 'accent') : 'peer' })
  }
  const left = String(lines.length - drawn.length)
  return {
    kind: 'line',
    stacked: false,
    unit,
    range: { from: range.from, to: range.to },
    categories: years.map((year, at) =>
      markedLabel(
        both(String(year), String(year)),
        drawn.map(({ line }) => (at === 0 ? line.from : line.to)),
      ),
    ),
    series: drawn.map(({ line: { agency, from, to }, colour, nameAt }) => ({
      name: both(agency.name, agency.name),
      colour,
      values: [from.value, to.value],
      nameAt,
    })),
    ...(lines.length > drawn.length && {
      note: both(`另有 ${left} 个机关见所附的表。`, `${left} more: see the attached table.`),
    }),
  }
}

function leftOutNotes({ small, partly, without, lines, comparison }: Slope, chosen: readonly string[]): ChartNote[] {
  const plain = (zh: string, en: string): ChartNote => ({ tone: 'plain', text: both(zh, en) })
  const named = (agencies: readonly ComparedAgency[], zh: boolean): string => {
    const names = agencies.filter(({ id }) => chosen.includes(id)).map(({ name }) => name)
    if (names.length === 0) return ''
    return zh ? `（含${names.join('、')}）` : ` (including ${names.join(', ')})`
  }
  const least = String(comparison.leastN)
  return [
    ...(lines.length > MOST_NAMED
      ? [
          plain(
            '没有写名称的灰线，是变化较小的机关，见表格。',
            'Grey lines without a name changed less; see the table.',
          ),
        ]
      : []),
    ...(small.length > 0
      ? [
          plain(
            `任一年 n < ${least} 的 ${String(small.length)} 个机关${named(small, true)}不画。`,
            `${counted(small.length, 'agency')} with n < ${least} in either year${named(small, false)}: not drawn.`,
          ),
        ]
      : []),
    ...(partly.length > 0
      ? [
          plain(
            `${String(partly.length)} 个机关${named(partly, true)}任一年的数不全（前身有缺报、空白或不全），不比较、不画。`,
            `${counted(partly.length, 'agency')} with an incomplete figure in either year (a predecessor without a report, blank, or not all of them)${named(partly, false)}: not compared and not drawn.`,
          ),
        ]
      : []),
    ...(without.length > 0
      ? [
          plain(
            `缺任一年的数的 ${String(without.length)} 个机关${named(without, true)}不画。`,
            `${counted(without.length, 'agency')} without a figure in one of the years${named(without, false)}: not drawn.`,
          ),
        ]
      : []),
  ]
}

function readingsOf({ lines, years: [first, last], comparison: { unit } }: Slope): Chart['readings'] {
  if (lines.length === 0)
    return [
      both(
        `没有 ${String(first)} 年和 ${String(last)} 年都有可比数的机关。`,
        `No agency has comparable figures in both ${String(first)} and ${String(last)}.`,
      ),
    ]
  const up = lines.filter(({ by }) => by > 0)
  const down = lines.filter(({ by }) => by < 0)
  const moved = movedText(up.length, down.length, lines.length - up.length - down.length, unit)
  const way = ({ agency, from, to }: SlopeLine) => {
    const [one, other] = [amountLabel(from.value, unit), amountLabel(to.value, unit)]
    const n = nOfEach([from, to], unit)
    const change = changeText(from.value ?? 0, to.value ?? 0, unit)
    return both(
      `${agency.name}，由 ${beforeWords(one.zh)}到 ${other.zh}${n.zh}，${change.zh}`,
      `${agency.name}, from ${one.en} to ${other.en}${n.en}, ${change.en}`,
    )
  }
  const far = (all: readonly SlopeLine[]) => tiedText(highestOf(all, ({ by }) => Math.abs(by)).map(way))
  // Of one there is no largest and no count of sides.
  if (lines.length === 1) {
    const only = tiedText(lines.map(way))
    return [both(`两年可比的只有${only.zh}。`, `Only one agency can be compared: ${only.en}.`)]
  }
  return [
    both(
      `${String(last)} 年与 ${String(first)} 年可比的 ${String(lines.length)} 个机关中，${moved.zh}。`,
      `Of the ${counted(lines.length, 'agency')} comparable between ${String(first)} and ${String(last)}, ${moved.en}.`,
    ),
    ...(up.length > 0 ? [farthestText('up', unit, far(up))] : []),
    ...(down.length > 0 ? [farthestText('down', unit, far(down))] : []),
  ]
}
