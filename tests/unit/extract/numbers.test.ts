import { describe, expect, it } from 'vitest'
import { readCell } from '@/extract/numbers'
import { unitOfHead, unitOfHeads } from '@/extract/money'

describe('counts', () => {
  it.each([
    ['0', 0],
    ['１２', 12],
    ['1,234', 1234],
    ['1，234', 1234],
    [' 7 ', 7],
    ['\u00a03\u3000', 3],
    ['12件', 12],
    ['5（件）', 5],
    ['3项', 3],
    ['2.5', 2.5],
    ['-3', -3],
    ['+36', 36],
    ['5.0', 5],
  ])('%j is %d, as printed', (text, value) => {
    expect(readCell(text, 'count')).toEqual({ kind: 'number', value })
  })

  it.each([
    ['O', 0],
    ['〇', 0],
    ['1O', 10],
    ['1 234', 1234],
    ['1 2', 12],
    ['00', 0],
    ['012', 12],
    ['7.', 7],
    ['零', 0],
    ['62₁', 62],
    ['62¹', 62],
  ])('%j is %d, repaired', (text, value) => {
    expect(readCell(text, 'count')).toEqual({ kind: 'number', value, note: 'number-repaired' })
  })

  it.each(['', ' ', '\u00a0', '\u3000\u3000', '/', '／', '\\', '-', '－', '—', '——', '–', '不适用', '（不适用）'])(
    '%j is blank',
    (text) => {
      expect(readCell(text, 'count')).toEqual({ kind: 'blank' })
    },
  )

  it.each([
    ['无', 'words'],
    ['若干', 'words'],
    ['三', 'words'],
    ['见附件', 'words'],
    ['约12', 'words'],
    ['2024年', 'words'],
    ['12%', 'form'],
    ['2024-01-20', 'form'],
    ['1,23', 'form'],
    ['12*', 'form'],
    ['1.2.3', 'form'],
    ['1e3', 'form'],
    ['0 0', 'several'],
    ['5\n0', 'several'],
    ['12 5', 'several'],
    ['¹', 'form'],
    ['³', 'form'],
    ['₃', 'form'],
    ['①', 'form'],
    ['¹²', 'form'],
    ['6²3', 'form'],
    ['₁62', 'form'],
  ])('%j is not read (%s)', (text, reason) => {
    expect(readCell(text, 'count')).toEqual({ kind: 'unread', reason })
  })
})

describe('changes', () => {
  it.each([
    ['-18', -18],
    ['−18', -18],
    ['－18', -18],
    ['减4', -4],
    ['减少4项', -4],
    ['增12', 12],
    ['增加12', 12],
    ['+1036', 1036],
    ['0', 0],
    ['-0', 0],
  ])('%j is %d', (text, value) => {
    const reading = readCell(text, 'signedCount')
    expect(reading).toEqual({ kind: 'number', value })
    expect(Object.is(reading.kind === 'number' && reading.value, -0)).toBe(false)
  })

  it.each(['增3减2', '+3/-2', '持平', '增', '减'])('%j is not read', (text) => {
    expect(readCell(text, 'signedCount').kind).toBe('unread')
  })

  it('a change in words is no count', () => {
    expect(readCell('减4', 'count')).toEqual({ kind: 'unread', reason: 'words' })
  })
})

describe('amounts, in 万元', () => {
  it.each([
    ['251000元', 25.1, 'unit-converted'],
    ['5394432.52元', 539.443252, 'unit-converted'],
    ['￥251,000.00', 25.1, 'unit-converted'],
    ['1.2亿元', 12000, 'unit-converted'],
    ['1.2亿', 12000, 'unit-converted'],
    ['25千元', 2.5, 'unit-converted'],
    ['0元', 0, 'unit-converted'],
    ['24252.311082', 24252.311082, 'unit-absent'],
    ['0', 0, 'unit-absent'],
  ])('%s is %d, %s', (text, value, note) => {
    expect(readCell(text, 'money')).toEqual({ kind: 'number', value, note })
  })

  it.each([
    ['25.1万元', 25.1],
    ['25.1万', 25.1],
    ['人民币25.1万元', 25.1],
  ])('%s is %d as printed', (text, value) => {
    expect(readCell(text, 'money')).toEqual({ kind: 'number', value })
  })

  it('takes the unit of the head where the cell has none', () => {
    expect(readCell('12.5', 'money', '万元')).toEqual({ kind: 'number', value: 12.5 })
    expect(readCell('125000', 'money', '元')).toEqual({ kind: 'number', value: 12.5, note: 'unit-converted' })
    expect(readCell('125000元', 'money', '万元')).toEqual({ kind: 'number', value: 12.5, note: 'unit-converted' })
  })

  it.each(['约25万元', '25万美元', '见附表', '无', '12 13', '5%', '３　４', '１２　６．５', '12. 5'])(
    '%s is not read',
    (text) => {
      expect(readCell(text, 'money').kind).toBe('unread')
    },
  )

  it.each([
    ['本年收费金额（单位：万元）', '万元'],
    ['本年收费金额\n(单位:元)', '元'],
    ['采购总金额', 'absent'],
    ['采购总金额（亿元）', '亿元'],
    ['本年收费金额（单位：元，保留两位小数）', '元'],
    ['本年收费金额（单位:元/年）', '元'],
    ['本年收费金额（元）（含罚没）', '元'],
    ['单位：元 本年收费金额', '元'],
    ['单位：万元 本年收费金额', '万元'],
    ['本年收费金额（人民币万元）', '万元'],
    ['本年收费金额（元/万元）', 'unclear'],
    ['本年收费金额（单位：美元）', 'unclear'],
    ['本年收费金额（千万元）', 'unclear'],
  ])('the head %j says %s', (head, unit) => {
    expect(unitOfHead(head)).toBe(unit)
  })

  it.each([
    ['本年收费金额', ['二、主动公开政府信息情况（金额单位：元）'], '元'],
    ['本年收费金额', ['信息内容（单位：元）'], '元'],
    ['本年收费金额', ['行政事业性收费（元）'], '元'],
    ['本年收费金额', ['单元、多元、美元的事'], 'absent'],
    ['本年收费金额（单位：万元）', ['信息内容', '第二十条第（八）项'], '万元'],
    ['本年收费金额（单位：万元）', ['信息内容（单位：元）'], 'unclear'],
  ])('the head %j among %j says %s', (head, others, unit) => {
    expect(unitOfHeads(head, others)).toBe(unit)
  })

  it('an amount whose unit is unclear is not read unless it has its own', () => {
    expect(readCell('12.5', 'money', 'unclear')).toEqual({ kind: 'unread', reason: 'unit' })
    expect(readCell('12.5万元', 'money', 'unclear')).toEqual({ kind: 'number', value: 12.5 })
  })
})
