import type { ByteView } from '../../byteView'
import { superscript } from '../../superscript'
import type { BiffRecord } from './records'

/** Whether a font, by the number that runs of a text name it by, is raised. */
export type IsRaised = (font: number) => boolean

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

  /** A text with its runs ([MS-XLS] 2.5.293). Where it runs over into the next record, its width is told anew. */
  text(isRaised: IsRaised): string {
    const length = this.word()
    const flags = this.byte()
    const runs = (flags & 8) !== 0 ? this.word() : 0
    const extra = (flags & 4) !== 0 ? this.long() : 0
    const text = this.characters(length, (flags & 1) !== 0)
    const marked = runs === 0 ? text : this.#raised(text, runs, isRaised)
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

  #raised(text: string, runs: number, isRaised: IsRaised): string {
    let marked = ''
    let from = 0
    let raised = false
    for (let run = 0; run < runs && !this.isAtEnd; run += 1) {
      const to = this.word()
      const piece = text.slice(from, to)
      marked += raised ? superscript(piece) : piece
      raised = isRaised(this.word())
      from = to
    }
    const rest = text.slice(from)
    return marked + (raised ? superscript(rest) : rest)
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
export function readStrings(record: BiffRecord, isRaised: IsRaised): string[] {
  const reader = new RecordReader(record, 4)
  const count = record.body.u32(4)
  reader.skip(4)
  const strings: string[] = []
  while (strings.length < count && !reader.isAtEnd) strings.push(reader.text(isRaised))
  return strings
}
