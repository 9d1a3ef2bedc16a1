import type { ByteView } from '../byteView'

/** What 0x80 to 0x9f are in windows-1252. Some versions of Node decode that as ISO 8859-1, where they are controls. */
const HIGH_CONTROLS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Text of which every character is one byte ([MS-DOC] 2.9.73 FcCompressed). */
export function compressedText(view: ByteView, at: number, length: number): string {
  const end = Math.min(at + length, view.length)
  let text = ''
  for (let byte = at; byte < end; byte += 1) {
    const code = view.u8(byte)
    text += code >= 0x80 && code < 0xa0 ? (HIGH_CONTROLS[code - 0x80] ?? '') : String.fromCharCode(code)
  }
  return text
}
