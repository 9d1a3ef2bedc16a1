import type { DeckTemplate } from '../../analysis/kept'
import type { Language } from '../../report/wording'
import { legalText } from '../legalText'
import { sectionLayout, titleLayout } from './coverLayout'
import { drawLayout } from './drawLayout'
import { figureLayout } from './figureLayout'
import type { PageSetting, SlideLayout } from './layout'
import { FONT, lookOf } from './look'
import { defineMasters } from './masters'
import { mendedPackage } from './mendedPackage'
import { seriesLabels } from './nativeSlideChart'
import { numberLayout } from './numberLayout'
import { SLIDE_FORMATS } from './slide'
import type { FigureSlide, Slide, SlideFormat } from './slide'
import { tableLayouts } from './tableLayout'
import { readingLayouts, textLayouts } from './wordsLayout'

export interface DeckOptions {
  readonly title: string
  readonly format: SlideFormat
  readonly language: Language
  readonly template?: DeckTemplate
}

/** A presentation, its charts drawn and edited by the program itself; texts and tables are the program's own, the notes of a figure hold reading, table and definitions. */
export async function deckPptx(slides: readonly Slide[], options: DeckOptions): Promise<Uint8Array> {
  const { default: Presentation } = await import('pptxgenjs')
  const deck = new Presentation()
  const { format, language } = options
  deck.defineLayout({ name: format, ...SLIDE_FORMATS[format] })
  deck.layout = format
  deck.title = legalText(options.title)
  deck.author = 'Gouji'
  deck.company = ''
  deck.theme = { headFontFace: FONT, bodyFontFace: FONT }
  const look = lookOf(options.template ?? {})
  defineMasters(deck, format, look)
  const setting = { format, logoWidth: look.logo ? look.logo.w + 0.2 : 0 }
  const layouts = slides.flatMap((slide) => layoutsOf(slide, setting, language))
  for (const layout of layouts) drawLayout(deck, layout, look, language)
  const bytes = await deck.write({ outputType: 'uint8array', compression: true })
  if (!(bytes instanceof Uint8Array)) throw new Error('the presentation came out as something else than bytes')
  const charts = layouts.flatMap(({ placed }) => placed.flatMap((one) => (one.kind === 'chart' ? [one.chart] : [])))
  return mendedPackage(bytes, { font: FONT, labels: charts.map((chart) => seriesLabels(chart, look)) })
}

/** The pages that a slide takes. */
function layoutsOf(slide: Slide, setting: PageSetting, language: Language): SlideLayout[] {
  if (slide.kind === 'title') return [titleLayout(slide, setting)]
  if (slide.kind === 'section') return [sectionLayout(slide, setting)]
  if (slide.kind === 'text') return textLayouts(slide, setting)
  return figureLayouts(slide, setting, language)
}

function figureLayouts(slide: FigureSlide, setting: PageSetting, language: Language): SlideLayout[] {
  switch (slide.form) {
    case 'chart':
      return [figureLayout(slide, setting, language)]
    case 'table':
      return tableLayouts(slide, setting, language)
    case 'reading':
      return readingLayouts(slide, setting, language)
    case 'number':
      return [numberLayout(slide, setting, language)]
  }
}
