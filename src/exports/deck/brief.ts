import type { Label } from '../../form/version'
import { chineseNumeral } from '../letters/letterWords'
import { paragraph } from '../docx/blocks'
import type { DocxBlock } from '../docx/blocks'
import { writeDocx } from '../docx/writeDocx'
import { lookOf } from '../pptx/look'
import type { SlideLook } from '../pptx/look'
import { basisLines } from './basisLines'
import { figureBlocks } from './briefFigure'
import type { Rasterise } from './briefFigure'
import { deckLines, exampleOf } from './deckWords'
import { METHOD_HEADINGS, methodLines, wholeDefinition } from './methodWords'
import type { DeckHead, DeckToGo, FigurePage } from './pages'
import { definitionsOf } from './toldFigure'

const FIGURE: Label = { zh: '图 ', en: 'Figure ' }
const COVERAGE: Label = { zh: '数据范围', en: 'Coverage of the figures' }

/** A 会议夹 as a Word document: what it stands on, its pages in order with drawing, sentences and table, and an appendix of definitions and method. */
export async function deckBrief({ head, pages }: DeckToGo, rasterise: Rasterise): Promise<Uint8Array> {
  const { language } = head
  const { accent } = head.template
  const look = lookOf(accent === undefined ? {} : { accent })
  const figures = pages.filter((page) => page.kind === 'figure')
  const names = figures.map((_, at) => FIGURE[language] + String(at + 1))
  const blocks: DocxBlock[] = [
    ...(head.example ? [paragraph('note', exampleOf(head))] : []),
    paragraph('title', head.name),
    ...(figures.length > 0
      ? [
          paragraph('heading', COVERAGE[language]),
          ...basisLines(figures, language).map((line) => paragraph('body', line)),
        ]
      : []),
    ...(await pageBlocks({ head, pages }, names, look, rasterise)),
    ...appendix(figures, head),
  ]
  const footer = [...deckLines(head), exampleOf(head)].filter((part) => part !== '').join(' · ')
  return writeDocx(blocks, { title: head.name, footer })
}

async function pageBlocks(
  { head, pages }: DeckToGo,
  names: readonly string[],
  look: SlideLook,
  rasterise: Rasterise,
): Promise<DocxBlock[]> {
  const blocks: DocxBlock[] = []
  let figure = 0
  for (const page of pages)
    if (page.kind === 'section') blocks.push(paragraph('heading', page.title))
    else if (page.kind === 'text')
      blocks.push(paragraph('subheading', page.title), ...page.lines.map((line) => paragraph('body', line)))
    else blocks.push(...(await figureBlocks(page, names[figure++] ?? '', { head, look, rasterise })))
  return blocks
}

/** Every definition used, once, and how numbers come to be. */
function appendix(figures: readonly FigurePage[], head: DeckHead): DocxBlock[] {
  if (figures.length === 0) return []
  const { language } = head
  const used = definitionsOf(
    figures.map(({ chart }) => chart),
    language,
  )
  const numbered = (at: number, heading: Label) =>
    paragraph('subheading', language === 'zh' ? `（${chineseNumeral(at)}）${heading.zh}` : heading.en)
  return [
    paragraph('heading', METHOD_HEADINGS.appendix[language]),
    ...(used.length > 0
      ? [
          numbered(1, METHOD_HEADINGS.definitions),
          ...used.map((definition) => paragraph('body', wholeDefinition(definition, language))),
        ]
      : []),
    numbered(used.length > 0 ? 2 : 1, METHOD_HEADINGS.method),
    ...methodLines(language).map((line) => paragraph('body', line)),
    ...deckLines(head).map((line) => paragraph('body', line)),
  ]
}
