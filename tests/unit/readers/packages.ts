import { strToU8, zipSync, type Zippable } from 'fflate'
import type { Block, Grid, SourceDocument } from '@/readers/document'
import type { Opened } from '@/readers/open'
import { openAtOnce } from './atOnce'

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const NAMESPACES = `xmlns:w="${WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`

/** A Word file whose body is `body`; `parts` are further parts by name. */
export function docx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  return docxOf(`<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`, parts)
}

/** A Word file with this text as its `word/document.xml`. */
export function docxOf(document: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files: Zippable = { '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(document) }
  for (const [name, text] of Object.entries(parts)) files[name] = strToU8(text)
  return zipSync(files)
}

/** A part of styles or numbering around its content. */
export function wordPart(root: string, content: string): string {
  return `<w:${root} ${NAMESPACES}>${content}</w:${root}>`
}

/** A paragraph of one run. */
export const p = (text: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`

/** A cell of one paragraph. */
export const tc = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text.startsWith('<') ? text : p(text)}</w:tc>`

export const tr = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`
export const tbl = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`

export const open = (bytes: Uint8Array | string, path = 'a'): Opened[] =>
  openAtOnce({ path, bytes: typeof bytes === 'string' ? strToU8(bytes) : bytes })

/** The only document in a file; a failure fails the test with its reason. */
export function read(bytes: Uint8Array | string, path = 'a'): SourceDocument {
  const [result, ...more] = open(bytes, path)
  if (result === undefined || more.length > 0) throw new Error(`${String(more.length + 1)} results, not one`)
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.reason}`)
  return result.value
}

/** Blocks in brief: a paragraph as its text, a table as the texts of its rows. */
export function brief(blocks: readonly Block[]): (string | string[][])[] {
  return blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.map((cell) => cell.text)),
  )
}

/** `code reason` of each failure, `format` of each document, by file. */
export function outcomes(results: readonly Opened[]): Record<string, string> {
  return Object.fromEntries(
    results.map((result) =>
      result.ok
        ? [result.value.file, result.value.format]
        : [result.error.file, `${result.error.code} ${result.error.reason}`],
    ),
  )
}

export function grids(document: SourceDocument): Grid[] {
  return document.blocks.filter((block) => block.kind === 'table')
}

/** Each cell as `row,column colspan×rowspan text`. */
export function placed(grid: Grid | undefined): string[] {
  return (grid?.rows ?? [])
    .flat()
    .map(
      ({ place, colspan, rowspan, text }) =>
        `${String(place.row)},${String(place.column)} ${String(colspan)}×${String(rowspan)} ${text}`,
    )
}
