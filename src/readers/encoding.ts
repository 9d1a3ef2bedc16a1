/** Text of a file, with the name of the encoding that it was read in. */
export interface Decoded {
  readonly text: string
  readonly encoding: string
  /** Characters that the bytes do not spell in that encoding. */
  readonly broken: number
}

const REPLACEMENT = '\uFFFD'
/** Every second byte of UTF-16 text with markup or digits is 0. */
const PROBE = 4096

/**
 * Decodes by byte order mark, else as UTF-8 where the bytes are that, else by the charset that the text declares
 * (GB2312 and GBK as their superset GB18030), else as GB18030. A declared charset that the bytes contradict is not believed.
 */
export function decodeText(bytes: Uint8Array, declared?: string): Decoded {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decode(bytes, 'utf-8')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be')
  const wide = utf16WithoutMark(bytes)
  if (wide !== null) return decode(bytes, wide)
  const utf8 = decode(bytes, 'utf-8')
  if (utf8.broken === 0) return utf8
  const label = declared === undefined ? null : encodingOf(declared)
  // A few spoilt characters in long UTF-8 text are damage, not another encoding.
  const foreign = utf8.text.length - asciiLength(utf8.text)
  const spoilt = utf8.broken * 50 < foreign
  if (spoilt) return utf8
  const named = label === null || label === 'utf-8' ? null : decode(bytes, label)
  const chinese = decode(bytes, 'gb18030')
  return [named, chinese, utf8].reduce<Decoded>(
    (best, next) => (next !== null && next.broken < best.broken ? next : best),
    named ?? chinese,
  )
}

/** The charset that HTML or XML says it is in, from its first kilobytes. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PROBE))
  return /<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1]
}

function decode(bytes: Uint8Array, encoding: string): Decoded {
  const strict = decodeStrictly(bytes, encoding)
  if (strict !== null) return { text: strict, encoding, broken: 0 }
  const text = new TextDecoder(encoding).decode(bytes)
  let broken = 0
  for (let at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, at + 1)) broken += 1
  return { text, encoding, broken }
}

/** `null` where the bytes are not wholly in the encoding. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The decoder's own name of a charset label, `null` for one that it does not know. */
function encodingOf(label: string): string | null {
  try {
    const { encoding } = new TextDecoder(label)
    // A page that declares itself in ASCII-compatible bytes is not in UTF-16, whatever it says.
    if (encoding.startsWith('utf-16')) return null
    return encoding === 'gbk' || encoding === 'gb2312' ? 'gb18030' : encoding
  } catch {
    return null
  }
}

function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const end = Math.min(bytes.length, PROBE) & ~1
  if (end < 4 || !bytes.subarray(0, end).includes(0)) return null
  let even = 0
  let odd = 0
  let breaks = { little: 0, big: 0 }
  for (let at = 0; at < end; at += 2) {
    if (bytes[at] === 0) even += 1
    if (bytes[at + 1] === 0) odd += 1
    if (bytes[at] === 10 && bytes[at + 1] === 0) breaks = { ...breaks, little: breaks.little + 1 }
    if (bytes[at] === 0 && bytes[at + 1] === 10) breaks = { ...breaks, big: breaks.big + 1 }
  }
  const pairs = end / 2
  if (odd > 0 && even === 0 && (odd * 4 > pairs || breaks.little > 0)) return 'utf-16le'
  if (even > 0 && odd === 0 && (even * 4 > pairs || breaks.big > 0)) return 'utf-16be'
  return null
}

function asciiLength(text: string): number {
  let length = 0
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) < 0x80) length += 1
  return length
}
