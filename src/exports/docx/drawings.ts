import { AlignmentType, ImageRun, Paragraph } from 'docx'
import { ChartRun } from 'docx/charts'
import type { NativeChart, NativeSeries } from '../../charts/native'
import { legalText } from '../legalText'
import { nameColour } from '../lineEnds'
import { gapWidth, isLabelled, labelFormat, needsLegend, NUMBER_FORMATS } from '../nativeChartFormats'
import type { ChartBlock, PictureBlock } from './blocks'
import { FONTS } from './fonts'

/** Points. */
const SIZE = 9
/** Points, of names beside bars so many that every other would be left out. */
const SMALL = 7
/** Pixels of a row with room for names of the usual size. */
const ROOMY = 22
/** Pixels between charts side by side. */
const BETWEEN = 6

/** A picture or charts in a paragraph of their own. What they are called is kept with them; what they say may stand on the next page, lest a high one leave the page before it empty. */
export function drawingOf(block: PictureBlock | ChartBlock): Paragraph {
  const paragraph = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 120, after: 60 },
    ...(block.kind === 'picture' ? { children: [pictureRun(block)] } : {}),
  })
  if (block.kind === 'chart')
    // The last one first: each goes to the front.
    for (const chart of [...block.charts].reverse()) paragraph.addRunToFront(chartRun(chart, block))
  return paragraph
}

function pictureRun({ png, width, height, alt }: PictureBlock): ImageRun {
  return new ImageRun({ type: 'png', data: png, transformation: { width, height }, altText: altOf(alt) })
}

const altOf = (alt: string) => ({ name: '', description: legalText(alt) })

/** A chart that Word draws, with its numbers in a workbook of its own; a gap stays a gap. */
function chartRun(chart: NativeChart, { charts, width, height, alt, language, look }: ChartBlock): ChartRun {
  const { kind, stacked, unit, series, categories, title, range } = chart
  const font = (colour: string, size = SIZE) => ({ size, color: colour })
  const names = kind === 'bar' && height / categories.length < ROOMY ? SMALL : SIZE
  const labelled = isLabelled(chart)
  const options = {
    ...(title ? { title: { text: legalText(title[language]), font: { size: 11, color: look.ink('ink') } } } : {}),
    font: { name: FONTS.heading },
    categories: categories.map((label) => legalText(label[language])),
    legend: needsLegend(chart) ? ({ position: 'bottom', font: font(look.ink('ink2')) } as const) : (false as const),
    categoryAxis: { font: font(look.ink('ink2'), names), gridlines: false, reverseOrder: kind === 'bar' },
    valueAxis: {
      visible: !labelled,
      gridlines: !labelled,
      numberFormat: NUMBER_FORMATS[unit],
      font: font(look.ink('ink3')),
      ...(kind !== 'line' && unit !== 'signedCount' ? { minimum: 0 } : {}),
      ...(stacked && unit === 'ratio' ? { maximum: 1 } : {}),
      ...(range ? { minimum: range.from, maximum: range.to } : {}),
    },
    emptyValues: 'gap' as const,
    altText: altOf(title ? `${title[language]} ${alt}` : alt),
    transformation: { width: (width - BETWEEN * (charts.length - 1)) / charts.length, height },
  }
  const labelsOn = (colour: string) => ({ value: true, numberFormat: labelFormat(chart), font: font(colour) })
  const nameOn = (line: NativeSeries) => ({
    ...labelsOn(look.ink(nameColour(line))),
    value: false,
    seriesName: true,
    position: line.nameAt === 'start' ? ('left' as const) : ('right' as const),
  })
  const rows = series.map((line) => ({
    name: legalText(line.name[language]),
    values: line.values,
    color: look.ink(line.colour),
    ...(labelled
      ? { dataLabels: labelsOn(stacked ? look.onSeries(line.colour, line.onColour) : look.ink('ink')) }
      : {}),
    ...(line.nameAt ? { dataLabels: nameOn(line) } : {}),
  }))
  if (kind === 'line') return new ChartRun({ ...options, type: 'line', series: rows, markers: true })
  const bars = { series: rows, stacking: stacked ? 'stacked' : 'none', gapWidth: gapWidth(chart) } as const
  return new ChartRun({ ...options, ...bars, type: kind })
}
