import { describe, expect, it } from 'vitest'
import { fitName } from '@/charts/nameLines'

/** So wide are that many signs. */
const signs = (count: number): number => count * 10
const fit = (name: string, count: number): string => fitName(name, 10, signs(count))

describe('an agency’s name in too little room', () => {
  it('stays as it is where it fits', () => {
    expect(fit('临澜市住房和城乡建设局', 11)).toBe('临澜市住房和城乡建设局')
  })

  it('gives up the regions before its end', () => {
    expect(fit('临澜市住房和城乡建设局', 10)).toBe('…住房和城乡建设局')
    expect(fit('临澜市市场监督管理局', 9)).toBe('…市场监督管理局')
    expect(fit('江北省临澜市城市管理局', 7)).toBe('…城市管理局')
    expect(fit('临澜市住房和城乡建设局', 6)).toBe('…住房和城…')
  })

  it('takes no office or zone for a region', () => {
    expect(fit('城市管理综合执法局', 6)).toBe('城市管理综…')
    expect(fit('经济开发区管理委员会', 6)).toBe('经济开发区…')
    expect(fit('国家税务总局临澜市税务局', 9)).toBe('国家税务总局临澜…')
  })
})
