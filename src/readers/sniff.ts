import { compoundKind } from './compound/kind'
import { fail } from './failure'
import { latin1 } from './latin1'

/** A file that readers take further: an archive or package, an old Office document, Rich Text, a PDF, or text that may be markup. */
type Container = 'zip' | 'doc' | 'xls' | 'rtf' | 'pdf' | 'text'
type Refusal = ReturnType<typeof fail>

interface Signature {
  readonly at: number
  readonly bytes: string
  readonly reason: string
  readonly kind?: string
}

/** First bytes of formats that are not read, and how the message names them. */
const SIGNATURES: readonly Signature[] = [
  { at: 0, bytes: '\x89PNG', reason: 'picture', kind: 'PNG' },
  { at: 0, bytes: '\xff\xd8\xff', reason: 'picture', kind: 'JPEG' },
  { at: 0, bytes: 'GIF8', reason: 'picture', kind: 'GIF' },
  { at: 0, bytes: 'II*\0', reason: 'picture', kind: 'TIFF' },
  { at: 0, bytes: 'MM\0*', reason: 'picture', kind: 'TIFF' },
  { at: 8, bytes: 'WEBP', reason: 'picture', kind: 'WebP' },
  { at: 4, bytes: 'ftyphei', reason: 'picture', kind: 'HEIC' },
  { at: 4, bytes: 'ftypmif1', reason: 'picture', kind: 'HEIC' },
  { at: 4, bytes: 'ftypavif', reason: 'picture', kind: 'AVIF' },
  { at: 4, bytes: 'ftyp', reason: 'media' },
  { at: 0, bytes: 'ID3', reason: 'media' },
  { at: 0, bytes: 'RIFF', reason: 'media' },
  { at: 0, bytes: 'Rar!\x1a\x07', reason: 'other-archive', kind: 'RAR' },
  { at: 0, bytes: "7z\xbc\xaf'\x1c", reason: 'other-archive', kind: '7z' },
  { at: 0, bytes: '\x1f\x8b', reason: 'other-archive', kind: 'gzip' },
  { at: 0, bytes: 'BZh', reason: 'other-archive', kind: 'bzip2' },
  { at: 0, bytes: '\xfd7zXZ\0', reason: 'other-archive', kind: 'xz' },
  { at: 257, bytes: 'ustar', reason: 'other-archive', kind: 'tar' },
  { at: 0, bytes: 'MZ', reason: 'program' },
  { at: 0, bytes: '\x7fELF', reason: 'program' },
]

const COMPOUND = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
/** Works 1 to 3 for DOS and 2 for Windows, which has a 1 more at 112 (PRONOM fmt/163). */
const OLD_WORKS = '\x01\xfe'
/** Where a PDF may begin, after what mail gateways and signers put before it. */
const PDF_WITHIN = 1024

/** Tells what a file is by its bytes; its name has no say. Formats that are not read are refused with their name. */
export function sniff(bytes: Uint8Array): { readonly ok: true; readonly value: Container } | Refusal {
  if (bytes.length === 0) return fail('unreadable', 'empty')
  const head = latin1(bytes.subarray(0, PDF_WITHIN))
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/u.test(head)) return { ok: true, value: 'zip' }
  if (head.startsWith(COMPOUND)) return sniffCompound(bytes)
  if (/^\s*\{\\rtf/u.test(head)) return { ok: true, value: 'rtf' }
  if (head.includes('%PDF-')) return { ok: true, value: 'pdf' }
  if (head.startsWith(OLD_WORKS) && head.startsWith('\x01\0', 112)) return fail('unsupported', 'works')
  if (isBitmap(bytes, head)) return fail('unsupported', 'picture', { kind: 'BMP' })
  for (const { at, bytes: mark, reason, kind } of SIGNATURES)
    if (head.startsWith(mark, at)) return fail('unsupported', reason, kind === undefined ? {} : { kind })
  return { ok: true, value: 'text' }
}

function sniffCompound(bytes: Uint8Array): { readonly ok: true; readonly value: 'doc' | 'xls' } | Refusal {
  const kind = compoundKind(bytes)
  if (kind === 'doc' || kind === 'xls') return { ok: true, value: kind }
  if (kind === 'cut') return fail('unreadable', 'truncated')
  return kind === 'encrypted' ? fail('encrypted', 'document-password') : fail('unsupported', kind)
}

/** `BM` may begin a text; a bitmap also has zeros in its reserved field and a header size that exists. */
function isBitmap(bytes: Uint8Array, head: string): boolean {
  return (
    head.startsWith('BM') && head.slice(6, 10) === '\0\0\0\0' && [12, 40, 52, 56, 108, 124].includes(bytes[14] ?? 0)
  )
}

/** Markup and mail formats that are text, which readers take further or which are refused with their name. */
type Markup = 'html' | 'mht' | 'flat-word' | 'word-2003' | 'excel-2003'

/** Tells markup from text; `null` for text that is none. */
export function sniffMarkup(text: string): Markup | Refusal | null {
  const head = text.slice(0, 65_536)
  if (
    /^\s*(?:From:|MIME-Version:|Content-Type: multipart\/|Subject:|Date:)/iu.test(head) &&
    /^MIME-Version:/imu.test(head)
  )
    return 'mht'
  if (/<(?:\w+:)?Workbook\s[^>]*urn:schemas-microsoft-com:office:spreadsheet/u.test(head)) return 'excel-2003'
  if (/<(?:\w+:)?wordDocument\b/u.test(head)) return 'word-2003'
  if (/<(?:\w+:)?package\s[^>]*xmlPackage/u.test(head)) return 'flat-word'
  if (/<\?mso-application/iu.test(head)) return fail('unsupported', 'office-xml')
  if (/^\s*%!PS/u.test(head)) return fail('unsupported', 'postscript')
  const tags = head.match(STRUCTURE)?.length ?? 0
  const startsAsMarkup = /^[\s\uFEFF]*(?:<[?!a-z])/iu.test(head)
  return (startsAsMarkup && tags > 0) || tags >= 5 ? 'html' : null
}

/** Tags that only markup has; `<script>` or `<b>` in a name does not make a text HTML. */
const STRUCTURE =
  /<\/?(?:!doctype|html|head|body|meta|title|table|tbody|tr|td|th|div|p|br|h[1-6]|center|article|section)(?=[\s/>])/giu

/** Whether decoded text is no text: controls or undecodable bytes all over. */
export function isJunk(text: string): boolean {
  const sample = text.length > 200_000 ? text.slice(0, 100_000) + text.slice(-100_000) : text
  const strange = sample.match(/[\u0000-\u0006\u0008\u000e-\u001a\u001c-\u001f\uFFFD]/gu)?.length ?? 0
  return strange * 20 > sample.length
}
