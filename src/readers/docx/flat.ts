import { done, fail, type Read } from '../failure'
import { attribute } from '../xml/scan'
import type { WordParts } from './parts'

const PART = /<(?:\w+:)?part\b([^>]*)>\s*<(?:\w+:)?xmlData\b[^>]*>([\s\S]*?)<\/(?:\w+:)?xmlData>/gu

/** The parts of a Word file that is one XML text (Flat OPC, `pkg:package`). A text that lost its end lacks its last parts. */
export class FlatPackage implements WordParts {
  readonly mainPart: string
  readonly cut: boolean
  readonly #parts = new Map<string, string>()

  constructor(text: string) {
    this.cut = !/<\/(?:\w+:)?package>\s*$/u.test(text)
    let main = '/word/document.xml'
    for (const [, attributes = '', content = ''] of text.matchAll(PART)) {
      const name = attribute(attributes, 'name') ?? ''
      if (/wordprocessingml\.(?:document|template)\.main\+xml/u.test(attributes)) main = name
      this.#parts.set(name.replace(/^\//u, '').toLowerCase(), content)
    }
    this.mainPart = main.replace(/^\//u, '')
  }

  part(name: string): Read<string> {
    const text = this.optionalPart(name)
    return text === null ? fail('unreadable', this.cut ? 'truncated' : 'no-document') : done(text)
  }

  optionalPart(name: string): string | null {
    return this.#parts.get(name.toLowerCase()) ?? null
  }

  beside(name: string): string {
    return this.mainPart.slice(0, this.mainPart.lastIndexOf('/') + 1) + name
  }
}

/** A document of Word 2003's XML (`w:wordDocument`): text and styles in one, list labels printed beside their paragraphs. */
export class WordDocument2003 implements WordParts {
  readonly mainPart = 'document'
  readonly cut = false
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  part(): Read<string> {
    return done(this.#text)
  }

  optionalPart(name: string): string | null {
    return name === 'styles.xml' ? this.#text : null
  }

  beside(name: string): string {
    return name
  }
}
