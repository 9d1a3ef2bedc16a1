/** Text in the same properties; `changes`: modifiers of characters. */
interface DocRun {
  readonly text: string
  readonly changes?: readonly number[]
}

/** A paragraph, which is a piece of its own in the piece table. */
export interface DocParagraph {
  readonly runs: readonly DocRun[]
  /** The character that ends it; a paragraph mark. */
  readonly mark?: string
  readonly markChanges?: readonly number[]
  /** Modifiers of the paragraph. */
  readonly changes?: readonly number[]
  readonly style?: number
  /** One byte a character. */
  readonly compressed?: boolean
  /** The modifier of the piece, as quick saves add it. */
  readonly prm?: number
}

interface DocOptions {
  readonly magic?: number
  readonly version?: number
  readonly flags?: number
  /** Pieces stand in the file in the order contrary to the text's, as after quick saves. */
  readonly backwards?: boolean
  /** Lists of modifiers that pieces refer to. */
  readonly lists?: readonly (readonly number[])[]
  readonly data?: Uint8Array
  readonly styles?: readonly number[]
  /** Further streams. */
  readonly more?: Readonly<Record<string, Uint8Array>>
  /** Length of the main text, where it lies. */
  readonly length?: number
}

export const u16 = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff]
export const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16(value >>> 16)]
export const zeros = (count: number): number[] => Array.from({ length: count }, () => 0)
export const sprm = (code: number, ...operand: readonly number[]): number[] => [...u16(code), ...operand]

const IN_TABLE = sprm(0x2416, 1)
export const DELETED = sprm(0x0800, 1)
export const INSERTED = sprm(0x0801, 1)
const depth = (tables: number): number[] => [...IN_TABLE, ...sprm(0x6649, ...u32(tables))]

export const p = (text: string, more: Partial<DocParagraph> = {}): DocParagraph => ({ runs: [{ text }], ...more })

/** A cell of one paragraph, at this depth of tables. */
export const cell = (text: string | readonly DocRun[], tables = 1): DocParagraph => ({
  runs: typeof text === 'string' ? [{ text }] : text,
  mark: tables === 1 ? '\x07' : '\r',
  changes: tables === 1 ? IN_TABLE : [...depth(tables), ...sprm(0x244b, 1)],
})

/** A paragraph within a cell, not its last. */
export const inCell = (text: string, tables = 1): DocParagraph => p(text, { changes: depth(tables) })

/** `sprmTDefTable` for these edges and flags of cells. */
export function definition(edges: readonly number[], flags: readonly number[] = []): number[] {
  const cells = edges.slice(1).flatMap((_, index) => [...u16(flags[index] ?? 0), ...zeros(18)])
  const operand = [edges.length - 1, ...edges.flatMap(u16), ...cells]
  return [...u16(0xd608), ...u16(operand.length + 1), ...operand]
}

/** The mark that ends a row, with its modifiers. */
export const rowEnd = (changes: readonly number[], tables = 1, markChanges: readonly number[] = []): DocParagraph => ({
  runs: [],
  mark: tables === 1 ? '\x07' : '\r',
  markChanges,
  changes: [
    ...depth(tables),
    ...(tables === 1 ? sprm(0x2417, 1) : [...sprm(0x244b, 1), ...sprm(0x244c, 1)]),
    ...changes,
  ],
})

/** A row of cells between these edges. */
export const row = (
  edges: readonly number[],
  texts: readonly string[],
  flags: readonly number[] = [],
): DocParagraph[] => [...texts.map((text) => cell(text)), rowEnd(definition(edges, flags))]

const PAGE = 512
const TEXT_AT = 0x400

/** A Word 97 document of these paragraphs, each stretch of the same properties on a page of its own. */
export function oldWord(paragraphs: readonly DocParagraph[], options: DocOptions = {}): Uint8Array {
  const encoded = paragraphs.map((paragraph) => {
    const { runs, mark = '\r', markChanges = [], compressed = false } = paragraph
    const stretches = [...runs, { text: mark, changes: markChanges }].map(({ text, changes = [] }) => ({
      bytes: compressed
        ? Array.from(text, (char) => char.charCodeAt(0))
        : Array.from(text, (char) => u16(char.charCodeAt(0))).flat(),
      changes,
    }))
    return { paragraph, stretches, size: stretches.reduce((sum, { bytes }) => sum + bytes.length, 0), at: 0 }
  })
  let at = TEXT_AT
  const stored = options.backwards === true ? [...encoded].reverse() : encoded
  for (const piece of stored) {
    piece.at = at
    at += piece.size
  }
  const word: number[] = [
    ...zeros(TEXT_AT),
    ...stored.flatMap(({ stretches }) => stretches.flatMap(({ bytes }) => bytes)),
  ]
  const endPage = (): void => {
    while (word.length % PAGE !== 0) word.push(0)
  }
  const addPage = (from: number, to: number, own: readonly number[], properties: readonly number[]): number => {
    endPage()
    const page = zeros(PAGE)
    const start = PAGE - 2 - properties.length - (properties.length % 2)
    if (start < 30) throw new Error('too many properties for a page')
    ;[...u32(from), ...u32(to), start / 2, ...own].forEach((byte, index) => (page[index] = byte))
    properties.forEach((byte, index) => (page[start + index] = byte))
    page[PAGE - 1] = 1
    word.push(...page)
    return word.length / PAGE - 1
  }
  const index = (pages: readonly { from: number; to: number; page: number }[]): number[] => [
    ...pages.flatMap(({ from }) => u32(from)),
    ...u32(pages.at(-1)?.to ?? 0),
    ...pages.flatMap(({ page }) => u32(page)),
  ]
  const paragraphPages = stored.map(({ paragraph, at: from, size }) => {
    const changes = [...u16(paragraph.style ?? 0), ...(paragraph.changes ?? [])]
    const padded =
      changes.length % 2 === 0 ? [0, changes.length / 2, ...changes] : [(changes.length + 1) / 2, ...changes]
    return { from, to: from + size, page: addPage(from, from + size, [], padded) }
  })
  const characterPages = stored
    .flatMap(({ stretches, at: start }) => {
      let from = start
      return stretches.map(({ bytes, changes }) => {
        const to = from + bytes.length
        const page = addPage(from, to, [], [changes.length, ...changes])
        const entry = { from, to, page }
        from = to
        return entry
      })
    })
    .filter(({ from, to }) => to > from)
  const lengths = encoded.map(
    ({ stretches, paragraph }) =>
      stretches.reduce((sum, { bytes }) => sum + bytes.length, 0) / (paragraph.compressed === true ? 1 : 2),
  )
  let position = 0
  const positions = [0, ...lengths.map((length) => (position += length))]
  const pieces = encoded.flatMap(({ paragraph, at: offset }) => {
    const place = paragraph.compressed === true ? offset * 2 + 0x4000_0000 : offset
    return [0, 0, ...u32(place), ...u16(paragraph.prm ?? 0)]
  })
  const piecesPart = [...positions.flatMap(u32), ...pieces]
  const lists = (options.lists ?? []).flatMap((list) => [1, ...u16(list.length), ...list])
  const parts: [number, readonly number[]][] = [
    [1, options.styles ?? []],
    [12, index(characterPages)],
    [13, index(paragraphPages)],
    [33, [...lists, 2, ...u32(piecesPart.length), ...piecesPart]],
  ]
  endPage()
  const put = (where: number, bytes: readonly number[]): void => {
    bytes.forEach((byte, offset) => (word[where + offset] = byte))
  }
  put(0, [...u16(options.magic ?? 0xa5ec), ...u16(options.version ?? 0xc1)])
  put(0x0a, u16(0x0200 | (options.flags ?? 0)))
  put(0x4c, u32(options.length ?? position))
  const table: number[] = [0, 0, 0, 0]
  for (const [number, bytes] of parts) {
    if (bytes.length === 0) continue
    put(0x9a + number * 8, [...u32(table.length), ...u32(bytes.length)])
    for (const byte of bytes) table.push(byte)
  }
  return compoundFile({
    WordDocument: Uint8Array.from(word),
    '1Table': Uint8Array.from(table),
    ...(options.data === undefined ? {} : { Data: options.data }),
    ...options.more,
  })
}

const SECTOR = 512
const END = 0xffff_fffe
const NONE = 0xffff_ffff
/** Sectors of the allocation table that the header itself names; lists name the others. */
const HEADER_TABLES = 109

/** A compound file of version 3 with these streams at its root, all of them in whole sectors (the cutoff for small ones is 0). */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const sectors: Uint8Array[] = []
  const next: number[] = []
  const add = (bytes: Uint8Array): number => {
    const first = sectors.length
    const count = Math.max(1, Math.ceil(bytes.length / SECTOR))
    for (let part = 0; part < count; part += 1) {
      const sector = new Uint8Array(SECTOR)
      sector.set(bytes.subarray(part * SECTOR, (part + 1) * SECTOR))
      sectors.push(sector)
      next.push(part === count - 1 ? END : first + part + 1)
    }
    return first
  }
  const names = Object.keys(streams)
  const directory = new Uint8Array((names.length + 1) * 128)
  const view = new DataView(directory.buffer)
  const entry = (
    at: number,
    name: string,
    kind: number,
    right: number,
    child: number,
    start: number,
    size: number,
  ): void => {
    for (let index = 0; index < name.length; index += 1) view.setUint16(at + index * 2, name.charCodeAt(index), true)
    view.setUint16(at + 64, name.length * 2 + 2, true)
    directory[at + 66] = kind
    view.setUint32(at + 68, 0xffff_ffff, true)
    view.setUint32(at + 72, right, true)
    view.setUint32(at + 76, child, true)
    view.setUint32(at + 116, start, true)
    view.setUint32(at + 120, size, true)
  }
  entry(0, 'Root Entry', 5, 0xffff_ffff, names.length === 0 ? 0xffff_ffff : 1, END, 0)
  Object.entries(streams).forEach(([name, bytes], index) => {
    const right = index + 1 < names.length ? index + 2 : 0xffff_ffff
    entry((index + 1) * 128, name, 2, right, 0xffff_ffff, add(bytes), bytes.length)
  })
  const directoryAt = add(directory)
  const perTable = SECTOR / 4
  const tableCount = Math.ceil((sectors.length + 2) / (perTable - 2))
  const listCount = Math.max(0, Math.ceil((tableCount - HEADER_TABLES) / (perTable - 1)))
  const tablesAt = sectors.length + listCount
  for (let list = 0; list < listCount; list += 1) {
    const first = HEADER_TABLES + list * (perTable - 1)
    const numbers = Array.from({ length: perTable - 1 }, (_, index) => {
      return first + index < tableCount ? tablesAt + first + index : NONE
    })
    const bytes = [...numbers, list + 1 < listCount ? sectors.length + 1 : END].flatMap(u32)
    sectors.push(Uint8Array.from(bytes))
    next.push(0xffff_fffc)
  }
  for (let table = 0; table < tableCount; table += 1) next.push(0xffff_fffd)
  const table = new Uint8Array(tableCount * SECTOR).fill(0xff)
  const tableView = new DataView(table.buffer)
  next.forEach((value, index) => {
    tableView.setUint32(index * 4, value, true)
  })
  const header = new Uint8Array(SECTOR)
  const head = new DataView(header.buffer)
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  head.setUint16(26, 3, true)
  head.setUint16(30, 9, true)
  head.setUint32(44, tableCount, true)
  head.setUint32(48, directoryAt, true)
  head.setUint32(60, END, true)
  head.setUint32(68, listCount > 0 ? tablesAt - listCount : END, true)
  for (let index = 0; index < HEADER_TABLES; index += 1)
    head.setUint32(76 + index * 4, index < tableCount ? tablesAt + index : NONE, true)
  const file = new Uint8Array((1 + sectors.length + tableCount) * SECTOR)
  file.set(header)
  sectors.forEach((sector, index) => {
    file.set(sector, (index + 1) * SECTOR)
  })
  file.set(table, (tablesAt + 1) * SECTOR)
  return file
}
