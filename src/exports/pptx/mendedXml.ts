import { withNamesAtEnds } from '../lineEnds'

/** An East Asian face beside every Latin one that has none. */
export function withFonts(xml: string, font: string): string {
  return xml
    .replace(
      /(<a:latin typeface="[^"+]*"[^>]*\/>)(?!\s*<a:ea)/gu,
      (latin: string) => `${latin}<a:ea typeface="${font}"/>`,
    )
    .replace(/<a:ea typeface=""\/>/gu, `<a:ea typeface="${font}"/>`)
}

/** Properties of a paragraph once, before its first run, where the library writes them before each; titles without a number, as readers look for them; the first row of tables as their head. */
export const mendedText = (xml: string): string =>
  xml
    .replace(/(<\/a:r>)<a:pPr\b(?:[^>]*\/>|.*?<\/a:pPr>)/gsu, '$1')
    .replace(/<p:ph\s+idx="\d+"\s+type="title"/gu, '<p:ph type="title"')
    .replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1"/>')

/** The lines of notes as paragraphs, where the library leaves line ends within one. */
export const mendedNotes = (xml: string): string =>
  xml.replace(/<a:p><a:r><a:rPr lang="en-US" dirty="0"\/><a:t>([^<]*)<\/a:t><\/a:r>.*?<\/a:p>/su, (_, words: string) =>
    words
      .split(/\r?\n/u)
      .map((line) => `<a:p><a:r><a:rPr lang="zh-CN" altLang="en-US" dirty="0"/><a:t>${line}</a:t></a:r></a:p>`)
      .join(''),
  )

/** What stands on a series of a chart. */
export interface SeriesLabels {
  /** Six digits; `null` where nothing does. */
  readonly colour: string | null
  readonly nameAt?: 'start' | 'end'
}

/** No numbers for gaps, a colour for the digits on each series, only the axes that there are, and lines as the schema has them. */
export function mendedChart(xml: string, labels: readonly SeriesLabels[]): string {
  let series = -1
  const mended = xml
    .replace(/<c:pt idx="\d+"><c:v>(?:NaN)?<\/c:v><\/c:pt>/gu, '')
    .replace(/<c:ser>|<c:dLbls>.*?<\/c:dLbls>/gsu, (found) => {
      if (found === '<c:ser>') series++
      const own = labels[series]
      if (!own) return found
      if (own.colour === null) return found.replace('<c:showVal val="1"/>', '<c:showVal val="0"/>')
      const coloured = found.replace(/<a:srgbClr val="[^"]*"/gu, `<a:srgbClr val="${own.colour}"`)
      return own.nameAt ? named(coloured, own.nameAt) : coloured
    })
    .replace(/(<c:axId val="\d+"\/><c:axId val="\d+"\/>)<c:axId val="\d+"\/>(?=<\/c:(?:bar|line)Chart>)/gu, '$1')
    .replace(/<c:lineChart>.*?<\/c:lineChart>/gsu, (lines) =>
      lines
        .replace('<c:varyColors', '<c:grouping val="standard"/><c:varyColors')
        .replace(/<c:invertIfNegative [^>]*\/>/gu, '')
        .replace(/(<c:dLbls>.*?<\/c:dLbls>)\s*(<c:marker>.*?<\/c:marker>)/gsu, '$2$1'),
    )
  return withNamesAtEnds(mended)
}

/** Names on one side of the points. */
const named = (labels: string, side: 'start' | 'end'): string =>
  labels
    .replace(/<c:dLblPos [^>]*\/>/u, `<c:dLblPos val="${side === 'start' ? 'l' : 'r'}"/>`)
    .replace('<c:showSerName val="0"/>', '<c:showSerName val="1"/>')

const NOTES_MASTERS = /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/su

/** The master of notes before the list of slides, and notes on upright pages of the common size. */
export function mendedPresentation(xml: string): string {
  const masters = NOTES_MASTERS.exec(xml)?.[0] ?? ''
  return xml
    .replace(NOTES_MASTERS, '')
    .replace('<p:sldIdLst>', `${masters}<p:sldIdLst>`)
    .replace(/<p:notesSz [^>]*\/>/u, '<p:notesSz cx="6858000" cy="9144000"/>')
}

/** The library names a master for every page, though there is one. */
export function withoutAbsent(xml: string, present: ReadonlySet<string>): string {
  return xml.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/gu, (override: string, name: string) =>
    present.has(name) ? override : '',
  )
}
