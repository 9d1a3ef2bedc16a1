import type { NativeChart } from '../../charts/native'
import type { Language } from '../../report/wording'
import type { SlideLook } from '../pptx/look'

/** What a paragraph is, which decides its font, size and place: see `styles.ts`. */
export type ParagraphRole = 'title' | 'heading' | 'subheading' | 'body' | 'salutation' | 'note' | 'signature' | 'date'

/** A stretch of text in one manner. */
export interface TextPiece {
  /** `\n` begins a line. */
  readonly text: string
  /** `raised` a mark above the line · `open` a place for a person to fill in, on a coloured ground. */
  readonly manner?: 'raised' | 'open'
}

export interface ParagraphBlock {
  readonly kind: 'paragraph'
  readonly role: ParagraphRole
  readonly pieces: readonly TextPiece[]
  /** Begins a page. */
  readonly newPage?: boolean
  /** Stands on one page with what follows. */
  readonly keepNext?: boolean
}

/** A cell at its anchor; cells that a span covers are not given. */
export interface TableCellBlock {
  readonly pieces: readonly TextPiece[]
  readonly colspan: number
  readonly rowspan: number
  readonly align: 'left' | 'center' | 'right'
  /** Written downwards. */
  readonly vertical?: boolean
}

export interface TableBlock {
  readonly kind: 'table'
  /** Shares of the page's width, one for each grid column. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly TableCellBlock[])[]
  /** Rows at the top that are repeated on every page. */
  readonly headRows: number
  /** Its last rows stand on one page with what follows. */
  readonly keepNext?: boolean
  /** Half points. */
  readonly size: number
  /** Least height of a row in twips. */
  readonly rowHeight: number
}

/** Pixels, 96 to the inch. */
interface Drawn {
  readonly width: number
  readonly height: number
  /** For those who do not see it. */
  readonly alt: string
}

export interface PictureBlock extends Drawn {
  readonly kind: 'picture'
  readonly png: Uint8Array
}

/** Charts that the program draws and edits itself, side by side over the width. */
export interface ChartBlock extends Drawn {
  readonly kind: 'chart'
  readonly charts: readonly NativeChart[]
  readonly language: Language
  readonly look: SlideLook
}

/** A Word document from top to bottom. */
export type DocxBlock = ParagraphBlock | TableBlock | PictureBlock | ChartBlock

/** A paragraph of texts and pieces. */
export function paragraph(role: ParagraphRole, ...pieces: readonly (string | TextPiece)[]): ParagraphBlock {
  return {
    kind: 'paragraph',
    role,
    pieces: pieces.map((piece) => (typeof piece === 'string' ? { text: piece } : piece)),
  }
}

/** The same paragraph, or the end of the same table, on one page with what follows. */
export function keptWithNext<Block extends ParagraphBlock | TableBlock>(block: Block): Block {
  return { ...block, keepNext: true }
}

/** The same paragraph at the top of a page. */
export function onNewPage(block: ParagraphBlock): ParagraphBlock {
  return { ...block, newPage: true }
}
