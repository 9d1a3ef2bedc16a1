import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/readers/limits'
import { compoundFile, DELETED, type DocParagraph, oldWord, p, row, sprm, u16, u32, zeros } from './oldWord'
import { brief, open, outcomes, read } from './packages'

const SPECIAL = sprm(0x0855, 1)
const HIDDEN = sprm(0x083c, 1)

const texts = (...paragraphs: readonly DocParagraph[]): (string | string[][])[] =>
  brief(read(oldWord(paragraphs)).blocks)
const outcome = (bytes: Uint8Array): string | undefined => outcomes(open(bytes))['a']

const NONE = 0xfff
const upx = (bytes: readonly number[]): number[] => [
  ...u16(bytes.length),
  ...bytes,
  ...(bytes.length % 2 === 0 ? [] : [0]),
]
const styleOf = (builtIn: number, kind: number, basedOn: number, parts: readonly (readonly number[])[]): number[] => {
  const body = [
    ...u16(builtIn),
    ...u16(kind | (basedOn << 4)),
    ...u16(parts.length),
    ...zeros(8),
    ...parts.flatMap(upx),
  ]
  return [...u16(body.length), ...body]
}
/** A style of paragraphs, and of the characters in them. */
const style = (
  builtIn: number,
  basedOn: number,
  paragraph: readonly number[],
  characters: readonly number[] = [],
): number[] => styleOf(builtIn, 1, basedOn, [[0, 0, ...paragraph], characters])
const characterStyle = (basedOn: number, characters: readonly number[]): number[] =>
  styleOf(0xffe, 2, basedOn, [characters])
const styleSheet = (count: number, styles: readonly number[]): number[] => [
  ...u16(4),
  ...u16(count),
  ...u16(10),
  ...styles,
]

describe('text of an old Word document', () => {
  it('is put together from pieces, wherever they stand and however they are written', () => {
    const paragraphs = [
      p('年报'),
      p('B “1” – 2\x85', { compressed: true }),
      ...row([0, 100, 200], ['规章', '3']),
      p('end', { compressed: true }),
    ]
    const expected = ['年报', 'B “1” – 2…', [['规章', '3']], 'end']
    const western = paragraphs.map((one) =>
      one.compressed === true ? { ...one, runs: [{ text: toBytes(one.runs[0]?.text ?? '') }] } : one,
    )
    expect(brief(read(oldWord(western)).blocks)).toEqual(expected)
    expect(brief(read(oldWord(western, { backwards: true })).blocks)).toEqual(expected)
  })

  it('takes the changes that a quick save put on a piece', () => {
    const inTable = { mark: '\x07', prm: (0x18 << 1) | (1 << 8) }
    const list = [...sprm(0x2416, 1), ...sprm(0x2417, 1)]
    const document = oldWord(
      [
        p('留'),
        p('删', { prm: (0x41 << 1) | (1 << 8) }),
        p('规章', inTable),
        p('3', inTable),
        { runs: [], mark: '\x07', prm: 1 },
      ],
      { lists: [list] },
    )
    expect(brief(read(document).blocks)).toEqual(['留', '', [['规章', '3']]])
  })

  it('knows tabs, breaks and hyphens', () => {
    expect(texts(p('甲\t乙\x0b丙\x1e1\x1f2\u00a03'))).toEqual(['甲\t乙', '丙-12 3'])
  })

  it('takes a page break for a line, the end of a section for the end of a paragraph', () => {
    expect(texts(p('甲\x0c乙'), p('丙', { mark: '\x0c' }), p('丁'))).toEqual(['甲', '乙', '丙', '丁'])
    expect(texts(p('\x0c二、'), p('', { mark: '\x0c' }), p('丁'))).toEqual(['二、', '丁'])
  })

  it('drops field instructions and keeps field results', () => {
    expect(texts(p('共\x13 =SUM(ABOVE) \x1442\x15件'))).toEqual(['共42件'])
    expect(texts(p('\x13 IF \x13 PAGE \x141\x15 = 1 \x14甲\x13 X \x14乙\x15\x15丙'))).toEqual(['甲乙丙'])
    expect(texts(p('\x13x'), p('不丢'))).toEqual(['', '不丢'])
  })

  it('leaves out what is struck out, by its run or by its piece, and says so', () => {
    const struck = (code: number, value: number): DocParagraph => ({
      runs: [{ text: '62' }, { text: '9', changes: sprm(code, value) }],
    })
    const document = read(
      oldWord([
        struck(0x0837, 1),
        struck(0x2a53, 1),
        struck(0x0837, 0),
        struck(0x0837, 0x80),
        struck(0x0837, 0x81),
        p('17', { prm: (0x57 << 1) | (1 << 8) }),
      ]),
    )
    expect(brief(document.blocks)).toEqual(['62', '62', '629', '629', '62', ''])
    expect(document.notes.map(({ code, place, params }) => [code, place.line, params['text']])).toEqual([
      ['struck-out', 1, '9'],
      ['struck-out', 2, '9'],
      ['struck-out', 5, '9'],
      ['struck-out', 6, '17'],
    ])
  })

  it('drops hidden text and says so', () => {
    const document = read(oldWord([{ runs: [{ text: '暗', changes: HIDDEN }, { text: '明' }] }]))
    expect(brief(document.blocks)).toEqual(['明'])
    expect(document.notes).toEqual([{ code: 'hidden-text', params: { text: '暗' }, place: { line: 1 } }])
  })

  it('raises digits, reads symbols, keeps marks of notes out', () => {
    const runs = [
      { text: '12' },
      { text: '3', changes: sprm(0x2a48, 1) },
      { text: '\x02\x05', changes: SPECIAL },
      { text: '(', changes: [...SPECIAL, ...sprm(0x6a09, ...u16(3), ...u16(0xf034))] },
      { text: '(', changes: sprm(0x6a09, ...u16(3), ...u16(0xf0fc)) },
      { text: '(' },
    ]
    expect(texts({ runs })).toEqual(['12³4\uFFFD('])
  })

  it('counts pictures and drawings, not the data of form fields', () => {
    const runs = [
      { text: '\x01', changes: SPECIAL },
      { text: '\x08', changes: SPECIAL },
      { text: '\x01', changes: [...SPECIAL, ...sprm(0x0806, 1)] },
    ]
    expect(read(oldWord([{ runs }])).notes).toEqual([{ code: 'pictures', params: { count: 2 }, place: {} }])
  })

  it('joins paragraphs whose mark was deleted', () => {
    expect(texts(p('一', { markChanges: DELETED }), p('二'), p('三'))).toEqual(['一二', '三'])
  })

  it('leaves out what a style of characters strikes out or hides, unless the paragraph’s own does the same', () => {
    const STRUCK = sprm(0x0837, 1)
    const sheet = [
      ...style(0, NONE, []),
      ...characterStyle(NONE, STRUCK),
      ...characterStyle(1, []),
      ...style(0xffe, 0, [], STRUCK),
      ...characterStyle(NONE, HIDDEN),
    ]
    const styled = (number: number, changes: readonly number[] = []): DocParagraph['runs'] => [
      { text: '62' },
      { text: '9', changes: [...sprm(0x4a30, ...u16(number)), ...changes] },
    ]
    const paragraphs = [
      { runs: styled(1) },
      { runs: styled(2) },
      { runs: styled(1, sprm(0x0837, 0)) },
      { runs: styled(1), style: 3 },
      { runs: styled(4) },
      { runs: styled(7) },
    ]
    const document = read(oldWord(paragraphs, { styles: styleSheet(5, sheet) }))
    expect(brief(document.blocks)).toEqual(['62', '62', '629', '9', '62', '629'])
    expect(document.notes.map(({ code, place, params }) => [code, place.line, params['text']])).toEqual([
      ['struck-out', 1, '9'],
      ['struck-out', 2, '9'],
      ['struck-out', 4, '62'],
      ['hidden-text', 5, '9'],
    ])
  })

  it('knows headings, titles, hidden styles and styles that number', () => {
    const sheet = [
      ...style(0, NONE, []),
      ...style(1, 0, []),
      ...style(62, 0, []),
      ...style(0xffe, 4, []),
      ...style(0xffe, 0, sprm(0x2640, 1)),
      ...style(0xffe, 0, sprm(0x460b, ...u16(7)), HIDDEN),
    ]
    const styles = styleSheet(6, sheet)
    const paragraphs = [0, 1, 2, 3, 5].map((number) => p(`样${String(number)}`, { style: number }))
    const shown = { runs: [{ text: '明', changes: sprm(0x083c, 0x81) }], style: 5, changes: sprm(0x460b, 0, 0) }
    const own = [p('级', { changes: sprm(0x2640, 0) }), p('文', { changes: sprm(0x2640, 9) })]
    const document = read(oldWord([...paragraphs, shown, ...own], { styles }))
    expect(document.blocks.map((block) => (block.kind === 'paragraph' ? [block.role, block.text] : []))).toEqual([
      [undefined, '样0'],
      ['heading', '样1'],
      ['title', '样2'],
      ['heading', '样3'],
      [undefined, ''],
      [undefined, '明'],
      ['heading', '级'],
      [undefined, '文'],
    ])
    expect(document.notes.map(({ code }) => code)).toEqual(['hidden-text', 'automatic-number-unknown'])
  })

  it('takes the title from the properties', () => {
    const text = [0xc4, 0xea, 0xb1, 0xa8, 0]
    const set = [...u32(0), ...u32(2), ...u32(1), ...u32(24), ...u32(2), ...u32(32)]
    const values = [...u32(2), ...u16(936), ...u16(0), ...u32(0x1e), ...u32(text.length), ...text]
    const summary = Uint8Array.from([...zeros(44), ...u32(48), ...set, ...values])
    const whole = oldWord([p('x')], { more: { '\x05SummaryInformation': summary } })
    expect(read(whole).metadata).toEqual({ title: '年报' })
  })
})

/** Text as the bytes of windows-1252, each as a character. */
function toBytes(text: string): string {
  const bytes: Readonly<Record<string, string>> = { '“': '\x93', '”': '\x94', '–': '\x96' }
  return Array.from(text, (char) => bytes[char] ?? char).join('')
}

describe('what is no readable old Word document', () => {
  it.each([
    ['with a password', oldWord([p('x')], { flags: 0x0100 }), 'encrypted document-password'],
    ['of Word 95', oldWord([p('x')], { magic: 0xa5dc }), 'unsupported doc'],
    ['of another magic', oldWord([p('x')], { magic: 0x1234 }), 'unreadable damaged'],
    ['of Works', compoundFile({ CONTENTS: new Uint8Array(600), MatOST: new Uint8Array(4) }), 'unsupported works'],
    ['that says to be longer than it is', oldWord([p('x')], { length: 50 }), 'unreadable damaged'],
    ['that says to be endless', oldWord([p('x')], { length: 0xffff_fff0 }), 'too-large file-too-large'],
    ['without its table stream', compoundFile({ WordDocument: stream(oldWord([p('x')])) }), 'unreadable no-document'],
  ])('one %s', (_, bytes, expected) => {
    expect(outcome(bytes)).toBe(expected)
  })

  it('one whose sectors go in a circle', () => {
    const bytes = oldWord([p('x'.repeat(5000))])
    const view = new DataView(bytes.buffer)
    const tables = (view.getUint32(76, true) + 1) * 512
    view.setUint32(tables + 8, 0, true)
    expect(outcome(bytes)).toBe('unreadable damaged')
  })

  it('one with more pieces or paragraphs than a report has', () => {
    expect(outcome(oldWord([p('\r'.repeat(LIMITS.documentParts + 10))]))).toBe('too-large too-many-parts')
  })

  it('is read behind megabytes of pictures', () => {
    const bytes = oldWord([p('x')], { more: { Pictures: new Uint8Array(16_000_000), After: new Uint8Array(5000) } })
    expect(brief(read(bytes).blocks)).toEqual(['x'])
    expect(read(bytes).notes).toEqual([])
  })

  it('is read where its streams are named in other case', () => {
    const bytes = oldWord([p('x')])
    const text = Buffer.from(bytes).toString('latin1').replace(utf16('WordDocument'), utf16('WORDDOCUMENT'))
    expect(outcome(Uint8Array.from(Buffer.from(text, 'latin1')))).toBe('doc')
  })

  it('is known by its bytes: .wps and a member of an archive are the same', () => {
    const bytes = oldWord([p('x')])
    expect(outcomes(open(bytes, 'a.wps'))).toEqual({ 'a.wps': 'doc' })
    expect(outcomes(open(zipSync({ 'b.wps': bytes }), 'a.zip'))).toEqual({ 'a.zip!/b.wps': 'doc' })
  })
})

/** A text as its bytes in UTF-16, each as a character. */
function utf16(text: string): string {
  return Array.from(text, (char) => `${char}\0`).join('')
}

/** The first stream of a file that `oldWord` made. */
function stream(file: Uint8Array): Uint8Array {
  return file.subarray(512, 512 + 4096)
}
