import type { Box } from './sketch'

/** What an element of a drawing stands for: an agency by id, a year, a part of a whole by its key (`granted`, `natural`, `corrected`); whatever of them it has. */
export interface Mark {
  readonly agency?: string
  readonly year?: number
  readonly part?: string
}

/** Where a drawing shows something: pointing at it, marking it, opening it and notes on it all work by this box. */
export interface Place {
  readonly mark: Mark
  /** In pixels of the drawing: the whole of a row, a column or a segment rather than the ink within. */
  readonly box: Box
  /** The measure or indicator whose number is shown, where it is one. */
  readonly figure?: string
}

const KEYS = ['agency', 'year', 'part'] as const

/** Whether two marks speak of the same: they share something, and nothing that both have differs. */
export function marksAgree(one: Mark, other: Mark): boolean {
  const both = KEYS.filter((key) => one[key] !== undefined && other[key] !== undefined)
  return both.length > 0 && both.every((key) => one[key] === other[key])
}

/** The innermost place at a point of the drawing. */
export const placeAt = (places: readonly Place[], x: number, y: number): Place | undefined =>
  places.filter(({ box }) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height).at(-1)
