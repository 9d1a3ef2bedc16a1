import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { withNamesAtEnds } from '../lineEnds'

/**
 * Puts right what the library leaves wrong in a document: names of a chart's rows at zero, where bars below it cover them, names of lines at each of their
 * points, and what the schemas of Office Open XML (ISO/IEC 29500) do not have: marks of later versions that no part needs.
 */
export function mendedDocument(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [name, part] of Object.entries(parts)) {
    if (/^word\/charts\/chart\d+\.xml$/u.test(name)) parts[name] = strToU8(mendedChart(strFromU8(part)))
    else if (/^word\/\w+\.xml$/u.test(name)) parts[name] = strToU8(withoutLater(strFromU8(part)))
  }
  return zipSync(parts, { level: 6 })
}

const mendedChart = (xml: string): string =>
  withNamesAtEnds(xml).replace(/<c:catAx>.*?<\/c:catAx>/gsu, (axis) =>
    axis.replace('<c:tickLblPos val="nextTo"/>', '<c:tickLblPos val="low"/>'),
  )

/** No list of namespaces that may be ignored where nothing is written in them. */
function withoutLater(xml: string): string {
  const own = xml.replace(/ w15:restartNumberingAfterBreak="[^"]*"/gu, '')
  return /[< ](?:w14|w15|wp14):/u.test(own) ? own : own.replace(/ mc:Ignorable="[^"]*"/u, '')
}
