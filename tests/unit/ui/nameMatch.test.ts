import { describe, expect, test } from 'vitest'
import { findByName, nameMatches, shortFormMatches } from '@/ui/nameMatch'

describe('finding a name', () => {
  test('by its characters, its pinyin and its initials', () => {
    expect(nameMatches('水利', '市水利局')).toBe(true)
    expect(nameMatches('shuili', '市水利局')).toBe(true)
    expect(nameMatches('sslj', '市水利局')).toBe(true)
    expect(nameMatches('caizheng', '市水利局')).toBe(false)
  })

  test('by every word typed, in any of its texts', () => {
    expect(nameMatches('水利 临澜', '市水利局', '临澜市')).toBe(true)
    expect(nameMatches('水利 东海', '市水利局', '临澜市')).toBe(false)
    expect(nameMatches('', '市水利局')).toBe(true)
  })

  test('in whatever width and case it is typed', () => {
    expect(nameMatches('ＲＡＴＥ', 'Disclosure rate')).toBe(true)
  })

  test('a long run of letters is looked for as it stands, not as pinyin', () => {
    expect(nameMatches('a'.repeat(400), '市水利局')).toBe(false)
  })
})

describe('a short form of a name', () => {
  test('are initials in their order with some left out', () => {
    expect(nameMatches('zjj', '临澜市住房和城乡建设局')).toBe(false)
    expect(shortFormMatches('zjj', '临澜市住房和城乡建设局')).toBe(true)
    expect(shortFormMatches('jjz', '临澜市住房和城乡建设局')).toBe(false)
  })

  test('is no single letter and nothing but letters', () => {
    expect(shortFormMatches('z', '临澜市住房和城乡建设局')).toBe(false)
    expect(shortFormMatches('', '临澜市住房和城乡建设局')).toBe(false)
    expect(shortFormMatches('住局', '临澜市住房和城乡建设局')).toBe(false)
  })

  test('finds where nothing is found as typed, and is not mixed in where something is', () => {
    const find = (typed: string): string[] =>
      findByName(['市住房和城乡建设局', '市财政局', '市城市管理局'], typed, {
        texts: (name) => [name],
        names: (name) => [name],
      })
    expect(find('zjj')).toEqual(['市住房和城乡建设局'])
    expect(find('czj')).toEqual(['市财政局'])
    expect(find('cgj')).toEqual(['市城市管理局'])
    expect(find('')).toHaveLength(3)
  })
})
