import { describe, expect, it } from 'vitest'
import { cellNumberText, textWidth, valueText } from '@/charts/numbers'
import { cellFormat } from '@/exports/nativeChartFormats'

describe('numbers as they are shown', () => {
  it('have the same decimals for every amount, and none is shown as nothing', () => {
    expect([0, 3, 12.5, 1234.123456].map((value) => valueText(value, 'money', 'zh'))).toEqual([
      '0.00',
      '3.00',
      '12.50',
      '1,234.12',
    ])
    expect(valueText(0.000001, 'money', 'zh')).toBe('< 0.01')
  })

  it('have their sign where they are changes, and foot where they are between shown rates', () => {
    const cell = { kind: 'number', signed: true } as const
    expect(cellNumberText({ ...cell, unit: 'count', value: 21 }, 'zh')).toBe('+21')
    expect(cellNumberText({ ...cell, unit: 'ratio', value: 0.0123, shown: 1.3 }, 'zh')).toBe('+1.3')
    expect(cellNumberText({ ...cell, unit: 'money', value: -0.5 }, 'zh')).toBe('−0.50')
    expect(cellNumberText({ ...cell, unit: 'ratio', value: null }, 'zh')).toBe('—')
  })

  it('have the halves and quarters of medians and quartiles of counts, on pages and in cells of workbooks', () => {
    expect([47, 47.5, 17.75, 1234.5].map((value) => valueText(value, 'count', 'zh'))).toEqual([
      '47',
      '47.5',
      '17.75',
      '1,234.5',
    ])
    expect([47, 47.5, null].map((value) => cellFormat('count', value))).toEqual(['#,##0', '#,##0.0#', '#,##0'])
  })

  it('leave a percent sign its room', () => {
    expect(textWidth('80%', 12)).toBeGreaterThan(23)
  })
})
