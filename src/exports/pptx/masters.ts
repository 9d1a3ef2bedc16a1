import type PptxGenJS from 'pptxgenjs'
import { COVER_TITLE, SECTION_TITLE } from './coverLayout'
import { MARGIN } from './layout'
import type { SlideLayout } from './layout'
import { FONT } from './look'
import type { SlideLook } from './look'
import { SLIDE_FORMATS } from './slide'
import type { SlideFormat } from './slide'

type Master = PptxGenJS.SlideMasterProps
type MasterObject = NonNullable<Master['objects']>[number]

export const MASTER_NAMES: Readonly<Record<SlideLayout['master'], string>> = {
  title: 'TITLE',
  section: 'SECTION',
  page: 'FIGURE',
}

/** The ground of each sort of page: paper, rules, logo, place of the title, page number. */
export function defineMasters(deck: PptxGenJS, format: SlideFormat, look: SlideLook): void {
  const { width, height } = SLIDE_FORMATS[format]
  const inner = width - 2 * MARGIN
  const rule = (y: number, w: number): MasterObject => ({
    rect: { x: MARGIN, y, w, h: 0.04, fill: { color: look.ink('fill') }, line: { type: 'none' } },
  })
  const title = (y: number, w: number, h: number, valign: 'middle' | 'bottom', fontSize: number): MasterObject => ({
    placeholder: {
      options: {
        name: 'title',
        type: 'title',
        x: MARGIN,
        y,
        w,
        h,
        margin: 0,
        align: 'left',
        valign,
        fontFace: FONT,
        fontSize,
        bold: true,
        color: look.title,
      },
      text: '',
    },
  })
  const logo: MasterObject[] = look.logo
    ? [
        {
          image: {
            data: look.logo.data,
            x: width - MARGIN - look.logo.w,
            y: 0.3,
            w: look.logo.w,
            h: look.logo.h,
          },
        },
      ]
    : []
  const besideLogo = inner - (look.logo ? look.logo.w + 0.2 : 0)
  const masters: Readonly<Record<SlideLayout['master'], MasterObject[]>> = {
    title: [rule(COVER_TITLE.y - 0.2, 1.2), title(COVER_TITLE.y, inner, COVER_TITLE.h, 'middle', 40)],
    section: [rule(SECTION_TITLE.y - 0.15, 0.8), title(SECTION_TITLE.y, inner, SECTION_TITLE.h, 'middle', 34)],
    page: [
      rule(0.42, 0.32),
      { line: { x: MARGIN, y: height - 0.52, w: inner, h: 0, line: { color: look.ink('line'), width: 0.75 } } },
      title(0.52, besideLogo, 0.62, 'middle', 24),
    ],
  }
  for (const [kind, objects] of Object.entries(masters) as [SlideLayout['master'], MasterObject[]][])
    deck.defineSlideMaster({
      title: MASTER_NAMES[kind],
      background: { color: look.paper },
      objects: [...objects, ...logo],
      ...(kind === 'title' ? {} : { slideNumber: pageNumber(width, height, look) }),
    })
}

function pageNumber(width: number, height: number, look: SlideLook): NonNullable<Master['slideNumber']> {
  return {
    x: width - MARGIN - 0.6,
    y: height - 0.46,
    w: 0.6,
    h: 0.3,
    margin: 0,
    align: 'right',
    fontFace: FONT,
    fontSize: 10,
    color: look.ink('ink3'),
  }
}
