import type { ByteView } from '../byteView'
import { done, fail, type Read } from '../failure'

/** Where the document's tables stand, by their index among the places of FibRgFcLcb97. */
export const TABLES = {
  styles: 1,
  characterPages: 12,
  paragraphPages: 13,
  pieces: 33,
  lists: 73,
  listInstances: 74,
} as const

/** The head of a document ([MS-DOC] 2.5.1 Fib). */
export interface Fib {
  readonly tableStream: '0Table' | '1Table'
  /** First position and number of characters of the main text. */
  readonly main: Range
  /** The same of the text boxes' text. */
  readonly boxes: Range
  /** Where a table begins in the table stream, and its length. */
  readonly place: (table: number) => { readonly at: number; readonly length: number }
}

export interface Range {
  readonly from: number
  readonly to: number
}

const WORD_97 = 0xa5ec
/** What Word 6 and 95 begin with. */
const BEFORE_97: readonly number[] = [0xa5dc, 0xa5db, 0xa59b, 0xa59c]
const FIRST_VERSION = 0xc1
const SIZE = 0x2f2

/** Reads the head of the `WordDocument` stream. Failures: `encrypted`, `unsupported` (Word 95 and before), `unreadable`. */
export function readFib(word: ByteView): Read<Fib> {
  const magic = word.u16(0)
  if (BEFORE_97.includes(magic) || (magic === WORD_97 && word.u16(2) < FIRST_VERSION && word.u16(2) > 0))
    return fail('unsupported', 'doc')
  if (magic !== WORD_97) return fail('unreadable', 'damaged')
  const flags = word.u16(0x0a)
  // fEncrypted covers both ciphers and the older obfuscation.
  if ((flags & 0x0100) !== 0) return fail('encrypted', 'document-password')
  if (word.length < SIZE) return fail('unreadable', 'damaged')
  // FibRgLw97: text, footnotes, headers, macros, comments, endnotes, text boxes follow each other.
  const counts = [0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60, 0x64].map((at) => word.u32(at))
  const before = counts.slice(0, 6).reduce((sum, count) => sum + count, 0)
  return done({
    tableStream: (flags & 0x0200) === 0 ? '0Table' : '1Table',
    main: { from: 0, to: counts[0] ?? 0 },
    boxes: { from: before, to: before + (counts[6] ?? 0) },
    place: (table) => ({ at: word.u32(0x9a + table * 8), length: word.u32(0x9a + table * 8 + 4) }),
  })
}
