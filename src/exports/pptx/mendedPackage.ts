import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { mendedChart, mendedNotes, mendedPresentation, mendedText, withFonts, withoutAbsent } from './mendedXml'
import type { SeriesLabels } from './mendedXml'

/** What a presentation is to have that the library cannot say. */
export interface Mending {
  /** The face of Chinese text. */
  readonly font: string
  /** Of each series, chart by chart in the order in which they were added. */
  readonly labels: readonly (readonly SeriesLabels[])[]
}

const CONTENT_TYPES = '[Content_Types].xml'
const PRESENTATION = 'ppt/presentation.xml'

/**
 * Puts right what the library leaves wrong in a presentation: fonts named for Latin letters alone, so that Chinese falls back to whatever is there, gaps
 * of charts written as numbers without a digit, one colour for the digits on all series, no names at the ends of lines, and what the schemas of Office Open XML (ISO/IEC 29500) forbid.
 */
export function mendedPackage(bytes: Uint8Array, { font, labels }: Mending): Uint8Array {
  const parts = unzipSync(bytes)
  const mend = (name: string, how: (xml: string) => string): void => {
    const part = parts[name]
    if (part) parts[name] = strToU8(how(strFromU8(part)))
  }
  for (const name of Object.keys(parts))
    if (/^ppt\/.+\.xml$/u.test(name))
      mend(name, (xml) => {
        const text = name.startsWith('ppt/notesSlides/') ? mendedNotes(xml) : mendedText(xml)
        return withFonts(text, font)
      })
  const charts = Object.keys(parts)
    .flatMap((name) => {
      const number = /^ppt\/charts\/chart(\d+)\.xml$/u.exec(name)?.[1]
      return number === undefined ? [] : [{ name, number: Number(number) }]
    })
    .sort((one, other) => one.number - other.number)
  for (const [at, { name }] of charts.entries()) mend(name, (xml) => mendedChart(xml, labels[at] ?? []))
  mend(PRESENTATION, mendedPresentation)
  mend(CONTENT_TYPES, (xml) => withoutAbsent(xml, new Set(Object.keys(parts))))
  return zipSync(parts, { level: 6 })
}
