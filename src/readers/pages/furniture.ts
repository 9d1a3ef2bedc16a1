import type { Line } from './lines'
import type { PageContent } from './page'

/** Parts of a page's height at its top and bottom where page numbers and running heads stand. */
const MARGIN = 0.13
const NUMBER = /^[-—–－―─\s·•~～]*(\d{1,3})[-—–－―─\s·•~～]*$/u
const OF_PAGES =
  /^(?:第\s*)?\d{1,3}\s*(?:页)?\s*[，,/、\s]*(?:共\s*)?\d{1,3}\s*页?$|^第\s*\d{1,3}\s*页$|^[Pp](?:age)?\.?\s*\d{1,3}$/u

interface PageLines {
  readonly page: Pick<PageContent, 'height'>
  readonly lines: readonly Line[]
}

/** The lines that are no text of the document: page numbers, and heads or feet that most pages repeat. */
export function furnitureOf(pages: readonly PageLines[]): ReadonlySet<Line> {
  const found = new Set<Line>()
  const margins = pages.map(({ page, lines }) =>
    lines.filter(({ box }) => box[3] < page.height * MARGIN || box[1] > page.height * (1 - MARGIN)),
  )
  for (const line of margins.flat()) if (OF_PAGES.test(line.text.trim())) found.add(line)
  for (const line of pageNumbers(margins)) found.add(line)
  for (const line of repeated(margins)) found.add(line)
  return found
}

/** Bare numbers that count the pages: those that run with the most of them, one a page. */
function pageNumbers(margins: readonly (readonly Line[])[]): Line[] {
  const byOffset = new Map<number, Line[]>()
  for (const [index, lines] of margins.entries())
    for (const line of lines) {
      const number = NUMBER.exec(line.text.trim())?.[1]
      if (number === undefined) continue
      const offset = Number(number) - index
      byOffset.set(offset, [...(byOffset.get(offset) ?? []), line])
    }
  const pagesOf = (lines: readonly Line[]): number =>
    margins.filter((own) => own.some((line) => lines.includes(line))).length
  const [best = []] = [...byOffset.values()].sort((a, b) => pagesOf(b) - pagesOf(a))
  // Two of one number on one page are figures.
  const counts = pagesOf(best) > 1 && pagesOf(best) === best.length
  const dashed = [...byOffset.values()].flat().filter((line) => /^\D+\d+\D+$/u.test(line.text.trim()))
  return margins.length === 1
    ? dashed
    : [...dashed, ...(counts || (dashed.length > 0 && best.length === 1) ? best : [])]
}

/** The same words, page numbers aside, at the same height of at least half the pages. */
function repeated(margins: readonly (readonly Line[])[]): Line[] {
  const groups = new Map<string, Line[]>()
  for (const lines of margins)
    for (const line of lines) {
      const words = line.text.replace(/\d+/gu, '#').replace(/\s/gu, '')
      if (!/\p{L}/u.test(words)) continue
      const key = `${words} ${String(Math.round(line.box[1] / 4))}`
      groups.set(key, [...(groups.get(key) ?? []), line])
    }
  return [...groups.values()].filter((lines) => lines.length > 1 && lines.length * 2 >= margins.length).flat()
}
