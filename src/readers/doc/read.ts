import { ByteView } from '../byteView'
import { CompoundFile } from '../compound/file'
import type { SourceDocument } from '../document'
import { done, fail, type Read } from '../failure'
import { flatten } from '../flatten'
import type { Flow } from '../flow'
import { LIMITS, megabytes } from '../limits'
import { readFib, TABLES } from './fib'
import { FormattedPages } from './formattedPages'
import { readLists } from './lists'
import { ParagraphReader } from './paragraphProperties'
import { readPieces } from './pieces'
import { readStyles } from './styles'
import { summaryTitle } from './summary'
import { TextReader } from './textReader'

/** Reads a document of Word 97 to 2003 or of WPS ([MS-DOC]). Failures: `encrypted`, `unsupported`, `too-large`, `unreadable`. */
export function readDoc(file: string, bytes: Uint8Array): Read<SourceDocument> {
  const opened = CompoundFile.open(bytes)
  if (!opened.ok) return opened
  const compound = opened.value
  const main = compound.stream('WordDocument')
  if (!main.ok) return main
  const word = new ByteView(main.value)
  const head = readFib(word)
  if (!head.ok) return head
  const fib = head.value
  const size = (fib.main.to + fib.boxes.to - fib.boxes.from) * 2
  if (size > LIMITS.documentBytes)
    return fail('too-large', 'file-too-large', { size: megabytes(size), limit: megabytes(LIMITS.documentBytes) })
  const tables = compound.stream(fib.tableStream)
  if (!tables.ok) return tables
  const table = new ByteView(tables.value)
  const part = (name: keyof typeof TABLES): ByteView => {
    const { at, length } = fib.place(TABLES[name])
    return table.part(at, at + length)
  }
  const pieces = readPieces(part('pieces'))
  if (!pieces.ok) return pieces
  const data = new LazyStream(compound)
  const reader = new ParagraphReader(data.get)
  const text = new TextReader({
    word,
    pieces: pieces.value,
    characters: new FormattedPages(word, part('characterPages'), 'characters'),
    paragraphs: new FormattedPages(word, part('paragraphPages'), 'paragraphs'),
    reader,
    styles: readStyles(part('styles'), reader),
    numbering: readLists(table, fib.place(TABLES.lists).at, fib.place(TABLES.listInstances).at),
  })
  const body = text.read(fib.main)
  const boxes = text.read(fib.boxes)
  if (text.isFull) return fail('too-large', 'too-many-parts', { limit: LIMITS.documentParts })
  if (data.failure !== null) return data.failure
  if (body === null) return fail('unreadable', 'damaged')
  const { blocks, notes } = flatten([...body, ...saidIn(boxes ?? [])])
  const pictures = text.pictures > 0 ? [{ code: 'pictures', place: {}, params: { count: text.pictures } }] : []
  const lost = compound.isCut ? [{ code: 'archive-cut', place: {}, params: {} }] : []
  const title = titleOf(compound)
  return done({
    file,
    format: 'doc',
    blocks,
    notes: [...notes, ...pictures, ...lost],
    metadata: title === '' ? {} : { title },
  })
}

/** Text boxes follow the text: where they are anchored is a matter of the page. Those without text are none. */
function saidIn(flow: readonly Flow[]): readonly Flow[] {
  return flow.filter((item) => item.kind === 'table' || item.text.trim() !== '')
}

/** The `Data` stream, read when first needed: it may hold the properties of a row or paragraph, and much else. */
class LazyStream {
  failure: Extract<Read<never>, { ok: false }> | null = null
  readonly #compound: CompoundFile
  #data: ByteView | null = null

  constructor(compound: CompoundFile) {
    this.#compound = compound
  }

  readonly get = (): ByteView => {
    if (this.#data !== null) return this.#data
    const stream = this.#compound.stream('Data')
    if (!stream.ok) this.failure = stream
    this.#data = new ByteView(stream.ok ? stream.value : new Uint8Array(0))
    return this.#data
  }
}

function titleOf(compound: CompoundFile): string {
  const summary = compound.stream('\x05SummaryInformation')
  return summary.ok ? summaryTitle(new ByteView(summary.value)) : ''
}
