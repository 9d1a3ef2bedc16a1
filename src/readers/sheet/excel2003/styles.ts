import { attribute } from '../../xml/scan'
import type { CellStyle } from '../style'
import { formatCode } from './namedFormats'

/** A style as it is read: what it takes from another is already in it. */
interface Draft {
  format: string
  framed: boolean
  struck: boolean
  look: string
}

const DEFAULT = 'Default'
const LOOKS: ReadonlySet<string> = new Set(['Alignment', 'Border', 'Font', 'Interior'])

/** Gathers the styles that cells refer to by name; one that nothing is said of in the file is none. */
export class Styles {
  readonly #drafts = new Map<string, Draft>([[DEFAULT, { format: 'General', framed: false, struck: false, look: '' }]])
  #open: Draft | null = null

  open(name: string, attributes: string): void {
    if (name === 'Style') this.#begin(attributes)
    const style = this.#open
    if (style === null) return
    if (name === 'NumberFormat') style.format = formatCode(attribute(attributes, 'Format') ?? '')
    else if (LOOKS.has(name)) style.look += `${name}${attributes} `
    if (name === 'Font') style.struck = attribute(attributes, 'StrikeThrough') === '1'
    if (name === 'Border') style.framed ||= (attribute(attributes, 'LineStyle') ?? 'None') !== 'None'
    else if (name === 'Interior') style.framed ||= (attribute(attributes, 'Pattern') ?? 'None') !== 'None'
  }

  close(name: string): void {
    if (name === 'Style') this.#open = null
  }

  /** The style of this name; `undefined` for one that the file does not have. */
  find(id: string = DEFAULT): CellStyle | undefined {
    const draft = this.#drafts.get(id)
    if (draft === undefined) return undefined
    const { look, ...style } = draft
    return { ...style, dressed: look !== this.#drafts.get(DEFAULT)?.look }
  }

  #begin(attributes: string): void {
    const parent = this.#drafts.get(attribute(attributes, 'Parent') ?? DEFAULT) ?? this.#drafts.get(DEFAULT)
    const style = { format: 'General', framed: false, struck: false, look: '', ...parent }
    this.#drafts.set(attribute(attributes, 'ID') ?? '', style)
    this.#open = style
  }
}
