/** The languages of the documents themselves: text and workbooks. */
const MAIN = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
  'http://schemas.microsoft.com/office/word/2003/wordml',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
  'urn:schemas-microsoft-com:office:spreadsheet',
]

/** Prefixes that the readers know, by namespace; the main ones have none. Documents choose prefixes as they like. */
const KNOWN: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm:',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm:',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel:',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct:',
  'http://purl.org/dc/elements/1.1/': 'dc:',
  'http://schemas.microsoft.com/office/word/2003/auxHint': 'wx:',
  'http://schemas.microsoft.com/aml/2001/core': 'aml:',
  'urn:schemas-microsoft-com:office:excel': 'x:',
  'urn:schemas-microsoft-com:office:office': 'o:',
  'http://www.w3.org/TR/REC-html40': 'html:',
}

const DECLARATION = /xmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/gu

/** Resolves element names to names that do not depend on the document's choice of prefixes. */
export class Namespaces {
  /** Known prefix of each declared one; the default namespace under the empty key. */
  readonly #prefixes: ReadonlyMap<string, string>
  readonly #names = new Map<string, string>()

  constructor(prefixes: ReadonlyMap<string, string> = new Map()) {
    this.#prefixes = prefixes
  }

  /** The scope inside an element with these attributes. */
  within(attributes: string): Namespaces {
    const prefixes = new Map(this.#prefixes)
    for (const [, prefix = '', double, single] of attributes.matchAll(DECLARATION)) {
      const uri = double ?? single ?? ''
      prefixes.set(prefix, MAIN.includes(uri) ? '' : (KNOWN[uri] ?? 'other:'))
    }
    return new Namespaces(prefixes)
  }

  /** `p` for any prefix of a main namespace's `p`, `mc:Choice`, `m:t`, …; `other:` before all else. */
  resolve(name: string): string {
    const known = this.#names.get(name)
    if (known !== undefined) return known
    const colon = name.indexOf(':')
    const prefix = this.#prefixes.get(colon < 0 ? '' : name.slice(0, colon)) ?? 'other:'
    const resolved = prefix + name.slice(colon + 1)
    this.#names.set(name, resolved)
    return resolved
  }
}
