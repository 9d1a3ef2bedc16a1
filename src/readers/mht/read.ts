import type { SourceDocument } from '../document'
import { type Decoded, decodeText, declaredCharset } from '../encoding'
import { fail, type Read } from '../failure'
import { readHtml } from '../html/read'
import { latin1 } from '../latin1'
import { type MimePart, mimeParts } from './mime'

/**
 * Reads a web archive (mht, RFC 2557): its page, then the pages in its frames, as one. Word's and Excel's “single file
 * web page” are such archives too.
 */
export function readMht(file: string, bytes: Uint8Array): Read<SourceDocument> {
  const { parts, start } = mimeParts(latin1(bytes))
  const pages = parts.filter(({ type }) => type === 'text/html' || type === 'application/xhtml+xml')
  const root = pages.find(({ names }) => start !== undefined && names.includes(start)) ?? pages[0]
  if (root === undefined) return fail('not-a-report', 'no-page')
  const decoded = [root, ...pages.filter((page) => page !== root)].map(textOf)
  return readHtml(file, {
    text: decoded.map(({ text }) => text).join('\n'),
    encoding: decoded[0]?.encoding ?? '',
    broken: decoded.reduce((sum, { broken }) => sum + broken, 0),
  })
}

function textOf(page: MimePart): Decoded {
  const bytes = page.content()
  return decodeText(bytes, page.charset ?? declaredCharset(bytes))
}
