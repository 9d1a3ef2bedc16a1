import type { ByteView } from '../byteView'
import type { ParagraphStyle } from '../word/story'
import { characterProperties, isSwitchedOn } from './characterProperties'
import type { ParagraphReader } from './paragraphProperties'

/** Built-in styles by their `sti` ([MS-DOC] 2.9.260 StdfBase). */
const HEADINGS = { first: 1, last: 9 } as const
const TITLE = 62

const NO_STYLE = 0xfff
const LONGEST_CHAIN = 16
const MOST_STYLES = 0xffe

interface RawStyle {
  readonly builtIn: number
  readonly basedOn: number
  readonly paragraph: ByteView | null
  readonly characters: ByteView | null
}

/** Reads the style sheet ([MS-DOC] 2.9.271 STSH): what each style of paragraphs or characters says, with what it inherits. */
export function readStyles(sheet: ByteView, reader: ParagraphReader): ReadonlyMap<number, ParagraphStyle> {
  const raw = new Map<number, RawStyle>()
  const count = Math.min(sheet.u16(2), MOST_STYLES)
  const base = sheet.u16(4)
  let at = 2 + sheet.u16(0)
  for (let style = 0; style < count && at + 2 <= sheet.length; style += 1) {
    const length = sheet.u16(at)
    const read = length === 0 ? null : readStyle(sheet.part(at + 2, at + 2 + length), base)
    if (read !== null) raw.set(style, read)
    at += 2 + length + (length & 1)
  }
  return new Map([...raw.keys()].map((style) => [style, inherited(style, raw, reader)]))
}

const KINDS = { paragraph: 1, character: 2 } as const

/** A style of paragraphs or characters ([MS-DOC] 2.9.259 STD); `null` for other kinds. */
function readStyle(style: ByteView, base: number): RawStyle | null {
  const kindAndBase = style.u16(2)
  const kind = kindAndBase & 0xf
  if (kind !== KINDS.paragraph && kind !== KINDS.character) return null
  let at = base + 2 + style.u16(base) * 2 + 2
  const next = (): ByteView => {
    const length = style.u16(at)
    const part = style.part(at + 2, at + 2 + length)
    at += 2 + length + (length & 1)
    return part
  }
  const own = { builtIn: style.u16(0) & 0xfff, basedOn: kindAndBase >> 4 }
  if (kind === KINDS.character) return { ...own, paragraph: null, characters: next() }
  const paragraph = next()
  return {
    ...own,
    // The style's own number stands before its modifiers.
    paragraph: paragraph.part(2, paragraph.length),
    characters: (style.u16(4) & 0xf) > 1 ? next() : null,
  }
}

function inherited(style: number, raw: ReadonlyMap<number, RawStyle>, reader: ParagraphReader): ParagraphStyle {
  const chain: RawStyle[] = []
  for (let next = style; next !== NO_STYLE && chain.length < LONGEST_CHAIN;) {
    const link = raw.get(next)
    if (link === undefined) break
    chain.unshift(link)
    next = link.basedOn
  }
  const properties = reader.read(
    style,
    chain.flatMap(({ paragraph }) => paragraph ?? []),
  )
  const { hidden, struck, struckTwice } = characterProperties(chain.map(({ characters }) => characters))
  const builtIn = chain.at(-1)?.builtIn ?? 0
  const isHeading =
    (builtIn >= HEADINGS.first && builtIn <= HEADINGS.last) ||
    (properties.outline !== undefined && properties.outline < 9)
  const role = builtIn === TITLE ? 'title' : isHeading ? 'heading' : undefined
  const { list = 0, level = 0 } = properties
  return {
    ...(role === undefined ? {} : { role }),
    ...(list === 0 ? {} : { numbering: { instance: String(list), level } }),
    hidden: isSwitchedOn(hidden, false),
    strikes: { single: isSwitchedOn(struck, false), double: isSwitchedOn(struckTwice, false) },
  }
}
