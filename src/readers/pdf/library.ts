import type * as Pdfjs from 'pdfjs-dist'

export type Library = typeof Pdfjs

let loading: Promise<Library> | null = null

/**
 * pdf.js for reading, loaded when the first PDF comes. It runs where it is called, its own worker's part too: the import
 * worker and the command line are no place to start another.
 */
export function pdfLibrary(): Promise<Library> {
  loading ??= load()
  return loading
}

async function load(): Promise<Library> {
  await withoutChatter(async () => {
    // Loaded in a worker, that part would take the worker's messages for its own, unless there is a window.
    const scope: { window?: unknown; pdfjsWorker?: unknown } = globalThis
    const isWorker = 'WorkerGlobalScope' in globalThis && !('window' in scope)
    if (isWorker) scope.window = globalThis
    try {
      scope.pdfjsWorker = await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs')
    } finally {
      if (isWorker) delete scope.window
    }
  })
  return withoutChatter(() => import('pdfjs-dist/legacy/build/pdf.mjs'))
}

/** In Node, pdf.js prints that it cannot draw, on the output that results go to; nobody draws here. */
async function withoutChatter<T>(work: () => Promise<T>): Promise<T> {
  const output = globalThis.console
  const { log } = output
  output.log = (...said: unknown[]) => {
    if (typeof said[0] !== 'string' || !said[0].startsWith('Warning: Cannot ')) log(...said)
  }
  try {
    return await work()
  } finally {
    output.log = log
  }
}
