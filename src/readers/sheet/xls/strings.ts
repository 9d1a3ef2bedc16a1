import type { ByteView } from '../../byteView'
import { superscript } from '../../superscript'
import { type CellString, joinPieces, type Piece } from '../pieces'
import type { BiffRecord } from './records'

/** What of a font matters. */
export interface Font {
  readonly raised: boolean
  readonly struck: boolean
}

/** The font of a number that cells and runs of a text name it by. */
export type FindFont = (number: number) => Font | undefined

/** Reads through a record and those that continue it. Beyond the end everything is 0. */
export class RecordReader {
  readonly #parts: readonly ByteView[]
  #part = 0
  #at: number

  constructor({ body, more }: BiffRecord, at = 0) {
    this.#parts = [body, ...more]
    this.#at = at
  }

  get isAtEnd(): boolean {
    this.#advance()
    return this.#part >= this.#parts.length
  }

  byte(): number {
    this.#advance()
    const value = this.#parts[this.#part]?.u8(this.#at) ?? 0
    this.#at += 1
    return value
  }

  word(): number {
    const low = this.byte()
    return low | (this.byte() << 8)
  }

  long(): number {
    const low = this.word()
    return low + this.word() * 0x1_0000
  }

  skip(count: number): void {
    for (let left = count; left > 0 && !this.isAtEnd;) {
      const here = (this.#parts[this.#part]?.length ?? 0) - this.#at
      const step = Math.min(left, here)
      this.#at += step
      left -= step
    }
  }

  /** A text without runs of its own. */
  plainText(): string {
    const string = this.text(() => undefined)
    return typeof string === 'string' ? string : string.map(({ text }) => text).join('')
  }

  /** A text with its runs ([MS-XLS] 2.5.293). Where it runs over into the next record, its width is told anew. */
  text(findFont: FindFont): CellString {
    const length = this.word()
    const flags = this.byte()
    const runs = (flags & 8) !== 0 ? this.word() : 0
    const extra = (flags & 4) !== 0 ? this.long() : 0
    const text = this.characters(length, (flags & 1) !== 0)
    const marked = runs === 0 ? text : this.#pieces(text, runs, findFont)
    this.skip(extra)
    return marked
  }

  /** `count` characters, of two bytes or of one. */
  characters(count: number, areWide: boolean): string {
    let wide = areWide
    let text = ''
    for (let left = count; left > 0 && !this.isAtEnd;) {
      const part = this.#parts[this.#part]
      if (part === undefined) break
      const size = wide ? 2 : 1
      const here = Math.min(left, Math.floor((part.length - this.#at) / size))
      if (here > 0) text += wide ? part.utf16(this.#at, here) : narrow(part, this.#at, here)
      left -= here
      this.#at += here * size
      if (left === 0) break
      this.#at = 0
      this.#part += 1
      wide = ((this.#parts[this.#part]?.u8(0) ?? 0) & 1) !== 0
      this.#at = 1
    }
    return text
  }

  #pieces(text: string, runs: number, findFont: FindFont): CellString {
    const pieces: Piece[] = []
    let from = 0
    let font: Font | undefined
    const add = (to?: number): void => {
      const piece = text.slice(from, to)
      // Before the first run the font is the cell's.
      const struck = font?.struck ?? null
      if (piece !== '') pieces.push({ text: font?.raised === true ? superscript(piece) : piece, struck })
    }
    for (let run = 0; run < runs && !this.isAtEnd; run += 1) {
      const to = this.word()
      add(to)
      font = findFont(this.word())
      from = to
    }
    add()
    return joinPieces(pieces)
  }

  #advance(): void {
    while (this.#part < this.#parts.length && this.#at >= (this.#parts[this.#part]?.length ?? 0)) {
      this.#part += 1
      this.#at = 0
    }
  }
}

function narrow(part: ByteView, at: number, count: number): string {
  let text = ''
  for (let index = 0; index < count; index += 1) text += String.fromCharCode(part.u8(at + index))
  return text
}

/** All strings that cells refer to by number. */
export function readStrings(record: BiffRecord, findFont: FindFont): CellString[] {
  const reader = new RecordReader(record, 4)
  const count = record.body.u32(4)
  reader.skip(4)
  const strings: CellString[] = []
  while (strings.length < count && !reader.isAtEnd) strings.push(reader.text(findFont))
  return strings
}
