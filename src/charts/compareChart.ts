import type { Chart, ChartContext } from './chart'
import { basisOf } from './basis'
import { changeCell, comparedText } from './changes'
import { barsPlaces, drawCompareBars } from './compareBars'
import { drawCompareLines, linesPlaces, peersLeftOut } from './compareLines'
import { nativeBars, nativeLines } from './compareNative'
import { drawCompareMatrix } from './compareMatrix'
import { matrixHeight, matrixPlaces, matrixWidth } from './compareMatrixLayout'
import { spreadOf } from './comparison'
import type { ComparedAgency, Comparison } from './comparison'
import { counted } from './counted'
import { foldRows, PAGE_ROOM } from './folding'
import { breakNotes, unitWords } from './figureWords'
import { notesOfRows } from './notes'
import { yearsText } from './numbers'
import { NO_REPORTS } from './readings'
import { sourceOfFigure } from './sources'
import { endColumn, figureCell, startColumn, textCell } from './table'
import { turnNotes } from './turns'
import { both, lowered, titleOf, WORDS } from './words'
import type { QueryResult } from '../cube/query'
import type { Label } from '../form/version'

export const COMPARE_MODES = ['matrix', 'lines', 'bars', 'table'] as const
export type CompareMode = (typeof COMPARE_MODES)[number]

/** A comparison as a chart of one kind. `shown` are the agencies drawn, in order; `chosen` those picked out, at most three; `byRank` says whether the order is by rank. */
export function compareChart(
  comparison: Comparison,
  byYear: QueryResult,
  mode: CompareMode,
  shown: readonly ComparedAgency[],
  chosen: readonly string[],
  byRank = true,
): Chart {
  const { label, years, unit, figure, agencies, whole, wholeChange, leastN, ranked } = comparison
  const rate = unit === 'ratio'
  const picked = chosen.flatMap((id) => agencies.find((agency) => agency.id === id)?.name ?? [])
  const small = agencies.length - ranked
  return {
    id: `compare-${mode}`,
    title: mode === 'lines' ? linesTitle(label, picked, years) : titleOf(label, years),
    unit: unitWords(figure, unit),
    basis: basisOf(byYear),
    figures: [figure],
    notes: [
      ...(rate && leastN > 0 && small > 0
        ? [
            {
              tone: 'plain' as const,
              text: both(
                `n < ${String(leastN)} 或没有数的 ${String(small)} 个机关不参与排名。`,
                `${counted(small, 'agency')} with n < ${String(leastN)} or without a figure: not ranked.`,
              ),
            },
            { tone: 'plain' as const, text: SMALL[mode], ...(mode !== 'table' && { ofDrawing: true as const }) },
          ]
        : []),
      ...(mode === 'bars' ? [BARS_NOTE] : mode === 'lines' ? linesNotes(comparison) : []),
      ...(mode === 'matrix' || mode === 'table' ? foldNotes(shown.length) : []),
      ...turnNotes(agencies, chosen),
      ...breakNotes(figure, years),
      ...lastYearNotes(comparison),
      ...wholeChangeNotes(comparison),
      ...notesOfRows(
        agencies.map(({ figures }) => figures),
        'agency',
        [wholeChange, ...agencies].filter((one) => one.changeInError).length,
      ),
    ],
    source: sourceOfFigure(figure),
    readings: [readingOf(comparison)],
    table: {
      columns: [
        startColumn(WORDS.agency),
        endColumn(WORDS.rank),
        ...years.map((year) => endColumn(both(String(year), String(year)))),
        endColumn(unit === 'count' || unit === 'money' ? WORDS.relativeChange : WORDS.difference),
      ],
      rows: [
        [
          textCell('全部合计', 'All agencies'),
          textCell('', ''),
          ...whole.map((one) => figureCell(one, unit)),
          changeCell(wholeChange, unit),
        ],
        ...shown.map((agency) => [
          textCell(agency.name),
          textCell(agency.rank === null ? '—' : String(agency.rank)),
          ...agency.figures.map((one) => figureCell(one, unit)),
          changeCell(agency, unit),
        ]),
      ],
    },
    ...((mode === 'matrix' || mode === 'table') && { leastWidth: matrixWidth(years) }),
    heightAt: (width) => heightOf(mode, foldRows(shown, chosen, byRank, PAGE_ROOM).length, comparison, width),
    option: (context: ChartContext) => {
      if (mode === 'lines') return drawCompareLines(comparison, chosen, context)
      if (mode === 'bars') return drawCompareBars(comparison, shown, chosen, context)
      return drawCompareMatrix(comparison, shown, chosen, byRank, context)
    },
    places: (context) => {
      if (mode === 'lines') return linesPlaces(comparison, chosen, context)
      if (mode === 'bars') return barsPlaces(comparison, shown, chosen, context)
      return matrixPlaces(comparison, shown, chosen, byRank, context)
    },
    ...nativeOf(mode, comparison, shown, chosen),
  }
}

/** Lines and bars have their like in office programs; a matrix has not. */
function nativeOf(
  mode: CompareMode,
  comparison: Comparison,
  shown: readonly ComparedAgency[],
  chosen: readonly string[],
): Pick<Chart, 'native'> {
  if (mode === 'lines') return { native: [nativeLines(comparison, chosen)] }
  return mode === 'bars' ? { native: [nativeBars(comparison, shown, chosen)] } : {}
}

/** Rows that any picture has room for. */
const FEW = 12

/** What becomes of rates on too small an n. */
const SMALL: Readonly<Record<CompareMode, Label>> = {
  matrix: both('n 小的数不着色。', 'Figures with a small n are not coloured.'),
  lines: both(
    'n 小的年份不画灰线，突出的机关画空心点。',
    'Years with a small n are left out of the grey lines and hollow on the highlighted ones.',
  ),
  bars: both('n 小的年份只画边框，框内注 n。', 'Years with a small n are outlined only, with n inside.'),
  table: both('n 小的数不参与比较。', 'Figures with a small n should not be compared.'),
}

function linesNotes(comparison: Comparison): Chart['notes'] {
  const { unit, leastN, agencies } = comparison
  const hasBand = spreadOf(comparison).some(({ low }) => low !== null)
  const band = hasBand ? both('灰带为四分位区间，', 'Band: quartiles; dashed: median') : both('', 'Dashed: median')
  const least = String(leastN)
  const firm = unit === 'ratio' && leastN > 0
  const left = peersLeftOut(agencies.length)
  const plain = (zh: string, en: string) => ({ tone: 'plain', text: both(zh, en), ofDrawing: true }) as const
  return [
    firm
      ? plain(
          `${band.zh}虚线为中位数，只按 n ≥ ${least} 的机关计。`,
          `${band.en}${hasBand ? '; both' : ','} over agencies with n ≥ ${least}.`,
        )
      : plain(`${band.zh}虚线为中位数。`, `${band.en}.`),
    plain(
      '突出的机关：推得的数画空心点、虚线，更正的数画空心点。',
      'Highlighted agencies: inferred figures are hollow points on a dashed line, corrected figures hollow points.',
    ),
    ...(left > 0
      ? [
          plain(
            `另有 ${String(left)} 个机关没有画灰线，见表格。`,
            `${counted(left, 'agency')} more without a grey line: see the table.`,
          ),
        ]
      : []),
  ]
}

const BARS_NOTE: Chart['notes'][number] = {
  tone: 'plain',
  ofDrawing: true,
  text: both(
    '柱图按次序画，画不下的在图上写明个数，突出的机关总在其中；全部机关见表格。',
    'Bars are drawn in order as far as there is room, always including the highlighted agencies; the chart says how many are left out, and the table has all.',
  ),
}

function heightOf(mode: CompareMode, rows: number, { years }: Comparison, width: number): number {
  if (mode === 'lines' || mode === 'bars') return width < 500 ? 300 : 420
  return matrixHeight(years, rows)
}

/** Lines tell the agencies picked out among all others; the title says which. */
function linesTitle(label: Label, picked: readonly string[], years: readonly number[]): Label {
  if (picked.length === 0) return titleOf(label, years)
  return titleOf(
    both(`${picked.join('、')}与各机关：${label.zh}`, `${picked.join(', ')} and all agencies: ${lowered(label.en)}`),
    years,
  )
}

/** Pictures fold what the table and the CSV have. */
function foldNotes(rows: number): Chart['notes'] {
  if (rows <= FEW) return []
  return [
    {
      tone: 'plain',
      text: both(
        `图片放不下的机关折起；表格和 CSV 有全部 ${String(rows)} 个机关的数。`,
        `Pictures leave out what does not fit; the table and the CSV have all ${String(rows)} agencies.`,
      ),
    },
  ]
}

function lastYearNotes({ years, lastYear }: Comparison): Chart['notes'] {
  if (years.length === 0 || lastYear === years.at(-1)) return []
  return [
    {
      tone: 'plain',
      text: both(
        `${String(lastYear)} 年以后没有此数，按 ${String(lastYear)} 年排序、排名。`,
        `No such figure after ${String(lastYear)}; order and ranks are those of ${String(lastYear)}.`,
      ),
    },
  ]
}

/** Over which agencies the change of the whole is: it need not be the difference between the two years' figures of all. */
function wholeChangeNotes({ wholeChange, unit, lastYear }: Comparison): Chart['notes'] {
  const change = wholeChange.now?.change
  if (change?.from == null || change.to === null) return []
  const { zh, en } = comparedText(change, unit, lastYear)
  return [
    {
      tone: 'plain',
      text: both(
        `全部合计的较上年只按两年都有数的机关计（可比口径）：${zh}。`,
        `The change for all agencies is over those with figures for both years (like for like): ${en}.`,
      ),
    },
  ]
}

function readingOf({ label, years, agencies }: Comparison): Label {
  if (agencies.length === 0 || years.length === 0) return NO_REPORTS
  return both(
    `${String(agencies.length)} 个机关 ${yearsText(years, 'zh')} 年的${label.zh.replace(/^本年/u, '')}，数字见表格。`,
    `${label.en}, ${counted(agencies.length, 'agency')}, ${yearsText(years, 'en')}: see the table for the figures.`,
  )
}
