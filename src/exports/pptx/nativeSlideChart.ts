import type PptxGenJS from 'pptxgenjs'
import { COLOURS } from '../../charts/colours'
import type { ColourName } from '../../charts/colours'
import type { NativeChart } from '../../charts/native'
import type { FigureUnit } from '../../charts/numbers'
import type { Language } from '../../report/wording'

/** Inches. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Slides are light, whatever the page is. Six digits without `#`. */
export const inkOf = (name: ColourName): string => COLOURS.light[name].slice(1).toUpperCase()

/** Numbers are as the page writes them; parts of a whole too thin for a number have none. */
const FORMATS: Readonly<Record<FigureUnit, string>> = {
  count: '#,##0',
  signedCount: '#,##0;−#,##0;0',
  money: '#,##0.00',
  ratio: '0.0%',
}
const PART_FORMATS: Readonly<Partial<Record<FigureUnit, string>>> = { ratio: '[<0.04]"";0.0%', count: '#,##0;;' }

/** The first category on top; the library's types know only the other way. */
const FROM_THE_TOP: object = { catAxisOrientation: 'maxMin' }

/** More labels than this lie upon each other: on parts of bars, beside bars. */
const MOST_LABELS = { stacked: 60, bar: 44, column: 24, line: 0 } as const
const FONT = 11

/** Colours of the digits on each series: the library has one for all of them. */
export const labelColours = ({ stacked, series }: NativeChart): readonly string[] =>
  series.map(({ onColour }) => inkOf(stacked ? (onColour ?? 'inkInv') : 'ink'))

/** Adds a chart that the presentation program draws, with its numbers in a workbook of its own. */
export function addNativeChart(
  slide: PptxGenJS.Slide,
  chart: NativeChart,
  { box, font, language }: { readonly box: Box; readonly font: string; readonly language: Language },
): void {
  const { kind, stacked, unit, series } = chart
  const labels = chart.categories.map((label) => label[language])
  const data = series.map(({ name, values }) => ({
    name: name[language],
    labels,
    // A gap stays a gap: see `mendedPart`. The library's types know numbers alone.
    values: values.map((value) => value ?? NaN),
  }))
  const text = { color: inkOf('ink2'), fontSize: FONT, fontFace: font }
  const labelled = labels.length * series.length <= MOST_LABELS[stacked ? 'stacked' : kind]
  const horizontal = kind === 'bar'
  slide.addChart(kind === 'line' ? 'line' : 'bar', data, {
    ...box,
    ...(kind !== 'line' && {
      barDir: horizontal ? 'bar' : 'col',
      barGrouping: stacked ? 'stacked' : 'clustered',
      barGapWidthPct: stacked ? 60 : 50,
    }),
    ...(kind === 'line' && { lineSize: 2.25, lineDataSymbolSize: 6, displayBlanksAs: 'gap' }),
    chartColors: series.map(({ colour }) => inkOf(colour)),
    catAxisLabelFontFace: text.fontFace,
    catAxisLabelFontSize: text.fontSize,
    catAxisLabelColor: text.color,
    ...(horizontal && FROM_THE_TOP),
    catAxisLineColor: inkOf('control'),
    catGridLine: { style: 'none' },
    valAxisLabelFontFace: text.fontFace,
    valAxisLabelFontSize: text.fontSize,
    valAxisLabelColor: inkOf('ink3'),
    valAxisLabelFormatCode: FORMATS[unit],
    valAxisLineShow: false,
    valAxisHidden: labelled,
    valGridLine: labelled ? { style: 'none' } : { color: inkOf('hair'), size: 0.75, style: 'solid' },
    ...(kind !== 'line' && unit !== 'signedCount' && { valAxisMinVal: 0 }),
    ...(stacked && unit === 'ratio' && { valAxisMaxVal: 1 }),
    showLegend: series.length > 1,
    legendPos: 'b',
    legendFontFace: text.fontFace,
    legendFontSize: text.fontSize,
    legendColor: text.color,
    showValue: labelled,
    dataLabelFontFace: text.fontFace,
    dataLabelFontSize: FONT - 1,
    dataLabelFormatCode: (stacked ? PART_FORMATS[unit] : undefined) ?? FORMATS[unit],
    ...(stacked ? {} : { dataLabelPosition: kind === 'line' ? 't' : 'outEnd' }),
    showTitle: chart.title !== undefined,
    ...(chart.title && {
      title: chart.title[language],
      titleFontFace: font,
      titleFontSize: 13,
      titleColor: inkOf('ink'),
    }),
    altText: chart.title?.[language] ?? '',
  })
}
