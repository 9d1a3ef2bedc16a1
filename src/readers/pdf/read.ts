import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { SourceDocument } from '../document'
import { done, fail, type Read } from '../failure'
import { LIMITS } from '../limits'
import { readPages } from '../pages/document'
import { BLANK, type ReadPage } from '../pages/page'
import type { Library } from './library'
import { pdfLibrary } from './library'
import { openPdf } from './openPdf'
import { readPage } from './readPage'

/**
 * Reads the text layer of a PDF: its tables by the lines drawn around their cells, the rest as paragraphs. Never rejects.
 * Failures: `encrypted`, `unsupported` (a scan, or text without characters), `too-large`, `unreadable`.
 */
export async function readPdf(file: string, bytes: Uint8Array): Promise<Read<SourceDocument>> {
  let library: Library
  try {
    library = await pdfLibrary()
  } catch {
    return fail('unreadable', 'pdf-library')
  }
  const opened = await openPdf(library, bytes)
  if (!opened.ok) return opened
  const { document, task } = opened.value
  try {
    return await readDocument(library, document, file, bytes)
  } catch {
    return fail('unreadable', 'pdf-damaged')
  } finally {
    await task.destroy()
  }
}

async function readDocument(
  library: Library,
  document: PDFDocumentProxy,
  file: string,
  bytes: Uint8Array,
): Promise<Read<SourceDocument>> {
  const count = document.numPages
  if (count > LIMITS.pdfPages) return fail('too-large', 'pdf-too-long', { pages: count, limit: LIMITS.pdfPages })
  const layers = await document.getOptionalContentConfig()
  const isShown = (layer: unknown): boolean => Boolean(layers.isVisible(layer))
  const pages: ReadPage[] = []
  let lost = 0
  let glyphs = 0
  const end = Date.now() + LIMITS.pdfMilliseconds
  for (let number = 1; number <= count; number += 1) {
    const left = end - Date.now()
    const page = left > 0 ? await within(left, readOne(library, document, number, isShown)) : 'late'
    if (page === 'late') return fail('too-large', 'pdf-too-slow', { page: number })
    if (page === null) lost += 1
    pages.push(page ?? BLANK)
    glyphs += page?.content.glyphs.length ?? 0
    if (glyphs > LIMITS.pdfCharacters) return fail('too-large', 'too-many-parts', { limit: LIMITS.pdfCharacters })
  }
  if (lost === count) return fail('unreadable', 'pdf-damaged')
  const missing = lost === 0 && isCut(bytes) ? 1 : lost
  const laidOut = readPages('pdf', pages, missing)
  return laidOut.ok ? done({ file, format: 'pdf', ...laidOut.value, metadata: await metadataOf(document) }) : laidOut
}

/** `null` for a page that cannot be made out. */
async function readOne(
  library: Library,
  document: PDFDocumentProxy,
  number: number,
  isShown: (layer: unknown) => boolean,
): Promise<ReadPage | null> {
  try {
    const page = await document.getPage(number)
    const read = await readPage(library, page, isShown)
    page.cleanup()
    return read
  } catch {
    return null
  }
}

/** What the work gives, or `late` where it takes longer; pdf.js pauses often enough for that to be seen. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | 'late'> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Whether the file ends without the mark that every PDF ends with. */
function isCut(bytes: Uint8Array): boolean {
  return !new TextDecoder('latin1').decode(bytes.subarray(-2048)).includes('%%EOF')
}

async function metadataOf(document: PDFDocumentProxy): Promise<Record<string, string>> {
  try {
    const { info } = await document.getMetadata()
    const title: unknown = 'Title' in info ? info.Title : undefined
    return typeof title === 'string' && title.trim() !== '' ? { title: title.trim() } : {}
  } catch {
    return {}
  }
}
