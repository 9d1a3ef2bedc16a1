import type { DeckHead, DeckItem, PointNote, SavedView } from '../analysis/kept'

export type ViewRow = SavedView
export type NoteRow = PointNote
export type DeckRow = DeckHead

/** An item of a deck in a row of its own, so that two pages can work on one deck. */
export type DeckItemRow = DeckItem & {
  readonly deck: string
  /** Items stand by this number, ascending; one that is put between two takes a number between theirs. */
  readonly order: number
}

/** What the engine answered to one question of a frozen deck: read only when its figures are made. Never changed once written. */
export interface DeckAnswerRow {
  /** The deck's id and the question's hash. */
  readonly id: string
  readonly deck: string
  readonly question: string
  readonly answer: unknown
  /** Length of the answer as JSON. */
  readonly size: number
}
