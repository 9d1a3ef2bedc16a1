import type { Flow } from '../flow'
import { LIMITS } from '../limits'
import { superscript } from '../superscript'
import { OpenTables } from '../word/openTables'
import { MOST_CELLS, newRowDefinition, type RowDefinition } from '../word/rowDefinition'
import { newParagraph, type OpenParagraph } from '../word/story'
import { encodingOfCharset, encodingOfCodePage } from './codePages'
import { type GroupState, KNOWN, NOWHERE, noMerges, outermost, PLAIN, setRow, SWITCHES } from './state'
import type { RtfHandler } from './tokens'

/** Control words that are characters. */
const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  page: '',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: '\u2003',
  enspace: '\u2002',
}

/** Where text of one destination is put together: the body, or a text box. */
class Place {
  readonly tables = new OpenTables()
  paragraph: OpenParagraph | null = null
}

/** Builds the flow of a Rich Text document from a scan of it. */
export class RtfBuilder implements RtfHandler {
  pictures = 0
  title = ''
  /** Whether a group was never closed: the text lost its end. */
  get isCut(): boolean {
    return this.#outer.length > 0
  }
  readonly #outer: GroupState[] = []
  #state = outermost()
  #starred = false
  #codePage = 'windows-1252'
  readonly #charsets = new Map<number, string>()
  #bytes: number[] = []
  /** Characters of a fallback that are still to be passed over. */
  #passing = 0
  #label = ''
  readonly #body = new Place()
  readonly #boxes: Place[] = []
  #row: RowDefinition = newRowDefinition()
  #merges = noMerges()
  #parts = 0

  get isFull(): boolean {
    return this.#parts > LIMITS.documentParts
  }

  /** The flow of the text; text boxes follow it. */
  finish(): readonly Flow[] {
    this.#flush()
    return [this.#body, ...this.#boxes].flatMap((place) => {
      if (place.paragraph !== null && place.paragraph.text !== '') this.#endParagraph(place, 0)
      return place.tables.finish(null)
    })
  }

  openGroup(): void {
    this.#flush()
    this.#passing = 0
    this.#outer.push(this.#state)
    this.#state = { ...this.#state }
    this.#starred = false
  }

  closeGroup(): void {
    this.#flush()
    this.#passing = 0
    const outer = this.#outer.pop()
    if (outer === undefined) return
    if (this.#state.destination === 'box' && outer.destination !== 'box') this.#endBox()
    this.#state = outer
  }

  byte(code: number): void {
    if (this.#passing > 0) this.#passing -= 1
    else this.#bytes.push(code)
  }

  character(text: string): void {
    if (this.#passing > 0) this.#passing -= 1
    else {
      this.#flush()
      this.#add(text)
    }
  }

  text(bytes: string): void {
    const passed = Math.min(this.#passing, bytes.length)
    this.#passing -= passed
    for (let at = passed; at < bytes.length; at += 1) this.#bytes.push(bytes.charCodeAt(at))
  }

  word(name: string, value: number | undefined): void {
    if (name === 'u') {
      this.#flush()
      this.#add(String.fromCharCode((value ?? 0) & 0xffff))
      this.#passing = this.#state.fallback
      return
    }
    this.#flush()
    this.#passing = 0
    const starred = this.#starred
    this.#starred = name === '*'
    if (this.#starred) return
    const known = KNOWN[name]
    if (known !== undefined) this.#enter(known, name)
    else if (NOWHERE.has(name) || starred) this.#pass(name)
    else if (this.#state.destination === 'fonts') this.#font(name, value)
    else if (CHARACTERS[name] !== undefined) this.#add(CHARACTERS[name])
    else this.#property(name, value)
  }

  #enter(known: Exclude<(typeof KNOWN)[string], undefined>, name: string): void {
    if (known === 'same') return
    // The title stands among the document's particulars, which are passed over.
    if (this.#state.destination === 'nowhere' && name !== 'title') return
    this.#state.destination = known
    if (known === 'label') this.#label = ''
    if (known === 'box') this.#boxes.push(new Place())
  }

  #pass(name: string): void {
    if (name === 'pict' && this.#state.destination !== 'nowhere') this.pictures += 1
    this.#state.destination = 'nowhere'
  }

  #font(name: string, value = 0): void {
    if (name === 'f') this.#state.font = value
    else if (name === 'fcharset') {
      const encoding = encodingOfCharset(value)
      if (encoding !== undefined) this.#charsets.set(this.#state.font, encoding)
    }
  }

  #property(name: string, value: number | undefined): void {
    const state = this.#state
    const switched = SWITCHES.get(name)
    if (switched !== undefined) {
      state[switched] = value !== 0
      return
    }
    switch (name) {
      case 'ansicpg':
        this.#codePage = encodingOfCodePage(value ?? 0)
        break
      case 'uc':
        state.fallback = Math.max(0, value ?? 1)
        break
      case 'f':
        state.font = value ?? -1
        break
      case 'plain':
        Object.assign(state, PLAIN)
        break
      case 'nosupersub':
        state.raised = false
        break
      case 'pard':
        state.depth = 0
        state.outline = undefined
        break
      case 'intbl':
        state.depth = Math.max(1, state.depth)
        break
      case 'itap':
        state.depth = Math.max(0, Math.min(value ?? 1, LIMITS.tableDepth))
        break
      case 'outlinelevel':
        state.outline = value
        break
      default:
        this.#structure(name, value)
    }
  }

  #structure(name: string, value: number | undefined): void {
    if (this.#state.destination !== 'body' && this.#state.destination !== 'box') return
    const place = this.#place
    const { depth } = this.#state
    switch (name) {
      case 'par':
      case 'sect':
        this.#endParagraph(place, depth)
        break
      case 'cell':
      case 'nestcell':
        this.#endParagraph(place, name === 'cell' ? 1 : Math.max(2, depth))
        place.tables.endCell()
        break
      case 'row':
      case 'nestrow':
        place.tables.storyAt(name === 'row' ? 1 : Math.max(2, depth))
        place.tables.endRow(this.#row.cells.length === 0 ? null : this.#row, false)
        break
      case 'trowd':
        this.#row = newRowDefinition()
        this.#merges = noMerges()
        break
      case 'cellx':
        if (this.#row.cells.length < MOST_CELLS) this.#row.cells.push({ edge: value ?? 0, ...this.#merges })
        this.#merges = noMerges()
        break
      default:
        setRow(this.#row, this.#merges, name, value)
    }
  }

  get #place(): Place {
    return (this.#state.destination === 'box' ? this.#boxes.at(-1) : undefined) ?? this.#body
  }

  #endBox(): void {
    const box = this.#boxes.at(-1)
    if (box !== undefined && box.paragraph !== null && box.paragraph.text !== '') this.#endParagraph(box, 0)
  }

  #endParagraph(place: Place, depth: number): void {
    this.#parts += 1
    const story = place.tables.storyAt(depth)
    const paragraph = story.start()
    const open = place.paragraph
    if (open !== null) {
      paragraph.text = open.text
      paragraph.notes.push(...open.notes)
    }
    paragraph.outline = this.#state.outline
    if (this.#label !== '') paragraph.label = this.#label.replace(/\t$/u, '')
    this.#label = ''
    place.paragraph = null
    story.end(null)
  }

  /** Bytes become text in the encoding of their font, else in the document's. */
  #flush(): void {
    if (this.#bytes.length === 0) return
    const bytes = Uint8Array.from(this.#bytes)
    this.#bytes = []
    const own = this.#charsets.get(this.#state.font)
    this.#add(new TextDecoder(own ?? this.#codePage).decode(bytes))
  }

  #add(text: string): void {
    const { destination, hidden, deleted, inserted, raised } = this.#state
    const struck = this.#state.struck || this.#state.struckTwice
    if (destination === 'title') this.title += text
    else if (destination === 'label') this.#label += text
    if (destination !== 'body' && destination !== 'box') return
    const place = this.#place
    place.paragraph ??= newParagraph()
    const code = deleted
      ? 'tracked-deletion'
      : hidden
        ? 'hidden-text'
        : struck
          ? 'struck-out'
          : inserted
            ? 'tracked-insertion'
            : null
    if (code !== null && text.trim() !== '')
      place.paragraph.notes.push({ code, params: { text: text.trim().slice(0, 80) } })
    if (!deleted && !hidden && !struck) place.paragraph.text += raised ? superscript(text) : text
  }
}
