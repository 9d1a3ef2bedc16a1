/** Something that a reader put right or left out, before its place is known. */
export interface FlowNote {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** A paragraph as a markup reader meets it; its text may have line breaks. */
export interface FlowParagraph {
  readonly kind: 'paragraph'
  readonly text: string
  readonly role?: 'title' | 'heading'
  readonly notes?: readonly FlowNote[]
}

export interface FlowCell {
  readonly content: readonly Flow[]
  colspan: number
  rowspan: number
  /** 0-based grid column, where the source states it; else it follows from the cells and spans before. */
  readonly column?: number
  readonly notes?: FlowNote[]
}

/** A table as the markup nests it: cells hold paragraphs and further tables. */
export interface FlowTable {
  readonly kind: 'table'
  readonly rows: readonly (readonly FlowCell[])[]
  readonly notes?: readonly FlowNote[]
}

export type Flow = FlowParagraph | FlowTable
