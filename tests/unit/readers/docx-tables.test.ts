import { describe, expect, it } from 'vitest'
import { brief, docx, grids, p, placed, read, tbl, tc, tr } from './packages'

describe('tables of a Word file', () => {
  it('stand in reading order among the paragraphs', () => {
    const document = read(
      docx(p('一、总体情况') + tbl(tr(tc('规章'), tc('3'))) + p('后文') + tbl(tr(tc('a'), tc('b')))),
    )
    expect(brief(document.blocks)).toEqual(['一、总体情况', [['规章', '3']], '后文', [['a', 'b']]])
    expect(grids(document).map((grid) => grid.table)).toEqual([1, 2])
    expect(document.blocks[2]).toMatchObject({ place: { line: 2 } })
  })

  it('put merged cells at their anchors', () => {
    const [grid] = grids(
      read(
        docx(
          tbl(
            tr(tc('结果', '<w:vMerge w:val="restart"/>'), tc('申请人', '<w:gridSpan w:val="2"/>')),
            tr(tc('', '<w:vMerge/>'), tc('公民'), tc('企业')),
            tr(tc('', '<w:vMerge w:val="continue"/>'), tc('1'), tc('2')),
            tr(tc('总计', '<w:vMerge w:val="restart"/>'), tc('3'), tc('4')),
          ),
        ),
      ),
    )
    expect(placed(grid)).toEqual([
      '1,1 1×3 结果',
      '1,2 2×1 申请人',
      '2,2 1×1 公民',
      '2,3 1×1 企业',
      '3,2 1×1 1',
      '3,3 1×1 2',
      '4,1 1×1 总计',
      '4,2 1×1 3',
      '4,3 1×1 4',
    ])
  })

  it('take a continued cell with nothing above it for a cell of its own', () => {
    const [grid] = grids(read(docx(tbl(tr(tc('a', '<w:vMerge/>'), tc('b')), tr(tc('c'), tc('d', '<w:vMerge/>'))))))
    expect(placed(grid)).toEqual(['1,1 1×1 a', '1,2 1×1 b', '2,1 1×1 c', '2,2 1×1 d'])
  })

  it('tell what a merged cell covers', () => {
    const document = read(
      docx(tbl(tr(tc('0', '<w:vMerge w:val="restart"/>'), tc('x')), tr(tc('7', '<w:vMerge/>'), tc('y')))),
    )
    expect(document.notes).toEqual([
      { code: 'merged-cell-text', params: { text: '7' }, place: { table: 1, row: 1, column: 1 } },
    ])
  })

  it('count the columns that a row leaves out before its first cell', () => {
    const row = `<w:tr><w:trPr><w:gridBefore w:val="2"/><w:gridAfter w:val="1"/></w:trPr>${tc('c')}${tc('d')}</w:tr>`
    const [grid] = grids(read(docx(tbl(tr(tc('a'), tc('b', '<w:gridSpan w:val="4"/>')), row))))
    expect(placed(grid)).toEqual(['1,1 1×1 a', '1,2 4×1 b', '2,3 1×1 c', '2,4 1×1 d'])
  })

  it('join cells of old documents that are merged to the left', () => {
    const [grid] = grids(
      read(
        docx(
          tbl(
            tr(tc('a', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('b')),
            tr(tc('1'), tc('2'), tc('3')),
          ),
        ),
      ),
    )
    expect(placed(grid).slice(0, 2)).toEqual(['1,1 2×1 a', '1,3 1×1 b'])
  })

  it('are found through content controls at every level', () => {
    const sdt = (content: string): string =>
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
    const run = `<w:p>${sdt(sdt('<w:r><w:t>12</w:t></w:r>'))}</w:p>`
    const document = read(docx(sdt(sdt(tbl(sdt(tr(sdt(tc('规章')), sdt(sdt(tc(run)))))))) + sdt(p('后文'))))
    expect(brief(document.blocks)).toEqual([[['规章', '12']], '后文'])
  })

  it('keep a line for each paragraph and break of a cell', () => {
    const [grid] = grids(
      read(docx(tbl(tr(tc(p('商业') + p('企业')), tc('<w:p><w:r><w:t>科研</w:t><w:br/><w:t>机构</w:t></w:r></w:p>'))))),
    )
    expect(placed(grid)).toEqual(['1,1 1×1 商业\n企业', '1,2 1×1 科研\n机构'])
  })

  it('inside a figures table follow it', () => {
    const inner = tbl(tr(tc('甲'), tc('乙')))
    const document = read(
      docx(tbl(tr(tc('1'), tc('2'), tc('3')), tr(tc('4'), tc(`${p('五')}${inner}${p('')}`), tc('6')))),
    )
    expect(brief(document.blocks)).toEqual([
      [
        ['1', '2', '3'],
        ['4', '五', '6'],
      ],
      [['甲', '乙']],
    ])
    expect(grids(document).map((grid) => grid.table)).toEqual([1, 2])
  })

  it('that only frame the page give their content', () => {
    const inner = tbl(tr(tc('规章'), tc('0')), tr(tc('文件'), tc('2')))
    const document = read(docx(tbl(tr(tc(`${p('标题')}${inner}${p('落款')}`)))))
    expect(brief(document.blocks)).toEqual([
      '标题',
      [
        ['规章', '0'],
        ['文件', '2'],
      ],
      '落款',
    ])
  })

  it('nested beyond all sense are read as text', () => {
    let body = p('芯')
    for (let depth = 0; depth < 300; depth += 1) body = tbl(tr(tc(body), tc('0')))
    const texts = JSON.stringify(brief(read(docx(body)).blocks))
    expect(texts).toContain('芯')
  })
})

describe('tracked changes in tables', () => {
  it('keep what was put in and drop what was taken out, and say so at the cell', () => {
    const changed =
      '<w:p><w:del w:id="1"><w:r><w:delText>12</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>13</w:t></w:r></w:ins></w:p>'
    const document = read(docx(tbl(tr(tc('规章'), tc(changed)))))
    expect(brief(document.blocks)).toEqual([[['规章', '13']]])
    const place = { table: 1, row: 1, column: 2 }
    expect(document.notes).toEqual([
      { code: 'tracked-deletion', params: { text: '12' }, place },
      { code: 'tracked-insertion', params: { text: '13' }, place },
    ])
  })

  it('are one note a place, however many runs they are', () => {
    const inserted = (text: string): string => `<w:ins w:id="1"><w:r><w:t>${text}</w:t></w:r></w:ins>`
    const document = read(docx(tbl(tr(tc('规章'), tc(`<w:p>${inserted('1')}${inserted('3')}</w:p>`)))))
    expect(document.notes).toEqual([
      { code: 'tracked-insertion', params: { text: '13' }, place: { table: 1, row: 1, column: 2 } },
    ])
  })

  it('drop rows that are deleted and keep rows that are inserted', () => {
    const marked = (mark: string, text: string): string =>
      `<w:tr><w:trPr><w:${mark} w:id="1"/></w:trPr>${tc(text)}${tc('1')}</w:tr>`
    const document = read(docx(tbl(tr(tc('a'), tc('b')), marked('del', '旧行'), marked('ins', '新行'))))
    expect(brief(document.blocks)).toEqual([
      [
        ['a', 'b'],
        ['新行', '1'],
      ],
    ])
    expect(document.notes).toEqual([{ code: 'tracked-row-deletion', params: { text: '旧行 1' }, place: { table: 1 } }])
  })

  it('read rows wrapped in a change as the change says', () => {
    const document = read(
      docx(
        tbl(tr(tc('a'), tc('b')), `<w:del>${tr(tc('旧'), tc('1'))}</w:del>`, `<w:ins>${tr(tc('新'), tc('2'))}</w:ins>`),
      ),
    )
    expect(brief(document.blocks)).toEqual([
      [
        ['a', 'b'],
        ['新', '2'],
      ],
    ])
    expect(document.notes[0]).toMatchObject({ code: 'tracked-deletion', place: { table: 1 } })
  })

  it('read moved text where it went', () => {
    const from = '<w:p><w:moveFrom w:id="1"><w:r><w:t>9</w:t></w:r></w:moveFrom></w:p>'
    const to = '<w:p><w:moveTo w:id="2"><w:r><w:t>9</w:t></w:r></w:moveTo></w:p>'
    expect(brief(read(docx(tbl(tr(tc(from), tc(to))))).blocks)).toEqual([[['', '9']]])
  })

  it('read a deleted cell as gone', () => {
    expect(brief(read(docx(tbl(tr(tc('a'), tc('b', '<w:cellDel w:id="1"/>'), tc('c'))))).blocks)).toEqual([
      [['a', 'c']],
    ])
  })

  it('ignore former properties', () => {
    const former =
      '<w:gridSpan w:val="1"/><w:tcPrChange w:id="1"><w:tcPr><w:gridSpan w:val="3"/><w:vMerge/></w:tcPr></w:tcPrChange>'
    const [grid] = grids(read(docx(tbl(tr(tc('a'), tc('b')), tr(tc('c', former), tc('d'))))))
    expect(placed(grid)).toEqual(['1,1 1×1 a', '1,2 1×1 b', '2,1 1×1 c', '2,2 1×1 d'])
  })
})
