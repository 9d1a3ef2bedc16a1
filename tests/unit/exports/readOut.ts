import { strFromU8, unzipSync } from 'fflate'

/** The parts of a package as texts, by name. */
export function textsOf(bytes: Uint8Array): Map<string, string> {
  return new Map(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => /\.(xml|rels|csv|svg)$/u.test(name))
      .map(([name, part]) => [name, strFromU8(part)]),
  )
}

export const named = (parts: ReadonlyMap<string, string>, pattern: RegExp): string[] =>
  [...parts.keys()]
    .filter((name) => pattern.test(name))
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))

export const plain = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

/** All that is written within elements of a name, one after the other. */
const within = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>(.*?)</${name}>`, 'gsu'))].map(([, inner = '']) => inner)

/** Tables of a slide or a document as texts. `space`: prefix of the elements. */
export function tablesIn(xml: string, space: 'a' | 'w'): string[][][] {
  return within(xml, `${space}:tbl`).map((table) =>
    within(table, `${space}:tr`).map((row) =>
      within(row, `${space}:tc`).map((cell) => plain(within(cell, `${space}:t`).join(''))),
    ),
  )
}

export const wordsIn = (xml: string, name: string): string => plain(within(xml, name).join('\n'))

/** A sheet as rows of numbers and texts. */
export function sheetRows(parts: ReadonlyMap<string, string>, file: string): (string | number | null)[][] {
  const shared = within(parts.get('xl/sharedStrings.xml') ?? '', 'si').map((one) => plain(within(one, 't').join('')))
  const rows: (string | number | null)[][] = []
  for (const [, name = '', number = '', attributes = '', inner = ''] of (parts.get(file) ?? '').matchAll(
    /<c r="([A-Z]+)(\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gsu,
  )) {
    const column = Array.from(name).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    const value = /<v>([^<]*)<\/v>/u.exec(inner)?.[1]
    while (rows.length < Number(number)) rows.push([])
    const row = rows[Number(number) - 1] ?? []
    row[column] =
      value === undefined ? null : attributes.includes('t="s"') ? (shared[Number(value)] ?? null) : Number(value)
  }
  return rows
}
