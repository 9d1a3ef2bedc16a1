import { COLOURS } from './colours'
import type { ChartContext } from './chart'

/** System fonts only; Latin faces first, so that digits come from a face with tabular figures. */
export const FONT_FAMILY =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei UI", "Microsoft YaHei", "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei", sans-serif'

/** Sizes and colours of text in a drawing, scaled. */
export function textStyles(context: ChartContext) {
  const colours = COLOURS[context.theme]
  const size = (pixels: number): number => Math.round(pixels * context.scale)
  return {
    axis: { color: colours.ink2, fontSize: size(12) },
    fine: { color: colours.ink3, fontSize: size(12) },
    value: { color: colours.ink, fontSize: size(13), fontWeight: 600 as const },
    label: { color: colours.ink2, fontSize: size(13) },
    warning: { color: colours.warning, fontSize: size(12) },
  }
}

/** What every drawing starts from: our fonts, no motion on load, tooltips as text and never as HTML. */
export function baseOption(context: ChartContext) {
  const colours = COLOURS[context.theme]
  return {
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: FONT_FAMILY, color: colours.ink, fontSize: Math.round(12 * context.scale) },
    tooltip: {
      renderMode: 'richText' as const,
      backgroundColor: colours.raised,
      borderColor: colours.line,
      textStyle: { color: colours.ink, fontSize: Math.round(12 * context.scale), fontFamily: FONT_FAMILY },
    },
  }
}
