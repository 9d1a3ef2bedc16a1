import { ByteView } from '../byteView'

/** Modifiers of properties that are read, by their codes in [MS-DOC] 2.6. */
export const SPRM = {
  // 2.6.1 Character Properties
  cDeleted: 0x0800,
  cInserted: 0x0801,
  cData: 0x0806,
  cStruck: 0x0837,
  cHidden: 0x083c,
  cSpecial: 0x0855,
  cRaised: 0x2a48,
  cStruckTwice: 0x2a53,
  cStyle: 0x4a30,
  cSymbol: 0x6a09,
  // 2.6.2 Paragraph Properties
  pInTable: 0x2416,
  pRowEnd: 0x2417,
  pInnerCellEnd: 0x244b,
  pInnerRowEnd: 0x244c,
  pLevel: 0x260a,
  pOutline: 0x2640,
  pStyle: 0x4600,
  pList: 0x460b,
  pHugeOld: 0x6645,
  pHuge: 0x6646,
  pDepth: 0x6649,
  pDeeper: 0x664a,
  pTableProperties: 0x646b,
  pTabs: 0xc615,
  // 2.6.3 Table Properties
  tDelete: 0x5622,
  tMerge: 0x5624,
  tSplit: 0x5625,
  tInsert: 0x7621,
  tWidth: 0x7623,
  tDefinitionOld: 0xd606,
  tDefinition: 0xd608,
  tVerticalMerge: 0xd62b,
} as const

/** Operand sizes by the three highest bits of a code; 6: the operand says its size ([MS-DOC] 2.2.5.1 Sprm). */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3] as const

/** Takes one modifier; its operand stands at `at`, behind any size of its own. */
export type TakeSprm = (code: number, view: ByteView, at: number, length: number) => void

/** Goes through a list of modifiers (`grpprl`) as far as it is whole. */
export function eachSprm(list: ByteView, take: TakeSprm): void {
  let at = 0
  while (at + 2 < list.length) {
    const code = list.u16(at)
    at += 2
    let length: number = SIZES[code >> 13] ?? 0
    if (length === 0) {
      const isLong = code === SPRM.tDefinition || code === SPRM.tDefinitionOld
      length = isLong ? Math.max(0, list.u16(at) - 1) : list.u8(at)
      at += isLong ? 2 : 1
      if (code === SPRM.pTabs && length === 255) length = tabsLength(list, at)
    }
    if (at + length > list.length) return
    take(code, list, at, length)
    at += length
  }
}

/** Length of more tab stops than a byte can count ([MS-DOC] 2.9.180 PChgTabsOperand). */
function tabsLength(list: ByteView, at: number): number {
  const deleted = 1 + list.u8(at) * 4
  return deleted + 1 + list.u8(at + deleted) * 3
}

/** Modifiers that a piece has by their short number ([MS-DOC] 2.9.215 Prm0), of those that are read. */
const SHORT: ReadonlyMap<number, number> = new Map([
  [0x0c, SPRM.pLevel],
  [0x18, SPRM.pInTable],
  [0x19, SPRM.pRowEnd],
  [0x41, SPRM.cDeleted],
  [0x42, SPRM.cInserted],
  [0x47, SPRM.cData],
  [0x57, SPRM.cStruck],
  [0x5c, SPRM.cHidden],
  [0x68, SPRM.cRaised],
  [0x73, SPRM.cStruckTwice],
  [0x75, SPRM.cSpecial],
])

/** The modifier in two bytes that a piece may have instead of a list. */
export function shortSprm(prm: number): ByteView | null {
  const code = SHORT.get((prm >> 1) & 0x7f)
  return code === undefined ? null : new ByteView(Uint8Array.of(code & 0xff, code >> 8, prm >> 8))
}
