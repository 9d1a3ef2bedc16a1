import type { ParagraphStyle } from '../word/story'
import { attribute, isOn, scanXml } from '../xml/scan'

interface RawStyle {
  name: string
  basedOn?: string
  outline?: number
  instance?: string
  level?: number
  hidden?: boolean
  single?: boolean
  double?: boolean
}

const LONGEST_CHAIN = 16

/** Reads `word/styles.xml`: the style of each id, with what it inherits. */
export function readStyles(xml: string): ReadonlyMap<string, ParagraphStyle> {
  const raw = new Map<string, RawStyle>()
  let style: RawStyle | null = null
  scanXml(xml, {
    wantsText: false,
    text: () => undefined,
    close: (name) => {
      if (name === 'style') style = null
    },
    open: (name, attributes) => {
      if (name === 'style') {
        style = { name: '' }
        raw.set(attribute(attributes, 'styleId') ?? '', style)
        return
      }
      if (style === null) return
      const value = attribute(attributes, 'val') ?? ''
      if (name === 'name') style.name = value.toLowerCase()
      else if (name === 'basedOn') style.basedOn = value
      else if (name === 'outlineLvl') style.outline = Number(value)
      else if (name === 'numId') style.instance = value
      else if (name === 'ilvl') style.level = Number(value)
      else if (name === 'vanish') style.hidden = isOn(attributes)
      else if (name === 'strike') style.single = isOn(attributes)
      else if (name === 'dstrike') style.double = isOn(attributes)
    },
  })
  return new Map([...raw.keys()].map((id) => [id, inherited(id, raw)]))
}

function inherited(id: string, raw: ReadonlyMap<string, RawStyle>): ParagraphStyle {
  const chain: RawStyle[] = []
  for (let next: string | undefined = id; next !== undefined && chain.length < LONGEST_CHAIN;) {
    const style = raw.get(next)
    if (style === undefined) break
    chain.push(style)
    next = style.basedOn
  }
  const first = <T>(pick: (style: RawStyle) => T | undefined): T | undefined =>
    chain.map(pick).find((value) => value !== undefined)
  const name = chain[0]?.name ?? ''
  const outline = first((style) => style.outline)
  const instance = first((style) => style.instance)
  const role =
    name === 'title'
      ? 'title'
      : /^heading \d/u.test(name) || (outline !== undefined && outline < 9)
        ? 'heading'
        : undefined
  return {
    ...(role === undefined ? {} : { role }),
    ...(instance === undefined || instance === '0'
      ? {}
      : { numbering: { instance, level: first((style) => style.level) ?? 0 } }),
    hidden: first((style) => style.hidden) ?? false,
    strikes: {
      single: first((style) => style.single) ?? false,
      double: first((style) => style.double) ?? false,
    },
  }
}
