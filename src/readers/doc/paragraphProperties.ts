import type { ByteView } from '../byteView'
import { LIMITS } from '../limits'
import { newRowDefinition, type RowDefinition } from '../word/rowDefinition'
import { changeRow } from './rowDefinition'
import { eachSprm, SPRM } from './sprms'

/** What the properties of a paragraph, on its mark, say that matters for reading. */
export interface ParagraphProperties {
  style: number
  /** Tables that it stands in. */
  depth: number
  cellEnd: boolean
  rowEnd: boolean
  /** 1-based instance of a list, 0 for none, where the paragraph itself says. */
  list: number | undefined
  level: number | undefined
  outline: number | undefined
  /** On the mark that ends a row. */
  row: RowDefinition | null
}

/** Bytes of modifiers that one document may have: those too large for their page may be referred to again and again. */
const MOST_BYTES = 4 * LIMITS.documentBytes
/** Kind of the modifiers of tables ([MS-DOC] 2.2.5.1 Sprm: sgc). */
const TABLE = 5
/** Lists of modifiers that lead to a further list. */
const LONGEST_WAY = 4

/** Reads properties of paragraphs. */
export class ParagraphReader {
  readonly #data: () => ByteView
  #bytes = 0

  /** `data`: the `Data` stream, which holds what is too large for a page. */
  constructor(data: () => ByteView) {
    this.#data = data
  }

  /** Whether the document has had more modifiers than it may. */
  get isFull(): boolean {
    return this.#bytes > MOST_BYTES
  }

  /** The properties that a style and modifiers on it make. */
  read(style: number, changes: readonly (ByteView | null)[]): ParagraphProperties {
    const state = { properties: newProperties(style), inTable: false, innerCell: false, innerRow: false }
    for (const list of changes) if (list !== null) this.#apply(state, list, 0)
    const { properties, inTable, innerCell, innerRow } = state
    if (inTable || properties.depth > 0) properties.depth = Math.max(1, properties.depth)
    if (properties.depth > 1) {
      properties.cellEnd = innerCell
      properties.rowEnd = innerRow
    }
    if (!properties.rowEnd) properties.row = null
    return properties
  }

  #apply(state: State, list: ByteView, way: number): void {
    this.#bytes += list.length
    if (this.isFull || way > LONGEST_WAY) return
    const { properties } = state
    eachSprm(list, (code, view, at, length) => {
      if (((code >> 10) & 7) === TABLE) {
        properties.row ??= newRowDefinition()
        changeRow(properties.row, code, view, at, length)
      } else if (code === SPRM.pHuge || code === SPRM.pHugeOld || code === SPRM.pTableProperties) {
        // PrcData: a length, then modifiers.
        const data = this.#data()
        const from = view.u32(at)
        this.#apply(state, data.part(from + 2, from + 2 + data.u16(from)), way + 1)
      } else change(state, code, view, at)
    })
  }
}

interface State {
  readonly properties: ParagraphProperties
  inTable: boolean
  innerCell: boolean
  innerRow: boolean
}

const newProperties = (style: number): ParagraphProperties => ({
  style,
  depth: 0,
  cellEnd: false,
  rowEnd: false,
  list: undefined,
  level: undefined,
  outline: undefined,
  row: null,
})

function change(state: State, code: number, view: ByteView, at: number): void {
  const { properties } = state
  const isOn = view.u8(at) !== 0
  if (code === SPRM.pInTable) state.inTable = isOn
  else if (code === SPRM.pRowEnd) properties.rowEnd = isOn
  else if (code === SPRM.pInnerCellEnd) state.innerCell = isOn
  else if (code === SPRM.pInnerRowEnd) state.innerRow = isOn
  else if (code === SPRM.pDepth) properties.depth = view.u32(at) & 0x7fff_ffff
  else if (code === SPRM.pDeeper) properties.depth = Math.max(0, properties.depth + (view.u32(at) | 0))
  else if (code === SPRM.pStyle) properties.style = view.u16(at)
  else if (code === SPRM.pList) properties.list = view.u16(at)
  else if (code === SPRM.pLevel) properties.level = view.u8(at)
  else if (code === SPRM.pOutline) properties.outline = view.u8(at)
}
