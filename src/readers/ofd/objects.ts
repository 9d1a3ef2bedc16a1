import { attribute, scanXml, type XmlHandler, type XmlOutcome } from '../xml/scan'
import { LIMITS } from '../limits'
import { sizeOf } from './structure'
import { localName, numbers, steps } from './values'

interface Placed {
  /** Left, top, width and height on what holds it, in millimetres. */
  readonly boundary: readonly number[]
  readonly ctm: readonly number[]
}

/** A run of glyphs, each a step behind the one before. */
export interface TextCode {
  readonly x: number
  readonly y: number
  readonly acrossSteps: readonly number[]
  readonly downSteps: readonly number[]
  text: string
}

export interface TextObject extends Placed {
  readonly kind: 'text'
  readonly size: number
  /** Breadth of the glyphs as a part of what it is in their font. */
  readonly scale: number
  /** Degrees by which each glyph is turned clockwise. */
  readonly charDirection: number
  /** Whether it is there and not seen, as what recognition lays over a scan. */
  readonly isInvisible: boolean
  readonly codes: TextCode[]
}

export interface PathObject extends Placed {
  readonly kind: 'path'
  readonly isStroked: boolean
  readonly isFilled: boolean
  data: string
}

interface PictureObject extends Placed {
  readonly kind: 'picture'
}

/** A drawing of the resources, used here. */
export interface CompositeObject extends Placed {
  readonly kind: 'composite'
  readonly resource: string
}

/** What a page, template or shared drawing is made of (GB/T 33190, 8.5 and the chapters on text, paths and pictures). */
export type OfdObject = TextObject | PathObject | PictureObject | CompositeObject

/** Reads the objects of one file: those of its page, and of each shared drawing by its id. */
export class ObjectReader implements XmlHandler {
  wantsText = false
  /** The size that a page gives itself. */
  size: readonly [number, number] | null = null
  readonly templates: string[] = []
  readonly objects: OfdObject[] = []
  readonly drawings = new Map<string, OfdObject[]>()
  #target = this.objects
  #object: OfdObject | null = null
  #clips = 0
  #text = ''
  #count = 0

  get isFull(): boolean {
    return this.#count > LIMITS.documentParts
  }

  read(source: string): XmlOutcome {
    return scanXml(source, this)
  }

  open(resolved: string, attributes: string): void {
    const name = localName(resolved)
    this.#text = ''
    this.wantsText = name === 'TextCode' || name === 'AbbreviatedData' || name === 'PhysicalBox'
    // What objects are clipped by is written with elements of the same names.
    if (name === 'Clips') this.#clips += 1
    if (this.#clips > 0) return
    if (name === 'Template') this.templates.push(attribute(attributes, 'TemplateID') ?? '')
    else if (name === 'CompositeGraphicUnit') {
      this.#target = []
      this.drawings.set(attribute(attributes, 'ID') ?? '', this.#target)
    } else if (name === 'TextCode') this.#openCode(attributes)
    else this.#openObject(name, attributes)
  }

  text(data: string): void {
    this.#text += data
  }

  close(resolved: string): void {
    const name = localName(resolved)
    this.wantsText = false
    if (name === 'Clips') this.#clips -= 1
    if (this.#clips > 0) return
    if (name === 'PhysicalBox') this.size ??= sizeOf(this.#text)
    else if (name === 'TextCode') {
      const code = this.#object?.kind === 'text' ? this.#object.codes.at(-1) : undefined
      if (code !== undefined) code.text = this.#text
    } else if (name === 'AbbreviatedData' && this.#object?.kind === 'path') this.#object.data = this.#text
    else if (name === 'CompositeGraphicUnit') this.#target = this.objects
    else if (OBJECTS.has(name)) this.#object = null
  }

  #openCode(attributes: string): void {
    if (this.#object?.kind !== 'text') return
    const before = this.#object.codes.at(-1)
    this.#object.codes.push({
      x: Number(attribute(attributes, 'X') ?? before?.x ?? 0) || 0,
      y: Number(attribute(attributes, 'Y') ?? before?.y ?? 0) || 0,
      acrossSteps: steps(attribute(attributes, 'DeltaX')),
      downSteps: steps(attribute(attributes, 'DeltaY')),
      text: '',
    })
  }

  #openObject(name: string, attributes: string): void {
    if (!OBJECTS.has(name)) return
    this.#count += 1
    this.#object = objectOf(name, attributes)
    if (name === 'TextObject' || isSeen(attributes)) this.#target.push(this.#object)
  }
}

const OBJECTS: ReadonlySet<string> = new Set(['TextObject', 'PathObject', 'ImageObject', 'CompositeObject'])

function isSeen(attributes: string): boolean {
  return attribute(attributes, 'Visible') !== 'false' && attribute(attributes, 'Alpha') !== '0'
}

function objectOf(name: string, attributes: string): OfdObject {
  const boundary = numbers(attribute(attributes, 'Boundary'))
  const placed = { boundary, ctm: numbers(attribute(attributes, 'CTM')) }
  switch (name) {
    case 'TextObject':
      return {
        kind: 'text',
        ...placed,
        size: Number(attribute(attributes, 'Size')) || 0,
        scale: Number(attribute(attributes, 'HScale')) || 1,
        charDirection: Number(attribute(attributes, 'CharDirection')) || 0,
        isInvisible:
          !isSeen(attributes) ||
          (attribute(attributes, 'Fill') === 'false' && attribute(attributes, 'Stroke') !== 'true'),
        codes: [],
      }
    case 'PathObject':
      return {
        kind: 'path',
        ...placed,
        isStroked: attribute(attributes, 'Stroke') !== 'false',
        isFilled: attribute(attributes, 'Fill') === 'true',
        data: '',
      }
    case 'CompositeObject':
      return { kind: 'composite', ...placed, resource: attribute(attributes, 'ResourceID') ?? '' }
    default:
      return { kind: 'picture', ...placed }
  }
}
