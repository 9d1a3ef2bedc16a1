import { CompoundFile } from './file'

/** What an OLE compound file holds, by the names of its streams; `cut`: it ends before they are named. */
type CompoundKind = 'encrypted' | 'doc' | 'xls' | 'ppt' | 'works' | 'compound' | 'cut'

const ENTRY = 128
const STREAMS: readonly (readonly [string, CompoundKind])[] = [
  ['EncryptedPackage', 'encrypted'],
  ['EncryptionInfo', 'encrypted'],
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
  ['PowerPoint Document', 'ppt'],
  ['MatOST', 'works'],
  ['MM', 'works'],
  ['WksSSWorkBook', 'works'],
  ['CONTENTS', 'works'],
]

/**
 * Tells a compound file's kind from the streams at its root. In a damaged file it goes by anything that looks like a directory entry:
 * they stand at multiples of 128 bytes.
 */
export function compoundKind(bytes: Uint8Array): CompoundKind {
  const file = CompoundFile.open(bytes)
  if (file.ok) return kindOf((name) => file.value.has(name))
  const stray = strayNames(bytes)
  const kind = kindOf((name) => stray.has(name))
  return kind === 'compound' && file.error.reason === 'truncated' ? 'cut' : kind
}

function kindOf(has: (name: string) => boolean): CompoundKind {
  return STREAMS.find(([name]) => has(name))?.[1] ?? 'compound'
}

function strayNames(bytes: Uint8Array): Set<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = new Set<string>()
  for (let at = 512; at + ENTRY <= bytes.length; at += ENTRY) {
    // Streams have object type 2 and a name length that counts the closing zero.
    if (bytes[at + 66] !== 2) continue
    const length = view.getUint16(at + 64, true)
    for (const [name] of STREAMS) if (length === name.length * 2 + 2 && isName(view, at, name)) found.add(name)
  }
  return found
}

function isName(view: DataView, at: number, name: string): boolean {
  for (let index = 0; index < name.length; index += 1)
    if (view.getUint16(at + index * 2, true) !== name.charCodeAt(index)) return false
  return true
}
