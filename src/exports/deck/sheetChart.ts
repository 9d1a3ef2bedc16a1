import type { CellStyle, SheetChart } from 'hucre/xlsx'
import type { NativeChart } from '../../charts/native'
import type { Language } from '../../report/wording'
import { legalText } from '../legalText'
import { nameColour } from '../lineEnds'
import { neutralText } from '../neutral'
import {
  cellFormat,
  gapWidth,
  isLabelled,
  labelFormat,
  labelledSeries,
  needsLegend,
  NUMBER_FORMATS,
} from '../nativeChartFormats'
import type { SlideLook } from '../pptx/look'
import type { SheetCell } from '../xlsx'

export interface SheetChartSetting {
  readonly language: Language
  readonly look: SlideLook
  /** Of the numbers that the charts are drawn of, 0-based. */
  readonly firstRow: number
  readonly anchor: { readonly row: number; readonly rows: number; readonly columns: number }
  readonly alt: string
}

/** Charts on a sheet with the numbers that they are drawn of, one block under the other. */
export interface DrawnOnSheet {
  readonly rows: readonly (readonly SheetCell[])[]
  /** `row,column` of the sheet. */
  readonly styles: ReadonlyMap<string, CellStyle>
  readonly charts: readonly SheetChart[]
}

/** Puts charts side by side on a sheet. A gap is an empty cell, never 0. */
export function sheetCharts(charts: readonly NativeChart[], setting: SheetChartSetting): DrawnOnSheet {
  const rows: SheetCell[][] = []
  const styles = new Map<string, CellStyle>()
  const drawn = charts.map((chart, at) => {
    const first = setting.firstRow + rows.length
    const { categories, series, unit } = chart
    const { language } = setting
    rows.push([chart.title?.[language] ?? null, ...series.map(({ name }) => name[language])])
    for (const [index, label] of categories.entries())
      rows.push([label[language], ...series.map(({ values }) => values[index] ?? null)])
    rows.push([])
    for (const index of categories.keys())
      for (const column of series.keys())
        styles.set(`${String(first + 1 + index)},${String(column + 1)}`, {
          numFmt: cellFormat(unit, series[column]?.values[index] ?? null),
        })
    return chartOf(chart, at, first + 1, setting)
  })
  return { rows, styles, charts: drawn }
}

/** `B12:B17` of a column, 0-based. */
function range(column: number, firstRow: number, count: number): string {
  const name = columnName(column)
  return `$${name}$${String(firstRow + 1)}:$${name}$${String(firstRow + Math.max(1, count))}`
}

const plainName = (name: string): string => legalText(neutralText(name))

function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last
}

function chartOf(chart: NativeChart, at: number, firstRow: number, setting: SheetChartSetting): SheetChart {
  const { kind, stacked, unit, series, categories, title, range: ends } = chart
  const { language, look, anchor, alt } = setting
  const scaleless = isLabelled(chart)
  const labelled = labelledSeries(chart)
  const count = categories.length
  const col = at * (anchor.columns + 1)
  const labelsOn = (fontColor: string) => ({
    showValue: true,
    numberFormat: { formatCode: labelFormat(chart) },
    fontColor,
    fontSize: 9,
  })
  return {
    type: kind,
    anchor: { from: { row: anchor.row, col }, to: { row: anchor.row + anchor.rows, col: col + anchor.columns } },
    ...(title ? { title: plainName(title[language]) } : { showTitle: false }),
    series: series.map((one, index) => ({
      // The library takes a name that begins like a formula for one.
      name: plainName(one.name[language]),
      values: range(index + 1, firstRow, count),
      categories: range(0, firstRow, count),
      color: look.ink(one.colour),
      ...(kind === 'line' ? { marker: { symbol: 'circle' as const, size: 5 } } : {}),
      ...(index < labelled
        ? { dataLabels: labelsOn(stacked ? look.onSeries(one.colour, one.onColour) : look.ink('ink')) }
        : {}),
      ...(one.nameAt
        ? {
            dataLabels: {
              ...labelsOn(look.ink(nameColour(one))),
              showValue: false,
              showSeriesName: true,
              position: one.nameAt === 'start' ? ('l' as const) : ('r' as const),
            },
          }
        : {}),
    })),
    ...(kind === 'line'
      ? {}
      : { barGrouping: stacked ? ('stacked' as const) : ('clustered' as const), gapWidth: gapWidth(chart) }),
    ...(stacked ? { overlap: 100 } : {}),
    legend: needsLegend(chart) ? 'bottom' : false,
    dispBlanksAs: 'gap',
    varyColors: false,
    altText: title ? `${legalText(title[language])} ${alt}` : alt,
    axes: {
      // Labels beside the plot, not at zero, where bars to the left would cover them.
      x: { reverse: kind === 'bar', labelFontSize: 9, tickLblPos: 'low' },
      y: {
        hidden: scaleless,
        gridlines: { major: !scaleless },
        numberFormat: { formatCode: NUMBER_FORMATS[unit] },
        labelFontSize: 9,
        ...(ends ? { scale: { min: ends.from, max: ends.to } } : {}),
        ...(kind !== 'line' && unit !== 'signedCount'
          ? { scale: { min: 0, ...(stacked && unit === 'ratio' ? { max: 1 } : {}) } }
          : {}),
      },
    },
  }
}
