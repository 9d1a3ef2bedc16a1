import type { Label } from '../form/version'
import type { QueryResult } from '../cube/query'
import type { Chart, ChartNote } from './chart'
import { markedLabel } from './native'
import type { NativeChart } from './native'
import { notesOfRows } from './notes'
import { counted } from './counted'
import { signedText, valueLabel } from './numbers'
import { unitOfFigure } from './ranked'
import type { AgencyNames } from './ranked'
import { sourceOfFigure } from './sources'
import { countCell, endColumn, startColumn, statesOfAll, textCell } from './table'
import type { Gap, TableNumber } from './table'
import { drawWaterfall, rangeOfWaterfall, waterfallHeight, waterfallPlaces } from './waterfallDrawing'
import { waterfallReadings } from './waterfallWords'
import { APARTS, WATERFALL_OUTCOMES } from './waterfallSteps'
import type { Step, Waterfall } from './waterfallSteps'
import { turnNotes, turnsBetween } from './turns'
import type { SeriesTurn } from './turns'
import { both, lowered, titleOf, WORDS } from './words'

/** What changed between two years, from total to total. `scope`: of the result that it was made of. */
export function waterfallChart(
  waterfall: Waterfall,
  scope: QueryResult['scope'],
  names: AgencyNames,
  turns: ReadonlyMap<string, readonly SeriesTurn[]> = new Map(),
): Chart {
  const { figure, label, by, years, start, end, steps } = waterfall
  const how = by === 'agency' ? both('按机关', 'by agency') : both('按办理结果', 'by outcome')
  const fromZero = rangeOfWaterfall(waterfall).from === 0
  const all = steps.flatMap(({ figures }) => figures)
  return {
    id: `waterfall-${by}-${figure}`,
    title: titleOf(both(`${label.zh}的增减（${how.zh}）`, `Change in ${lowered(label.en)}, ${how.en}`), years),
    unit: both(
      `件；自 ${String(years[0])} 年总数逐步到 ${String(years[1])} 年总数${fromZero ? '' : '，横轴不从 0 起'}`,
      `from the total of ${String(years[0])} to that of ${String(years[1])}${fromZero ? '' : '; the axis does not start at 0'}`,
    ),
    basis: {
      years,
      scope,
      agencies: waterfall.agencies,
      reports: waterfall.reports,
      missing: waterfall.missing,
    },
    figures: by === 'agency' ? [figure] : WATERFALL_OUTCOMES,
    notes: [
      ...steps.flatMap((step) => apartNote(step, names)),
      ...withoutNotes(waterfall),
      ...turnedNotes(waterfall, names, turns),
      ...notesOfRows(
        steps.map(({ figures }) => figures),
        'figure',
      ),
    ],
    source: sourceOfFigure(figure),
    readings: waterfallReadings(waterfall),
    table: {
      columns: [
        startColumn(by === 'agency' ? WORDS.agency : both('结果', 'Outcome')),
        endColumn(both(`${String(years[0])} 年`, String(years[0]))),
        endColumn(both(`${String(years[1])} 年`, String(years[1]))),
        endColumn(both('增减', 'Change')),
        endColumn(both('机关数', 'Agencies')),
      ],
      rows: [
        ...steps.map((step) => [
          textCell(step.label.zh, step.label.en),
          ...sides(step),
          changeCell(step.change, step.figures),
          countCell(step.agencies.length),
        ]),
        [
          textCell(WORDS.total.zh, WORDS.total.en),
          numberCell(start, 'missing', sideOf(all, 0)),
          numberCell(end, 'missing', sideOf(all, 1)),
          changeCell(start === null || end === null ? null : end - start, all),
          countCell(waterfall.agencies),
        ],
      ],
    },
    heightAt: () => waterfallHeight(waterfall),
    option: (context) => drawWaterfall(waterfall, context),
    places: (context) => waterfallPlaces(waterfall, context),
    native: [nativeOf(steps)],
    nativeUnit: nativeWords(waterfall),
  }
}

type Figures = Step['figures']

const numberCell = (value: number | null, gap: Gap, figures: Figures): TableNumber => ({
  kind: 'number',
  value,
  unit: 'count',
  ...(value === null ? { gap } : statesOfAll(figures)),
})

const changeCell = (value: number | null, figures: Figures): TableNumber => ({
  kind: 'number',
  value,
  unit: 'signedCount',
  signed: true,
  ...(value === null ? { gap: 'notComparable' } : statesOfAll(figures)),
})

/** Figures of the steps come in pairs, the earlier year's before the later's. */
const sideOf = (figures: Figures, side: 0 | 1): Figures => figures.filter((_, at) => at % 2 === side)

const GAPS: Readonly<Partial<Record<Step['kind'], Gap>>> = {
  came: 'notOwed',
  gone: 'notOwed',
  unreportedBefore: 'missing',
  unreportedNow: 'missing',
  blankBefore: 'blank',
  blankNow: 'blank',
}
const sides = ({ kind, before, now, figures }: Step): TableNumber[] => [
  numberCell(before, GAPS[kind] ?? 'blank', sideOf(figures, 0)),
  numberCell(now, GAPS[kind] ?? 'blank', sideOf(figures, 1)),
]

/** The steps alone: office programs have no such chart, and a floating bar would stand on one that must not be seen. */
const nativeOf = (steps: readonly Step[]): NativeChart => ({
  kind: 'bar',
  stacked: false,
  unit: 'signedCount',
  categories: steps.map(({ label, figures }) => markedLabel(label, figures)),
  series: [{ name: both('增减', 'Change'), colour: 'fill', values: steps.map(({ change }) => change) }],
})

function nativeWords({ years: [from, to], start, end, figure }: Waterfall): Label {
  const unit = unitOfFigure(figure)
  const [before, now] = [valueLabel(start, unit), valueLabel(end, unit)]
  return both(
    `件，各步增减；${String(from)} 年 ${before.zh} → ${String(to)} 年 ${now.zh}`,
    `change by step; ${String(from)}: ${before.en} → ${String(to)}: ${now.en}`,
  )
}

const NAMED = 5

/** Who stands in a step of its own. */
function apartNote({ kind, label, agencies, change }: Step, names: AgencyNames): ChartNote[] {
  if (!(APARTS as readonly string[]).includes(kind)) return []
  const told = agencies.slice(0, NAMED).map((id) => names.get(id) ?? id)
  const more = agencies.length > NAMED
  const why =
    kind === 'partial'
      ? both(
          '：两年中有一年数不全（缺报、空白或前身不全），增减不能算作它的变化',
          ': one of the years is incomplete (no report, a blank, or not all of its predecessors), so the difference does not count as its change',
        )
      : both('', '')
  return [
    {
      tone: 'plain',
      text: both(
        `${label.zh}（${signedText(change, 'zh', 0)} 件）：${told.join('、')}${more ? '等' : ''}${why.zh}。`,
        `${label.en} (${signedText(change, 'en', 0)}): ${told.join(', ')}${more ? ', …' : ''}${why.en}.`,
      ),
    },
  ]
}

/** Names and mergers between years that are not neighbours: of those the engine's change tells. */
function turnedNotes(
  { years, steps }: Waterfall,
  names: AgencyNames,
  turns: ReadonlyMap<string, readonly SeriesTurn[]>,
): ChartNote[] {
  if (years[1] === years[0] + 1) return []
  const compared = steps.filter(({ before, now }) => before !== null && now !== null)
  const ids = [...new Set(compared.flatMap(({ agencies }) => agencies))]
  const turned = ids.map((id) => ({ id, name: names.get(id) ?? id, turns: turnsBetween(turns.get(id) ?? [], years) }))
  return turnNotes(turned, [])
}

function withoutNotes({ without, ofPredecessors, years }: Waterfall): ChartNote[] {
  const notes: ChartNote[] = []
  if (ofPredecessors > 0 && years[1] === years[0] + 1)
    notes.push({
      tone: 'plain',
      text: both(
        `${String(ofPredecessors)} 个机关 ${String(years[0])} 年的数是其前身的。`,
        `The ${String(years[0])} figures of ${counted(ofPredecessors, 'agency')} are those of the predecessors.`,
      ),
    })
  if (without > 0)
    notes.push({
      tone: 'plain',
      text: both(
        `${String(without)} 个机关有年报而两年都没有此数，未计入；空白不当作 0。`,
        `${counted(without, 'agency')} with reports but without this figure in either year: not included. Blanks are not read as 0.`,
      ),
    })
  return notes
}
