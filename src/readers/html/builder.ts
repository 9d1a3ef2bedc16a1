import type { Flow, FlowCell, FlowNote } from '../flow'
import { LIMITS } from '../limits'
import { BLOCKS, EMPTY, ENDED_BY, ENDED_WITH, UNSEEN, writtenIn } from './elements'
import { isStruck } from './lineThrough'
import { OFF_LINE, superscript } from '../superscript'
import { closeTable, newTable, type OpenTable, spanOf, startRow, startSection } from './table'
import type { TokenHandler } from './tokens'
import { collapse } from './whitespace'

/** A stretch of paragraphs and tables: the page, or a cell. */
interface Story {
  readonly content: Flow[]
  /** Finished lines of the open paragraph, and the text since. */
  lines: string[]
  open: string
}

/** A part of the page that is not shown. */
interface Hidden {
  readonly name: string
  readonly code: 'hidden-text' | 'struck-out' | 'tracked-deletion' | null
  depth: number
  tables: number
  text: string
}

const MOST_METADATA = 64
const LONGEST_METADATA = 300

/** Builds the flow of a page from its tokens, forgiving what browsers forgive. */
export class PageBuilder implements TokenHandler {
  readonly metadata: Record<string, string> = {}
  /** Table cells that are shown, and such in hidden parts. */
  shownCells = 0
  hiddenCells = 0
  /** Paragraphs, lines and cells so far. */
  #parts = 0
  readonly #showHidden: boolean
  readonly #stories: Story[] = [{ content: [], lines: [], open: '' }]
  readonly #tables: OpenTable[] = []
  #tooDeep = 0
  #hidden: Hidden | null = null
  #heading: 'title' | 'heading' | null = null
  #preformatted = 0
  #raised = 0
  #title: string | null = null

  readonly #struckClasses: ReadonlySet<string>

  /** With `showHidden` everything but scripts and the like counts as shown. `struckClasses`: see there. */
  constructor(showHidden: boolean, struckClasses: ReadonlySet<string>) {
    this.#showHidden = showHidden
    this.#struckClasses = struckClasses
  }

  /** Whether a hidden part was never closed, so that the rest of the page fell into it. */
  get endsHidden(): boolean {
    return this.#hidden !== null
  }

  /** Whether the page has more than a document may; the rest was not taken. */
  get isFull(): boolean {
    return this.#parts > LIMITS.documentParts
  }

  /** The flow of the whole page; what was left open ends here. */
  finish(): readonly Flow[] {
    this.#tooDeep = 0
    while (this.#tables.length > 0) this.#endTable()
    this.#endParagraph(false)
    return this.#story.content
  }

  get #story(): Story {
    const story = this.#stories.at(-1)
    if (story === undefined) throw new Error('the story of the page is never closed')
    return story
  }

  open(name: string, attributes: ReadonlyMap<string, string>, selfClosing: boolean): void {
    if (this.#hidden !== null && !this.#leaveHidden(name, ENDED_BY)) {
      if (name === this.#hidden.name && !selfClosing) this.#hidden.depth += 1
      if (name === 'table') this.#hidden.tables += 1
      else if (name === 'td' || name === 'th') this.hiddenCells += 1
      return
    }
    if (name === 'meta') this.#addMetadata(attributes)
    else if (name === 'title') this.#title ??= ''
    const code = EMPTY.has(name) || selfClosing ? undefined : this.#whyHidden(name, attributes)
    if (code !== undefined) {
      this.#hidden = { name, code, depth: 1, tables: 0, text: '' }
      return
    }
    if (this.isFull) return
    if (name === 'br') this.#endLine()
    else if (name === 'input' && this.#tables.at(-1)?.inCell === true) this.text(writtenIn(attributes))
    else if (OFF_LINE.has(name) && !selfClosing) this.#raised += 1
    else if (BLOCKS.has(name)) this.#openBlock(name, attributes)
  }

  close(name: string): void {
    if (this.#hidden !== null) {
      if (name === this.#hidden.name) this.#hidden.depth -= 1
      if (this.#hidden.depth <= 0) this.#endHidden()
      else if (name === 'table' && this.#hidden.tables > 0) this.#hidden.tables -= 1
      else if (this.#leaveHidden(name, ENDED_WITH)) this.close(name)
      return
    }
    if (name === 'title' && this.#title !== null) {
      this.#setMetadata('title', this.#title)
      this.#title = null
    } else if (name === 'br') this.#endLine()
    else if (OFF_LINE.has(name)) this.#raised = Math.max(0, this.#raised - 1)
    else if (BLOCKS.has(name)) this.#closeBlock(name)
  }

  text(data: string): void {
    if (this.isFull) return
    if (this.#hidden !== null) {
      if (this.#hidden.text.length < 80) this.#hidden.text += data
    } else if (this.#title !== null) this.#title += data
    else if (this.#preformatted > 0) {
      const [first = '', ...more] = data.split(/\r\n|[\n\r]/u)
      this.#story.open += first
      for (const line of more) {
        this.#endLine()
        this.#story.open += line
      }
    } else this.#story.open += this.#raised > 0 ? superscript(data) : data
  }

  #whyHidden(name: string, attributes: ReadonlyMap<string, string>): Hidden['code'] | undefined {
    if (UNSEEN.has(name)) return null
    if (name === 'del') return 'tracked-deletion'
    if (!this.#showHidden && (name === 's' || name === 'strike')) return 'tracked-deletion'
    if (this.#showHidden || attributes.size === 0) return undefined
    const style = attributes.get('style') ?? ''
    if (attributes.has('hidden') || /display\s*:\s*none|mso-hide\s*:\s*all/iu.test(style)) return 'hidden-text'
    return isStruck(name, attributes, this.#struckClasses) ? 'struck-out' : undefined
  }

  /** Ends a hidden part whose end tag is left out where `name` shows that it is over. */
  #leaveHidden(name: string, enders: Readonly<Record<string, ReadonlySet<string>>>): boolean {
    const hidden = this.#hidden
    if (hidden === null || hidden.tables > 0 || hidden.depth > 1) return false
    if (enders[hidden.name]?.has(name) !== true) return false
    this.#endHidden()
    return true
  }

  #endHidden(): void {
    const hidden = this.#hidden
    this.#hidden = null
    const table = this.#tables.at(-1)
    if (hidden?.code == null || table === undefined) return
    const text = collapse(hidden.text).trim().slice(0, 80)
    if (text === '') return
    const note: FlowNote = { code: hidden.code, params: { text } }
    const cell = table.inCell ? table.row?.at(-1) : undefined
    if (cell?.notes === undefined) table.notes.push(note)
    else cell.notes.push(note)
  }

  #openBlock(name: string, attributes: ReadonlyMap<string, string>): void {
    switch (name) {
      case 'table':
        this.#openTable()
        break
      case 'thead':
      case 'tbody':
      case 'tfoot':
      case 'tr':
      case 'td':
      case 'th':
        this.#openTablePart(name, attributes)
        break
      default:
        this.#endParagraph(false)
        if (/^h[1-6]$/u.test(name)) this.#heading = name === 'h1' ? 'title' : 'heading'
        else if (name === 'pre') this.#preformatted += 1
    }
  }

  #closeBlock(name: string): void {
    const table = this.#tables.at(-1)
    switch (name) {
      case 'table':
        if (this.#tooDeep > 0) {
          this.#tooDeep -= 1
          this.#endParagraph(false)
        } else this.#endTable()
        break
      case 'thead':
      case 'tbody':
      case 'tfoot':
      case 'tr':
        this.#endCell()
        if (table !== undefined && this.#tooDeep === 0) table.row = null
        break
      case 'td':
      case 'th':
        this.#endCell()
        break
      case 'pre':
        this.#endParagraph(false)
        this.#preformatted = Math.max(0, this.#preformatted - 1)
        break
      default:
        this.#endParagraph(name === 'p')
        if (/^h[1-6]$/u.test(name)) this.#heading = null
    }
  }

  #openTable(): void {
    const outer = this.#tables.at(-1)
    // A table straight inside another, in none of its cells, replaces it, as in browsers.
    if (outer !== undefined && !outer.inCell && this.#tooDeep === 0) this.#endTable()
    this.#endParagraph(false)
    if (this.#tables.length >= LIMITS.tableDepth) this.#tooDeep += 1
    else this.#tables.push(newTable())
  }

  #openTablePart(name: string, attributes: ReadonlyMap<string, string>): void {
    const table = this.#tables.at(-1)
    this.#endCell()
    if (table === undefined || this.#tooDeep > 0) return
    if (name === 'tr') startRow(table)
    else if (name === 'td' || name === 'th') {
      const content: Flow[] = []
      const cell: FlowCell = {
        content,
        colspan: Math.max(1, spanOf(attributes.get('colspan'))),
        rowspan: spanOf(attributes.get('rowspan')),
        notes: [],
      }
      const row = table.row ?? startRow(table)
      row.push(cell)
      this.#parts += 1
      this.shownCells += 1
      table.inCell = true
      this.#stories.push({ content, lines: [], open: '' })
    } else {
      table.row = null
      startSection(table, name)
    }
  }

  #endCell(): void {
    this.#endParagraph(false)
    const table = this.#tables.at(-1)
    if (table?.inCell !== true || this.#tooDeep > 0) return
    this.#stories.pop()
    table.inCell = false
  }

  #endTable(): void {
    this.#endCell()
    const table = this.#tables.pop()
    if (table !== undefined) this.#story.content.push(closeTable(table))
  }

  #endLine(): void {
    const story = this.#story
    story.lines.push(this.#lineText(story))
    this.#parts += 1
    story.open = ''
  }

  #lineText(story: Story): string {
    return this.#preformatted > 0 ? story.open.replaceAll('\u00a0', ' ') : collapse(story.open)
  }

  /** Ends the open paragraph; an empty one counts only where the markup has it as such, outside tables. */
  #endParagraph(explicit: boolean): void {
    // A raised part that was left open does not raise the rest of the page.
    this.#raised = 0
    const story = this.#story
    const last = story.open === '' ? '' : this.#lineText(story)
    if (last !== '') story.lines.push(last)
    story.open = ''
    const { lines } = story
    if (lines.length === 0 && !(explicit && this.#tables.length === 0)) return
    story.lines = []
    this.#parts += 1
    const role = this.#heading === null ? {} : { role: this.#heading }
    story.content.push({ kind: 'paragraph', text: lines.join('\n'), ...role })
  }

  #addMetadata(attributes: ReadonlyMap<string, string>): void {
    const name = attributes.get('name') ?? attributes.get('property')
    const content = attributes.get('content')
    if (name !== undefined && content !== undefined) this.#setMetadata(name, content)
  }

  #setMetadata(name: string, content: string): void {
    const text = collapse(content).trim().slice(0, LONGEST_METADATA)
    if (text === '' || Object.hasOwn(this.metadata, name)) return
    if (Object.keys(this.metadata).length < MOST_METADATA) this.metadata[name.slice(0, 60)] = text
  }
}
