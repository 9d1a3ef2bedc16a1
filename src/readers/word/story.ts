import type { Flow, FlowNote, FlowParagraph } from '../flow'
import type { Numbering } from './numbering'

/** Lines through text: one, or two; a source switches each by itself. */
export interface Strikes {
  readonly single: boolean
  readonly double: boolean
}

export const PLAIN_STRIKES: Strikes = { single: false, double: false }

/** What a paragraph style says that matters for reading. */
export interface ParagraphStyle {
  readonly role?: 'title' | 'heading'
  readonly numbering?: { readonly instance: string; readonly level: number }
  readonly hidden: boolean
  readonly strikes: Strikes
}

/** A paragraph while it is read. */
export interface OpenParagraph {
  text: string
  style: ParagraphStyle | undefined
  /** List that it is in by its own properties, and its level there. */
  instance: string | undefined
  level: number | undefined
  outline: number | undefined
  /** What its list prints before it, where the source says so. */
  label: string | undefined
  /** Its mark is deleted, so that the next paragraph goes on in it. */
  runsOn: boolean
  readonly notes: FlowNote[]
}

export const newParagraph = (): OpenParagraph => ({
  text: '',
  style: undefined,
  instance: undefined,
  level: undefined,
  outline: undefined,
  label: undefined,
  runsOn: false,
  notes: [],
})

/** A stretch of paragraphs and tables: the body, a cell, a text box. */
export class Story {
  readonly content: Flow[] = []
  /** The open paragraph. */
  paragraph: OpenParagraph | null = null
  #runsOn = false
  /** Text boxes met inside the open paragraph; they follow it. */
  #boxes: Flow[] = []

  /** Opens a paragraph. */
  start(): OpenParagraph {
    const paragraph = newParagraph()
    this.paragraph = paragraph
    return paragraph
  }

  /** Closes the open paragraph, if any; automatic numbers become part of its text. */
  end(numbering: Numbering | null): void {
    const open = this.paragraph
    if (open === null) return
    this.paragraph = null
    const text = labelOf(open, numbering) + open.text.replaceAll('\u00a0', ' ')
    const last = this.content.at(-1)
    if (this.#runsOn && last?.kind === 'paragraph') {
      const notes = [...(last.notes ?? []), ...open.notes]
      this.content[this.content.length - 1] = { ...last, ...roleOf(open), text: last.text + text, notes }
    } else {
      const notes = open.notes.length === 0 ? {} : { notes: open.notes }
      this.content.push({ kind: 'paragraph', text, ...roleOf(open), ...notes })
    }
    this.#runsOn = open.runsOn && this.#boxes.length === 0
    for (const item of this.#boxes.splice(0)) this.content.push(item)
  }

  /** Adds a table that ended. */
  add(item: Flow): void {
    this.content.push(item)
    this.#runsOn = false
  }

  /** Adds the content of a text box: behind the paragraph that holds it. */
  addBox(content: readonly Flow[]): void {
    const target = this.paragraph === null ? this.content : this.#boxes
    for (const item of content) target.push(item)
  }
}

function roleOf({ style, outline }: OpenParagraph): Pick<FlowParagraph, 'role'> {
  const role = style?.role ?? (outline !== undefined && outline < 9 ? 'heading' : undefined)
  return role === undefined ? {} : { role }
}

function labelOf(open: OpenParagraph, numbering: Numbering | null): string {
  if (open.label !== undefined) return open.label
  const list = open.instance === undefined ? open.style?.numbering : { instance: open.instance, level: 0 }
  // A paragraph whose text is deleted to its mark prints no number.
  if (list === undefined || list.instance === '0' || (open.text === '' && open.runsOn)) return ''
  const label = numbering?.next({ instance: list.instance, level: open.level ?? list.level }) ?? null
  if (label === null) open.notes.push({ code: 'automatic-number-unknown', params: {} })
  return label ?? ''
}
