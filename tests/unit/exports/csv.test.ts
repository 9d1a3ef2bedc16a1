import { parseCsv } from 'hucre/csv'
import { describe, expect, it } from 'vitest'
import { csvLine, csvText } from '@/exports/csv'
import { neutralText } from '@/exports/neutral'

describe('neutralText', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@x',
    '\t=1',
    '\r1',
    '\n1',
    ' =1',
    '　＝1',
    '＋1',
    '－1',
    '＠x',
    '\uFEFF=1',
    '=cmd|"/c calc"!A1',
  ])('puts an apostrophe before %j', (text) => {
    expect(neutralText(text)).toBe(`'${text}`)
  })

  it.each(['', '0', '公安局', 'a=b', '1-2', '—', '/', "'=1"])('leaves %j alone', (text) => {
    expect(neutralText(text)).toBe(text)
  })
})

describe('CSV', () => {
  it('quotes what needs it, keeps numbers numbers and nothing empty', () => {
    expect(csvLine(['a', 'b,c', 'd"e', 'f\ng', 1.5, -4, 0, null, ''])).toBe('a,"b,c","d""e","f\ng",1.5,-4,0,,\r\n')
  })

  it('never writes an exponent', () => {
    expect(csvLine([0.0000005, 1e-7])).toBe('0.0000005,0.0000001\r\n')
  })

  it('begins with a byte order mark and reads back', () => {
    const rows = [
      ['机关', '说明'],
      ['甲,乙', '第一行\r\n第二行 "引"'],
    ]
    const text = csvText(rows)
    expect(text.charCodeAt(0)).toBe(0xfeff)
    expect(parseCsv(text)).toEqual(rows)
  })
})
