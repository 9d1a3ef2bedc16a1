import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist'
import { fail, type Read } from '../failure'
import { ChineseCMaps } from './cmaps'
import type { Library } from './library'

/** Nobody draws here, so no standard font is needed; its widths pdf.js knows. */
class NoFonts {
  fetch(): Promise<Uint8Array> {
    return Promise.reject(new Error('No fonts'))
  }
}

/** Opens a PDF, by rebuilding its table of objects where that is spoilt. Failures: `encrypted`, `unreadable`. */
export async function openPdf(
  library: Library,
  bytes: Uint8Array,
): Promise<Read<{ readonly document: PDFDocumentProxy; readonly task: PDFDocumentLoadingTask }>> {
  const task = library.getDocument({
    // pdf.js takes the bytes away from who gives them, and Node's own kind it refuses.
    data: new Uint8Array(bytes),
    verbosity: library.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    // Pictures are left out before they are decoded, but for single points, which may be drawn out to a line.
    maxImageSize: 1,
    CMapReaderFactory: ChineseCMaps,
    StandardFontDataFactory: NoFonts,
  })
  try {
    return { ok: true, value: { document: await task.promise, task } }
  } catch (error) {
    await task.destroy()
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    return isLocked ? fail('encrypted', 'document-password') : fail('unreadable', 'pdf-damaged')
  }
}
