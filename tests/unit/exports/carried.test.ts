import { describe, expect, it } from 'vitest'
import { deckBrief } from '@/exports/deck/brief'
import { deckBundle } from '@/exports/deck/bundle'
import type { DeckPage } from '@/exports/deck/pages'
import { deckPresentation } from '@/exports/deck/presentation'
import { toldFigure } from '@/exports/deck/toldFigure'
import { deckWorkbook } from '@/exports/deck/workbook'
import { legalText } from '@/exports/legalText'
import { figureCsv } from '@/exports/pictureCsv'
import { pictureOf } from '@/exports/picture'
import { cityCharts, CITY_HEAD, pageOf } from './cityFigures'
import { named, plain, sheetRows, textsOf, wordsIn } from './readOut'

const deck = (page: DeckPage) => ({ head: CITY_HEAD, pages: [page] })
const PNG = (): Promise<Uint8Array> => Promise.resolve(new Uint8Array([137, 80, 78, 71]))
const endingWith = (parts: ReadonlyMap<string, string>, pattern: RegExp): string =>
  named(parts, pattern)
    .map((name) => parts.get(name) ?? '')
    .join('\n')
const sheets = (parts: ReadonlyMap<string, string>): string =>
  named(parts, /^xl\/worksheets\/sheet\d+\.xml$/u)
    .flatMap((name) => sheetRows(parts, name).flat())
    .join('\n')
/** A drawing breaks its lines where they are full, a CSV doubles its quotes: what is said is looked for without either. */
const bare = (text: string): string => plain(text).replace(/\s|"/gu, '')

type Way = (page: ReturnType<typeof pageOf>) => Promise<string> | string
/** All that leaves the program with a figure in it, as the words that a reader finds there. */
const WAYS: Readonly<Record<string, Way>> = {
  'slides and their notes': async (page) => {
    const parts = textsOf(await deckPresentation(deck(page)))
    return wordsIn(endingWith(parts, /^ppt\/(?:slides|notesSlides)\/\w+2\.xml$/u), 'a:t')
  },
  'the notes of a slide alone': async (page) =>
    wordsIn(textsOf(await deckPresentation(deck(page))).get('ppt/notesSlides/notesSlide2.xml') ?? '', 'a:t'),
  'a slide of its table, with notes': async (page) => {
    const parts = textsOf(await deckPresentation(deck({ ...page, form: 'table' })))
    return wordsIn(endingWith(parts, /^ppt\/(?:slides|notesSlides)\/\w+2\.xml$/u), 'a:t')
  },
  'the brief': async (page) => wordsIn(textsOf(await deckBrief(deck(page), PNG)).get('word/document.xml') ?? '', 'w:t'),
  'the workbook': async (page) => sheets(textsOf(await deckWorkbook(deck(page)))),
  'the CSV of the zip': async (page) => endingWith(textsOf(await deckBundle(deck(page), PNG)), /^01 .*\.csv$/u),
  'the drawing of the zip': async (page) =>
    endingWith(textsOf(await deckBundle(deck(page), PNG)), /^01 .*\.svg$/u).replace(/<[^>]*>/gu, ''),
  // PNG, clipboard and SVG of one figure are this drawing (figureFiles), the CSV is that text.
  'one picture': ({ chart, ...page }) => {
    const { caption } = toldFigure({ chart, ...page }, CITY_HEAD, true)
    const size = { language: 'zh', theme: 'light', width: 960, scale: 1, decals: false } as const
    return pictureOf(chart, caption, size).svg.replace(/<[^>]*>/gu, '')
  },
  'one CSV': ({ chart, ...page }) =>
    legalText(figureCsv(chart, toldFigure({ chart, ...page }, CITY_HEAD, true).caption, 'zh')),
}

describe.each(Object.entries(WAYS))('%s', (_, way) => {
  it.each(cityCharts.map((chart) => [chart.id, chart] as const))(
    'say of %s what it is, of whom, of how many, how it is made and where it comes from',
    async (__, chart) => {
      const page = pageOf(chart)
      const { caption, definitions } = toldFigure(page, CITY_HEAD, true)
      const [{ text: filters } = { text: '' }] = caption.parts
      const { agencies, reports, missing } = chart.basis
      const said = [
        caption.title,
        filters,
        `${String(agencies)} 个机关 ${String(reports)} 份年报`,
        ...(missing > 0 ? [`缺 ${String(missing)} 份`] : []),
        ...definitions.map(({ name }) => name),
        ...definitions.map(({ formula }) => formula),
        `指纹 ${CITY_HEAD.fingerprint}`,
        `数据 ${CITY_HEAD.updated ?? ''}`,
        '示例数据',
      ].map((words) => bare(legalText(words)))
      const found = bare(await way(page))
      expect(said.filter((words) => words === '' || !found.includes(words))).toEqual([])
    },
  )
})
