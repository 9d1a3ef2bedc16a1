const SKIPPED_NAMES = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|~\$[^/]*)$/iu
const SKIPPED_FOLDERS = /(?:^|\/)__MACOSX\//u
const LONGEST_NAME = 400

/** Whether a path is litter that systems and Word leave in folders and archives; such files are passed over silently. */
export function skipName(path: string): boolean {
  const name = path.replaceAll('\\', '/')
  return SKIPPED_NAMES.test(name) || SKIPPED_FOLDERS.test(name)
}

/** Characters that change what surrounds them on a screen or in a log: C0, DEL, C1, line separators, bidi controls, zero-width. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu

/**
 * A member's name as plain text that can do nothing: separators `/`, no drive or leading separator, `..` as `__`,
 * controls and bidi overrides as U+FFFD, at most 400 characters.
 */
export function harmlessName(name: string): string {
  const parts = name
    .replaceAll('\\', '/')
    .replace(/^[A-Za-z]:/u, '')
    .replace(UNSAFE, '\uFFFD')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .map((part) => (part === '..' ? '__' : part))
  const path = parts.join('/')
  if (path === '') return '_'
  return path.length <= LONGEST_NAME ? path : `…${path.slice(-LONGEST_NAME)}`
}

/** Order by code point, as CONTRACT.md wants it inside folders and archives. */
export function byCodePoint(left: string, right: string): number {
  const end = Math.min(left.length, right.length)
  for (let at = 0; at < end; at += 1) {
    const a = left.charCodeAt(at)
    const b = right.charCodeAt(at)
    if (a === b) continue
    // A surrogate stands for a code point above every other UTF-16 unit.
    const high = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)
    return high(a) - high(b)
  }
  return left.length - right.length
}
