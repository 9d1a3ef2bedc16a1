import { describe, expect, it } from 'vitest'
import { methodSheetsOf } from '@/ui/deck/methodSheets'

const section = (heading: string, lines: number, long = 1) => ({
  heading,
  lines: Array.from({ length: lines }, (_, at) => `${heading}${String(at)}`.padEnd(long, '长')),
})

describe('the appendix of a deck on paper', () => {
  it('is one sheet where one has room', () => {
    expect(methodSheetsOf([section('口径', 5), section('方法', 7)])).toHaveLength(1)
    expect(methodSheetsOf([section('口径', 0), section('方法', 7)])).toEqual([[section('方法', 7)]])
  })

  it('does not part a section that one has room for', () => {
    expect(methodSheetsOf([section('口径', 18), section('方法', 7)])).toEqual([
      [section('口径', 18)],
      [section('方法', 7)],
    ])
  })

  it('goes on under the same heading, with every line once and in order, on sheets that are not longer than a page', () => {
    const sections = [section('口径', 40, 100), section('方法', 7)]
    const sheets = methodSheetsOf(sections)
    expect(sheets.length).toBeGreaterThan(3)
    for (const { heading, lines } of sections)
      expect(sheets.flat().flatMap((one) => (one.heading === heading ? one.lines : []))).toEqual(lines)
    for (const sheet of sheets) {
      expect(sheet.every(({ lines }) => lines.length > 0)).toBe(true)
      // Lines of 20 pixels, of the first section two, a gap of 4 after each, under headings of 40.
      const heights = sheet.map(({ heading, lines }) => 40 + lines.length * (heading === '口径' ? 44 : 24))
      expect(heights.reduce((sum, height) => sum + height, 0)).toBeLessThanOrEqual(585)
    }
  })
})
