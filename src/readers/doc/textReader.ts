import type { ByteView } from '../byteView'
import type { Flow } from '../flow'
import { LIMITS } from '../limits'
import type { Numbering } from '../word/numbering'
import type { ParagraphStyle, Story } from '../word/story'
import { type CharacterProperties, characterProperties } from './characterProperties'
import { compressedText } from './compressedText'
import type { Range } from './fib'
import type { FormattedPages, FormattedRun } from './formattedPages'
import { OpenTables } from '../word/openTables'
import type { ParagraphProperties, ParagraphReader } from './paragraphProperties'
import { addRuns, OpenFields, type Run } from './paragraphRuns'
import type { Piece } from './pieces'

/** Everything that the text of a document is read by. */
export interface TextSource {
  readonly word: ByteView
  readonly pieces: readonly Piece[]
  readonly characters: FormattedPages
  readonly paragraphs: FormattedPages
  readonly reader: ParagraphReader
  readonly styles: ReadonlyMap<number, ParagraphStyle>
  readonly numbering: Numbering
}

const CELL_MARK = '\x07'
const PARAGRAPH_MARK = '\r'
const SECTION_MARK = '\x0c'
const MARKS = /[\r\u0007\u000c]/gu

/** Reads ranges of a document's text as a flow of paragraphs and tables. */
export class TextReader {
  pictures = 0
  readonly #source: TextSource
  readonly #fields = new OpenFields()
  /** Runs of the paragraph that is read. */
  #runs: Run[] = []
  #tables = new OpenTables()
  #lastRun: FormattedRun | null = null
  #lastPiece: Piece | null = null
  #lastProperties: CharacterProperties | null = null
  #parts = 0
  #allRuns = 0

  constructor(source: TextSource) {
    this.#source = source
  }

  /** Whether the document has more parts than it may; what was read is not all then. */
  get isFull(): boolean {
    return this.#parts > LIMITS.documentParts || this.#allRuns > MOST_RUNS || this.#source.reader.isFull
  }

  /** The text of a range; `null` where the file does not have all of it. */
  read(range: Range): readonly Flow[] | null {
    this.#tables = new OpenTables()
    let position = range.from
    for (const piece of this.#source.pieces) {
      const from = Math.max(piece.from, range.from)
      const to = Math.min(piece.to, range.to)
      if (from >= to) continue
      const width = piece.compressed ? 1 : 2
      const start = piece.offset + (from - piece.from) * width
      const end = start + (to - from) * width
      if (from !== position || end > this.#source.word.length) return null
      this.#readPiece(piece, start, end, width)
      if (this.isFull) break
      position = to
    }
    if (!this.isFull && position < range.to) return null
    // The last paragraph has no mark where the file was not made by Word.
    if (this.#runs.length > 0) this.#endParagraph(PARAGRAPH_MARK, plainParagraph, false)
    return this.#tables.finish(this.#source.numbering)
  }

  #readPiece(piece: Piece, start: number, end: number, width: number): void {
    const { word, characters } = this.#source
    for (let at = start; at < end && !this.isFull;) {
      const run = characters.find(at)
      const limit = Math.min(end, Math.max(run?.to ?? end, at + width))
      const length = Math.floor((limit - at) / width)
      const text = piece.compressed ? compressedText(word, at, length) : word.utf16(at, length)
      this.#readRun(text, piece, at, width, this.#propertiesOf(run, piece))
      at += length * width
    }
  }

  #propertiesOf(run: FormattedRun | null, piece: Piece): CharacterProperties {
    const known = this.#lastProperties
    if (known !== null && run === this.#lastRun && piece === this.#lastPiece) return known
    const properties = characterProperties([run?.changes ?? null, piece.changes])
    this.#lastRun = run
    this.#lastPiece = piece
    this.#lastProperties = properties
    return properties
  }

  #readRun(text: string, piece: Piece, start: number, width: number, properties: CharacterProperties): void {
    let done = 0
    const add = (upTo: number): void => {
      if (upTo > done) this.#runs.push({ text: text.slice(done, upTo), properties })
      this.#allRuns += 1
      done = upTo
    }
    for (const { 0: mark, index } of text.matchAll(MARKS)) {
      const at = start + index * width
      const paragraph = this.#source.paragraphs.find(at)
      // A page break within a paragraph is the same character as the end of a section.
      if (mark === SECTION_MARK && paragraph?.to !== at + width) continue
      add(index)
      const own = this.#source.reader.read(paragraph?.style ?? 0, [paragraph?.changes ?? null, piece.changes])
      this.#endParagraph(mark, own, properties.deleted)
      if (this.isFull) return
      done = index + 1
    }
    add(text.length)
  }

  #endParagraph(mark: string, properties: ParagraphProperties, deleted: boolean): void {
    const tooDeep = properties.depth > LIMITS.tableDepth
    const depth = Math.min(properties.depth, LIMITS.tableDepth)
    const isCellMark = mark === CELL_MARK
    const story = this.#tables.storyAt(depth)
    const endsRow = !tooDeep && properties.rowEnd && (isCellMark || depth > 1)
    this.#parts += 1
    // The end of a section that has no text of its own is no paragraph, and has no number.
    const isMere = this.#runs.length === 0 && (endsRow || mark === SECTION_MARK)
    if (!isMere) this.#addParagraph(story, properties, deleted && !isCellMark)
    this.#runs = []
    this.#fields.endParagraph()
    if (endsRow) this.#tables.endRow(properties.row, deleted)
    else if (isCellMark || (properties.cellEnd && !tooDeep)) this.#tables.endCell()
  }

  #addParagraph(story: Story, properties: ParagraphProperties, deleted: boolean): void {
    const paragraph = story.start()
    paragraph.style = this.#source.styles.get(properties.style)
    paragraph.instance = properties.list === undefined ? undefined : String(properties.list)
    paragraph.level = properties.level
    paragraph.outline = properties.outline
    paragraph.runsOn = deleted
    this.pictures += addRuns(paragraph, this.#runs, this.#fields, this.#source.styles)
    story.end(this.#source.numbering)
  }
}

/** Runs of one document. */
const MOST_RUNS = 10 * LIMITS.documentParts

const plainParagraph: ParagraphProperties = {
  style: 0,
  depth: 0,
  cellEnd: false,
  rowEnd: false,
  list: undefined,
  level: undefined,
  outline: undefined,
  row: null,
}
