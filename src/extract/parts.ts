import type { Block } from '../readers/document'
import type { Place } from '../report/place'
import type { DocumentLine } from './documentLines'
import { cleanName, fullerName, isAgencyName } from './identity/agencyName'
import { parsePartHeading } from './identity/partHeading'
import type { PartHeading } from './identity/partHeading'
import { parseTitle } from './identity/title'
import { squash } from './normalise'
import { exactRequestRow } from './requestLabels'

const LEAST_ROWS = 3

/** One report's part of a document. */
export interface ReportPart {
  readonly blocks: readonly Block[]
  /** What stands before the first of several parts, for all of them: a common title. */
  readonly lead: readonly Block[]
  /** Whose part it is, where a heading says so that is no title. */
  readonly heading?: PartHeading & { readonly text: string; readonly place: Place }
  /** It has also what belongs to the document as a whole. */
  readonly isFirst: boolean
  /** Of which year it is, where its tables have several years side by side. */
  readonly ofYear?: OfYear
}

/** One year of several whose figures stand side by side. */
export interface OfYear {
  readonly year: number
  readonly years: readonly number[]
  /** For a year that is not the document's: the text, which tells whose report it is but speaks of another year. */
  readonly text?: readonly DocumentLine[]
}

interface Opener {
  readonly at: number
  readonly agency: string | null
  readonly heading?: ReportPart['heading']
  /** It is the first of a sheet. */
  readonly isSheet?: boolean
}

/**
 * Parts a document that holds several reports, each with a table 三 of its own and a title, a heading with the agency's name, or a
 * sheet of its own before it.
 * One report, however often its title is repeated, stays whole.
 */
export function reportParts(blocks: readonly Block[]): readonly ReportPart[] {
  const tables = blocks.flatMap((block, at) => (holdsRequests(block) ? [at] : []))
  const none: readonly Block[] = []
  let before: Opener | null = null
  const openers = tables.map((table, at) => {
    const opener =
      at === 0 ? firstOpener(blocks, table) : openerBefore(blocks, (tables[at - 1] ?? 0) + 1, table, before)
    before = opener ?? before
    return opener
  })
  const [first, ...others] = openers
  let agency = first?.agency ?? null
  const starts = others.flatMap((opener) => {
    // A name alone opens a part only where it is another than the one before.
    if (!opener || (opener.heading && opener.isSheet !== true && opener.agency === agency)) return []
    agency = opener.agency
    return [opener]
  })
  if (starts.length === 0) return [{ blocks, lead: none, isFirst: true }]
  // What the first of several parts has before its own title or heading is common to all.
  const inSheets = starts.some(({ isSheet }) => isSheet === true)
  const isHeaded = first?.heading !== undefined && starts.every(({ heading }) => heading !== undefined)
  const isBegun = first !== null && first !== undefined && (isHeaded || isCommon(blocks, first))
  const begun = isBegun ? { ...first, at: inSheets ? 0 : first.at } : null
  const lead = begun ? blocks.slice(0, begun.at) : none
  return [begun ?? { at: 0, agency: null }, ...starts].map(({ at, heading }, index) => ({
    blocks: blocks.slice(at, starts[index]?.at ?? blocks.length),
    lead,
    isFirst: index === 0,
    ...(heading ? { heading } : {}),
  }))
}

/** Whether an opener has a title of the whole document above it. */
function isCommon(blocks: readonly Block[], { at, agency }: Opener): boolean {
  return blocks
    .slice(0, at)
    .some((block) => block.kind === 'paragraph' && isOwnTitle(block.text) && parseTitle(block.text)?.agency !== agency)
}

/** What opens the first report: the last title or name before its table. */
function firstOpener(blocks: readonly Block[], table: number): Opener | null {
  const titles = blocks.slice(0, table).flatMap((block, at) => titleAt(blocks, block, at) ?? [])
  const title = titles.at(-1)
  const named = namedBefore(blocks, (title?.at ?? -1) + 1, table)
  return named && named.agency !== title?.agency ? named : (title ?? null)
}

/** What opens a further report: the first title since the table before, else the name above its own tables. */
function openerBefore(blocks: readonly Block[], from: number, table: number, before: Opener | null): Opener | null {
  const sheet = startOfSheet(blocks, from, table)
  if (sheet !== null) {
    const isTitled = blocks.slice(sheet, table).some((block) => block.kind === 'paragraph' && isOwnTitle(block.text))
    const heading = isTitled ? undefined : namedBefore(blocks, sheet, table)?.heading
    return { at: sheet, agency: heading?.agency ?? null, isSheet: true, ...(heading ? { heading } : {}) }
  }
  for (let at = from; at <= table; at += 1) {
    const block = blocks[at]
    const title = block && titleAt(blocks, block, at)
    if (title && block.kind === 'paragraph') return withOwnName(blocks, title, block.text, before)
  }
  return namedBefore(blocks, from, table)
}

/** A further report's title with the name above it, unless that is the signature of the report before. */
function withOwnName(blocks: readonly Block[], title: Opener, text: string, before: Opener | null): Opener {
  const above = withNameAbove(blocks, title.at)
  const name = above < title.at ? lineOf(blocks[above]) : null
  const own = parseTitle(text)?.agency ?? null
  if (!name || !isSignature(cleanName(name.text) ?? '', own, before?.agency ?? null)) return { ...title, at: above }
  return { ...title, agency: own }
}

/**
 * Whether a name between two reports, without a date behind it, belongs to the one before: that one is named so or has no other name,
 * and this one's title names somebody else or nobody.
 */
function isSignature(name: string, own: string | null, before: string | null): boolean {
  if (own !== null && isSameName(name, own)) return false
  return own !== null || before === null || isSameName(name, before)
}

function isSameName(one: string, other: string): boolean {
  const isWithin = one.includes(other) || other.includes(one)
  return isWithin || fullerName(one, other) !== null || fullerName(other, one) !== null
}

/** Where the sheet of a table begins, if after `from`. */
function startOfSheet(blocks: readonly Block[], from: number, table: number): number | null {
  for (let at = table; at >= from; at -= 1) if (sheetOf(blocks[at]) !== sheetOf(blocks[at - 1])) return at
  return null
}

function titleAt(blocks: readonly Block[], block: Block, at: number): Opener | null {
  if (block.kind !== 'paragraph' || !isOwnTitle(block.text)) return null
  const above = withNameAbove(blocks, at)
  const name = blocks[above]
  const agency = parseTitle(block.text)?.agency
  return { at, agency: agency ?? (above < at && name?.kind === 'paragraph' ? squash(name.text) : null) }
}

/** The last name above a table, from where it first stands in a line of its own since `from`; names over dates are signatures. */
function namedBefore(blocks: readonly Block[], from: number, table: number): Opener | null {
  const found: Opener[] = []
  for (let at = from; at <= table; at += 1) {
    const line = lineOf(blocks[at])
    const heading = line && parsePartHeading(line.text)
    if (!heading || isDate(lineOf(filledAfter(blocks, at)))) continue
    found.push({ at, agency: heading.agency, heading: { ...heading, ...line } })
  }
  const last = found.at(-1)
  return found.find((opener) => opener.agency === last?.agency) ?? null
}

/** The text of a paragraph, or of the one filled cell that a grid begins with. */
function lineOf(block: Block | undefined): { readonly text: string; readonly place: Place } | null {
  if (!block) return null
  if (block.kind === 'paragraph') return { text: block.text, place: block.place }
  const filled = (block.rows[0] ?? []).filter((cell) => squash(cell.text) !== '')
  return filled.length === 1 ? (filled[0] ?? null) : null
}

function filledAfter(blocks: readonly Block[], at: number): Block | undefined {
  return blocks.slice(at + 1, at + 4).find((block) => block.kind === 'table' || squash(block.text) !== '')
}

function isDate(line: { readonly text: string } | null): boolean {
  return line !== null && /^[(（]?(?:20\d\d|二[〇零○]..)年.{1,3}月.{1,3}日?[)）]?$/u.test(squash(line.text))
}

function sheetOf(block: Block | undefined): string | undefined {
  return block?.kind === 'paragraph' ? block.place.part : block?.rows.flat()[0]?.place.part
}

function isOwnTitle(text: string): boolean {
  if (text.length > 100) return false
  const title = parseTitle(text)
  return title !== null && (title.year !== null || title.agency !== null)
}

/** A title begins with the agency's name in the lines above it; a name over a date is the signature of what was before. */
function withNameAbove(blocks: readonly Block[], title: number): number {
  for (let index = title - 1; index >= Math.max(0, title - 3); index -= 1) {
    const block = blocks[index]
    if (block?.kind !== 'paragraph') break
    if (squash(block.text) === '' || !isAgencyName(block.text)) continue
    return isDate(lineOf(filledAfter(blocks, index))) ? title : index
  }
  return title
}

function holdsRequests(block: Block): boolean {
  if (block.kind === 'paragraph') return /本年新收政府信息公开申请数量/u.test(squash(block.text))
  const rows = block.rows.filter((row) =>
    row.some((cell) => cell.text.length > 3 && exactRequestRow(cell.text) !== null),
  )
  return rows.length >= LEAST_ROWS && block.rows.some((row) => row.some((cell) => /本年新收/u.test(squash(cell.text))))
}
