import type { PDFPageProxy } from 'pdfjs-dist'
import { Interpreter } from './interpret'
import type { PageSource } from './interpret'
import type { Library } from './library'
import { IDENTITY, matrixOf, numbersOf } from '../pages/matrix'
import type { ReadPage } from '../pages/page'
import type { Font } from './textState'
import { NO_FONT } from './textState'
import { turned, turnOfPage } from './turning'

/** Reads a page's operators; `isShown` tells whether a layer is. Rejects where pdf.js cannot make them out. */
export async function readPage(
  library: Library,
  page: PDFPageProxy,
  isShown: (layer: unknown) => boolean,
): Promise<ReadPage> {
  const list = await page.getOperatorList()
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const view = matrixOf(transform) ?? IDENTITY
  const fonts = new Map<string, Font>()
  const font = (name: string): Font => {
    const known = fonts.get(name)
    if (known) return known
    const found = page.commonObjs.has(name) ? fontOf(page.commonObjs.get(name)) : NO_FONT
    fonts.set(name, found)
    return found
  }
  const source: PageSource = {
    operators: library.OPS,
    names: list.fnArray,
    args: list.argsArray,
    view,
    width,
    height,
    font,
    isShown,
  }
  const upright = new Interpreter(source).run()
  const turning = turned(view, width, height, turnOfPage(upright.glyphs))
  if (turning.view === view) return { content: upright, back: turning.back }
  return { content: new Interpreter({ ...source, ...turning }).run(), back: turning.back }
}

function fontOf(font: unknown): Font {
  if (typeof font !== 'object' || font === null) return NO_FONT
  return {
    matrix: ('fontMatrix' in font ? matrixOf(font.fontMatrix) : null) ?? NO_FONT.matrix,
    isVertical: 'vertical' in font && font.vertical === true,
    isComposite: 'composite' in font && font.composite === true,
    verticalMetrics: 'defaultVMetrics' in font ? numbersOf(font.defaultVMetrics) : [],
  }
}
