import { describe, expect, it } from 'vitest'
import { brief, open, outcomes, read } from './packages'

interface Part {
  readonly head: string
  readonly content: string
}

const archive = (parts: readonly Part[], start = ''): Uint8Array => {
  const body = parts.map(({ head, content }) => `--B\r\n${head}\r\n\r\n${content}\r\n`).join('')
  const text = `From: <Saved>\r\nSubject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";${start}\r\n\tboundary="B"\r\n\r\n${body}--B--\r\n`
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}
const blocks = (bytes: Uint8Array): (string | string[][])[] => brief(read(bytes).blocks)
const HTML = 'Content-Type: text/html; charset=utf-8'

describe('a web archive', () => {
  it('is read from quoted text and from base64', () => {
    const quoted = {
      head: `${HTML}\r\nContent-Transfer-Encoding: quoted-printable`,
      content: '<p a=3D"1">=E6=94=BF=\r\n=E5=BA=9C</p>',
    }
    expect(blocks(archive([quoted]))).toEqual(['政府'])
    const base64 = { head: `${HTML}\r\nContent-Transfer-Encoding: base64`, content: 'PHA+5pS/\r\n5bqcPC9wPg==' }
    expect(blocks(archive([base64]))).toEqual(['政府'])
  })

  it('is decoded by its part’s charset, else by what the page declares', () => {
    expect(
      blocks(archive([{ head: 'Content-Type: text/html; charset=gb2312', content: '<p>\xd5\xfe\xb8\xae</p>' }])),
    ).toEqual(['政府'])
    expect(
      blocks(archive([{ head: 'Content-Type: text/html', content: '<meta charset="gb2312"><p>\xd5\xfe\xb8\xae</p>' }])),
    ).toEqual(['政府'])
  })

  it('has its page first, then those in its frames; pictures and styles are passed over', () => {
    const parts = [
      { head: 'Content-Type: text/css', content: 'p { x }' },
      { head: `${HTML}\r\nContent-ID: <frame>`, content: '<table><tr><td>1</td><td>2</td></tr></table>' },
      { head: `${HTML}\r\nContent-ID: <page>`, content: '<p>head</p><iframe src="cid:frame"></iframe>' },
      { head: 'Content-Type: image/png\r\nContent-Transfer-Encoding: base64', content: 'iVBORw0=' },
    ]
    expect(blocks(archive(parts, ' start="<page>";'))).toEqual(['head', [['1', '2']]])
  })

  it('finds pages in nested parts, and keeps what a broken one has', () => {
    const inner = `--C\r\n${HTML}\r\n\r\n<p>in</p>\r\n--C--`
    const nested = { head: 'Content-Type: multipart/alternative; boundary=C', content: inner }
    expect(blocks(archive([nested]))).toEqual(['in'])
    const cut = archive([{ head: HTML, content: '<p>one</p><p>two' }])
    expect(blocks(cut.subarray(0, cut.length - 9))).toEqual(['one', 'two'])
  })

  it('without a page is told', () => {
    expect(outcomes(open(archive([{ head: 'Content-Type: image/png', content: '' }])))).toEqual({
      a: 'not-a-report no-page',
    })
  })
})
