import { numeral } from './numerals'
import { attribute, scanXml } from './xml'

/** One level of a list: how it counts and what it prints (`（%1）`). */
interface Level {
  start: number
  format: string
  text: string
}

interface NumberingInstance {
  list: string
  /** Levels that this instance counts anew or prints otherwise. */
  readonly starts: Map<number, number>
  readonly levels: Map<number, Level>
}

/** Where a paragraph stands in a list. */
interface ListPosition {
  readonly instance: string
  readonly level: number
}

/** Counts automatic numbers through a document: labels such as `一、` and `（二）` that are in no text. */
export class Numbering {
  readonly #lists = new Map<string, Map<number, Level>>()
  readonly #instances = new Map<string, NumberingInstance>()
  readonly #counts = new Map<string, number[]>()
  readonly #started = new Set<string>()

  /** Reads `word/numbering.xml`; a broken one gives fewer lists, and their labels stay unknown. */
  constructor(xml: string) {
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
          this.#lists.set(attribute(attributes, 'abstractNumId') ?? '', list)
        } else if (name === 'lvl') {
          level = { start: 1, format: 'decimal', text: '' }
          ordinal = Number(attribute(attributes, 'ilvl') ?? 0)
          ;(instance === null ? list : instance.levels).set(ordinal, level)
        } else if (name === 'start') level.start = Number(value)
        else if (name === 'numFmt') level.format = value
        else if (name === 'lvlText') level.text = value
        else if (name === 'num') {
          instance = { list: '', starts: new Map(), levels: new Map() }
          this.#instances.set(attribute(attributes, 'numId') ?? '', instance)
        } else if (name === 'abstractNumId' && instance !== null) instance.list = value
        else if (name === 'lvlOverride') ordinal = Number(attribute(attributes, 'ilvl') ?? 0)
        else if (name === 'startOverride') instance?.starts.set(ordinal, Number(value))
      },
    })
  }

  /** Counts one paragraph and gives its label, `''` for a bullet, `null` where the list is not defined. */
  next({ instance: id, level }: ListPosition): string | null {
    const instance = this.#instances.get(id)
    const list = this.#lists.get(instance?.list ?? '')
    if (instance === undefined || list === undefined) return null
    const levelOf = (ordinal: number): Level | undefined => instance.levels.get(ordinal) ?? list.get(ordinal)
    const counts = this.#counts.get(instance.list) ?? []
    this.#counts.set(instance.list, counts)
    for (const [ordinal, start] of instance.starts) {
      if (this.#started.has(`${id} ${String(ordinal)}`)) continue
      this.#started.add(`${id} ${String(ordinal)}`)
      counts.length = Math.min(counts.length, Math.max(ordinal, 0))
      instance.levels.set(ordinal, { ...(levelOf(ordinal) ?? { format: 'decimal', text: '' }), start })
    }
    const own = levelOf(level)
    if (own === undefined) return null
    for (let ordinal = counts.length; ordinal < level; ordinal += 1) counts[ordinal] = levelOf(ordinal)?.start ?? 1
    const count = counts[level]
    counts[level] = count === undefined ? own.start : count + 1
    counts.length = level + 1
    if (own.format === 'bullet' || own.format === 'none') return ''
    return own.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const ordinal = Number(digit) - 1
      return numeral(counts[ordinal] ?? 1, levelOf(ordinal)?.format ?? 'decimal')
    })
  }
}
