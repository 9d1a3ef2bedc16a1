import type { ParagraphDiff, Piece } from '@/revision/textDiff'

/** Paragraphs that are the same and stand beside a change stay in sight; longer runs of them fold. */
const KEPT = 1
/** Signs of a stretch that is the same within a changed paragraph that stay in sight on either side of a change. */
const NEAR = 60

/** A run of paragraphs: shown, or folded away as unchanged. `from` is the index of the first. */
export interface Run {
  readonly from: number
  readonly folded: boolean
  readonly paragraphs: readonly ParagraphDiff[]
}

/** The paragraphs of a section as runs, long unchanged ones folded. */
export function runsOf(paragraphs: readonly ParagraphDiff[]): Run[] {
  const near = paragraphs.map((_, index) =>
    paragraphs.slice(Math.max(0, index - KEPT), index + KEPT + 1).some(({ kind }) => kind !== 'same'),
  )
  const runs: { from: number; folded: boolean; paragraphs: ParagraphDiff[] }[] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    const folded = near[index] !== true
    const last = runs.at(-1)
    if (last?.folded === folded) last.paragraphs.push(paragraph)
    else runs.push({ from: index, folded, paragraphs: [paragraph] })
  }
  return runs
}

/** A piece of a changed paragraph; `hidden` is the middle of a long stretch that is the same. */
export interface FoldedPiece extends Piece {
  readonly hidden: boolean
}

/** The pieces of a paragraph with the middles of long unchanged stretches apart, to be folded. */
export function foldPieces(pieces: readonly Piece[]): FoldedPiece[] {
  return pieces.flatMap((piece, index): FoldedPiece[] => {
    const signs = Array.from(piece.text)
    const head = index === 0 ? 0 : NEAR
    const tail = index === pieces.length - 1 ? 0 : NEAR
    if (piece.kind !== 'same' || signs.length <= head + tail + NEAR) return [{ ...piece, hidden: false }]
    const parts = [signs.slice(0, head), signs.slice(head, signs.length - tail), signs.slice(signs.length - tail)]
    return parts.flatMap((part, at) =>
      part.length === 0 ? [] : [{ kind: 'same' as const, text: part.join(''), hidden: at === 1 }],
    )
  })
}
