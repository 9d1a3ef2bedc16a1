import type { DocxBlock } from './blocks'

export interface DocxAbout {
  /** Title among the document's properties. */
  readonly title: string
  /** At the foot of every page, over its number. */
  readonly footer?: string
}

/**
 * Writes a Word document in the layout of official documents (GB/T 9704—2012): A4, title 方正小标宋, headings 黑体, text 仿宋 三号, tables ruled and as wide as the text.
 * The library comes when the first document is written.
 */
export async function writeDocx(blocks: readonly DocxBlock[], about: DocxAbout): Promise<Uint8Array> {
  const { assemble } = await import('./assemble')
  return assemble(blocks, about)
}
