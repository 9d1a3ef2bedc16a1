import { describe, expect, it } from 'vitest'
import { brief, read } from './packages'

const text = (lines: string): (string | string[][])[] => brief(read(lines).blocks)

describe('tables drawn with bars', () => {
  const rows = [
    ['信息内容', '制发'],
    ['规章', '0'],
  ]

  it('may be Markdown with outer bars or without', () => {
    expect(text('前\n\n| 信息内容 | 制发 |\n| --- | ---: |\n| 规章 | 0 |\n\n后')).toEqual(['前', '', rows, '', '后'])
    expect(text('信息内容 | 制发\n---|---\n规章 | 0')).toEqual([rows])
  })

  it('have outer bars only where all rows have them: other bars at their ends stand beside empty cells', () => {
    const table = [
      ['', '', '自然人', '总计'],
      ['新收', '', '7', '7'],
      ['结果', '公开', '5', ''],
      ['', '部分', '1', '1'],
      ['', '不予', '1', ''],
      ['', '无法', '', ''],
    ]
    const lines = table.map((row) => row.join('|'))
    const drawn = (draw: (line: string) => string): unknown => text(lines.map(draw).join('\n'))
    expect(drawn((line) => line)).toEqual([table])
    expect(drawn((line) => `|${line}`)).toEqual([table])
    expect(drawn((line) => `${line}|`)).toEqual([table])
    expect(drawn((line) => `|${line}|`)).toEqual([table])
    expect(drawn((line) => line.replaceAll('|', ' | '))).toEqual([table])
  })

  it('may lack an outer bar in a row', () => {
    expect(text('|信息内容|制发|\n|规章|0')).toEqual([rows])
    expect(text('|信息内容|制发|\n规章|0|\n|规范|1|')).toEqual([[...rows, ['规范', '1']]])
  })

  it('keep empty cells, escaped bars and breaks', () => {
    expect(text('|a|b<br>c|\n|-|-|\n||x\\|y|')).toEqual([
      [
        ['a', 'b\nc'],
        ['', 'x|y'],
      ],
    ])
  })

  it('may have box characters and full-width bars', () => {
    expect(text('┌────┬──┐\n│信息内容│制发│\n├────┼──┤\n│规章    │ 0│\n└────┴──┘')).toEqual([rows])
    expect(text('信息内容｜制发\n规章｜0')).toEqual([rows])
  })

  it('join the lines between two rules, but not rows of figures', () => {
    expect(text('+--+--+\n|商业|科研|\n|企业|机构|\n+--+--+\n|1|2|\n+--+--+\n|3|4|\n|5|6|\n+--+--+')).toEqual([
      [
        ['商业\n企业', '科研\n机构'],
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ],
    ])
  })

  it('are not made of one line of navigation', () => {
    expect(text('首页 | 公开 | 正文')).toEqual(['首页 | 公开 | 正文'])
  })
})
