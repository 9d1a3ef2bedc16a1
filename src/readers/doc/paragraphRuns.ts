import { superscript } from '../superscript'
import { type OpenParagraph, type ParagraphStyle, PLAIN_STRIKES } from '../word/story'
import { symbol } from '../word/symbol'
import { type CharacterProperties, isSwitchedOn } from './characterProperties'

/** Text of a paragraph in the same properties, control characters among it. */
export interface Run {
  readonly text: string
  readonly properties: CharacterProperties
}

const FIELD = { begin: '\x13', separate: '\x14', end: '\x15' } as const

/** What control characters are as text ([MS-DOC] 2.4.1); those not listed stand for nothing. */
const CONTROLS: Readonly<Record<string, string>> = {
  '\t': '\t',
  '\x0b': '\n',
  '\x0c': '\n',
  '\x0e': '\n',
  '\x1e': '-',
}

const NO_STYLE = 0xfff
const PLAIN: ParagraphStyle = { hidden: false, strikes: PLAIN_STRIKES }

const PIECES = /[\u0000-\u001f]|[^\u0000-\u001f]+/gu

/** Fields that are open, over the end of a paragraph: for each whether its result has begun. */
export class OpenFields {
  #results: boolean[] = []

  get inInstruction(): boolean {
    return this.#results.includes(false)
  }

  /** Takes one character if it is a mark of a field. */
  take(mark: string): boolean {
    if (mark === FIELD.begin) this.#results.push(false)
    else if (mark === FIELD.separate) {
      if (this.#results.pop() !== undefined) this.#results.push(true)
    } else if (mark === FIELD.end) this.#results.pop()
    else return false
    return true
  }

  /** A field whose result never began must not swallow what follows its paragraph. */
  endParagraph(): void {
    this.#results = this.#results.filter(Boolean)
  }
}

type Styles = ReadonlyMap<number, ParagraphStyle>

/** Adds runs to a paragraph whose style is known; gives the number of pictures among them. `styles`: those of characters among others. */
export function addRuns(paragraph: OpenParagraph, runs: readonly Run[], fields: OpenFields, styles: Styles): number {
  let pictures = 0
  for (const { text, properties } of runs) {
    for (const [part] of text.matchAll(PIECES)) {
      if (fields.take(part) || fields.inInstruction) continue
      if (isPicture(part, properties)) pictures += properties.deleted ? 0 : 1
      // A break before all text breaks the page, not the paragraph.
      else if (part !== '\x0c' || paragraph.text !== '')
        addText(paragraph, textOf(part, properties), properties, styles)
    }
  }
  return pictures
}

function isPicture(part: string, { special, data }: CharacterProperties): boolean {
  return special && ((part === '\x01' && !data) || part === '\x08')
}

function textOf(part: string, { symbol: code }: CharacterProperties): string {
  if (code !== undefined) return part.replaceAll('(', symbol(code))
  return part < ' ' ? (CONTROLS[part] ?? '') : part
}

function addText(paragraph: OpenParagraph, text: string, properties: CharacterProperties, styles: Styles): void {
  const over = paragraph.style ?? PLAIN
  const own = styles.get(properties.style ?? NO_STYLE) ?? PLAIN
  // What both styles switch on is off.
  const hidden = isSwitchedOn(properties.hidden, over.hidden !== own.hidden)
  const struck =
    isSwitchedOn(properties.struck, over.strikes.single !== own.strikes.single) ||
    isSwitchedOn(properties.struckTwice, over.strikes.double !== own.strikes.double)
  const code = properties.deleted
    ? 'tracked-deletion'
    : hidden
      ? 'hidden-text'
      : struck
        ? 'struck-out'
        : properties.inserted
          ? 'tracked-insertion'
          : null
  if (code !== null && text.trim() !== '') paragraph.notes.push({ code, params: { text: text.trim().slice(0, 80) } })
  if (!properties.deleted && !hidden && !struck) paragraph.text += properties.raised ? superscript(text) : text
}
