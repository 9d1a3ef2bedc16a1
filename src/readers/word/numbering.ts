import { numeral } from './numerals'

/** One level of a list: how it counts and what it prints (`（%1）`). */
export interface Level {
  start: number
  /** By its name in `w:numFmt`. */
  format: string
  text: string
}

export interface NumberingInstance {
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
  readonly #lists: ReadonlyMap<string, ReadonlyMap<number, Level>>
  readonly #instances: ReadonlyMap<string, NumberingInstance>
  readonly #counts = new Map<string, number[]>()
  readonly #started = new Set<string>()

  constructor(
    lists: ReadonlyMap<string, ReadonlyMap<number, Level>>,
    instances: ReadonlyMap<string, NumberingInstance>,
  ) {
    this.#lists = lists
    this.#instances = instances
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
