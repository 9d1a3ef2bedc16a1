import type { ByteView } from '../byteView'

const CODE_PAGE = 1
const TITLE = 2
/** Types of text ([MS-OLEPS] 2.15): in the code page, in UTF-16. */
const LPSTR = 0x1e
const LPWSTR = 0x1f
const LONGEST_TITLE = 1000
const MOST_PROPERTIES = 100
const DECODERS: Readonly<Record<number, string>> = {
  936: 'gb18030',
  950: 'big5',
  1200: 'utf-16le',
  54936: 'gb18030',
  65001: 'utf-8',
}

/** The title among a document's properties ([MS-OLEPS] 2.21 PropertySetStream); empty where there is none. */
export function summaryTitle(summary: ByteView): string {
  const set = summary.u32(44)
  let codePage = 0
  let title = 0
  for (let index = 0; index < Math.min(summary.u32(set + 4), MOST_PROPERTIES); index += 1) {
    const id = summary.u32(set + 8 + index * 8)
    const at = set + summary.u32(set + 12 + index * 8)
    if (id === CODE_PAGE) codePage = summary.u16(at + 4)
    else if (id === TITLE) title = at
  }
  if (set === 0 || title === 0) return ''
  const length = Math.min(summary.u32(title + 4), LONGEST_TITLE)
  const text = summary.part(title + 8, title + 8 + length)
  const decoder = DECODERS[codePage]
  if (summary.u32(title) === LPWSTR) return upToZero(summary.utf16(title + 8, length))
  if (summary.u32(title) !== LPSTR || decoder === undefined) return ''
  return upToZero(new TextDecoder(decoder).decode(text.bytes))
}

function upToZero(text: string): string {
  const end = text.indexOf('\0')
  return (end < 0 ? text : text.slice(0, end)).trim()
}
