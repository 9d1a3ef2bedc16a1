import type { Label } from '../form/version'
import type { CoverageResult, CoverageStatus, QueryResult } from '../cube/query'
import type { Chart, ChartContext, ChartNote } from './chart'
import { counted } from './counted'
import { numberText } from './numbers'
import type { Place } from './places'
import type { AgencyNames } from './ranked'
import { drawKey } from './segmentLabels'
import { Sketch } from './sketch'
import type { Box } from './sketch'
import { countCell, endColumn, startColumn, textCell } from './table'
import { toneOfYear } from './told'
import { baseOption } from './theme'
import { NO_REPORTS } from './readings'
import { both, titleOf, WORDS } from './words'

const ORDER = ['reported', 'late', 'missing'] as const satisfies readonly CoverageStatus[]
export const COVERAGE_LABELS = {
  reported: both('按期', 'On time'),
  late: both('迟报', 'Late'),
  missing: both('未报', 'No report'),
  notOwed: both('不适用', 'Not applicable'),
} as const satisfies Readonly<Record<CoverageStatus, Label>>

interface CoverageYear {
  readonly year: number
  readonly agencies: Readonly<Record<(typeof ORDER)[number], readonly string[]>>
  readonly owed: number
}

const NAMED = 12
const ROW = 27
const KEY = 28
const WIDEST_CELL = 16
const TALLEST_CELL = 24

/** Who has reported for which year. `scope` is the one that the coverage was asked for, `asked` the year told, where one is. */
export function coverageChart(
  coverage: CoverageResult,
  scope: QueryResult['scope'],
  names: AgencyNames,
  asked: number | null = null,
): Chart {
  const years = coverage.years.map((year): CoverageYear => {
    const having = (status: CoverageStatus) =>
      coverage.rows.filter((row) => row.years[year]?.status === status).map(({ agency }) => agency)
    const agencies = { reported: having('reported'), late: having('late'), missing: having('missing') }
    return { year, agencies, owed: agencies.reported.length + agencies.late.length + agencies.missing.length }
  })
  const newestFirst = [...years].reverse()
  const total = (status: (typeof ORDER)[number]): number =>
    years.reduce((sum, { agencies }) => sum + agencies[status].length, 0)
  const last = newestFirst.find(({ year }) => year === asked) ?? newestFirst[0]
  return {
    id: 'coverage',
    title: titleOf(both('年报报送', 'Reporting'), coverage.years),
    unit: both(
      '每格一个机关；是否迟报按次年截止日计',
      'one cell per agency; late: after the deadline in the following year',
    ),
    basis: {
      years: coverage.years,
      scope,
      agencies: coverage.rows.length,
      reports: total('reported') + total('late'),
      missing: total('missing'),
    },
    figures: [],
    notes: newestFirst.flatMap(({ year, agencies }) => missingNote(year, agencies.missing, names)),
    source: both('导入记录', 'import records'),
    readings: [
      last && last.owed > 0
        ? both(
            `${String(last.year)} 年应报 ${String(last.owed)} 个机关，未报 ${String(last.agencies.missing.length)} 个，迟报 ${String(last.agencies.late.length)} 个。`,
            `${String(last.year)}: ${counted(last.owed, 'report')} due, ${String(last.agencies.missing.length)} missing, ${String(last.agencies.late.length)} late.`,
          )
        : NO_REPORTS,
    ],
    table: {
      columns: [
        startColumn(WORDS.year),
        endColumn(both('应报', 'Due')),
        ...ORDER.map((status) => endColumn(COVERAGE_LABELS[status])),
        startColumn(both('未报的机关', 'Missing')),
        startColumn(both('迟报的机关', 'Late')),
      ],
      rows: newestFirst.map(({ year, agencies, owed }) => [
        textCell(String(year)),
        countCell(owed),
        ...ORDER.map((status) => countCell(agencies[status].length)),
        textCell(named(agencies.missing, names).join('、'), named(agencies.missing, names).join(', ')),
        textCell(named(agencies.late, names).join('、'), named(agencies.late, names).join(', ')),
      ]),
    },
    ...(asked !== null && { told: asked }),
    heightAt: () => newestFirst.length * ROW + KEY,
    option: (context) => draw(newestFirst, asked, context),
    places: (context) => placesOf(newestFirst, context),
  }
}

const named = (ids: readonly string[], names: AgencyNames): string[] => ids.map((id) => names.get(id) ?? id)

function missingNote(year: number, missing: readonly string[], names: AgencyNames): ChartNote[] {
  if (missing.length === 0) return []
  const some = named(missing, names).slice(0, NAMED)
  const more = missing.length > NAMED
  return [
    {
      tone: 'plain',
      text: both(
        `${String(year)} 年未报：${some.join('、')}${more ? `等 ${String(missing.length)} 个` : ''}。`,
        `No report for ${String(year)}: ${some.join(', ')}${more ? ` and ${String(missing.length - NAMED)} more` : ''}.`,
      ),
    },
  ]
}

/** Where rows and cells stand; cells too narrow to part are drawn as one for all of a status. */
function layoutOf(years: readonly CoverageYear[], sketch: Sketch, context: ChartContext) {
  const { language } = context
  const left = sketch.px(46)
  const side = sketch.px(language === 'zh' ? 100 : 112)
  const row = (context.height - sketch.px(KEY)) / Math.max(1, years.length)
  const width = context.width - left - side
  const most = Math.max(1, ...years.map(({ owed }) => owed))
  // Where rows are high, as on a slide, cells grow with them and take the whole width.
  const cell = Math.min(width / most, Math.max(sketch.px(WIDEST_CELL), row * 0.6))
  const tall = Math.min(row * 0.6, Math.max(sketch.px(TALLEST_CELL), cell * 1.5))
  const gap = cell >= sketch.px(4) ? Math.max(1, Math.min(sketch.px(2), cell * 0.25)) : 0
  const cells = ({ agencies }: CoverageYear, index: number): CoverageBox[] => {
    let place = 0
    return ORDER.flatMap((status): CoverageBox[] => {
      const ids = agencies[status]
      const from = place
      place += ids.length
      const box = (at: number, count: number): Box => ({
        x: left + (from + at) * cell,
        y: row * (index + 0.5) - tall / 2,
        width: Math.max(1, cell * count - gap),
        height: tall,
      })
      if (gap > 0) return ids.map((agency, at) => ({ status, agency, box: box(at, 1) }))
      return ids.length > 0 ? [{ status, agency: null, box: box(0, ids.length) }] : []
    })
  }
  return { row, cells, right: left + most * cell }
}

interface CoverageBox {
  readonly status: (typeof ORDER)[number]
  /** `null` for several. */
  readonly agency: string | null
  readonly box: Box
}

function placesOf(years: readonly CoverageYear[], context: ChartContext): Place[] {
  const sketch = new Sketch(context)
  const { row, cells } = layoutOf(years, sketch, context)
  return years.flatMap((one, index) => [
    {
      mark: { year: one.year },
      box: { x: 0, y: row * index, width: context.width, height: row },
      sign: [sketch.px(31), row * (index + 0.5) - sketch.px(5)] as const,
    },
    ...cells(one, index).flatMap(({ agency, box }): Place[] =>
      agency === null ? [] : [{ mark: { agency, year: one.year }, box }],
    ),
  ])
}

function draw(years: readonly CoverageYear[], asked: number | null, context: ChartContext) {
  const sketch = new Sketch(context)
  const { language } = context
  const { row, cells, right } = layoutOf(years, sketch, context)
  const fills = { reported: sketch.colour('h4'), late: sketch.colour('oUnavailable'), missing: '' }

  years.forEach((one, index) => {
    const { year, agencies, owed } = one
    const y = row * (index + 0.5)
    sketch.text(0, y, String(year), { size: 13, colour: 'ink', ...toneOfYear(year, asked) })
    for (const { status, box } of cells(one, index))
      if (status === 'missing') sketch.framed(box)
      else sketch.box(box, fills[status])
    const there = agencies.reported.length + agencies.late.length
    const late = agencies.late.length
    const words =
      language === 'zh'
        ? `${numberText(there, language)} / ${numberText(owed, language)}${late > 0 ? `，迟 ${numberText(late, language)}` : ''}`
        : `${numberText(there, language)} / ${numberText(owed, language)}${late > 0 ? `, ${numberText(late, language)} late` : ''}`
    sketch.text(right + sketch.px(12), y, words, { weight: agencies.missing.length > 0 ? 600 : 400 })
  })
  drawKey(
    sketch,
    [
      { text: COVERAGE_LABELS.reported[language], fill: fills.reported },
      { text: COVERAGE_LABELS.late[language], fill: fills.late },
      { text: COVERAGE_LABELS.missing[language], fill: '', framed: true },
    ],
    context,
    row * years.length + sketch.px(4),
  )
  return { ...baseOption(context), graphic: { elements: sketch.elements } }
}
