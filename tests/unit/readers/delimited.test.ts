import { describe, expect, it } from 'vitest'
import { brief, read } from './packages'

const text = (lines: string): (string | string[][])[] => brief(read(lines).blocks)

describe('lists of separated values', () => {
  const rows = [
    ['规章', '0', '0', '0'],
    ['行政许可', '40'],
    ['行政处罚', ''],
    ['行政事业性收费', '12.5'],
    ['行政强制', '3'],
  ]

  it.each([';', '；', ','])('make a row a line, parted by %s', (sign) => {
    expect(text(rows.map((row) => row.join(sign)).join('\n'))).toEqual([rows])
  })

  it('keep a comma inside quotes, and lone cells between rows', () => {
    const lines = [...rows.map((row) => row.join(',')), '第二十条第（九）项', '政府集中采购,2,"1,234"']
    expect(text(lines.join('\n'))).toEqual([[...rows, ['第二十条第（九）项'], ['政府集中采购', '2', '1,234']]])
  })

  it('are not seen in thousands, nor in prose', () => {
    const thousands = ['规章 1,200 0 0', '行政许可 1,234', '行政处罚 5,678', '行政强制 9,012', '行政事业性收费 3,456']
    expect(text(thousands.join('\n'))).toEqual(thousands)
    const prose = [
      '一是健全制度；二是加强培训',
      '全年收到申请5件；办结4件',
      '其中公开3件；部分公开1件',
      '行政许可；行政处罚',
    ]
    expect(text(prose.join('\n'))).toEqual(prose)
  })

  it('that are none are passed over at once, however long', () => {
    const lines = Array.from({ length: 20_000 }, () => '甲,乙')
    const begun = performance.now()
    expect(text(lines.join('\n'))).toEqual(lines)
    expect(performance.now() - begun).toBeLessThan(2000)
  })
})
