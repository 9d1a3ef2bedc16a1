import { describe, expect, it } from 'vitest'
import { brief, grids, read } from './packages'

const text = (lines: string): (string | string[][])[] => brief(read(lines).blocks)

describe('plain text', () => {
  it('is a paragraph a line, blank ones too, with the lines counted', () => {
    const { blocks } = read('一\n\n二\r\n三')
    expect(blocks).toEqual([
      { kind: 'paragraph', text: '一', place: { line: 1 } },
      { kind: 'paragraph', text: '', place: { line: 2 } },
      { kind: 'paragraph', text: '二', place: { line: 3 } },
      { kind: 'paragraph', text: '三', place: { line: 4 } },
    ])
  })

  it('knows the line ends of all systems', () => {
    expect(text('一\r二\r\r\n三\u2028四\u0085五')).toEqual(['一', '二', '三', '四', '五'])
  })

  it('leaves cells without marks as lines', () => {
    expect(text('规章\n0\n0\n0\n行政许可12')).toEqual(['规章', '0', '0', '0', '行政许可12'])
  })

  it('takes a head over a rule for metadata', () => {
    const document = read('标题: 某局2019年年报\n发布时间: \n==== 正文 ====\n一、总体情况')
    expect(document.metadata).toEqual({ 标题: '某局2019年年报' })
    expect(document.blocks.map((block) => (block.kind === 'paragraph' ? block.role : null))).toEqual([
      'metadata',
      'metadata',
      'metadata',
      undefined,
    ])
  })

  it('of a million characters on one line is one paragraph', () => {
    expect(text('字'.repeat(1_000_000))).toEqual(['字'.repeat(1_000_000)])
  })

  it('with markup in a name stays text', () => {
    expect(text('<script>alert(1)</script>局\n2024年<b>年报</b>')).toEqual([
      '<script>alert(1)</script>局',
      '2024年<b>年报</b>',
    ])
  })
})

describe('cells that begin with a tab', () => {
  const table = '\t信息内容\n\t制发\n\t废止\n\n\t规章\n\t0\n\t1\n'

  it('make rows parted by blank lines', () => {
    expect(text(`二、主动公开\n\n${table}`)).toEqual([
      '二、主动公开',
      '',
      [
        ['信息内容', '制发', '废止'],
        ['规章', '0', '1'],
      ],
      '',
    ])
  })

  it('keep the line on which they begin', () => {
    const [grid] = grids(read(`前\n${table}`))
    expect(grid?.rows[1]?.map((cell) => cell.place)).toEqual([
      { table: 1, row: 2, column: 1, line: 6 },
      { table: 1, row: 2, column: 2, line: 7 },
      { table: 1, row: 2, column: 3, line: 8 },
    ])
  })

  it('may be empty', () => {
    expect(text('\t\n\t公民\n\t总计\n\n\t\n\t1\n\t')).toEqual([
      [
        ['', '公民', '总计'],
        ['', '1', ''],
      ],
    ])
  })

  it('go on over line breaks, even past a blank line', () => {
    expect(text('\t商业\n企业\n\t结果\n\n纠正\n\t总计\n\n\t1\n\t2\n\t3')).toEqual([
      [
        ['商业\n企业', '结果\n纠正', '总计'],
        ['1', '2', '3'],
      ],
    ])
    expect(text('\t结果\n\n维持\n\t尚未\n\n审结\n\n\t1\n\t2')).toEqual([
      [
        ['结果\n维持', '尚未\n审结'],
        ['1', '2'],
      ],
    ])
  })

  it.each([
    ['two blank lines', '\n\n三、收到和处理情况\n\n说明。'],
    ['one blank line', '\n三、收到和处理情况\n\n说明。'],
    ['no blank line', '三、收到和处理情况\n\n说明。'],
    ['a sentence', '\n本年没有收到申请。\n\n\t行政复议'],
  ])('do not swallow the text after the table: %s', (_, after) => {
    const [grid, ...rest] = brief(read(`${table}${after}`).blocks)
    expect(grid).toEqual([
      ['信息内容', '制发', '废止'],
      ['规章', '0', '1'],
    ])
    expect(rest.length).toBeGreaterThan(1)
  })

  it('of two tables with text between are two grids', () => {
    const found = grids(read(`${table}\n说明文字在两张表之间。\n${table}`))
    expect(found.map((grid) => grid.rows.length)).toEqual([2, 2])
  })

  it('are read where every line end was doubled', () => {
    expect(text(table.replaceAll('\n', '\n\n')).slice(0, 1)).toEqual(text(table).slice(0, 1))
    const broken = '\t商业\n企业\n\t结果\n\n纠正\n\n\t1\n\t2\n\n\n后'
    expect(text(broken.replaceAll('\n', '\n\n')).slice(0, 1)).toEqual([
      [
        ['商业\n企业', '结果\n纠正'],
        ['1', '2'],
      ],
    ])
  })

  it('may stand behind several tabs or spaces', () => {
    expect(text(table.replaceAll('\t', '\t\t'))).toEqual(text(table))
    expect(text(table.replaceAll('\t', '  \t'))).toEqual(text(table))
  })

  it('leave an indented sentence before and behind them to the lines', () => {
    const sentence = '本年没有收到依申请公开的信息，也没有结转。'
    expect(text(`\t${sentence}\n\n${table}\n\t${sentence}\n\n${table}`)).toEqual([
      sentence,
      '',
      ...text(table).slice(0, 1),
      sentence,
      '',
      ...text(table),
    ])
  })

  it('with no blank line between rows stay lines', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `\t${String(index)}`).join('\n')
    expect(text(lines)).toEqual(Array.from({ length: 30 }, (_, index) => String(index)))
  })

  it('are not seen in indented prose', () => {
    const prose = '\t按照有关要求编制本报告，统计期限为全年，数据如有疑问请与办公室联系，地址和电话见文末所附的说明。'
    expect(text(`${prose}\n${prose}\n\n${prose}\n\n\t某某局\n\t2025年1月20日`)).toEqual([
      prose.slice(1),
      prose.slice(1),
      '',
      prose.slice(1),
      '',
      '某某局',
      '2025年1月20日',
    ])
  })
})

describe('cells parted by a tab on its own line, as browsers give a page', () => {
  const row = (...cells: readonly string[]): string => cells.join('\n\n\t\n\n')
  const page = [
    row('信息内容', '本年新\n制作数量', '对外公开总数量'),
    row('规章', '13', '524'),
    row('行政许可', '\u00a0', '0'),
  ].join('\n\n\n\n\n')
  const grid = [
    ['信息内容', '本年新\n制作数量', '对外公开总数量'],
    ['规章', '13', '524'],
    ['行政许可', '', '0'],
  ]

  it('make rows that several blank lines part', () => {
    expect(text(`二、主动公开政府信息情况\n\n${page}\n\n三、收到和处理情况`)).toEqual([
      '二、主动公开政府信息情况',
      '',
      grid,
      '',
      '三、收到和处理情况',
    ])
  })

  it('may begin with a merged cell and have one between rows', () => {
    const gap = '\n\n\n\n\n'
    expect(text(`第二十条第（一）项${gap}${page}${gap}第二十条第（五）项${gap}${row('a', 'b')}`)).toEqual([
      [['第二十条第（一）项'], ...grid, ['第二十条第（五）项'], ['a', 'b']],
    ])
  })

  it('may have empty cells side by side and at the end', () => {
    expect(text(`${page}\n\n\n\n\n5\n\n\t\u00a0\t\n\n2\n\n\n\n\n6\n\n\t\u00a0\t\u00a0\n\n五、问题`)).toEqual([
      [...grid, ['5', '', '2'], ['6', '', '']],
      '',
      '五、问题',
    ])
  })

  it('are not seen where a table of tab cells begins with an empty one', () => {
    expect(text('本年情况如下\n\n\t\n\t公民\n\t企业\n\n\t新收\n\t1\n\t2')).toEqual([
      '本年情况如下',
      '',
      [
        ['', '公民', '企业'],
        ['新收', '1', '2'],
      ],
    ])
  })

  it('are not seen in text with a stray tab', () => {
    expect(text('甲\n\n\t\n\n乙')).toEqual(['甲', '', '', '', '乙'])
  })
})

describe('columns parted by tabs', () => {
  it('make a row a line', () => {
    expect(text('前\n信息内容\t制发\t废止\n规章\t0\t\n后')).toEqual([
      '前',
      [
        ['信息内容', '制发', '废止'],
        ['规章', '0', ''],
      ],
      '后',
    ])
  })

  it('keep empty cells at the left', () => {
    expect(text('三、办理结果\t（一）予以公开\t1\n\t（二）部分公开\t2')).toEqual([
      [
        ['三、办理结果', '（一）予以公开', '1'],
        ['', '（二）部分公开', '2'],
      ],
    ])
  })

  it('take a lone short line between rows for a merged cell, but not a heading', () => {
    expect(text('a\tb\n第二十条第（五）项\nc\td')).toEqual([[['a', 'b'], ['第二十条第（五）项'], ['c', 'd']]])
    expect(text('a\tb\n1\t2\n四、复议情况\nc\td\n3\t4').length).toBe(3)
  })

  it('know the quotes of a spreadsheet', () => {
    expect(text('"商业\n企业"\t"他说""好"""\t"x\n1\t2\t3')).toEqual([
      [
        ['商业\n企业', '他说"好"', '"x'],
        ['1', '2', '3'],
      ],
    ])
  })

  it('are not made of one line', () => {
    expect(text('目录\t1')).toEqual(['目录\t1'])
  })
})
