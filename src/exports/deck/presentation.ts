import type { Slide } from '../pptx/slide'
import { deckLines, exampleOf } from './deckWords'
import type { DeckToGo, FigurePage } from './pages'

/** Pixels of a drawing beside or above its readings, at a scale that can be read from the back of a room. */
const DRAWN = { '16:9': { width: 1160, height: 640 }, '4:3': { width: 1160, height: 500 } } as const
const SCALE = 1.3

/** A 会议夹 as a PowerPoint file: a page with what it is, then its pages in order. What the program cannot draw itself is drawn as a vector picture. */
export async function deckPresentation({ head, pages }: DeckToGo): Promise<Uint8Array> {
  const [{ deckPptx }, { slideOfPage }, { bareDrawing }, { lookOf }] = await Promise.all([
    import('../pptx/deckPptx'),
    import('../pptx/figureSlide'),
    import('../picture'),
    import('../pptx/look'),
  ])
  const { language, format, template, fingerprint } = head
  const { theme } = lookOf(template)
  const pictureOfPage = ({ chart, form }: FigurePage) =>
    form === 'chart' && !chart.native?.length
      ? bareDrawing(chart, { ...DRAWN[format], theme, language, scale: SCALE, decals: head.patterns })
      : null
  const example = exampleOf(head)
  const source = deckLines(head).join(' · ')
  const slides = pages.map((page): Slide => {
    if (page.kind === 'figure') return slideOfPage(page, { language, fingerprint, picture: pictureOfPage(page) })
    return { ...page, example, source }
  })
  const title: Slide = { kind: 'title', title: head.name, lines: deckLines(head), example }
  return deckPptx([title, ...slides], { title: head.name, format, language, template })
}
