import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** What a presentation is to have that the library cannot say. */
export interface Mending {
  /** The face of Chinese text. */
  readonly font: string
  /** Colours of the digits on each series, chart by chart in the order in which they were added; six digits. */
  readonly labelColours: readonly (readonly string[])[]
}

/**
 * Puts right what the library leaves wrong in a presentation: fonts named for Latin letters alone, so that Chinese falls back to whatever is there, gaps
 * of charts written as numbers without a digit, and one colour for the digits on all series.
 */
export function mendedPackage(bytes: Uint8Array, { font, labelColours }: Mending): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [name, part] of Object.entries(parts))
    if (/^ppt\/.+\.xml$/u.test(name)) parts[name] = strToU8(withFonts(strFromU8(part), font))
  const charts = Object.keys(parts)
    .flatMap((name) => {
      const number = /^ppt\/charts\/chart(\d+)\.xml$/u.exec(name)?.[1]
      return number === undefined ? [] : [{ name, number: Number(number) }]
    })
    .sort((one, other) => one.number - other.number)
  for (const [at, { name }] of charts.entries()) {
    const part = parts[name]
    if (part) parts[name] = strToU8(mendedChart(strFromU8(part), labelColours[at] ?? []))
  }
  return zipSync(parts, { level: 6 })
}

function withFonts(xml: string, font: string): string {
  return (
    xml
      // A Latin face without an East Asian one beside it.
      .replace(
        /(<a:latin typeface="[^"+]*"[^>]*\/>)(?!\s*<a:ea)/gu,
        (latin: string) => `${latin}<a:ea typeface="${font}"/>`,
      )
      .replace(/<a:ea typeface=""\/>/gu, `<a:ea typeface="${font}"/>`)
  )
}

function mendedChart(xml: string, labelColours: readonly string[]): string {
  let series = -1
  return xml
    .replace(/<c:pt idx="\d+"><c:v>(?:NaN)?<\/c:v><\/c:pt>/gu, '')
    .replace(/<c:ser>|<c:dLbls>.*?<\/c:dLbls>/gsu, (found) => {
      if (found === '<c:ser>') series++
      const colour = labelColours[series]
      return colour === undefined ? found : found.replace(/<a:srgbClr val="[^"]*"/gu, `<a:srgbClr val="${colour}"`)
    })
}
