/** The first place that an error's stack names. */
const ORIGIN = /^\s*at .*$/mu

/**
 * Keeps the process alive where pdf.js leaves a promise to nobody: it asks for a document's pages ahead (`Catalog.getPageDict` of 4.10),
 * and one that is damaged rejects before anybody waits for it. The reader meets the same damage again, and tells it. Anything else that
 * nobody handles ends the process, as it must.
 */
export function passOverStrays(): void {
  process.on('unhandledRejection', (reason) => {
    if (!isOfPdfLibrary(reason)) throw reason
  })
}

function isOfPdfLibrary(reason: unknown): boolean {
  return reason instanceof Error && /pdfjs-dist|pdf\.worker/u.test(ORIGIN.exec(reason.stack ?? '')?.[0] ?? '')
}
