import type { Block, Grid, Paragraph } from '@/readers/document'

/** A stretch of a source document as it is drawn. `from` is the index of its first block. */
export type Segment =
  | { readonly kind: 'text'; readonly from: number; readonly lines: readonly Paragraph[] }
  | { readonly kind: 'table'; readonly from: number; readonly grid: Grid }
  /** Left out until somebody asks for it. */
  | {
      readonly kind: 'fold'
      readonly from: number
      readonly to: number
      readonly lines: number
      readonly tables: number
    }

/** A document of fewer blocks and cells is drawn whole. */
const SMALL_BLOCKS = 150
const SMALL_CELLS = 1500
/** What is drawn of a larger one: its beginning, and so many blocks around what is looked at. */
const BEGINNING = 6
const NEAR = 4
/** How much one opening of a fold adds. */
const OPENED_BLOCKS = 80
const OPENED_CELLS = 1200

const cellsOf = (block: Block | undefined): number =>
  block?.kind === 'table' ? block.rows.reduce((sum, row) => sum + row.length, 0) : 1

/** Parts a document into what is drawn and what is folded away, so that one of a thousand tables opens as fast as one of three. */
export function segments(
  blocks: readonly Block[],
  wanted: Iterable<number>,
  opened: ReadonlySet<number> = new Set(),
): Segment[] {
  const isSmall = blocks.length <= SMALL_BLOCKS && blocks.reduce((sum, block) => sum + cellsOf(block), 0) <= SMALL_CELLS
  const shown = new Set(opened)
  for (let at = 0; at < (isSmall ? blocks.length : BEGINNING); at += 1) shown.add(at)
  for (const index of isSmall ? [] : wanted) {
    shown.add(index)
    for (let at = index - NEAR; at <= index + NEAR; at += 1) if (blocks[at]?.kind === 'paragraph') shown.add(at)
  }
  return parted(blocks, shown)
}

function parted(blocks: readonly Block[], shown: ReadonlySet<number>): Segment[] {
  const found: Segment[] = []
  for (let at = 0; at < blocks.length;) {
    const from = at
    const block = blocks[at]
    if (block?.kind === 'table' && shown.has(at)) {
      found.push({ kind: 'table', from, grid: block })
      at += 1
      continue
    }
    const isShown = shown.has(at)
    const lines: Paragraph[] = []
    let tables = 0
    for (; at < blocks.length && shown.has(at) === isShown; at += 1) {
      const next = blocks[at]
      if (next?.kind === 'paragraph') lines.push(next)
      else if (isShown) break
      else tables += 1
    }
    found.push(isShown ? { kind: 'text', from, lines } : { kind: 'fold', from, to: at, lines: lines.length, tables })
  }
  return found
}

/** The blocks that opening a fold at its beginning adds. */
export function openedBy(
  blocks: readonly Block[],
  { from, to }: { readonly from: number; readonly to: number },
): number[] {
  const opened: number[] = []
  let cells = 0
  for (let at = from; at < to && opened.length < OPENED_BLOCKS; at += 1) {
    cells += cellsOf(blocks[at])
    if (opened.length > 0 && cells > OPENED_CELLS) break
    opened.push(at)
  }
  return opened
}
