import { OFF_LINE } from '../superscript'
import { type ParagraphStyle, PLAIN_STRIKES, type Strikes } from '../word/story'
import { attribute, isOn } from '../xml/scan'

/** What holds for the text of a run (`w:rPr`): by the style of its paragraph, its own style, and itself, in this order. */
export class RunProperties {
  hidden: boolean
  raised = false
  #strikes: Strikes
  readonly #byParagraph: ParagraphStyle | undefined

  constructor(byParagraph: ParagraphStyle | undefined) {
    this.#byParagraph = byParagraph
    this.hidden = byParagraph?.hidden ?? false
    this.#strikes = byParagraph?.strikes ?? PLAIN_STRIKES
  }

  /** Whether a line, or two, goes through the text. */
  get struck(): boolean {
    return this.#strikes.single || this.#strikes.double
  }

  /** Takes over one property. */
  set(name: string, attributes: string, styles: ReadonlyMap<string, ParagraphStyle>): void {
    if (name === 'vanish') this.hidden = isOn(attributes)
    else if (name === 'strike') this.#strikes = { ...this.#strikes, single: isOn(attributes) }
    else if (name === 'dstrike') this.#strikes = { ...this.#strikes, double: isOn(attributes) }
    else if (name === 'vertAlign') this.raised = OFF_LINE.has(attribute(attributes, 'val') ?? '')
    else if (name === 'rStyle') this.#toggle(styles.get(attribute(attributes, 'val') ?? ''))
  }

  /** What both styles switch on is off (ISO/IEC 29500-1, 17.7.3). */
  #toggle(own: ParagraphStyle | undefined): void {
    if (own === undefined) return
    const { hidden = false, strikes = PLAIN_STRIKES } = this.#byParagraph ?? {}
    this.hidden = own.hidden !== hidden
    this.#strikes = {
      single: own.strikes.single !== strikes.single,
      double: own.strikes.double || strikes.double,
    }
  }
}
