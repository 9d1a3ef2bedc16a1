import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { brief, grids, placed, read } from './packages'

const page = (body: string): (string | string[][])[] => brief(read(`<html><body>${body}</body></html>`).blocks)
const cells = (table: string): string[] => placed(grids(read(`<html>${table}</html>`))[0])

describe('cells that a page fills in its own way', () => {
  it('hold what stands in an input of text, and nothing of other inputs', () => {
    const inputs = '<input value="7" readonly><input type="hidden" value="8"><input type="checkbox" value="9">'
    expect(page(`<table><tr><td>规章</td><td>${inputs}</td></tr><tr><td>许可</td><td>0</td></tr></table>`)).toEqual([
      [
        ['规章', '7'],
        ['许可', '0'],
      ],
    ])
  })

  it('hold what a table of one cell in them holds', () => {
    const boxed = (text: string): string => `<td><table><tr><td><p>${text}</p></td></tr></table></td>`
    const table = `<table><tr><td>规章</td>${boxed('7')}${boxed('0')}</tr><tr><td>许可</td>${boxed('3')}<td>4</td></tr></table>`
    expect(page(table)).toEqual([
      [
        ['规章', '7', '0'],
        ['许可', '3', '4'],
      ],
    ])
  })
})

describe('text of a page', () => {
  it('is one paragraph a block and one line a break', () => {
    expect(page('<h1>题</h1><div>一<p>二<br>三</p>四</div>五')).toEqual(['题', '一', '二', '三', '四', '五'])
  })

  it('joins characters that stand in a span each', () => {
    expect(page('<p><span>总</span><span>体</span> <b><span>情</span></b><span>况</span></p>')).toEqual(['总体 情况'])
  })

  it('collapses white space and keeps none from line breaks between Chinese characters', () => {
    expect(page('<p>\n  政府信\n   息   公开 \t 2024\n年\n</p>')).toEqual(['政府信息 公开 2024 年'])
  })

  it('turns no-break spaces into spaces, however they are written', () => {
    expect(page('<p>1&nbsp;2&#160;3&nbsp4\u00a05</p>')).toEqual(['1 2 3 4 5'])
  })

  it('knows entities, unclosed and numbered ones too', () => {
    expect(page('<p>a&lt;b&gt &#20013;&#x56FD; &hellip;&unknown; &</p>')).toEqual(['a<b> 中国 …&unknown; &'])
  })

  it('has no Office debris', () => {
    const debris = '<!--[if gte mso 9]><xml><w:x>垃圾</w:x></xml><![endif]--><xml>垃圾</xml>'
    expect(page(`${debris}<p>甲<o:p></o:p></p><![if !supportEmptyParas]><p><o:p>&nbsp;</o:p></p><![endif]>`)).toEqual([
      '甲',
      ' ',
    ])
  })

  it('has no scripts, styles, lists of choices and hidden parts', () => {
    expect(
      page(
        `<script>var a = "<p>x</p>"</script><style>p{}</style><select><option>选</option></select><textarea>写</textarea>
         <div hidden>暗</div><p style="color:red; DISPLAY : none">暗</p><p>明</p><svg><text>图</text></svg>`,
      ),
    ).toEqual(['明'])
  })

  it('does not lose what follows a hidden paragraph without end tag', () => {
    expect(page('<p style="display:none">暗<p>明')).toEqual(['明'])
    expect(page('<ul><li hidden>暗<li>明</ul><p>后')).toEqual(['明', '后'])
  })

  it('is read hidden or not where a hidden part never ends or hides the tables', () => {
    expect(page('<p>前</p><div hidden>后<p>文')).toEqual(['前', '后', '文'])
    expect(page('<p>前</p><div style="display:none"><table><tr><td>规章<td>1</table></div>')).toEqual([
      '前',
      [['规章', '1']],
    ])
  })

  it('keeps lines of preformatted text', () => {
    expect(page('<pre>一  二\n三</pre>')).toEqual(['一  二', '三'])
  })

  it('marks headings', () => {
    const { blocks } = read('<h1>题</h1><h3>节</h3><p>文</p>')
    expect(blocks.map((block) => (block.kind === 'paragraph' ? block.role : null))).toEqual([
      'title',
      'heading',
      undefined,
    ])
  })

  it('drops deleted text and keeps inserted', () => {
    expect(page('<p><del>1</del><ins>2</ins></p>')).toEqual(['2'])
    expect(page('<p><s>1</s><strike>3</strike>2</p>')).toEqual(['2'])
    const lined = read('<table><tr><td>规章<td>62<span style="text-decoration:line-through">9</span></table>')
    expect(brief(lined.blocks)).toEqual([[['规章', '62']]])
    expect(lined.notes.map(({ code, params }) => [code, params['text']])).toEqual([['struck-out', '9']])
  })

  it.each([
    ['.x1{text-decoration:line-through}', true],
    ['<!-- span.a, SPAN.x1 { color: red; text-decoration-line : underline line-through } -->', true],
    ['.x1{text-decoration:line-through} .x1{color:red}', true],
    ['.x1{text-decoration:line-through} .x1{text-decoration:none}', false],
    ['/* .x1{text-decoration:line-through} */ .x2{text-decoration:line-through}', false],
    ['td.x1{text-decoration:line-through}', false],
    ['.x1:hover{text-decoration:line-through} #a .x1{text-decoration:line-through}', false],
  ])('leaves out what the page’s own style sheet draws a line through: %s', (sheet, isOut) => {
    const { blocks, notes } = read(
      `<style type="text/css">${sheet}</style><table><tr><td>规章<td>62<span class="b x1">9</span></table>`,
    )
    expect(brief(blocks)).toEqual([[['规章', isOut ? '62' : '629']]])
    expect(notes.map(({ code, params }) => [code, params['text']])).toEqual(isOut ? [['struck-out', '9']] : [])
  })

  it('keeps what an element’s own style frees of a line', () => {
    const sheet = '<style>.x{text-decoration:line-through}</style>'
    expect(page(`${sheet}<p><span class=x style="text-decoration:none">1</span><span class=x>2</span></p>`)).toEqual([
      '1',
    ])
  })

  it('reads style sheets that are long and broken in no time', () => {
    const text = `${'<style>/*'.repeat(50_000)}<p>文</p>`
    const began = performance.now()
    read(text)
    read(`<style>${'{/*'.repeat(200_000)}</style><p>文</p>`)
    expect(performance.now() - began).toBeLessThan(5000)
  })

  it('tells title and meta fields apart from the text', () => {
    const document = read(
      '<html><head><title> 某局\n年报 </title><meta name="ArticleTitle" content="某局2024年"><meta name=PubDate content="2025-01-20 10:00"><meta name="x" content=""></head><body>文</body></html>',
    )
    expect(document.metadata).toEqual({ title: '某局年报', ArticleTitle: '某局2024年', PubDate: '2025-01-20 10:00' })
    expect(brief(document.blocks)).toEqual(['文'])
  })

  it('is inert: markup in entities stays text', () => {
    expect(page('<p>&lt;script&gt;alert(1)&lt;/script&gt;局</p>')).toEqual(['<script>alert(1)</script>局'])
  })
})

describe('tables of a page', () => {
  it('need no end tags', () => {
    expect(page('<table><tr><td>a<td>b<tr><td>1<td>2<p>3</table>后')).toEqual([
      [
        ['a', 'b'],
        ['1', '2\n3'],
      ],
      '后',
    ])
  })

  it('place cells by their spans', () => {
    expect(cells('<table><tr><td rowspan=2>a<td colspan="2">b<tr><td>c<td>d<tr><td>e<td>f<td>g</table>')).toEqual([
      '1,1 1×2 a',
      '1,2 2×1 b',
      '2,2 1×1 c',
      '2,3 1×1 d',
      '3,1 1×1 e',
      '3,2 1×1 f',
      '3,3 1×1 g',
    ])
  })

  it('survive spans that are wrong', () => {
    expect(cells('<table><tr><td rowspan=0>a<td colspan=0>b<td rowspan="-3" colspan=x>c<tr><td>d</table>')).toEqual([
      '1,1 1×2 a',
      '1,2 1×1 b',
      '1,3 1×1 c',
      '2,2 1×1 d',
    ])
    expect(cells('<table><tr><td rowspan=99999999 colspan=5000>a<td>b<tr><td>c</table>')).toEqual([
      '1,1 1000×2 a',
      '1,1001 1×1 b',
      '2,1001 1×1 c',
    ])
  })

  it('show head, body and foot in this order, whatever the source has, and keep spans inside them', () => {
    expect(
      cells(
        '<table><tfoot><tr><td>总计</tfoot><thead><tr><th rowspan=5>头<th>x</thead><tbody><tr><td>1<td>2</tbody></table>',
      ),
    ).toEqual(['1,1 1×1 头', '1,2 1×1 x', '2,1 1×1 1', '2,2 1×1 2', '3,1 1×1 总计'])
  })

  it('put captions and stray text before themselves', () => {
    expect(page('<table><caption>表题</caption>流浪<tr><td>1<td>2</table>')).toEqual(['表题', '流浪', [['1', '2']]])
  })

  it('make rows without row tags', () => {
    expect(page('<table><td>a<td>b<tr><td>c<td>d</table>')).toEqual([
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ])
  })

  it('that lay out the page give their content in order', () => {
    const data = '<table><tr><td>规章<td>1<tr><td>文件<td>2</table>'
    expect(
      page(
        `<table><tr><td>首页<td>公开</table><table width=100%><tr><td>索引号<td>X-1<tr><td colspan=2><p>标题</p>${data}<p>落款</p></table>`,
      ),
    ).toEqual([
      [['首页', '公开']],
      [['索引号', 'X-1']],
      '标题',
      [
        ['规章', '1'],
        ['文件', '2'],
      ],
      '落款',
    ])
  })

  it('that lay out a column of navigation beside an article give both', () => {
    expect(page(`<table><tr><td>导航<td><h2>报告</h2>${'文'.repeat(1001)}</table>`)).toEqual([
      '导航',
      '报告',
      '文'.repeat(1001),
    ])
  })

  it('drop hidden rows and cells and say so', () => {
    const document = read('<table><tr><td>a<td>b<tr style="display:none"><td>9<td>9<tr><td>1<td hidden>8<td>2</table>')
    expect(brief(document.blocks)).toEqual([
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ])
    expect(document.notes.map((note) => note.params['text'])).toEqual(['99', '8'])
  })

  it('tell a changed figure', () => {
    const document = read('<table><tr><td>规章<td><del>12</del><ins>13</ins></table>')
    expect(brief(document.blocks)).toEqual([[['规章', '13']]])
    expect(document.notes).toEqual([
      { code: 'tracked-deletion', params: { text: '12' }, place: { table: 1, row: 1, column: 2 } },
    ])
  })

  it('nested a hundred thousand deep are read', () => {
    expect(brief(read(`<table><tr><td>`.repeat(100_000) + '芯').blocks)).toEqual(['芯'])
  })
})

describe('encodings of a page', () => {
  const gb = new Uint8Array([
    ...strToU8('<html><meta charset="gb2312"><p>'),
    0xd6,
    0xd0,
    0xb9,
    0xfa,
    ...strToU8('</p>'),
  ])

  it('follow the declared charset', () => {
    expect(brief(read(gb).blocks)).toEqual(['中国'])
  })

  it('follow the bytes where they contradict the declaration', () => {
    expect(
      brief(read('<html><meta http-equiv="Content-Type" content="text/html; charset=gbk"><p>中国</p>').blocks),
    ).toEqual(['中国'])
    const wrong = gb.slice()
    wrong.set(strToU8('utf-8 '), 21)
    expect(brief(read(wrong).blocks)).toEqual(['中国'])
  })
})
