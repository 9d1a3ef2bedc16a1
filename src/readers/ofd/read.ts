import type { SourceDocument } from '../document'
import { done, fail, type Read } from '../failure'
import { LIMITS } from '../limits'
import { readPages } from '../pages/document'
import { BLANK, type PageContent, type ReadPage } from '../pages/page'
import type { OfdArchive } from './archive'
import { OfdDrawing } from './draw'
import { ObjectReader } from './objects'
import { type OfdDocument, type PageEntry, readStructure } from './structure'

/**
 * Reads an OFD (GB/T 33190), the fixed layout that Chinese offices publish beside PDF: its pages' characters and lines are put
 * where they stand, and read as those of a PDF are. Seals and other annotations lie on top and are no text.
 * Failures: `encrypted`, `unsupported` (a scan), `too-large`, `unreadable`.
 */
export function readOfd(file: string, archive: OfdArchive): Read<SourceDocument> {
  const documents = readStructure(archive)
  if (!documents.ok) return documents
  const entries = documents.value.flatMap((document) => document.pages.map((page) => ({ document, page })))
  if (entries.length > LIMITS.pdfPages)
    return fail('too-large', 'pdf-too-long', { pages: entries.length, limit: LIMITS.pdfPages })
  const shared = new Map(documents.value.map((document) => [document, new SharedParts(archive, document)]))
  const pages: ReadPage[] = []
  let lost = 0
  let glyphs = 0
  for (const { document, page } of entries) {
    const content = shared.get(document)?.page(page) ?? null
    if (content === null) lost += 1
    pages.push(content === null ? BLANK : { ...BLANK, content })
    glyphs += content?.glyphs.length ?? 0
    if (glyphs > LIMITS.pdfCharacters) return fail('too-large', 'too-many-parts', { limit: LIMITS.pdfCharacters })
  }
  if (lost === entries.length) return fail('unreadable', 'damaged')
  const laidOut = readPages('ofd', pages, lost)
  const title = documents.value[0]?.title ?? ''
  return laidOut.ok ? done({ file, format: 'ofd', ...laidOut.value, metadata: title === '' ? {} : { title } }) : laidOut
}

/** What the pages of one document have in common: drawings of its resources, and templates, each read once. */
class SharedParts {
  readonly #archive: OfdArchive
  readonly #document: OfdDocument
  readonly #drawings: ObjectReader
  readonly #templates = new Map<string, ObjectReader | null>()

  constructor(archive: OfdArchive, document: OfdDocument) {
    this.#archive = archive
    this.#document = document
    this.#drawings = new ObjectReader()
    for (const path of document.resources) {
      const text = archive.text(path)
      if (text.ok) this.#drawings.read(text.value)
    }
  }

  /** What a page shows, its templates under it; `null` where it is not there or broken. */
  page(entry: PageEntry): PageContent | null {
    const own = this.#objects(entry)
    if (own === null) return null
    const drawing = new OfdDrawing(own.size ?? this.#document.size, this.#drawings.drawings)
    for (const id of own.templates) {
      const template = this.#template(id)
      if (template !== null) drawing.add(template.objects)
    }
    drawing.add(own.objects)
    return drawing.content()
  }

  #template(id: string): ObjectReader | null {
    const known = this.#templates.get(id)
    if (known !== undefined) return known
    const entry = this.#document.templates.get(id)
    const read = entry === undefined ? null : this.#objects(entry)
    this.#templates.set(id, read)
    return read
  }

  #objects({ path }: PageEntry): ObjectReader | null {
    const text = this.#archive.text(path)
    if (!text.ok) return null
    const reader = new ObjectReader()
    return reader.read(text.value) === 'whole' ? reader : null
  }
}
