const PIECE = 8192

/** A character a byte. The `latin1` of a browser's TextDecoder is windows-1252, which has others for 0x80 to 0x9f. */
export function latin1(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE))
  return text
}
