import type PptxGenJS from 'pptxgenjs'
import type { ChartTable, TableCell } from '../../charts/table'
import { GAP_LABELS, STATE_SIGNS, statesOf } from '../../charts/table'
import { cellNumberText, numberText, textWidth } from '../../charts/numbers'
import type { Language } from '../../report/wording'
import { legalText } from '../legalText'
import { mendedPackage } from './mendedPackage'
import { addNativeChart, inkOf, labelColours } from './nativeSlideChart'
import type { Box } from './nativeSlideChart'
import { SLIDE_FORMATS } from './slide'
import type { Slide, SlideFormat } from './slide'

export interface DeckOptions {
  readonly title: string
  readonly format: SlideFormat
  readonly language: Language
}

/** Of every Windows with Office; Macs have it with Office, others put their own Chinese face in its place. */
const FONT = 'Microsoft YaHei'
const MARGIN = 0.61
const MASTER = 'FIGURE'

/** A presentation with one figure a page, its charts drawn and edited by the program itself; texts are real text boxes, the notes hold reading, table and definitions. */
export async function deckPptx(slides: readonly Slide[], options: DeckOptions): Promise<Uint8Array> {
  const { default: Presentation } = await import('pptxgenjs')
  const deck = new Presentation()
  const { width, height } = SLIDE_FORMATS[options.format]
  deck.defineLayout({ name: options.format, width, height })
  deck.layout = options.format
  deck.title = legalText(options.title)
  deck.author = 'Gouji'
  deck.company = ''
  deck.theme = { headFontFace: FONT, bodyFontFace: FONT }
  defineMaster(deck, width, height)
  for (const slide of slides) addSlide(deck, slide, options)
  const bytes = await deck.write({ outputType: 'uint8array', compression: true })
  if (!(bytes instanceof Uint8Array)) throw new Error('the presentation came out as something else than bytes')
  return mendedPackage(bytes, { font: FONT, labelColours: slides.flatMap(({ native }) => native.map(labelColours)) })
}

function defineMaster(deck: PptxGenJS, width: number, height: number): void {
  const inner = width - 2 * MARGIN
  deck.defineSlideMaster({
    title: MASTER,
    background: { color: 'FFFFFF' },
    objects: [
      { rect: { x: MARGIN, y: 0.42, w: 0.32, h: 0.04, fill: { color: inkOf('fill') }, line: { type: 'none' } } },
      { line: { x: MARGIN, y: height - 0.52, w: inner, h: 0, line: { color: inkOf('line'), width: 0.75 } } },
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: MARGIN,
            y: 0.52,
            w: inner,
            h: 0.62,
            margin: 0,
            align: 'left',
            valign: 'middle',
            fontFace: FONT,
            fontSize: 24,
            bold: true,
            color: inkOf('ink'),
          },
          text: '',
        },
      },
    ],
    slideNumber: {
      x: width - MARGIN - 0.6,
      y: height - 0.46,
      w: 0.6,
      h: 0.3,
      margin: 0,
      align: 'right',
      fontFace: FONT,
      fontSize: 10,
      color: inkOf('ink3'),
    },
  })
}

const READINGS = { width: 3, gap: 0.4 }
const ABOVE = 1.52
const BELOW = 0.64

function addSlide(deck: PptxGenJS, { caption, native, picture, readings, ...rest }: Slide, options: DeckOptions): void {
  const { width, height } = SLIDE_FORMATS[options.format]
  const slide = deck.addSlide({ masterName: MASTER })
  const text = { fontFace: FONT, margin: 0, isTextBox: true, fit: 'none' } as const
  const inner = width - 2 * MARGIN
  slide.addText(legalText(caption.title), { placeholder: 'title', fontSize: titleSize(caption.title, inner) })
  slide.addText(
    caption.parts.map(({ text: part, tone }, at) => ({
      text: legalText(`${at > 0 ? ' · ' : ''}${part}`),
      options: {
        color: inkOf(tone === 'warning' ? 'warning' : tone === 'strong' ? 'ink2' : 'ink3'),
        bold: tone === 'strong',
      },
    })),
    { ...text, x: MARGIN, y: 1.14, w: inner, h: 0.3, fontSize: 12, valign: 'middle' },
  )
  if (caption.example !== '')
    slide.addText(legalText(caption.example), {
      ...text,
      x: width - MARGIN - 2.2,
      y: 0.28,
      w: 2.2,
      h: 0.28,
      fontSize: 11,
      align: 'center',
      valign: 'middle',
      color: inkOf('ink2'),
      line: { color: inkOf('control'), width: 0.75, dashType: 'dash' },
    })
  const beside = readings.length > 0 && options.format === '16:9'
  const notes = caption.notes.map((note) => note.text).join(' ')
  const noteHeight = notes === '' ? 0 : 0.44
  const side = beside ? READINGS.width + READINGS.gap : 0
  const box: Box = {
    x: MARGIN,
    y: ABOVE,
    w: inner - side,
    h: height - ABOVE - BELOW - noteHeight - (readings.length > 0 && !beside ? 0.7 : 0),
  }
  native.forEach((chart, at) => {
    const w = (box.w - 0.3 * (native.length - 1)) / native.length
    addNativeChart(slide, chart, {
      box: { ...box, x: box.x + at * (w + 0.3), w },
      font: FONT,
      language: options.language,
    })
  })
  if (native.length === 0 && picture) {
    const scale = Math.min(box.w / picture.width, box.h / picture.height)
    const [w, h] = [picture.width * scale, picture.height * scale]
    slide.addImage({
      data: `data:image/svg+xml;base64,${base64Of(picture.svg)}`,
      x: box.x + (box.w - w) / 2,
      y: box.y,
      w,
      h,
      altText: legalText(readings.join(' ') || caption.title),
    })
  }
  if (readings.length > 0)
    slide.addText(
      readings.map((reading) => ({ text: legalText(reading), options: { breakLine: true, paraSpaceAfter: 10 } })),
      {
        ...text,
        ...(beside
          ? { x: width - MARGIN - READINGS.width, y: ABOVE + 0.1, w: READINGS.width, h: box.h - 0.1 }
          : { x: MARGIN, y: box.y + box.h + 0.05, w: inner, h: 0.65 }),
        fontSize: 15,
        lineSpacingMultiple: 1.3,
        valign: 'top',
        color: inkOf('ink'),
      },
    )
  if (notes !== '')
    slide.addText(legalText(notes), {
      ...text,
      x: MARGIN,
      y: height - BELOW - noteHeight,
      w: inner,
      h: noteHeight,
      fontSize: 10,
      valign: 'bottom',
      color: inkOf('ink2'),
    })
  slide.addText(legalText(caption.source), {
    ...text,
    x: MARGIN,
    y: height - 0.46,
    w: inner - 0.8,
    h: 0.3,
    fontSize: 10,
    valign: 'middle',
    color: inkOf('ink3'),
  })
  slide.addNotes(legalText(notesText({ ...rest, caption, readings }, options.language)))
}

const TITLE_SIZES = [24, 20, 18, 16]

/** The largest size in points at which a title stands on one line. */
function titleSize(title: string, width: number): number {
  return TITLE_SIZES.find((size) => textWidth(title, size) <= width * 72 * 0.96) ?? 14
}

/** What the speaker may be asked for: the readings, every figure of the chart, and how it is made. */
function notesText(
  { caption, readings, table, definitions }: Pick<Slide, 'caption' | 'readings' | 'table' | 'definitions'>,
  language: Language,
): string {
  const parts = [
    caption.title,
    caption.parts.map(({ text }) => text).join(' · '),
    ...readings,
    tableText(table, language),
    ...definitions,
    ...caption.notes.map(({ text }) => text),
    caption.source,
  ]
  return parts.filter((part) => part !== '').join('\n')
}

function tableText({ columns, rows }: ChartTable, language: Language): string {
  const cell = (one: TableCell): string => {
    if (one.kind === 'text') return one.text[language]
    if (one.value === null) return one.gap ? GAP_LABELS[one.gap][language] : '—'
    const number = `${cellNumberText(one, language)}${one.unit === 'ratio' ? '%' : ''}`
    const n = one.n === undefined ? [] : [`n ${numberText(one.n, language)}`]
    return [number, ...n, ...statesOf(one).map((state) => STATE_SIGNS[state][language])].join(' ')
  }
  return [columns.map(({ label }) => label[language]), ...rows.map((row) => row.map(cell))]
    .map((line) => line.join('\t'))
    .join('\n')
}

function base64Of(text: string): string {
  let binary = ''
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte)
  return btoa(binary)
}
