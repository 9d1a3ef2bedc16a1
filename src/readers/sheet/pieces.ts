import type { Shown } from './numberFormat'

/** A stretch of a cell's text in one font: struck out, not, or (`null`) as the font of its cell. */
export interface Piece {
  readonly text: string
  readonly struck: boolean | null
}

/** A text of a cell: in the cell's own font, or in pieces. */
export type CellString = string | readonly Piece[]

/** Puts pieces together; those all in the cell's font are a text as any. */
export function joinPieces(pieces: readonly Piece[]): CellString {
  return pieces.every(({ struck }) => struck === null) ? pieces.map(({ text }) => text).join('') : pieces
}

/** What is left of a text without what is struck out in it, which is told. */
export function textInForce(string: CellString, cellIsStruck: boolean): Shown {
  if (typeof string === 'string') return inForce({ text: string, notes: [] }, cellIsStruck)
  const isStruck = ({ struck }: Piece): boolean => struck ?? cellIsStruck
  const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('')
  const notes = struckOut(textOf(string.filter(isStruck)))
  return { text: textOf(string.filter((piece) => !isStruck(piece))), notes }
}

/** What a cell shows, unless its font strikes it out whole. */
export function inForce(shown: Shown, cellIsStruck: boolean): Shown {
  return cellIsStruck ? { text: '', notes: struckOut(shown.text) } : shown
}

function struckOut(text: string): Shown['notes'] {
  const bare = text.trim()
  return bare === '' ? [] : [{ code: 'struck-out', params: { text: bare.slice(0, 80) } }]
}
