import { strFromU8, unzipSync } from 'fflate'
import type { Random } from '@/sample/random'

const BOUNDARY = '----=_NextPart_01D8'

/** A page as browsers save it with what belongs to it: MIME, its text quoted or in base64. */
export function webArchive(page: Uint8Array, random: Random): Uint8Array {
  const isQuoted = random.chance(0.6)
  const text = isQuoted ? quoted(page) : lines(Buffer.from(page).toString('base64'))
  const part = (type: string, encoding: string, content: string): string =>
    `--${BOUNDARY}\r\nContent-Location: file:///C:/report.htm\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Type: ${type}\r\n\r\n${content}\r\n\r\n`
  const archive = [
    'From: <Saved by a browser>\r\nSubject: report\r\nDate: Mon, 20 Jan 2025 08:00:00 +0800\r\nMIME-Version: 1.0\r\n',
    `Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="${BOUNDARY}"\r\n\r\n`,
    part('text/html', isQuoted ? 'quoted-printable' : 'base64', text),
    part('text/css; charset="utf-8"', 'base64', 'dGQgeyBib3JkZXI6IDFweCB9'),
    `--${BOUNDARY}--\r\n`,
  ]
  return Uint8Array.from(Buffer.from(archive.join(''), 'latin1'))
}

const lines = (text: string): string => text.replace(/.{76}/gu, '$&\r\n')

function quoted(page: Uint8Array): string {
  const text = Buffer.from(page).toString('latin1')
  return text
    .replace(/[^\n\r -<>-~]/gu, (byte) => `=${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
    .replace(/=(?![0-9A-F]{2})/gu, '=3D')
    .replace(/[^\r\n]{60,70}(?=[^=\r\n]{3}|=)/gu, (line) => `${line}=\r\n`)
}

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** A Word package as one XML text. */
export function flatPackage(docx: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(docx)).map(([name, bytes]) => {
    const kind = name === 'word/document.xml' ? 'document.main' : 'part'
    const content = strFromU8(bytes).replace(/^\s*<\?xml[^>]*>/u, '')
    return `<pkg:part pkg:name="/${name}" pkg:contentType="${TYPE}.${kind}+xml"><pkg:xmlData>${content}</pkg:xmlData></pkg:part>`
  })
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?>'
  const flat = `${head}<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${parts.join('')}</pkg:package>`
  return Uint8Array.from(Buffer.from(flat))
}
