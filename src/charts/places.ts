import type { Label } from '../form/version'
import { textWidth } from './numbers'
import type { Box, Sketch } from './sketch'

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
  /** What the part is called, where no measure or indicator names it. */
  readonly name?: Label
  /** Where the sign of a note on it begins, beside its name; absent, it stands at the top right of the box. */
  readonly sign?: readonly [x: number, y: number]
}

const KEYS = ['agency', 'year', 'part'] as const

/** Whether two marks speak of the same: they share something, and nothing that both have differs. */
export function marksAgree(one: Mark, other: Mark): boolean {
  const both = KEYS.filter((key) => one[key] !== undefined && other[key] !== undefined)
  return both.length > 0 && both.every((key) => one[key] === other[key])
}

/** Whether two marks are on exactly the same. */
export const isSameMark = (one: Mark, other: Mark): boolean => KEYS.every((key) => one[key] === other[key])

/** The innermost place at a point of the drawing. */
export const placeAt = (places: readonly Place[], x: number, y: number): Place | undefined =>
  places.filter(({ box }) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height).at(-1)

/** Where the sign of a note on a year begins: at the upper right of its four digits, centred at a point in 12 px. */
export const besideYear = (sketch: Sketch, x: number, y: number): readonly [number, number] => [
  x + textWidth('2024', sketch.px(12)) / 2 + sketch.px(1),
  y - sketch.px(4),
]
