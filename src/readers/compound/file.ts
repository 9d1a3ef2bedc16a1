import { ByteView } from '../byteView'
import { done, fail, type Read } from '../failure'

/** Sector numbers from here on say something else: end of chain, free, part of a table ([MS-CFB] 2.1). */
const FIRST_SPECIAL = 0xffff_fffa
const END_OF_CHAIN = 0xffff_fffe
const FREE = 0xffff_ffff
const NO_ENTRY = 0xffff_ffff
const ENTRY = 128
const HEADER_FAT_SECTORS = 109
const MINI_SECTOR = 64

interface Stream {
  readonly start: number
  readonly size: number
}

/**
 * A compound file ([MS-CFB]): a file system in a file. Only the streams at its root are of use: those of embedded objects, which may
 * bear the same names, stand in storages. Nothing is copied but the streams asked for, none of which is larger than the file;
 * a chain that comes to a sector twice is damage.
 */
export class CompoundFile {
  readonly #file: ByteView
  readonly #sectorSize: number
  /** Where in the file the sectors of the allocation table begin. */
  readonly #tables: readonly number[]
  readonly #miniCutoff: number
  readonly #streams: ReadonlyMap<string, Stream>
  /** The stream that holds all small streams, and its allocation table; read when first needed. */
  readonly #root: Stream
  readonly #miniTableStart: number
  #mini: Read<{ readonly sectors: Uint8Array; readonly table: ByteView }> | null = null

  private constructor(file: ByteView, sectorSize: number, tables: readonly number[]) {
    this.#file = file
    this.#sectorSize = sectorSize
    this.#tables = tables
    this.#miniCutoff = file.u32(56)
    this.#miniTableStart = file.u32(60)
    this.#streams = new Map()
    this.#root = { start: END_OF_CHAIN, size: 0 }
    const directory = this.#chain(file.u32(48), null)
    if (!directory.ok) return
    const entries = new ByteView(directory.value)
    this.#root = streamOf(entries, 0)
    this.#streams = rootStreams(entries)
  }

  /** Opens a file that begins as compound files do. Failures: `unreadable`. */
  static open(bytes: Uint8Array): Read<CompoundFile> {
    const file = new ByteView(bytes)
    if (bytes.length < 512) return fail('unreadable', 'truncated')
    const sectorSize = file.u16(30) === 12 ? 4096 : 512
    const tables = allocationSectors(file, sectorSize)
    if (tables === null) return fail('unreadable', 'truncated')
    const compound = new CompoundFile(file, sectorSize, tables)
    if (compound.#streams.size > 0) return done(compound)
    const directory = compound.#chain(file.u32(48), null)
    return directory.ok ? fail('unreadable', 'damaged') : directory
  }

  /** Whether a stream of this name, in any case, stands at the root. */
  has(name: string): boolean {
    return this.#streams.has(name.toUpperCase())
  }

  /** Whether the file ends before its last sector that is in use. */
  get isCut(): boolean {
    const perTable = this.#sectorSize / 4
    const within = Math.ceil(this.#file.length / this.#sectorSize) - 1
    for (let sector = within; sector < this.#tables.length * perTable; sector += 1)
      if (![FREE, 0].includes(this.#next(sector))) return true
    return false
  }

  /** The bytes of a stream at the root. Failures: `unreadable`. */
  stream(name: string): Read<Uint8Array> {
    const stream = this.#streams.get(name.toUpperCase())
    if (stream === undefined) return fail('unreadable', 'no-document')
    return stream.size < this.#miniCutoff ? this.#miniStream(stream) : this.#chain(stream.start, stream.size)
  }

  #next(sector: number): number {
    const perTable = this.#sectorSize / 4
    const table = this.#tables[Math.floor(sector / perTable)]
    return table === undefined ? FREE : this.#file.u32(table + (sector % perTable) * 4)
  }

  /** Joins the sectors of a chain to `size` bytes, or to its end where the size is not known. */
  #chain(start: number, size: number | null): Read<Uint8Array> {
    const file = this.#file.bytes
    if (size !== null && size > file.length) return fail('unreadable', 'truncated')
    const sectors: number[] = []
    const met = new Set<number>()
    const wanted = size === null ? Infinity : Math.ceil(size / this.#sectorSize)
    for (let sector = start; sectors.length < wanted; sector = this.#next(sector)) {
      if (sector >= FIRST_SPECIAL) {
        if (size === null && sector === END_OF_CHAIN) break
        return fail('unreadable', 'damaged')
      }
      if (met.has(sector)) return fail('unreadable', 'damaged')
      met.add(sector)
      const at = (sector + 1) * this.#sectorSize
      const length = Math.min(this.#sectorSize, (size ?? Infinity) - sectors.length * this.#sectorSize)
      if (at + length > file.length) return fail('unreadable', 'truncated')
      sectors.push(at)
    }
    const joined = new Uint8Array(size ?? sectors.length * this.#sectorSize)
    sectors.forEach((at, index) => {
      const to = index * this.#sectorSize
      joined.set(file.subarray(at, at + Math.min(this.#sectorSize, joined.length - to)), to)
    })
    return done(joined)
  }

  #miniStream({ start, size }: Stream): Read<Uint8Array> {
    this.#mini ??= this.#openMini()
    if (!this.#mini.ok) return this.#mini
    const { sectors, table } = this.#mini.value
    const joined = new Uint8Array(size)
    let sector = start
    for (let to = 0; to < size; to += MINI_SECTOR) {
      const at = sector * MINI_SECTOR
      const length = Math.min(MINI_SECTOR, size - to)
      if (sector >= FIRST_SPECIAL || at + length > sectors.length) return fail('unreadable', 'damaged')
      joined.set(sectors.subarray(at, at + length), to)
      sector = table.u32(sector * 4)
    }
    return done(joined)
  }

  #openMini(): Read<{ readonly sectors: Uint8Array; readonly table: ByteView }> {
    const sectors = this.#chain(this.#root.start, this.#root.size)
    if (!sectors.ok) return sectors
    const table = this.#chain(this.#miniTableStart, null)
    return table.ok ? done({ sectors: sectors.value, table: new ByteView(table.value) }) : table
  }
}

/** Where the sectors of the allocation table begin, by the header's list and the chain that continues it; `null` where the file ends before one. */
function allocationSectors(file: ByteView, sectorSize: number): number[] | null {
  const most = Math.ceil(file.length / sectorSize)
  const tables: number[] = []
  const add = (sector: number): boolean => {
    const at = (sector + 1) * sectorSize
    tables.push(at)
    return at + sectorSize <= file.length
  }
  const count = Math.min(file.u32(44), most)
  for (let index = 0; index < Math.min(count, HEADER_FAT_SECTORS); index += 1)
    if (!add(file.u32(76 + index * 4))) return null
  const perList = sectorSize / 4 - 1
  let list = file.u32(68)
  while (tables.length < count && list < FIRST_SPECIAL) {
    const at = (list + 1) * sectorSize
    if (at + sectorSize > file.length) return null
    for (let index = 0; index < perList && tables.length < count; index += 1)
      if (!add(file.u32(at + index * 4))) return null
    list = file.u32(at + perList * 4)
  }
  return tables
}

function streamOf(entries: ByteView, entry: number): Stream {
  const at = entry * ENTRY
  // The high half of a size is noise in files of version 3; no file that is read is that large.
  return { start: entries.u32(at + 116), size: entries.u32(at + 120) }
}

/** Streams among the children of the root, which are a binary tree by name. */
function rootStreams(entries: ByteView): Map<string, Stream> {
  const streams = new Map<string, Stream>()
  const met = new Set<number>()
  const ahead = [entries.u32(76)]
  for (let entry = ahead.pop(); entry !== undefined; entry = ahead.pop()) {
    const at = entry * ENTRY
    if (entry === NO_ENTRY || at + ENTRY > entries.length || met.has(entry)) continue
    met.add(entry)
    const name = entries.utf16(at, Math.min(31, Math.max(0, (entries.u16(at + 64) >> 1) - 1)))
    if (entries.u8(at + 66) === 2) streams.set(name.toUpperCase(), streamOf(entries, entry))
    ahead.push(entries.u32(at + 68), entries.u32(at + 72))
  }
  return streams
}
