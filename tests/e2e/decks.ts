import { unzipSync } from 'fflate'
import type { Locator, Page } from 'playwright-core'
import { named, plain, tablesIn, textsOf, wordsIn } from '../unit/exports/readOut'
import { download } from './app'
import type { Download } from './app'

/** The ways to take the deck that is open away. */
export const waysOut = (page: Page): Locator => page.getByRole('group', { name: '导出' })

export const figureOf = (page: Page, heading: RegExp): Locator =>
  page.locator('figure').filter({ has: page.getByRole('heading', { name: heading }) })

/** Rows of the table that a figure's item shows when it goes in as a table, heads left out. */
export async function tableOnPage(page: Page, heading: RegExp): Promise<string[][]> {
  await page.getByText('表', { exact: true }).first().click()
  const table = figureOf(page, heading).getByRole('table')
  await table.waitFor()
  return table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim())),
    )
}

/** Saves the deck that is open as one of its files. */
export const saveDeck = (page: Page, words: 'PPTX' | 'Word' | 'Excel' | 'ZIP'): Promise<Download> =>
  download(page, () => waysOut(page).getByRole('button', { name: words }).click())

/** A series of a native chart: its name and its numbers in the order of the categories. */
export interface SavedSeries {
  readonly name: string
  readonly values: readonly number[]
}

/** A page of a presentation: its words, those of its notes, and the charts that the program draws itself. */
export interface SavedPage {
  readonly words: string
  readonly notes: string
  readonly xml: string
  readonly charts: readonly (readonly SavedSeries[])[]
}

/** The pages of a presentation in order, read from its parts and their relations alone. */
export function pagesOf(bytes: Uint8Array): SavedPage[] {
  const parts = textsOf(bytes)
  const related = (file: string, kind: string): string[] => {
    const relations = parts.get(file.replace(/([^/]+)$/u, '_rels/$1.rels')) ?? ''
    return [...relations.matchAll(/Target="([^"]+)"/gu)]
      .map(([, target = '']) => new URL(target, `http://x/${file}`).pathname.slice(1))
      .filter((target) => target.includes(kind))
      .map((target) => parts.get(target) ?? '')
  }
  return named(parts, /^ppt\/slides\/slide\d+\.xml$/u).map((file) => {
    const xml = parts.get(file) ?? ''
    return {
      xml,
      words: wordsIn(xml, 'a:t'),
      notes: wordsIn(related(file, 'notesSlides/')[0] ?? '', 'a:t'),
      charts: related(file, 'charts/chart').map(seriesOf),
    }
  })
}

const valuesIn = (xml: string): string[] => [...xml.matchAll(/<c:v>([^<]*)<\/c:v>/gu)].map(([, value = '']) => value)

function seriesOf(chart: string): SavedSeries[] {
  return [...chart.matchAll(/<c:ser>.*?<\/c:ser>/gsu)].map(([series]) => ({
    name: plain(valuesIn(/<c:tx>.*?<\/c:tx>/su.exec(series)?.[0] ?? '')[0] ?? ''),
    values: valuesIn(/<c:val>.*?<\/c:val>/su.exec(series)?.[0] ?? '').map(Number),
  }))
}

/** How many parts of a package have a name. */
export const countOf = (bytes: Uint8Array, pattern: RegExp): number =>
  Object.keys(unzipSync(bytes)).filter((name) => pattern.test(name)).length

/** Tables of a document as texts, in order. */
export const documentTables = (bytes: Uint8Array): string[][][] =>
  tablesIn(textsOf(bytes).get('word/document.xml') ?? '', 'w')
