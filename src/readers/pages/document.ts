import type { Block } from '../document'
import { done, fail, type Read } from '../failure'
import { LIMITS } from '../limits'
import { joinBeside } from './beside'
import { blocksOf, type Notes } from './blocks'
import { layOut } from './layout'
import { isScan, legibilityOf, visible } from './legible'
import type { ReadPage } from './page'

/** What the pages of a document read as, and what has to be told of it. */
export interface PagesRead {
  readonly blocks: readonly Block[]
  readonly notes: Notes
}

/**
 * Lays the pages of a document out, after a look at whether they are text at all.
 * Failures: `unsupported` (`scanned-…` and `garbled-…` of the format), `too-large`.
 *
 * @param lost pages that are known to be missing
 */
export function readPages(format: 'pdf' | 'ofd', pages: readonly ReadPage[], lost: number): Read<PagesRead> {
  const contents = pages.map(({ content }) => content)
  const { unnamed, isRecognised, isScanned, isGarbled } = legibilityOf(contents)
  if (isScanned) return fail('unsupported', `scanned-${format}`, { pages: pages.length })
  if (isGarbled) return fail('unsupported', `garbled-${format}`, { pages: pages.length })
  const notes: Notes = []
  const tell = (code: string, count: number): void => {
    if (count > 0) notes.push({ code, place: {}, params: { count } })
  }
  tell('ocr-text', isRecognised ? pages.length : 0)
  tell('unnamed-characters', unnamed)
  tell('pages-lost', lost)
  tell('pages-scanned', contents.filter(isScan).length)
  const sheets = joinBeside(isRecognised ? pages : pages.map((page) => ({ ...page, content: visible(page.content) })))
  const laidOut = layOut(sheets.map(({ content }) => content))
  const blocks = blocksOf(laidOut, sheets, notes)
  if (blocks.length > LIMITS.documentParts) return fail('too-large', 'too-many-parts', { limit: LIMITS.documentParts })
  return done({ blocks, notes })
}
