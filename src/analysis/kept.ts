import type { Mark } from '../charts/places'
import type { Answers } from './asker'
import type { FigureQuestion, QuestionQuery } from './question'

/** A page with its filter and switches under a name. */
export interface SavedView {
  readonly id: string
  readonly name: string
  /** Name of the page's route, and the question that it is about where it has several. */
  readonly page: string
  readonly query: QuestionQuery
  /** ISO date-time. */
  readonly made: string
}

/** What a person wrote on a year, an agency, a part or a point of figures. It is drawn wherever a figure shows just that. */
export interface PointNote {
  readonly id: string
  readonly mark: Mark
  /** Only on figures of this kind; absent: on all. */
  readonly kind?: string
  /** Of its kind, only on the figure that this tells (`bindingOf`); absent: on all of the kind, as notes were bound before. */
  readonly of?: QuestionQuery
  readonly text: string
  readonly by: string
  /** ISO date-time. */
  readonly at: string
}

/** How a figure goes into a deck: drawn, as its table, as its sentences alone, or as one of its numbers. */
export const FIGURE_FORMS = ['chart', 'table', 'reading', 'number'] as const
export type FigureForm = (typeof FIGURE_FORMS)[number]

/** The figures of a table as they were shown, so that what has changed since can be told: heads of columns, then texts row by row. */
export interface SeenFigures {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface SectionItem {
  readonly kind: 'section'
  readonly id: string
  readonly title: string
}

/** Sentences of one's own. */
export interface TextItem {
  readonly kind: 'text'
  readonly id: string
  readonly title: string
  readonly lines: readonly string[]
}

export interface FigureItem {
  readonly kind: 'figure'
  readonly id: string
  readonly question: FigureQuestion
  readonly form: FigureForm
  /** A person's title in place of the figure's own; `null`: its own. */
  readonly title: string | null
  /** A person's sentences in place of the readings; `null`: the readings. */
  readonly lines: readonly string[] | null
  /** As it stood when it was put in or last looked at and accepted. */
  readonly seen: SeenFigures
}

export type DeckItem = SectionItem | TextItem | FigureItem

export const DECK_FORMATS = ['16:9', '4:3'] as const
export type DeckFormat = (typeof DECK_FORMATS)[number]

/** Colours and mark of a house, over those of the product. */
export interface DeckTemplate {
  /** `#rrggbb` of titles and rules, and of the leading series. */
  readonly accent?: string
  readonly ink?: string
  readonly paper?: string
  /** A PNG or JPEG as bytes in base64 with its type; never an SVG, which could hold more than a picture. */
  readonly logo?: {
    readonly type: 'image/png' | 'image/jpeg'
    readonly base64: string
    readonly width: number
    readonly height: number
  }
}

/** A deck but for what is in it: all that a list of decks needs. */
export interface DeckHead {
  readonly id: string
  readonly name: string
  readonly format: DeckFormat
  /** ISO date-time when it was frozen; `null`: it follows the data. */
  readonly frozen: string | null
  readonly template: DeckTemplate
  /** ISO date-times. */
  readonly made: string
  readonly changed: string
}

/** 会议夹: what a meeting is to see, in order. */
export interface Deck extends DeckHead {
  readonly items: readonly DeckItem[]
}

/** A deck with all that it needs elsewhere, as a shared file holds it. */
export interface WholeDeck extends Deck {
  /** What the engine answered to all of its figures when it was frozen: they are made of it again, whatever the data say since. */
  readonly answers?: Answers
}
