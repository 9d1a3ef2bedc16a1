import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/readers/limits'
import { refuseSize } from '@/readers/open'
import { openingAtOnce } from './atOnce'
import { docx, open, outcomes, p } from './packages'

const outcome = (bytes: Uint8Array | string, path = 'a'): Record<string, string> => outcomes(open(bytes, path))
const many = LIMITS.documentParts + 10
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0))

/** A compound file whose directory names these streams. */
function compound(...streams: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 + 128 * 4)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  const view = new DataView(bytes.buffer)
  streams.forEach((name, index) => {
    const at = 512 + index * 128
    for (let char = 0; char < name.length; char += 1) view.setUint16(at + char * 2, name.charCodeAt(char), true)
    view.setUint16(at + 64, name.length * 2 + 2, true)
    bytes[at + 66] = 2
  })
  return bytes
}

describe('what a file is', () => {
  it('is told by its bytes, not its name', () => {
    expect(outcome(docx(p('x')), 'a.txt')).toEqual({ 'a.txt': 'docx' })
    expect(outcome('<html><p>x</p></html>', 'a.docx')).toEqual({ 'a.docx': 'html' })
    expect(outcome('一、总体情况', 'a.html')).toEqual({ 'a.html': 'text' })
  })

  it.each([
    ['a picture', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'unsupported picture'],
    ['a photo', latin1('\xff\xd8\xff\xe0\0\x10JFIF'), 'unsupported picture'],
    ['a bitmap', latin1(`BM${'\0'.repeat(12)}\x28${'\0'.repeat(20)}`), 'unsupported picture'],
    ['a print file', '%!PS-Adobe-3.0\n', 'unsupported postscript'],
    ['rich text', '{\\rtf1\\ansi x}', 'rtf'],
    [
      'a web archive without a page',
      'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;',
      'not-a-report no-page',
    ],
    [
      'XML of another Office program',
      '<?xml version="1.0"?><?mso-application progid="PowerPoint.Show"?><p>',
      'unsupported office-xml',
    ],
    [
      'XML of Excel without a namespace',
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>',
      'unsupported office-xml',
    ],
    [
      'a page that Word wrote',
      '<html><head><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head><body><p>x</body></html>',
      'html',
    ],
    ['a RAR archive', 'Rar!\x1a\x07\0', 'unsupported other-archive'],
    ['a program', latin1('MZ\x90\0'), 'unsupported program'],
    ['an old Word file without its tables', compound('Root', 'WordDocument'), 'unreadable damaged'],
    ['an old workbook without its tables', compound('Workbook'), 'unreadable damaged'],
    ['a Word file with a password', compound('EncryptionInfo', 'EncryptedPackage'), 'encrypted document-password'],
    ['another compound file', compound('x'), 'unsupported compound'],
    ['a document of Works 3', compound('MatOST', 'MM'), 'unsupported works'],
    ['a document of Works 6', compound('CONTENTS', 'SPELLING'), 'unsupported works'],
    ['a Word file with a picture', compound('CONTENTS', 'WordDocument'), 'unreadable damaged'],
    [
      'a document of Works for DOS',
      latin1(`\x01\xfe${'\0'.repeat(110)}\x01\0${'\0'.repeat(200)}`),
      'unsupported works',
    ],
    ['bytes that begin like Works', latin1(`\x01\xfe${'\0'.repeat(400)}`), 'unsupported binary'],
    [
      'random bytes',
      Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919 + (index >> 3) * 31) & 0xff),
      'unsupported binary',
    ],
    ['nothing', '', 'unreadable empty'],
    ['white space', ' \r\n\t ', 'unreadable empty'],
    [
      'a workbook without a sheet',
      zipSync({ '[Content_Types].xml': strToU8('x'), 'xl/workbook.xml': strToU8('<workbook/>') }),
      'unreadable no-sheet',
    ],
    ['an OpenDocument', zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('x') }), 'unsupported odt'],
    ['an OFD without a document', zipSync({ 'OFD.xml': strToU8('x') }), 'unreadable no-document'],
    ['a text that begins like a bitmap', 'BM公司', 'text'],
  ])('%s', (_, bytes, expected) => {
    expect(outcome(bytes)).toEqual({ a: expected })
  })
})

describe('size', () => {
  it('is checked before a file is read', () => {
    expect(refuseSize('大.zip', LIMITS.fileBytes)).toBeNull()
    expect(refuseSize('大.zip', LIMITS.fileBytes + 1)).toEqual({
      file: '大.zip',
      code: 'too-large',
      reason: 'file-too-large',
      params: { size: 201, limit: 200 },
    })
  })

  it('of text has its own limit', () => {
    const bytes = new Uint8Array(LIMITS.documentBytes + 1).fill(0x61)
    expect(outcome(bytes)).toEqual({ a: 'too-large file-too-large' })
  })

  it.each([
    ['lines', () => 'x\n'.repeat(many)],
    ['paragraphs of a page', () => '<p>x'.repeat(many)],
    ['cells of a page', () => `<table><tr>${'<td>'.repeat(many)}`],
    ['paragraphs of a Word file', () => docx('<w:p/>'.repeat(many))],
  ])('counts %s', (_, make) => {
    expect(outcome(make())).toEqual({ a: 'too-large too-many-parts' })
  })
})

describe('results', () => {
  it('of an archive come one at a time', () => {
    const bytes = zipSync({ '1.txt': strToU8('一'), '2.txt': strToU8('二') })
    const results = openingAtOnce({ path: 'a.zip', bytes })
    expect(results.next().value).toMatchObject({ value: { file: 'a.zip!/1.txt' } })
    expect(results.next().value).toMatchObject({ value: { file: 'a.zip!/2.txt' } })
    expect(results.next().done).toBe(true)
  })
})
