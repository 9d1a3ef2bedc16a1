/** One part of a MIME message: its own headers, and its content as the message carries it. */
export interface MimePart {
  /** Lower-case type without parameters: `text/html`. */
  readonly type: string
  readonly charset: string | undefined
  /** Names that other parts call it by, without the angle brackets. */
  readonly names: readonly string[]
  readonly content: () => Uint8Array
}

interface Headers {
  readonly fields: ReadonlyMap<string, string>
  /** Where the content begins. */
  readonly end: number
}

/** Parts within parts, as mail programs nest them. */
const DEPTH = 4
const MOST_PARTS = 2000

/**
 * The parts of a message (RFC 2045, 2046, 2557), nested ones in their order; one that is no multipart is its only part.
 * A message that lost its end has the parts that it has. `source`: a character a byte.
 */
export function mimeParts(source: string): { readonly parts: readonly MimePart[]; readonly start: string | undefined } {
  const parts: MimePart[] = []
  const { fields } = readHeaders(source)
  collect(source, parts, 0)
  return { parts, start: parameter(fields.get('content-type'), 'start')?.replace(/[<>]/gu, '') }
}

function collect(source: string, parts: MimePart[], depth: number): void {
  const { fields, end } = readHeaders(source)
  const type = fields.get('content-type') ?? 'text/plain'
  const boundary = parameter(type, 'boundary')
  if (boundary === undefined || depth >= DEPTH) {
    parts.push(partOf(fields, source.slice(end)))
    return
  }
  // What stands before the first boundary and behind the last is for programs that know no MIME.
  const delimiter = `--${boundary}`
  let from = source.indexOf(delimiter, end)
  while (from >= 0 && parts.length < MOST_PARTS) {
    const start = source.indexOf('\n', from)
    if (start < 0 || source.startsWith('--', from + delimiter.length)) return
    const next = source.indexOf(`\n${delimiter}`, start)
    collect(source.slice(start + 1, next < 0 ? source.length : next), parts, depth + 1)
    from = next < 0 ? -1 : next + 1
  }
}

function readHeaders(source: string): Headers {
  const fields = new Map<string, string>()
  let name = ''
  let at = 0
  while (at < source.length) {
    const newline = source.indexOf('\n', at)
    const line = source.slice(at, newline < 0 ? source.length : newline).replace(/\r$/u, '')
    at = newline < 0 ? source.length : newline + 1
    if (line === '') break
    if (/^[ \t]/u.test(line)) fields.set(name, `${fields.get(name) ?? ''} ${line.trim()}`)
    else {
      const colon = line.indexOf(':')
      name = line.slice(0, Math.max(0, colon)).trim().toLowerCase()
      fields.set(name, line.slice(colon + 1).trim())
    }
  }
  return { fields, end: at }
}

function parameter(field: string | undefined, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'iu').exec(field ?? '')
  return match?.[1] ?? match?.[2]
}

function partOf(fields: ReadonlyMap<string, string>, content: string): MimePart {
  const type = fields.get('content-type') ?? 'text/plain'
  const encoding = (fields.get('content-transfer-encoding') ?? '').toLowerCase()
  const names = [fields.get('content-id')?.replace(/[<>]/gu, ''), fields.get('content-location')]
  return {
    type: type.replace(/;.*$/su, '').trim().toLowerCase(),
    charset: parameter(type, 'charset'),
    names: names.filter((name) => name !== undefined),
    content: () => {
      if (encoding === 'base64') return bytesOf(decodeBase64(content))
      return bytesOf(encoding === 'quoted-printable' ? decodeQuotedPrintable(content) : content)
    },
  }
}

/** RFC 2045, 6.7: soft line breaks vanish, `=E5` is a byte; anything else behind `=` stays. */
function decodeQuotedPrintable(text: string): string {
  return text
    .replace(/=[ \t]*\r?\n/gu, '')
    .replace(/=([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** What is no base64 is passed over, as RFC 2045, 6.8 asks; a broken end loses its last bytes. */
function decodeBase64(text: string): string {
  const clean = text.replace(/[^a-z\d+/]/giu, '')
  return atob(clean.slice(0, clean.length - (clean.length % 4 === 1 ? 1 : 0)))
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}
