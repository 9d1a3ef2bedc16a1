import { type Level, Numbering, type NumberingInstance } from '../word/numbering'
import { attribute, scanXml } from '../xml/scan'

/** Reads `word/numbering.xml`; a broken one gives fewer lists, and their labels stay unknown. */
export function readNumbering(xml: string): Numbering {
  const lists = new Map<string, Map<number, Level>>()
  const instances = new Map<string, NumberingInstance>()
  let list = new Map<number, Level>()
  let instance: NumberingInstance | null = null
  let level: Level = { start: 1, format: 'decimal', text: '' }
  let ordinal = 0
  scanXml(xml, {
    wantsText: false,
    text: () => undefined,
    close: (name) => {
      if (name === 'num') instance = null
    },
    open: (name, attributes) => {
      const value = attribute(attributes, 'val') ?? ''
      if (name === 'abstractNum') {
        list = new Map()
        lists.set(attribute(attributes, 'abstractNumId') ?? '', list)
      } else if (name === 'lvl') {
        level = { start: 1, format: 'decimal', text: '' }
        ordinal = Number(attribute(attributes, 'ilvl') ?? 0)
        ;(instance === null ? list : instance.levels).set(ordinal, level)
      } else if (name === 'start') level.start = Number(value)
      else if (name === 'numFmt') level.format = value
      else if (name === 'lvlText') level.text = value
      else if (name === 'num') {
        instance = { list: '', starts: new Map(), levels: new Map() }
        instances.set(attribute(attributes, 'numId') ?? '', instance)
      } else if (name === 'abstractNumId' && instance !== null) instance.list = value
      else if (name === 'lvlOverride') ordinal = Number(attribute(attributes, 'ilvl') ?? 0)
      else if (name === 'startOverride') instance?.starts.set(ordinal, Number(value))
    },
  })
  return new Numbering(lists, instances)
}
