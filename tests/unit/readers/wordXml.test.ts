import { describe, expect, it } from 'vitest'
import { brief, open, outcomes, p, read, tbl, tc, tr, wordPart } from './packages'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const part = (name: string, kind: string, content: string): string =>
  `<pkg:part pkg:name="${name}" pkg:contentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"><pkg:xmlData>${content}</pkg:xmlData></pkg:part>`
const flat = (body: string, more = ''): string =>
  `<?xml version="1.0" standalone="yes"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${part('/word/document.xml', 'document.main', `<w:document ${W}><w:body>${body}</w:body></w:document>`)}${more}</pkg:package>`
const word2003 = (body: string): string =>
  `<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core"><w:styles><w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/></w:style></w:styles><w:body><wx:sect>${body}</wx:sect></w:body></w:wordDocument>`

describe('a Word file that is one XML text', () => {
  it('is read part by part', () => {
    const heading = wordPart('styles', '<w:style w:styleId="h"><w:name w:val="heading 1"/></w:style>')
    const source = flat(
      p('题', '<w:pStyle w:val="h"/>') + tbl(tr(tc('甲'), tc('1'))),
      part('/word/styles.xml', 'styles', heading),
    )
    const { blocks, format } = read(source)
    expect(brief(blocks)).toEqual(['题', [['甲', '1']]])
    expect(blocks[0]).toMatchObject({ role: 'heading' })
    expect(format).toBe('docx')
  })

  it('that lost its end, or its text, is refused', () => {
    expect(outcomes(open(flat(p('甲')).slice(0, -60)))).toEqual({ a: 'unreadable truncated' })
    expect(
      outcomes(open('<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"></pkg:package>')),
    ).toEqual({
      a: 'unreadable no-document',
    })
  })
})

describe('XML of Word 2003', () => {
  it('has its merges, styles and printed list labels', () => {
    const cell = (text: string, properties = ''): string => tc(text, properties)
    const body = `${p('题', '<w:pStyle w:val="a1"/>')}${p('甲', '<w:listPr><w:ilvl w:val="0"/><wx:t wx:val="（一）"/></w:listPr>')}${tbl(
      tr(cell('乙', '<w:vmerge w:val="restart"/>'), cell('丙', '<w:gridSpan w:val="2"/>')),
      tr(cell('', '<w:vmerge/>'), cell('1'), cell('2')),
    )}`
    const { blocks } = read(word2003(body))
    expect(brief(blocks)).toEqual([
      '题',
      '（一）甲',
      [
        ['乙', '丙'],
        ['1', '2'],
      ],
    ])
    const [heading, , table] = blocks
    expect(heading).toMatchObject({ role: 'heading' })
    expect(table).toMatchObject({
      rows: [
        [{ rowspan: 2 }, { colspan: 2 }],
        [{}, {}],
      ],
    })
  })

  it('drops deletions and comments, and marks insertions', () => {
    const annotation = (type: string, text: string): string =>
      `<aml:annotation aml:id="1" w:type="${type}"><aml:content><w:r><w:${type === 'Word.Deletion' ? 'delText' : 't'}>${text}</w:${type === 'Word.Deletion' ? 'delText' : 't'}></w:r></aml:content></aml:annotation>`
    const body = `<w:p>${annotation('Word.Deletion', '旧')}${annotation('Word.Insertion', '新')}${annotation('Word.Comment', '批')}<w:r><w:t>文</w:t></w:r></w:p>`
    const document = read(word2003(body))
    expect(brief(document.blocks)).toEqual(['新文'])
    expect(document.notes.map(({ code, params }) => [code, params['text']])).toEqual([
      ['tracked-deletion', '旧'],
      ['tracked-insertion', '新'],
    ])
  })
})
