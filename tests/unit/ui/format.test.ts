import { describe, expect, test } from 'vitest'
import { formatCount, formatDate, formatDay, formatSize, formatValue, joinNames } from '@/ui/format'

describe('numbers as they are shown', () => {
  test('counts have thousands, a true minus, and a dash for nothing', () => {
    expect(formatCount(3283, 'zh')).toBe('3,283')
    expect(formatCount(-12, 'en')).toBe('−12')
    expect(formatCount(0, 'zh')).toBe('0')
    expect(formatCount(null, 'zh')).toBe('—')
  })

  test('amounts keep the decimals they have, counts have none', () => {
    expect(formatValue(2264.18, 'money', 'zh')).toBe('2,264.18')
    expect(formatValue(0.000125, 'money', 'zh')).toBe('0.000125')
    expect(formatValue(-0, 'money', 'zh')).toBe('0')
    expect(formatValue(12, 'count', 'en')).toBe('12')
    expect(formatValue(null, 'money', 'en')).toBe('—')
  })

  test('names are joined as the language joins them', () => {
    expect(joinNames(['甲', '乙'], 'zh')).toBe('甲、乙')
    expect(joinNames(['A', 'B'], 'en')).toBe('A, B')
  })

  test('dates are those of this place', () => {
    expect(formatDate('2025-02-10')).toBe('2025-02-10')
    expect(formatDate(new Date(2025, 1, 10, 12).toISOString())).toBe('2025-02-10')
    expect(formatDate(null)).toBe('—')
    expect(formatDay('2025-01-20T12:00:00', 'zh', new Date(2025, 5, 1))).toBe('1 月 20 日')
    expect(formatDay('2025-01-20T12:00:00', 'en', new Date(2026, 5, 1))).toBe('20 January 2025')
  })

  test('sizes are short', () => {
    expect(formatSize(820_000, 'zh')).toBe('820 KB')
    expect(formatSize(1_240_000_000, 'zh')).toBe('1.2 GB')
    expect(formatSize(12, 'zh')).toBe('12 B')
  })
})
