import { describe, expect, test } from 'vitest'
import {
  formatCount,
  formatDate,
  formatDay,
  formatMoney,
  formatPercent,
  formatSigned,
  formatSize,
  formatYears,
  shownPercent,
} from '@/ui/format'

describe('numbers as they are shown', () => {
  test('counts have thousands, a true minus, and a dash for nothing', () => {
    expect(formatCount(3283, 'zh')).toBe('3,283')
    expect(formatCount(-12, 'en')).toBe('−12')
    expect(formatCount(0, 'zh')).toBe('0')
    expect(formatCount(null, 'zh')).toBe('—')
  })

  test('amounts keep the decimals they have', () => {
    expect(formatMoney(2264.18, 'zh')).toBe('2,264.18')
    expect(formatMoney(0.000125, 'zh')).toBe('0.000125')
    expect(formatMoney(-0, 'zh')).toBe('0')
  })

  test('rates have one decimal, and a rate that rounds to nothing has no sign', () => {
    expect(formatPercent(0.6764, 'zh')).toBe('67.6')
    expect(formatPercent(1, 'zh')).toBe('100.0')
    expect(formatPercent(-0.0001, 'zh')).toBe('0.0')
    expect(formatPercent(null, 'en')).toBe('—')
  })

  test('a difference is that of the shown values and foots', () => {
    const difference = shownPercent(0.67649) - shownPercent(0.65651)
    expect(formatSigned(difference, 1, 'zh')).toBe('+1.9')
    expect(formatSigned(-0.8, 1, 'zh')).toBe('−0.8')
    expect(formatSigned(0.04, 1, 'zh')).toBe('0.0')
    expect(formatSigned(-0.04, 1, 'zh')).toBe('0.0')
  })

  test('years stand as runs', () => {
    expect(formatYears([2019, 2020, 2022], 'zh')).toBe('2019–2020、2022')
    expect(formatYears([2022, 2024], 'en')).toBe('2022, 2024')
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
