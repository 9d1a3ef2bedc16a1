import type { ColourName } from '../charts/colours'
import type { NativeSeries } from '../charts/native'

const LABELS = /<c:dLbls>(.*?)<\/c:dLbls>/su
const NONE =
  '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'

/**
 * Lines with a name have it at one of their ends alone, where the libraries know labels for all points or none: those to the left at the first point, others
 * at the last.
 */
export function withNamesAtEnds(xml: string): string {
  return xml.replace(/<c:ser>.*?<\/c:ser>/gsu, (series) => {
    const labels = LABELS.exec(series)?.[1] ?? ''
    if (!labels.includes('<c:showSerName val="1"/>')) return series
    const at = labels.includes('<c:dLblPos val="l"/>') ? 0 : pointsOf(series) - 1
    const one = labels
      .replace(/<c:showLeaderLines [^>]*\/>/gu, '')
      .replace(/<a:bodyPr\b[^>]*\/>/u, '<a:bodyPr wrap="none"/>')
    return series.replace(LABELS, () => `<c:dLbls><c:dLbl><c:idx val="${String(at)}"/>${one}</c:dLbl>${NONE}</c:dLbls>`)
  })
}

/** The colour of a line's name: its own, where that can be read as letters. */
export const nameColour = ({ colour }: NativeSeries): ColourName => (colour === 'peer' ? 'ink2' : colour)

/** How many points a line has: as its cache says, else as the cells are that it is drawn of. */
function pointsOf(series: string): number {
  const values = /<c:val>.*?<\/c:val>/su.exec(series)?.[0] ?? ''
  const count = /<c:ptCount val="(\d+)"/u.exec(values)?.[1]
  const [, first, last] = /\$(\d+):\$[A-Z]+\$(\d+)</u.exec(values) ?? []
  return count === undefined ? Number(last ?? 1) - Number(first ?? 1) + 1 : Number(count)
}
