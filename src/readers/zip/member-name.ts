import { crc32 } from './crc32'
import { extraField } from './extra'

const UTF8_FLAG = 0x0800
const UNICODE_PATH = 0x7075

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const lenient = new TextDecoder('utf-8', { ignoreBOM: true })
const chinese = new TextDecoder('gb18030')

/**
 * A member's name: by the UTF-8 flag, else by the unicode-path field (where it belongs to this name), else as UTF-8 where
 * the bytes are that, else as GB18030, which Chinese Windows writes without saying so.
 */
export function memberName(name: Uint8Array, extra: Uint8Array, flags: number): string {
  if ((flags & UTF8_FLAG) !== 0) return lenient.decode(name)
  const unicode = extraField(extra, UNICODE_PATH)
  if (unicode !== null && unicode.byteLength > 5 && unicode.getUint32(1, true) === crc32(name))
    return lenient.decode(new Uint8Array(unicode.buffer, unicode.byteOffset + 5, unicode.byteLength - 5))
  try {
    return strict.decode(name)
  } catch {
    return chinese.decode(name)
  }
}
