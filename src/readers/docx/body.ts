import type { Flow } from '../flow'
import { LIMITS } from '../limits'
import { superscript } from '../superscript'
import type { Numbering } from '../word/numbering'
import { type OpenParagraph, type ParagraphStyle, Story } from '../word/story'
import { symbol } from '../word/symbol'
import { PASSED_OVER, PROPERTIES } from './elements'
import { Fields } from './fields'
import { RunProperties } from './run'
import { setCell, setParagraph, setRow } from './properties'
import { TableStack } from './table'
import { attribute, type XmlHandler } from '../xml/scan'

/** A passed-over element: where it began, what its note is called if it has one, and its text. */
interface Skipped {
  readonly depth: number
  readonly code: string | null
  text: string
}

/** Builds the flow of a document part from a scan of it. */
export class BodyBuilder implements XmlHandler {
  wantsText = false
  isFull = false
  pictures = 0
  /** Whether a body was met at all. */
  hasBody = false
  readonly #styles: ReadonlyMap<string, ParagraphStyle>
  readonly #numbering: Numbering | null
  readonly #path: string[] = []
  readonly #body = new Story()
  readonly #stories: Story[] = [this.#body]
  readonly #tables = new TableStack()
  #skip: Skipped | null = null
  readonly #fields = new Fields()
  /** For each open choice between alternatives whether one was taken. */
  readonly #alternatives: boolean[] = []
  #run = new RunProperties(undefined)
  #inserted = 0
  /** For each open annotation of Word 2003 whether it is an insertion. */
  readonly #annotations: boolean[] = []
  /** Paragraphs and cells so far. */
  #parts = 0

  constructor(styles: ReadonlyMap<string, ParagraphStyle>, numbering: Numbering | null) {
    this.#styles = styles
    this.#numbering = numbering
  }

  /** The flow of a text that was scanned to its end. */
  finish(): readonly Flow[] {
    this.#endParagraph()
    return this.#body.content
  }

  get #story(): Story {
    return this.#stories.at(-1) ?? this.#body
  }

  open(name: string, attributes: string): void {
    const parent = this.#path.at(-1) ?? ''
    this.#path.push(name)
    if (this.#skip !== null) this.wantsText = name === 'delText' || name === 't'
    else if (PASSED_OVER.has(name)) this.#startSkip(null)
    else if (PROPERTIES.has(parent)) this.#property(parent, name, attributes)
    else this.#content(name, attributes, parent)
  }

  close(name: string): void {
    this.#path.pop()
    this.wantsText = false
    if (this.#skip !== null) {
      if (this.#path.length < this.#skip.depth) this.#endSkip()
    } else if (!PROPERTIES.has(this.#path.at(-1) ?? '')) this.#endContent(name)
  }

  text(data: string): void {
    if (this.#skip !== null) {
      if (this.#skip.text.length < 80) this.#skip.text += data
      return
    }
    if (this.#run.hidden || this.#run.struck) {
      if (data.trim() !== '') this.#note(this.#run.hidden ? 'hidden-text' : 'struck-out', data)
      return
    }
    if (this.#inserted > 0 && data.trim() !== '') this.#note('tracked-insertion', data)
    this.#add(this.#run.raised ? superscript(data) : data)
  }

  #content(name: string, attributes: string, parent: string): void {
    switch (name) {
      case 't':
      case 'm:t':
        this.wantsText = true
        break
      case 'r':
        this.#run = new RunProperties(this.#story.paragraph?.style)
        break
      case 'p':
        this.#countPart()
        this.#endParagraph()
        this.#story.start()
        break
      case 'tab':
      case 'ptab':
        if (parent === 'r') this.#add('\t')
        break
      case 'br':
      case 'cr':
        this.#add('\n')
        break
      case 'noBreakHyphen':
        this.#add('-')
        break
      case 'sym':
        this.#add(symbol(Number.parseInt(attribute(attributes, 'char') ?? '', 16)))
        break
      case 'fldChar':
        this.#fields.take(attribute(attributes, 'fldCharType') ?? '')
        break
      case 'tbl':
        this.#endParagraph()
        this.#tables.open()
        break
      case 'tr':
        this.#tables.openRow()
        break
      case 'tc':
        this.#openCell()
        break
      case 'del':
      case 'moveFrom':
        this.#startSkip('tracked-deletion')
        break
      case 'ins':
      case 'moveTo':
        this.#inserted += 1
        break
      case 'aml:annotation':
        this.#annotation(attribute(attributes, 'type') ?? '')
        break
      case 'drawing':
      case 'pict':
      case 'object':
        this.pictures += 1
        break
      case 'txbxContent':
        this.#stories.push(new Story())
        break
      case 'mc:AlternateContent':
        this.#alternatives.push(false)
        break
      case 'mc:Choice':
      case 'mc:Fallback':
        if (this.#alternatives.pop() === true) this.#startSkip(null)
        this.#alternatives.push(true)
        break
      case 'body':
        this.hasBody = true
        break
      default:
        break
    }
  }

  #endContent(name: string): void {
    switch (name) {
      case 'p':
        this.#endParagraph()
        break
      case 'r':
        this.#run = new RunProperties(undefined)
        break
      case 'ins':
      case 'moveTo':
        this.#inserted -= 1
        break
      case 'aml:annotation':
        if (this.#annotations.pop() === true) this.#inserted -= 1
        break
      case 'tc':
        this.#closeCell()
        break
      case 'tbl':
        this.#closeTable()
        break
      case 'txbxContent':
        this.#endParagraph()
        this.#endStory((story) => {
          this.#story.addBox(story.content)
        })
        break
      case 'mc:AlternateContent':
        this.#alternatives.pop()
        break
      default:
        break
    }
  }

  #property(parent: string, name: string, attributes: string): void {
    const { paragraph } = this.#story
    const table = this.#tables.current
    if (parent === 'rPr') {
      const owner = this.#path.at(-3)
      if (owner === 'r') this.#run.set(name, attributes, this.#styles)
      else if ((name === 'del' || name === 'moveFrom') && owner === 'pPr' && paragraph !== null) paragraph.runsOn = true
    } else if (parent === 'trPr') {
      if (table?.row != null) setRow(table.row, name, attributes)
    } else if (parent === 'tcPr') {
      if (table?.cell != null) setCell(table.cell, name, attributes)
    } else if (paragraph !== null) setParagraph(paragraph, name, attributes, this.#styles)
  }

  #add(text: string): void {
    if (this.#run.hidden || this.#run.struck || this.#fields.inInstruction) return
    this.#openParagraph().text += text
  }

  #note(code: string, text: string): void {
    this.#openParagraph().notes.push({ code, params: { text: text.trim().slice(0, 80) } })
  }

  /** The open paragraph; text outside any (an odd writer) gets one. */
  #openParagraph(): OpenParagraph {
    return this.#story.paragraph ?? this.#story.start()
  }

  #endParagraph(): void {
    if (this.#story.paragraph === null) return
    this.#fields.endParagraph()
    this.#story.end(this.#numbering)
  }

  #endStory(take: (story: Story) => void): void {
    const story = this.#stories.length > 1 ? this.#stories.pop() : undefined
    if (story !== undefined) take(story)
  }

  #startSkip(code: string | null): void {
    this.#skip = { depth: this.#path.length, code, text: '' }
  }

  #endSkip(): void {
    const skipped = this.#skip
    this.#skip = null
    const text = skipped?.text.trim() ?? ''
    if (skipped?.code == null || text === '') return
    const table = this.#tables.current
    const note = { code: skipped.code, params: { text: text.slice(0, 80) } }
    if (this.#story.paragraph !== null || table === undefined) this.#openParagraph().notes.push(note)
    else (table.cell ?? table).notes.push(note)
  }

  #annotation(type: string): void {
    const isInsertion = type === 'Word.Insertion'
    if (type === 'Word.Deletion') this.#startSkip('tracked-deletion')
    else if (type === 'Word.Comment') this.#startSkip(null)
    else {
      if (isInsertion) this.#inserted += 1
      this.#annotations.push(isInsertion)
    }
  }

  #countPart(): void {
    this.#parts += 1
    this.isFull = this.#parts > LIMITS.documentParts
  }

  #openCell(): void {
    if (!this.#tables.openCell()) return
    this.#countPart()
    this.#stories.push(new Story())
  }

  #closeCell(): void {
    const cell = this.#tables.closeCell()
    if (cell === null) return
    this.#endParagraph()
    this.#endStory(({ content }) => {
      cell.content = content
    })
  }

  #closeTable(): void {
    const table = this.#tables.close()
    if (table !== null) this.#story.add(table)
  }
}
