import type PptxGenJS from 'pptxgenjs'
import type { Language } from '../../report/wording'
import { legalText } from '../legalText'
import type { PlacedCell, PlacedPicture, PlacedTable, PlacedText, SlideLayout } from './layout'
import { FONT } from './look'
import type { SlideLook } from './look'
import { MASTER_NAMES } from './masters'
import { addNativeChart } from './nativeSlideChart'

/** Puts a page into the presentation, just as it is laid out. */
export function drawLayout(deck: PptxGenJS, layout: SlideLayout, look: SlideLook, language: Language): void {
  const slide = deck.addSlide({ masterName: MASTER_NAMES[layout.master] })
  // A size given to the placeholder is not heeded, one given to its text is.
  slide.addText([{ text: legalText(layout.title.text), options: { fontSize: layout.title.size } }], {
    placeholder: 'title',
  })
  for (const placed of layout.placed)
    if (placed.kind === 'text') addText(slide, placed, look)
    else if (placed.kind === 'chart') addNativeChart(slide, placed, look, language)
    else if (placed.kind === 'picture') addPicture(slide, placed)
    else addTable(slide, placed, look)
  if (layout.notes !== '') slide.addNotes(legalText(layout.notes))
}

function addText(slide: PptxGenJS.Slide, text: PlacedText, look: SlideLook): void {
  const { box, paragraphs, size, align = 'left', valign = 'top', after, leading, framed } = text
  slide.addText(
    paragraphs.flatMap((runs) =>
      runs.map((run, at) => ({
        text: legalText(run.text),
        options: {
          color: look.ink(run.colour),
          bold: run.bold === true,
          ...(run.size === undefined ? {} : { fontSize: run.size }),
          ...(at === runs.length - 1 ? { breakLine: true } : {}),
          ...(after === undefined ? {} : { paraSpaceAfter: after }),
        },
      })),
    ),
    {
      ...box,
      fontFace: FONT,
      margin: 0,
      isTextBox: true,
      fit: 'none',
      fontSize: size,
      align,
      valign,
      ...(leading === undefined ? {} : { lineSpacingMultiple: leading }),
      ...(framed === true ? { line: { color: look.ink('control'), width: 0.75, dashType: 'dash' } } : {}),
    },
  )
}

function addPicture(slide: PptxGenJS.Slide, { box, svg, alt }: PlacedPicture): void {
  slide.addImage({ ...box, data: `data:image/svg+xml;base64,${base64Of(svg)}`, altText: legalText(alt) })
}

function addTable(
  slide: PptxGenJS.Slide,
  { box, widths, heights, head, rows, size }: PlacedTable,
  look: SlideLook,
): void {
  const none = { type: 'none' } as const
  const line = (colour: string, pt: number) => ({ type: 'solid', color: colour, pt }) as const
  const heavy = line(look.ink('rule'), 1.5)
  const cells = (row: readonly PlacedCell[], top: ReturnType<typeof line>, bottom: ReturnType<typeof line>) =>
    row.map(({ text, small, align, colour }) => ({
      text: [
        { text: legalText(text), options: { color: look.ink(colour) } },
        ...(small === '' ? [] : [{ text: legalText(small), options: { color: look.ink('ink3'), fontSize: size - 2 } }]),
      ],
      options: {
        align,
        valign: 'middle' as const,
        bold: colour === 'ink2',
        border: [top, none, bottom, none] as [typeof top, typeof none, typeof bottom, typeof none],
      },
    }))
  const hair = line(look.ink('hair'), 0.75)
  const rule = line(look.ink('rule'), 0.75)
  slide.addTable(
    [
      cells(head, heavy, rule),
      ...rows.map((row, at) => cells(row, at === 0 ? rule : hair, at === rows.length - 1 ? heavy : hair)),
    ],
    {
      x: box.x,
      y: box.y,
      w: box.w,
      colW: [...widths],
      rowH: [...heights],
      fontFace: FONT,
      fontSize: size,
      // Points, the two of the height and of the width.
      margin: [0.03, 0.08, 0.03, 0.08],
    },
  )
}

function base64Of(text: string): string {
  let binary = ''
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte)
  return btoa(binary)
}
