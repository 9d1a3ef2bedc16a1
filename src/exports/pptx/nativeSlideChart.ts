import type PptxGenJS from 'pptxgenjs'
import type { NativeChart } from '../../charts/native'
import type { Language } from '../../report/wording'
import { legalText } from '../legalText'
import { gapWidth, isLabelled, labelFormat, labelledSeries, needsLegend, NUMBER_FORMATS } from '../nativeChartFormats'
import { nameColour } from '../lineEnds'
import type { PlacedChart } from './layout'
import { FONT } from './look'
import type { SlideLook } from './look'
import type { SeriesLabels } from './mendedXml'

/** The first category on top; the library's types know only the other way. */
const FROM_THE_TOP: object = { catAxisOrientation: 'maxMin' }

const SIZE = 11

/** The labels of each series: the library has the same for all of them. */
export function seriesLabels(chart: NativeChart, look: SlideLook): readonly SeriesLabels[] {
  const labelled = labelledSeries(chart)
  return chart.series.map((one, at) => {
    if (one.nameAt) return { colour: look.ink(nameColour(one)), nameAt: one.nameAt }
    if (at >= labelled) return { colour: null }
    return { colour: chart.stacked ? look.onSeries(one.colour, one.onColour) : look.ink('ink') }
  })
}

/** Adds a chart that the presentation program draws, with its numbers in a workbook of its own. */
export function addNativeChart(
  slide: PptxGenJS.Slide,
  { chart, box, alt }: PlacedChart,
  look: SlideLook,
  language: Language,
): void {
  const { kind, stacked, unit, series, range } = chart
  const labels = chart.categories.map((label) => legalText(label[language]))
  const data = series.map(({ name, values }) => ({
    name: legalText(name[language]),
    labels,
    // A gap stays a gap: see `mendedPackage`. The library's types know numbers alone.
    values: values.map((value) => value ?? NaN),
  }))
  const text = { color: look.ink('ink2'), fontSize: SIZE, fontFace: FONT }
  const labelled = isLabelled(chart)
  const horizontal = kind === 'bar'
  slide.addChart(kind === 'line' ? 'line' : 'bar', data, {
    ...box,
    ...(kind !== 'line' && {
      barDir: horizontal ? 'bar' : 'col',
      barGrouping: stacked ? 'stacked' : 'clustered',
      barGapWidthPct: gapWidth(chart),
    }),
    ...(kind === 'line' && { lineSize: 2.25, lineDataSymbolSize: 6, displayBlanksAs: 'gap' }),
    chartColors: series.map(({ colour }) => look.ink(colour)),
    catAxisLabelFontFace: text.fontFace,
    catAxisLabelFontSize: text.fontSize,
    catAxisLabelColor: text.color,
    // Beside the plot, not at zero, where bars to the left would cover them.
    catAxisLabelPos: 'low',
    ...(horizontal && FROM_THE_TOP),
    catAxisLineColor: look.ink('control'),
    catGridLine: { style: 'none' },
    valAxisLabelFontFace: text.fontFace,
    valAxisLabelFontSize: text.fontSize,
    valAxisLabelColor: look.ink('ink3'),
    valAxisLabelFormatCode: NUMBER_FORMATS[unit],
    valAxisLineShow: false,
    valAxisHidden: labelled,
    valGridLine: labelled ? { style: 'none' } : { color: look.ink('hair'), size: 0.75, style: 'solid' },
    ...(kind !== 'line' && unit !== 'signedCount' && { valAxisMinVal: 0 }),
    ...(stacked && unit === 'ratio' && { valAxisMaxVal: 1 }),
    ...(range && { valAxisMinVal: range.from, valAxisMaxVal: range.to }),
    showLegend: needsLegend(chart),
    legendPos: 'b',
    legendFontFace: text.fontFace,
    legendFontSize: text.fontSize,
    legendColor: text.color,
    showValue: labelledSeries(chart) > 0,
    dataLabelFontFace: text.fontFace,
    dataLabelFontSize: SIZE - 1,
    dataLabelFormatCode: labelFormat(chart),
    ...(stacked ? {} : { dataLabelPosition: kind === 'line' ? 't' : 'outEnd' }),
    showTitle: chart.title !== undefined,
    ...(chart.title && {
      title: legalText(chart.title[language]),
      titleFontFace: FONT,
      titleFontSize: 13,
      titleColor: look.ink('ink'),
    }),
    altText: legalText(chart.title ? `${chart.title[language]} ${alt}` : alt),
  })
}
