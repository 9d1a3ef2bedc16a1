import { keptWithNext, paragraph } from '../docx/blocks'
import type { DocxBlock } from '../docx/blocks'
import type { Picture } from '../picture'
import { bigNumbers } from '../pptx/bigNumbers'
import type { SlideLook } from '../pptx/look'
import { briefTables } from './briefTable'
import type { DeckHead, FigurePage } from './pages'
import { toldFigure } from './toldFigure'
import type { ToldFigure } from './toldFigure'

/** Paints a picture at `ratio` pixels for each of its own, as the bytes of a PNG. */
export type Rasterise = (picture: Picture, ratio: number) => Promise<Uint8Array>

export interface BriefWays {
  readonly head: DeckHead
  readonly look: SlideLook
  readonly rasterise: Rasterise
}

/** Pixels at 96 to the inch: the width of the text, and the highest that a drawing becomes. */
const WIDTH = 588
const MOST_HEIGHT = 560
const CHART_HEIGHT = 300
/** Of bars with names beside them: half a page at most, lest they leave the page before them empty. */
const BARS = { row: 30, around: 60, least: 150, most: 480 } as const
/** Drawn a little larger and set smaller, in letters of 9 points. */
const DRAWN_WIDTH = 640
const SCALE = 1.1
/** 300 pixels to the inch in print. */
const RATIO = 3

const CHANGED = { zh: '放入会议夹以后的变化：', en: 'Changed since it was added: ' } as const

/** A figure of a brief: heading, what it stands on, drawing, sentences, table, notes and source, as its form asks. */
export async function figureBlocks(page: FigurePage, name: string, ways: BriefWays): Promise<DocxBlock[]> {
  const { head } = ways
  const { language } = head
  const drawn = page.form === 'chart' && !page.chart.native?.length
  const told = toldFigure(page, head, drawn)
  const { caption, readings } = told
  const alt = readings.join(language === 'zh' ? '' : ' ') || caption.title
  return [
    paragraph('subheading', `${name}　${caption.title}`),
    keptWithNext(paragraph('note', caption.parts.map(({ text }) => text).join(' · '))),
    ...(page.form === 'chart' ? [await drawingBlock(page, alt, ways)] : []),
    ...(page.form === 'number'
      ? bigNumbers(page, language).map(({ label, text, under }) => paragraph('body', `${label} ${text}（${under}）`))
      : []),
    ...readings.map((reading) => paragraph('body', reading)),
    ...(page.form === 'chart' || page.form === 'table' ? keptTables(briefTables(page.chart.table, language)) : []),
    ...endNotes(told, page, language),
  ]
}

/** The last table stands with the notes under it. */
const keptTables = (blocks: readonly DocxBlock[]): DocxBlock[] =>
  blocks.map((block, at) => (at === blocks.length - 1 && block.kind === 'table' ? keptWithNext(block) : block))

function endNotes({ caption }: ToldFigure, { changed }: FigurePage, language: DeckHead['language']): DocxBlock[] {
  const notes = caption.notes.map(({ text }) => text).join(' ')
  const lines = [
    notes,
    changed.length === 0 ? '' : CHANGED[language] + changed.join(language === 'zh' ? '；' : '; '),
    [caption.source, caption.example].filter((part) => part !== '').join(' · '),
  ]
  const said = lines.filter((line) => line !== '').map((line) => paragraph('note', line))
  return said.map((line, at) => (at < said.length - 1 ? keptWithNext(line) : line))
}

/** Charts that Word draws itself, or the picture as it is printed. */
async function drawingBlock(page: FigurePage, alt: string, { head, look, rasterise }: BriefWays): Promise<DocxBlock> {
  const { chart } = page
  const { language } = head
  if (chart.native?.length) {
    const bars = chart.native.some(({ kind }) => kind === 'bar')
    const most = Math.max(...chart.native.map(({ categories }) => categories.length))
    const height = bars ? Math.min(BARS.most, Math.max(BARS.least, most * BARS.row + BARS.around)) : CHART_HEIGHT
    return { kind: 'chart', charts: chart.native, language, look, width: WIDTH, height, alt }
  }
  const { bareDrawing } = await import('../picture')
  const width = Math.max(DRAWN_WIDTH, chart.leastWidth ?? 0)
  const height = Math.min(chart.heightAt(width / SCALE) * SCALE, (MOST_HEIGHT * width) / WIDTH)
  const picture = bareDrawing(chart, { width, height, scale: SCALE, theme: 'light', language, decals: head.patterns })
  const png = await rasterise(picture, RATIO)
  return { kind: 'picture', png, width: WIDTH, height: Math.round((height * WIDTH) / width), alt }
}
