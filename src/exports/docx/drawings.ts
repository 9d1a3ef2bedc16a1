import { AlignmentType, ImageRun, Paragraph } from 'docx'
import { ChartRun } from 'docx/charts'
import type { NativeChart } from '../../charts/native'
import { legalText } from '../legalText'
import { gapWidth, isLabelled, labelFormat, NUMBER_FORMATS } from '../nativeChartFormats'
import type { ChartBlock, PictureBlock } from './blocks'
import { FONTS } from './fonts'

/** Points. */
const SIZE = 9
/** Pixels between charts side by side. */
const BETWEEN = 6

/** A picture or charts in a paragraph of their own, kept with what they are called. */
export function drawingOf(block: PictureBlock | ChartBlock): Paragraph {
  const paragraph = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 120, after: 60 },
    keepNext: true,
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
  const { kind, stacked, unit, series, categories, title } = chart
  const font = (colour: string) => ({ size: SIZE, color: colour })
  const labelled = isLabelled(chart)
  const options = {
    ...(title ? { title: { text: legalText(title[language]), font: { size: 11, color: look.ink('ink') } } } : {}),
    font: { name: FONTS.heading },
    categories: categories.map((label) => legalText(label[language])),
    legend: series.length > 1 ? ({ position: 'bottom', font: font(look.ink('ink2')) } as const) : (false as const),
    categoryAxis: { font: font(look.ink('ink2')), gridlines: false, reverseOrder: kind === 'bar' },
    valueAxis: {
      visible: !labelled,
      gridlines: !labelled,
      numberFormat: NUMBER_FORMATS[unit],
      font: font(look.ink('ink3')),
      ...(kind !== 'line' && unit !== 'signedCount' ? { minimum: 0 } : {}),
      ...(stacked && unit === 'ratio' ? { maximum: 1 } : {}),
    },
    emptyValues: 'gap' as const,
    altText: altOf(title ? `${title[language]} ${alt}` : alt),
    transformation: { width: (width - BETWEEN * (charts.length - 1)) / charts.length, height },
  }
  const labelsOn = (colour: string) => ({ value: true, numberFormat: labelFormat(chart), font: font(colour) })
  const rows = series.map(({ name, values, colour, onColour }) => ({
    name: legalText(name[language]),
    values,
    color: look.ink(colour),
    ...(labelled ? { dataLabels: labelsOn(stacked ? look.onSeries(colour, onColour) : look.ink('ink')) } : {}),
  }))
  if (kind === 'line') return new ChartRun({ ...options, type: 'line', series: rows, markers: true })
  const bars = { series: rows, stacking: stacked ? 'stacked' : 'none', gapWidth: gapWidth(chart) } as const
  return new ChartRun({ ...options, ...bars, type: kind })
}
