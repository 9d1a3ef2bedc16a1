import { describe, expect, it } from 'vitest'
import { showNumber } from '@/readers/sheet/numberFormat'

const show = (value: number, code: string): string => showNumber(value, code, false, true).text
const codes = (value: number, code: string): string[] =>
  showNumber(value, code, false, true).notes.map((note) => note.code)

describe('a number by its format', () => {
  it.each([
    [12, 'General', '12'],
    [0.1 + 0.2, 'General', '0.3'],
    [12, '0.00', '12.00'],
    [1234567, '#,##0', '1,234,567'],
    [-5, '#,##0;-#,##0', '-5'],
    [12, '0_ ', '12 '],
    [12, '"共"0"件"', '共12件'],
    [12, '0%', '1200%'],
    [12, '0.0E+00', '1.2E+01'],
    [12, 'yyyy/m/d', '1900/1/12'],
    [45312, 'yyyy"年"m"月"d"日"', '2024年1月21日'],
    [45312, '[$-804]yyyy\\-mm\\-dd;@', '2024-01-21'],
    [0.5, 'h:mm AM/PM', '12:00 下午'],
    [15000, '0!.0,"万"', '1.5万'],
    [0, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '0'],
    [7, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', ' 7 '],
    [20000, '[>=10000]0.0,"千";0', '20.0千'],
    [5, '[>=10000]0.0,"千";0', '5'],
    [12, '@', '12'],
    [12, '[DBNum1][$-804]General', '12'],
    [1234, '[DBNum2][$-804]0', '1234'],
    [-1, 'yyyy/m/d', '####'],
  ])('%d by %s is %s', (value, code, text) => {
    expect(show(value, code)).toBe(text)
  })

  it('is told where the digits are not its own', () => {
    expect(codes(12.4, '0')).toEqual(['shown-otherwise'])
    expect(codes(15000, '0,')).toEqual(['shown-otherwise'])
    expect(codes(-5, '0;[Red]0')).toEqual(['shown-otherwise'])
    expect(codes(5, ';;;')).toEqual(['shown-otherwise'])
    expect(codes(12, '0.00')).toEqual([])
  })

  it('is told where it is 0 and shown as something else, or its format is not known', () => {
    expect(codes(0, '0;-0;;@')).toEqual(['zero-by-format'])
    expect(codes(0, '0;-0;"/"')).toEqual(['zero-by-format'])
    expect(codes(0, '0;-0;"-"')).toEqual(['zero-as-dash'])
    expect(codes(0, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"??_ ;_ @_ ')).toEqual(['zero-as-dash'])
    expect(showNumber(0, 'General', false, false)).toEqual({
      text: '0',
      notes: [{ code: 'zero-by-format', params: { shown: '' } }],
    })
    expect(codes(0.5, '# ?/?')).toEqual(['format-unknown'])
  })

  it('counts days from 1904 where the file does', () => {
    expect(showNumber(0, 'yyyy-m-d', true, true).text).toBe('1904-1-1')
  })
})
