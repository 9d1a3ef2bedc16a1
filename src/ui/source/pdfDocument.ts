import type * as Pdfjs from 'pdfjs-dist'
import type { PDFDocumentProxy, PDFWorker } from 'pdfjs-dist'
import { ChineseCMaps } from '@/readers/pdf/cmaps'
import { StandardFonts } from './standardFonts'

/**
 * Why a page cannot be shown: the browser is too old for pdf.js, the file has a password or is no PDF that can be opened,
 * it has no such page, or the page cannot be drawn.
 */
export type PdfFailure = 'browser' | 'password' | 'unreadable' | 'no-page' | 'drawing'

export interface OpenPdf {
  readonly document: PDFDocumentProxy
  close(): Promise<void>
}

type Library = typeof Pdfjs

let started: Promise<{ library: Library; worker: PDFWorker }> | null = null

/** pdf.js and its worker, loaded when the first PDF is looked at and kept from then on. */
async function start(): Promise<{ library: Library; worker: PDFWorker }> {
  const library: Library = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const port = new Worker(new URL('../../workers/pdf.worker.ts', import.meta.url), {
    type: 'module',
    name: 'gouji-pdf',
  })
  const worker: unknown = library.PDFWorker.fromPort({ port, verbosity: library.VerbosityLevel.ERRORS })
  if (!(worker instanceof library.PDFWorker)) throw new Error('pdf.js gave no worker')
  return { library, worker }
}

/** Opens a PDF for drawing; the bytes stay the caller's. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf | PdfFailure> {
  let running
  try {
    started ??= start()
    running = await started
  } catch {
    started = null
    return 'browser'
  }
  const { library, worker } = running
  const task = library.getDocument({
    data: new Uint8Array(bytes),
    worker,
    verbosity: library.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useWorkerFetch: false,
    CMapReaderFactory: ChineseCMaps,
    StandardFontDataFactory: StandardFonts,
    // A page of a scan is one picture; what is larger than this would only be made smaller again.
    canvasMaxAreaInBytes: 256 * 1024 * 1024,
  })
  try {
    return { document: await task.promise, close: () => task.destroy() }
  } catch (error) {
    await task.destroy()
    return error instanceof Error && error.name === 'PasswordException' ? 'password' : 'unreadable'
  }
}
