import { describe, expect, it } from 'vitest'
import { brief, docx, docxOf, open, outcomes, p, read, wordPart } from './packages'

const text = (body: string, parts: Readonly<Record<string, string>> = {}): (string | string[][])[] =>
  brief(read(docx(body, parts)).blocks)
const run = (content: string): string => `<w:r>${content}</w:r>`

describe('text of a Word file', () => {
  it('joins runs and knows tabs, breaks and hyphens', () => {
    expect(
      text(
        `<w:p>${run('<w:t>政府</w:t>')}${run('<w:t xml:space="preserve">信息 </w:t><w:tab/><w:t>公开</w:t>')}</w:p>`,
      ),
    ).toEqual(['政府信息 \t公开'])
    expect(
      text(`<w:p>${run('<w:t>上</w:t><w:br/><w:t>下</w:t><w:cr/><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t>')}</w:p>`),
    ).toEqual(['上', '下', '1-2'])
  })

  it('does not take tab stops for tabs', () => {
    expect(text(p('甲', '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>'))).toEqual(['甲'])
  })

  it('resolves references once and leaves unknown ones alone', () => {
    expect(text(p('A&amp;lt;B &#20013;&#x56fd; &nbsp;'))).toEqual(['A&lt;B 中国 &nbsp;'])
  })

  it('takes one of the alternatives of a drawing', () => {
    const box = (word: string): string => `<w:txbxContent>${p(word)}</w:txbxContent>`
    const body = `<w:p>${run('<w:t>前</w:t>')}<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box('框')}</mc:Choice><mc:Fallback>${box('框')}</mc:Fallback></mc:AlternateContent></w:r>${run('<w:t>后</w:t>')}</w:p>${p('末')}`
    expect(text(body)).toEqual(['前后', '框', '末'])
  })

  it('takes the fallback where there is no choice', () => {
    expect(
      text(`<w:p><w:r><mc:AlternateContent><mc:Fallback><w:t>备</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`),
    ).toEqual(['备'])
  })

  it('drops field instructions and keeps field results', () => {
    const field = (type: string): string => run(`<w:fldChar w:fldCharType="${type}"/>`)
    const sum = `${field('begin')}${run('<w:instrText>=SUM(ABOVE)</w:instrText>')}${field('separate')}${run('<w:t>42</w:t>')}${field('end')}`
    expect(text(`<w:p>${run('<w:t>共</w:t>')}${sum}${run('<w:t>件</w:t>')}</w:p>`)).toEqual(['共42件'])
    const broken = `<w:p>${field('begin')}${run('<w:t>x</w:t>')}</w:p>${p('不丢')}`
    expect(text(broken)).toEqual(['', '不丢'])
  })

  it('drops hidden text and says so', () => {
    const body = `<w:p>${run('<w:rPr><w:vanish/></w:rPr><w:t>暗</w:t>')}${run('<w:rPr><w:vanish w:val="0"/></w:rPr><w:t>明</w:t>')}</w:p>`
    const document = read(docx(body))
    expect(brief(document.blocks)).toEqual(['明'])
    expect(document.notes).toEqual([{ code: 'hidden-text', params: { text: '暗' }, place: { line: 1 } }])
  })

  it('leaves out what is struck out, by the run or by a style, and says so', () => {
    const struck = (properties: string, digit = '9'): string => run(`<w:rPr>${properties}</w:rPr><w:t>${digit}</w:t>`)
    const style = (id: string, type: string, properties: string): string =>
      `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/><w:rPr>${properties}</w:rPr></w:style>`
    const styles = wordPart(
      'styles',
      style('gone', 'paragraph', '<w:strike/>') + style('out', 'character', '<w:dstrike/>'),
    )
    const row = (...cells: readonly string[]): string =>
      `<w:tr>${cells.map((cell) => `<w:tc><w:p>${cell}</w:p></w:tc>`).join('')}</w:tr>`
    const two = run('<w:t>62</w:t>')
    const former = '<w:rPrChange w:id="1"><w:rPr><w:strike/></w:rPr></w:rPrChange>'
    const body = `<w:tbl>${row(
      two + struck('<w:strike/><w:dstrike w:val="false"/>'),
      two + struck('<w:strike w:val="false"/><w:dstrike/>'),
      two + struck('<w:strike w:val="0"/>'),
      two + struck(former),
      two + struck('<w:rStyle w:val="out"/>'),
    )}${row(
      struck('<w:strike/>', '17'),
      two + run('<w:rPr><w:strike/></w:rPr><w:tab/>'),
      `<w:pPr><w:pStyle w:val="gone"/></w:pPr>${two}`,
      `<w:pPr><w:pStyle w:val="gone"/></w:pPr>${struck('<w:strike w:val="0"/>')}`,
      two,
    )}</w:tbl>`
    const document = read(docx(body, { 'word/styles.xml': styles }))
    expect(brief(document.blocks)).toEqual([
      [
        ['62', '62', '629', '629', '62'],
        ['', '62', '', '9', '62'],
      ],
    ])
    expect(document.notes.map(({ code, place, params }) => [code, place.row, place.column, params['text']])).toEqual([
      ['struck-out', 1, 1, '9'],
      ['struck-out', 1, 2, '9'],
      ['struck-out', 1, 5, '9'],
      ['struck-out', 2, 1, '17'],
      ['struck-out', 2, 3, '62'],
    ])
  })

  it('keeps footnote marks, ruby readings and former properties out', () => {
    const ruby =
      '<w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase></w:ruby>'
    expect(text(`<w:p>${run(ruby)}${run('<w:footnoteReference w:id="2"/>')}</w:p>`)).toEqual(['拼'])
  })

  it('joins paragraphs whose mark was deleted', () => {
    const body = `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('<w:t>一</w:t>')}</w:p>${p('二')}${p('三')}`
    expect(text(body)).toEqual(['一二', '三'])
  })

  it('turns no-break spaces into spaces', () => {
    expect(text(p('1\u00a02'))).toEqual(['1 2'])
  })

  it('keeps math and counts pictures', () => {
    const math =
      '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>8</m:t></m:r></m:oMath>'
    const document = read(docx(`<w:p>${math}${run('<w:drawing/>')}</w:p>`))
    expect(brief(document.blocks)).toEqual(['8'])
    expect(document.notes).toEqual([{ code: 'pictures', params: { count: 1 }, place: {} }])
  })

  it('knows headings and titles by style, by inheritance and by outline level', () => {
    const style = (id: string, name: string, more = ''): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
    const styles = wordPart(
      'styles',
      style('1', 'heading 1') +
        style('a', 'Title') +
        style('b', 'mine', '<w:basedOn w:val="c"/>') +
        style('c', 'base', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
    )
    const body =
      p('题', '<w:pStyle w:val="a"/>') +
      p('一', '<w:pStyle w:val="1"/>') +
      p('二', '<w:pStyle w:val="b"/>') +
      p('三', '<w:outlineLvl w:val="0"/>') +
      p('文', '<w:outlineLvl w:val="9"/>')
    const { blocks } = read(docx(body, { 'word/styles.xml': styles }))
    expect(blocks.map((block) => (block.kind === 'paragraph' ? block.role : 'table'))).toEqual([
      'title',
      'heading',
      'heading',
      'heading',
      undefined,
    ])
  })

  it('takes the title from the properties', () => {
    const core =
      '<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>某局2024年年报</dc:title><dc:creator>某</dc:creator></cp:coreProperties>'
    expect(read(docx(p('x'), { 'docProps/core.xml': core })).metadata).toEqual({ title: '某局2024年年报' })
  })
})

describe('odd Word files', () => {
  it('are read whatever prefixes they use, strict ones too', () => {
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
    expect(
      brief(
        read(
          docxOf(
            `<?xml version="1.0"?><!-- c --><document xmlns="${strict}" xmlns:ns0="${strict}"><ns0:body><p><ns0:r><t><![CDATA[甲]]></t></ns0:r></p><p xmlns="urn:other"><t>乙</t></p></ns0:body></document>`,
          ),
        ).blocks,
      ),
    ).toEqual(['甲'])
  })

  it('are found by their relationships', () => {
    const main = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p('二')}</w:body></w:document>`
    const relations =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>'
    expect(text(p('一'), { 'word/document2.xml': main, '_rels/.rels': relations })).toEqual(['二'])
  })

  it('with entity declarations are refused, never expanded', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p('&b;')}</w:body></w:document>`
    expect(outcomes(open(docxOf(bomb)))).toEqual({ a: 'unreadable declarations' })
  })

  it('with broken markup or no body are refused', () => {
    const name = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    expect(outcomes(open(docxOf(`<w:document ${name}><w:body><w:p></w:body></w:document>`)))).toEqual({
      a: 'unreadable damaged',
    })
    expect(outcomes(open(docxOf(`<w:document ${name}><w:body><w:p>`)))).toEqual({ a: 'unreadable truncated' })
    expect(outcomes(open(docxOf('<html xmlns="x"/>')))).toEqual({ a: 'unreadable no-document' })
  })

  it('with a hundred thousand nested elements are read', () => {
    const depth = 100_000
    expect(text(`${'<w:smartTag>'.repeat(depth)}${p('芯')}${'</w:smartTag>'.repeat(depth)}`)).toEqual(['芯'])
  })

  it('with odd quotes in attributes are read', () => {
    expect(text(`<w:p w:rsid='a"b>c'><w:r><w:rPr><w:lang w:val="a>b"/></w:rPr><w:t >x</w:t ></w:r></w:p>`)).toEqual([
      'x',
    ])
  })
})
