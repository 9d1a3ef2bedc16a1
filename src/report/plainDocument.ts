import type { Evidence, Source } from './report'

/** A piece of a document's text as it stands; a table by its rows of cells, merged cells at their anchor. */
export type PlainBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

/** A document that is kept though no numbers are read from it: whose it is, of which year, and its words. Plain data. */
export interface PlainDocument {
  readonly source: Source
  readonly title: string | null
  readonly agency: string | null
  readonly year: number | null
  /** Date of publication, `YYYY-MM-DD`, where the document says it. */
  readonly published?: string
  readonly evidence: Readonly<Partial<Record<'agency' | 'year' | 'published', Evidence>>>
  readonly blocks: readonly PlainBlock[]
  /** Pages of one whose words cannot be read, only looked at. */
  readonly pages?: number
}
