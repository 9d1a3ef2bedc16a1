import type { ByteView } from '../byteView'
import { type Level, Numbering, type NumberingInstance } from '../word/numbering'

/** Number formats by their MSONFC ([MS-OSHARED] 2.2.1.3), as `w:numFmt` calls them. */
const FORMATS =
  `decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ideographDigital japaneseCounting aiueo
   iroha decimalFullWidth decimalHalfWidth japaneseLegal japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth
   irohaFullWidth decimalZero bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese
   ideographEnclosedCircle ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional
   taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand`.split(
    /\s+/u,
  )
const NO_NUMBER = 255

const LIST = 28
const INSTANCE = 16
const LEVEL = 28
/** Beyond these a list table is damage. */
const MOST_LISTS = 10_000
const LEVELS = 9

/**
 * Reads the lists ([MS-DOC] 2.9.191 PlfLst, 2.9.190 PlfLfo). `table` is the whole table stream: the levels stand behind the length that the
 * head of the document gives.
 */
export function readLists(table: ByteView, listsAt: number, instancesAt: number): Numbering {
  const lists = new Map<string, Map<number, Level>>()
  const count = listsAt === 0 ? 0 : Math.min(table.u16(listsAt), MOST_LISTS)
  const reader = new LevelReader(table, listsAt + 2 + count * LIST)
  for (let index = 0; index < count; index += 1) {
    const at = listsAt + 2 + index * LIST
    const isSimple = (table.u8(at + 26) & 1) !== 0
    const levels = new Map<number, Level>()
    for (let level = 0; level < (isSimple ? 1 : LEVELS); level += 1) levels.set(level, reader.next())
    lists.set(String(table.u32(at)), levels)
  }
  return new Numbering(lists, instancesAt === 0 ? new Map() : readInstances(table, instancesAt))
}

function readInstances(table: ByteView, at: number): Map<string, NumberingInstance> {
  const instances = new Map<string, NumberingInstance>()
  const count = Math.min(table.u32(at), MOST_LISTS)
  const reader = new LevelReader(table, at + 4 + count * INSTANCE)
  for (let index = 0; index < count; index += 1) {
    const own = at + 4 + index * INSTANCE
    const instance: NumberingInstance = { list: String(table.u32(own)), starts: new Map(), levels: new Map() }
    instances.set(String(index + 1), instance)
    // LFOData: a position, then what is otherwise than in the list.
    reader.at += 4
    for (let left = Math.min(table.u8(own + 12), LEVELS); left > 0; left -= 1) {
      const flags = table.u8(reader.at + 4)
      const start = table.u32(reader.at)
      reader.at += 8
      const level = flags & 0xf
      if ((flags & 0x20) !== 0) {
        const changed = reader.next()
        instance.levels.set(level, changed)
        if ((flags & 0x10) !== 0) instance.starts.set(level, changed.start)
      } else if ((flags & 0x10) !== 0) instance.starts.set(level, start)
    }
  }
  return instances
}

/** Reads levels that stand one behind the other ([MS-DOC] 2.9.150 LVL). */
class LevelReader {
  readonly #table: ByteView
  at: number

  constructor(table: ByteView, at: number) {
    this.#table = table
    this.at = at
  }

  next(): Level {
    const table = this.#table
    const { at } = this
    const text = at + LEVEL + table.u8(at + 24) + table.u8(at + 25)
    const length = at < table.length ? table.u16(text) : 0
    this.at = text + 2 + length * 2
    const format = table.u8(at + 4)
    return {
      start: table.u32(at),
      format: format === NO_NUMBER ? 'none' : (FORMATS[format] ?? 'decimal'),
      // Levels are named by their number from 0 in the text itself.
      text: table
        .utf16(text + 2, length)
        .replace(/[\u0000-\u0008]/gu, (level) => `%${String(level.charCodeAt(0) + 1)}`),
    }
  }
}
