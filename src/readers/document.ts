import type { Place } from '../report/place'
import type { SourceFormat } from '../report/report'

/** One cell of a source table at its anchor. */
export interface GridCell {
  /** Text as the source has it, line breaks as `\n`. */
  readonly text: string
  readonly colspan: number
  readonly rowspan: number
  /** Where it stands; `row`/`column` are grid positions of the anchor. */
  readonly place: Place
  /** Grid column of a cell that was moved from where it stands. */
  readonly column?: number
}

/** A source table as its rows of anchors, in reading order. `row` and `column` of the places say where a span puts a cell; a source may lie about its spans. */
export interface Grid {
  readonly kind: 'table'
  /** 1-based ordinal in the document. */
  readonly table: number
  readonly rows: readonly (readonly GridCell[])[]
}

/** A paragraph or line outside tables. */
export interface Paragraph {
  readonly kind: 'paragraph'
  readonly text: string
  readonly place: Place
  /** What the source marks it as, if anything; `cell`: one cell of a table whose rows are not marked, empty ones too. */
  readonly role?: 'title' | 'heading' | 'metadata' | 'cell'
}

export type Block = Grid | Paragraph

/**
 * A document as read from one file, before anybody knows whether it is a report: paragraphs and tables in reading order.
 * A text view that lost its tables gives paragraphs only; `extract/` finds the cells in them.
 */
export interface SourceDocument {
  readonly file: string
  readonly format: SourceFormat
  readonly blocks: readonly Block[]
  /** What the reader itself had to put right or leave out (tracked deletions, unclosed cells): issue codes with params. */
  readonly notes: readonly {
    readonly code: string
    readonly place: Place
    readonly params: Readonly<Record<string, string | number>>
  }[]
  /** Document title or meta fields that the format carries outside its text (`<title>`, `<meta name=…>`). */
  readonly metadata: Readonly<Record<string, string>>
}
