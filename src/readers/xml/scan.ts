import { Namespaces } from './namespaces'

/** What a scan reports. Names are resolved (`p`, `mc:Choice`, …); attributes come as their source text. */
export interface XmlHandler {
  open(name: string, attributes: string): void
  close(name: string): void
  /** Character data with references resolved; only called where `wantsText`. */
  text(data: string): void
  /** Whether character data is of use here: most of it is white space between elements. */
  readonly wantsText: boolean
  /** Set by a handler that has seen too much; the scan then stops. */
  readonly isFull?: boolean
}

/** `declarations`: a document type or entities, which no Office file has and which are never expanded. `cut`: the text ends inside an element. */
export type XmlOutcome = 'whole' | 'cut' | 'malformed' | 'declarations' | 'too-long'

/** Reads XML in one pass without a tree; elements may nest as deep as the text allows. */
export function scanXml(source: string, handler: XmlHandler): XmlOutcome {
  const names: string[] = []
  const raws: string[] = []
  const outer: (Namespaces | null)[] = []
  let scope = new Namespaces()
  let at = 0
  for (;;) {
    if (handler.isFull === true) return 'too-long'
    const tag = source.indexOf('<', at)
    if (tag < 0) return names.length > 0 ? 'cut' : 'whole'
    if (tag > at && handler.wantsText) handler.text(resolveReferences(source.slice(at, tag)))
    const next = source.charCodeAt(tag + 1)
    if (next === 0x2f) {
      const end = source.indexOf('>', tag)
      if (end < 0) return 'cut'
      const raw = source.slice(tag + 2, end).trimEnd()
      const name = names.pop()
      if (name === undefined || raws.pop() !== raw) return 'malformed'
      handler.close(name)
      scope = outer.pop() ?? scope
      at = end + 1
    } else if (next === 0x21 || next === 0x3f) {
      const end = skipMarkup(source, tag, handler)
      if (typeof end === 'string') return end
      at = end
    } else {
      const end = tagEnd(source, tag + 1)
      if (end < 0) return 'cut'
      const empty = source.charCodeAt(end - 1) === 0x2f
      const nameEnd = endOfName(source, tag + 1, end)
      const raw = source.slice(tag + 1, empty && nameEnd === end ? nameEnd - 1 : nameEnd)
      const attributes = source.slice(nameEnd, empty ? end - 1 : end)
      const inner = attributes.includes('xmlns') ? scope.within(attributes) : scope
      const name = inner.resolve(raw)
      handler.open(name, attributes)
      if (empty) handler.close(name)
      else {
        names.push(name)
        raws.push(raw)
        outer.push(inner === scope ? null : scope)
        scope = inner
      }
      at = end + 1
    }
  }
}

/** Comments, CDATA sections, processing instructions; the position behind, or why there is none. */
function skipMarkup(source: string, tag: number, handler: XmlHandler): number | XmlOutcome {
  const through = (mark: string): number => {
    const end = source.indexOf(mark, tag)
    return end < 0 ? -1 : end + mark.length
  }
  if (source.startsWith('<![CDATA[', tag)) {
    const end = through(']]>')
    if (end < 0) return 'cut'
    if (handler.wantsText) handler.text(source.slice(tag + 9, end - 3))
    return end
  }
  if (source.startsWith('<!DOCTYPE', tag) || source.startsWith('<!ENTITY', tag)) return 'declarations'
  const end = source.startsWith('<!--', tag) ? through('-->') : through('>')
  return end < 0 ? 'cut' : end
}

/** Position of the `>` that ends a tag, quoted values passed over; -1 where the tag does not end. */
function tagEnd(source: string, from: number): number {
  let quote = 0
  for (let at = from; at < source.length; at += 1) {
    const unit = source.charCodeAt(at)
    if (quote !== 0) {
      if (unit === quote) quote = 0
    } else if (unit === 0x3e) return at
    else if (unit === 0x22 || unit === 0x27) quote = unit
  }
  return -1
}

function endOfName(source: string, from: number, end: number): number {
  let at = from
  while (at < end && source.charCodeAt(at) > 0x20) at += 1
  return at
}

/** Value of the attribute with this local name, whatever its prefix; `undefined` where there is none. */
export function attribute(attributes: string, name: string): string | undefined {
  let at = 0
  for (;;) {
    at = attributes.indexOf(name, at)
    if (at < 0) return undefined
    const before = attributes.charCodeAt(at - 1)
    let equals = at + name.length
    at = equals
    if (before !== 0x3a && !(before <= 0x20)) continue
    while (attributes.charCodeAt(equals) <= 0x20) equals += 1
    if (attributes.charCodeAt(equals) !== 0x3d) continue
    let open = equals + 1
    while (attributes.charCodeAt(open) <= 0x20) open += 1
    const quote = attributes[open]
    if (quote !== '"' && quote !== "'") continue
    const close = attributes.indexOf(quote, open + 1)
    return close < 0 ? undefined : resolveReferences(attributes.slice(open + 1, close))
  }
}

/** A switch like `<w:vanish/>`: on unless its `val` says otherwise. */
export function isOn(attributes: string): boolean {
  const value = attribute(attributes, 'val')
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value)
}

const REFERENCES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The five named references and numbers; anything else stays as text. */
function resolveReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/giu, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return REFERENCES[name.toLowerCase()] ?? whole
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : '\uFFFD'
  })
}
