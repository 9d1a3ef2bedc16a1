/** A character of a symbol font: they keep digits at U+F030–F039; anything else there has no meaning as text. */
export function symbol(code: number): string {
  if (!Number.isInteger(code) || code <= 0 || code > 0xffff) return '\uFFFD'
  if (code >= 0xf030 && code <= 0xf039) return String.fromCharCode(code - 0xf000)
  return code >= 0xe000 && code <= 0xf8ff ? '\uFFFD' : String.fromCharCode(code)
}
