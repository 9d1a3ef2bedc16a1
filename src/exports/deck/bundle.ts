import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { csvText } from '../csv'
import { legalText } from '../legalText'
import { figureCsv } from '../pictureCsv'
import type { Rasterise } from './briefFigure'
import { deckLines, exampleOf } from './deckWords'
import { figureRows, listedFigures } from './figureList'
import { figureFileName } from './fileNames'
import type { DeckToGo } from './pages'
import { toldFigure } from './toldFigure'

const CONTENTS = { zh: '目录.csv', en: 'contents.csv' } as const
const TEXTS = { zh: '文字.csv', en: 'texts.csv' } as const
/** A picture as wide as half a slide, painted at twice its size. */
const WIDTH = 960
const SCALE = 1.2
const RATIO = 2

/** A 会议夹 as one zip: each figure as picture, drawing and numbers, and the list of what they stand on. Rejects where a picture cannot be made. */
export async function deckBundle(deck: DeckToGo, rasterise: Rasterise): Promise<Uint8Array> {
  const { pictureOf } = await import('../picture')
  const { head, pages } = deck
  const { language, patterns } = head
  const pieces: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    pieces.push(piece)
  })
  const add = (name: string, bytes: Uint8Array): void => {
    const entry = name.endsWith('.png') ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
    zip.add(entry)
    entry.push(bytes, true)
  }
  const above = [
    [head.name],
    ...[...deckLines(head), exampleOf(head)].filter((line) => line !== '').map((line) => [line]),
  ]
  add(CONTENTS[language], strToU8(legalText(csvText([...above, [], ...figureRows(deck)]))))
  const texts = pages.flatMap((page) => (page.kind === 'text' ? [[page.title, ...page.lines]] : []))
  if (texts.length > 0) add(TEXTS[language], strToU8(legalText(csvText(texts))))
  const figures = listedFigures(pages)
  for (const figure of figures) {
    const { chart } = figure.page
    const { caption } = toldFigure(figure.page, head, true)
    const nameOf = (ending: string): string => figureFileName(figure, head, String(figures.length).length, ending)
    const width = Math.max(WIDTH, chart.leastWidth ?? 0)
    const picture = pictureOf(chart, caption, { language, theme: 'light', width, scale: SCALE, decals: patterns })
    add(nameOf('png'), await rasterise(picture, RATIO))
    add(nameOf('svg'), strToU8(picture.svg))
    add(nameOf('csv'), strToU8(legalText(figureCsv(chart, caption, language))))
  }
  zip.end()
  return joined(pieces)
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
