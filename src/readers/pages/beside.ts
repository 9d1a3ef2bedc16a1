import type { Box } from './box'
import { middle } from './box'
import { isFigures } from './figures'
import { linesOf } from './lines'
import type { Glyph, PageContent, ReadPage, Ruling } from './page'
import { joinRulings, netsOf } from './walls'

/** A page to be laid out, of one page of the file or of several that a broad sheet was cut into. */
export interface SheetPage {
  readonly content: PageContent
  /** Which page of the file, counted from 1, a box of the content is on, and where. */
  readonly where: (box: Box) => { readonly page: number; readonly box: Box }
}

/** Lines of two pages nearer than this are one. */
const NEAR = 1.6
/** Row lines that two pages have in common at least: those of two rows. */
const FEWEST_LINES = 3
/** Rows of a head that may reach over a cut. */
const HEAD_ROWS = 2
/** What stands behind figures and is no label. */
const UNITS = /[万亿元件条个次]/gu

/**
 * Puts the pages together that a broad sheet was cut into when it was printed: one that goes on to the right of an earlier one. Their rows are at the
 * same heights, and where the one has figures, the other has figures without words: the labels of the rows are on the first. A page that was put
 * beside another is left empty in its own place.
 */
export function joinBeside(pages: readonly ReadPage[]): SheetPage[] {
  const sheets = pages.map((page, index) => new Sheet(page, index + 1))
  for (const [index, sheet] of sheets.entries()) {
    const before = sheets.slice(0, index).filter((other) => !other.isEmpty && other.goesOnWith(sheet))
    const [first] = before
    if (first && before.length === 1) first.add(sheet)
  }
  return sheets
}

/** Heights of the row lines of a table, from its top to its bottom. */
type Lines = readonly number[]

/** What stands between two lines of a table. */
interface Row {
  readonly top: number
  readonly bottom: number
  readonly text: string
}

interface Part {
  readonly page: number
  readonly from: number
  /** How far it was moved to the right. */
  readonly moved: number
  readonly back: (box: Box) => Box
}

class Sheet implements SheetPage {
  content: PageContent
  readonly #parts: [Part, ...Part[]]
  readonly #tables: readonly Lines[]
  /** Of its tables, or where none is drawn, its lines of text. */
  readonly #rows: readonly Row[]

  constructor({ content, back }: ReadPage, page: number) {
    this.content = content
    this.#parts = [{ page, from: -Infinity, moved: 0, back }]
    this.#tables = tablesOf(content)
    this.#rows =
      this.#tables.length > 0 ? this.#tables.flatMap((lines) => rowsOf(lines, content.glyphs)) : textRows(content)
  }

  get isEmpty(): boolean {
    return this.content.glyphs.length === 0
  }

  goesOnWith(other: Sheet): boolean {
    if (other.content.height !== this.content.height) return false
    return (other.#tables.length > 0 ? this.#holdsTables(other) : this.#holdsLines(other)) && this.#begins(other)
  }

  #holdsTables(other: Sheet): boolean {
    const count = other.#tables.reduce((sum, lines) => sum + lines.length, 0)
    return count >= FEWEST_LINES && other.#tables.every((table) => this.#tables.some((own) => isCutFrom(own, table)))
  }

  /** Without drawn lines: every line of its text is beside one of this page's, and some are figures alone. */
  #holdsLines(other: Sheet): boolean {
    const figures = other.#rows.filter(({ text }) => isFigures(text))
    if (this.#tables.length > 0 || figures.length < FEWEST_LINES) return false
    return other.#rows.every(({ bottom }) => this.#rows.some((own) => Math.abs(own.bottom - bottom) <= NEAR))
  }

  /** Whether the rows of the other page begin here: there they are figures alone, but for the heads. */
  #begins(other: Sheet): boolean {
    const texts = other.#rows.map((row) => ({ ...row, text: row.text.replace(UNITS, '') }))
    const figures = texts.filter(({ text }) => isFigures(text))
    const words = texts.filter(({ text }) => /\p{L}/u.test(text))
    const beside = ({ top, bottom }: Row): Row[] =>
      this.#rows.filter((own) => own.top >= top - NEAR && own.bottom <= bottom + NEAR)
    const begun = figures.filter((row) => beside(row).some(({ text }) => text !== ''))
    // The same heads again are those of another such table.
    if (words.some((row) => beside(row).some(({ text }) => text === row.text))) return false
    const [first] = figures
    const isHead = words.every(({ top }) => first !== undefined && top < first.top)
    return first !== undefined && (isHead || figures.length >= words.length) && begun.length * 2 >= figures.length
  }

  add(other: Sheet): void {
    const [, edge] = sides(this.content)
    const moved = edge - sides(other.content)[0]
    const { width, height, glyphs, across, down, pictured } = this.content
    this.content = {
      width: width + other.content.width,
      height,
      glyphs: [...glyphs, ...other.content.glyphs.map((glyph): Glyph => ({ ...glyph, box: shift(glyph.box, moved) }))],
      across: [
        ...across,
        ...other.content.across.map(({ at, from, to }): Ruling => ({ at, from: from + moved, to: to + moved })),
      ],
      down: [...down, ...other.content.down.map((ruling): Ruling => ({ ...ruling, at: ruling.at + moved }))],
      pictured: Math.max(pictured, other.content.pictured),
    }
    this.#parts.push(...other.#parts.map((part) => ({ ...part, from: edge, moved })))
    other.content = { ...other.content, glyphs: [], across: [], down: [] }
  }

  readonly where = (box: Box): { page: number; box: Box } => {
    const [left, top, right, bottom] = box
    const [first] = this.#parts
    const begun = this.#parts.filter(({ from }) => left >= from - NEAR)
    const part = begun.at(-1) ?? first
    const end = Math.min(right, this.#parts[begun.length]?.from ?? right)
    return { page: part.page, box: part.back(shift([left, top, end, bottom], -part.moved)) }
  }
}

/** From where to where a page's tables reach; without drawn lines its text does, with a gap behind it. */
function sides({ across, glyphs }: PageContent): readonly [number, number] {
  const lefts = across.length > 0 ? across.map(({ from }) => from) : glyphs.map(({ box }) => box[0])
  const rights = across.length > 0 ? across.map(({ to }) => to) : glyphs.map(({ box, size }) => box[2] + 2 * size)
  const least = (one: number, other: number): number => Math.min(one, other)
  const most = (one: number, other: number): number => Math.max(one, other)
  return [lefts.reduce(least, Infinity), rights.reduce(most, -Infinity)]
}

/** The lines of a page's text. */
function textRows({ glyphs }: PageContent): Row[] {
  return linesOf(glyphs.filter(({ turn }) => turn === 0)).map(({ text, box }) => ({
    top: box[1],
    bottom: box[3],
    text,
  }))
}

/** The row lines of each table of a page. */
function tablesOf({ across, down }: PageContent): Lines[] {
  return netsOf(joinRulings(across), joinRulings(down)).map((net) =>
    [...new Set(net.across.map(({ at }) => at))].sort((a, b) => a - b),
  )
}

/**
 * Whether a table may be what was cut off from another: it begins and ends where that does, and has no rows but its. Rows of the head that reach
 * over the cut have no sides here, and are not seen.
 */
function isCutFrom(whole: Lines, part: Lines): boolean {
  const isSame = (one = -1, other = -1): boolean => Math.abs(one - other) <= NEAR
  const top = whole.findIndex((line) => isSame(line, part[0]))
  if (top < 0 || top > HEAD_ROWS || !isSame(whole.at(-1), part.at(-1))) return false
  return part.every((line) => whole.some((own) => isSame(own, line)))
}

function rowsOf(lines: Lines, glyphs: readonly Glyph[]): Row[] {
  const texts = lines.slice(1).map(() => '')
  for (const { box, text } of glyphs) {
    const [, y] = middle(box)
    const at = lines.filter((line) => line < y).length - 1
    if (at in texts) texts[at] = `${texts[at] ?? ''}${text}`
  }
  return texts.map((text, at) => ({ top: lines[at] ?? 0, bottom: lines[at + 1] ?? 0, text }))
}

function shift([left, top, right, bottom]: Box, by: number): Box {
  return [left + by, top, right + by, bottom]
}
