import type { ChartContext } from './chart'
import { COLOURS } from './colours'
import type { Box } from './sketch'

/** System fonts only; Latin faces first, so that digits come from a face with tabular figures. */
// Single quotes: the library's SVG text puts the family into an attribute as it stands.
export const FONT_FAMILY =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', 'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei UI', 'Microsoft YaHei', 'Source Han Sans SC', 'Noto Sans CJK SC', 'Noto Sans SC', 'WenQuanYi Micro Hei', sans-serif"

/** What every drawing starts from: our fonts, no motion, tooltips as text and never as HTML. */
export function baseOption(context: ChartContext) {
  const colours = COLOURS[context.theme]
  return {
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: FONT_FAMILY, color: colours.ink, fontSize: Math.round(12 * context.scale) },
    tooltip: {
      renderMode: 'richText' as const,
      confine: true,
      backgroundColor: colours.raised,
      borderColor: colours.line,
      borderWidth: 1,
      padding: [6, 10],
      textStyle: { color: colours.ink, fontSize: 12, lineHeight: 18, fontFamily: FONT_FAMILY },
    },
  }
}

/** A plot area fixed to the pixel, so that what is drawn beside it meets it. */
export const gridOf = ({ x, y, width, height }: Box) => ({
  left: x,
  top: y,
  width,
  height,
  outerBoundsMode: 'none' as const,
  containLabel: false,
})

/** An axis that only places things; its labels are drawn beside it. */
export const BARE_AXIS = {
  axisLine: { show: false },
  axisTick: { show: false },
  axisLabel: { show: false },
  splitLine: { show: false },
  axisPointer: { show: false },
} as const
