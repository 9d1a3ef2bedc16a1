import { describe, expect, test } from 'vitest'
import { placeInWords, placeText } from '@/report/place'

describe('a place', () => {
  test('in words cannot be taken for a table of the form', () => {
    const place = { table: 3, row: 27, column: 4 }
    expect(placeText(place)).toBe('表3 行27 列4')
    expect(placeInWords(place, 'zh')).toBe('文件中第 3 个表，第 27 行第 4 列')
    expect(placeInWords(place, 'en')).toBe('table 3 of the file, row 27, column 4')
  })

  test('says only what is known', () => {
    expect(placeInWords({}, 'zh')).toBe('')
    expect(placeInWords({ line: 12, part: '附件' }, 'zh')).toBe('附件，文字第 12 行')
    expect(placeInWords({ line: 12 }, 'en')).toBe('line 12 of the text')
    expect(placeInWords({ table: 2 }, 'en')).toBe('table 2 of the file')
  })
})
