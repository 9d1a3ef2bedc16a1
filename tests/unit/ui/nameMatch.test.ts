import { describe, expect, test } from 'vitest'
import { nameMatches } from '@/ui/nameMatch'

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
