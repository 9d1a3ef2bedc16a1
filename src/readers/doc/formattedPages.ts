import type { ByteView } from '../byteView'

const PAGE = 512

/** A stretch of the `WordDocument` stream that has the same properties. */
export interface FormattedRun {
  readonly from: number
  /** Before which offset it ends. */
  readonly to: number
  /** Style, for paragraphs. */
  readonly style: number
  readonly changes: ByteView | null
}

/**
 * Properties of characters or paragraphs by where the text stands ([MS-DOC] 2.8.5 PlcBteChpx, 2.8.6 PlcBtePapx): a list of pages of 512 bytes,
 * each a list of stretches. Pages are read when asked for, and the last one is kept: text is mostly asked for in order.
 */
export class FormattedPages {
  readonly #word: ByteView
  readonly #index: ByteView
  readonly #kind: 'characters' | 'paragraphs'
  readonly #count: number
  #page: ByteView
  #pageAt = -1
  #last: FormattedRun | null = null

  constructor(word: ByteView, index: ByteView, kind: 'characters' | 'paragraphs') {
    this.#word = word
    this.#index = index
    this.#kind = kind
    this.#count = Math.max(0, Math.floor((index.length - 4) / 8))
    this.#page = word.part(0, 0)
  }

  /** The stretch that holds an offset; `null` where no page knows it. */
  find(offset: number): FormattedRun | null {
    const last = this.#last
    if (last !== null && offset >= last.from && offset < last.to) return last
    const entry = lastUpTo(this.#count, offset, (index) => this.#index.u32(index * 4))
    if (entry < 0) return null
    const at = (this.#index.u32((this.#count + 1) * 4 + entry * 4) & 0x3f_ffff) * PAGE
    if (at !== this.#pageAt) {
      this.#page = this.#word.part(at, at + PAGE)
      this.#pageAt = at
    }
    this.#last = this.#inPage(this.#page, offset)
    return this.#last
  }

  #inPage(page: ByteView, offset: number): FormattedRun | null {
    if (page.length < PAGE) return null
    const count = page.u8(PAGE - 1)
    const run = lastUpTo(count, offset, (index) => page.u32(index * 4))
    const from = page.u32(run * 4)
    const to = page.u32(run * 4 + 4)
    if (run < 0 || offset >= to) return null
    const own = (count + 1) * 4
    if (this.#kind === 'characters') {
      const at = page.u8(own + run) * 2
      return { from, to, style: 0, changes: at === 0 ? null : page.part(at + 1, at + 1 + page.u8(at)) }
    }
    // PapxInFkp: a length in words, less the byte before; 0 and a second byte where they are whole words.
    const at = page.u8(own + run * 13) * 2
    if (at === 0) return { from, to, style: 0, changes: null }
    const words = page.u8(at)
    const start = words === 0 ? at + 2 : at + 1
    const end = words === 0 ? start + page.u8(at + 1) * 2 : start + words * 2 - 1
    return { from, to, style: page.u16(start), changes: page.part(start + 2, end) }
  }
}

/** Index of the last of `count` ascending values that is not above `wanted`; -1 where all are. */
function lastUpTo(count: number, wanted: number, value: (index: number) => number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (value(middle) <= wanted) low = middle + 1
    else high = middle
  }
  return low - 1
}
