import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { en } from '@/ui/locales/en'
import { zh } from '@/ui/locales/zh'

type Texts = { readonly [key: string]: string | Texts }

function flat(texts: Texts, path = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(texts)) {
    const here = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') found.set(here, value)
    else for (const [deep, text] of flat(value, here)) found.set(deep, text)
  }
  return found
}

const places = (text: string): string[] => [...new Set(text.match(/\{\w+\}/gu) ?? [])].sort()

describe('the texts of the interface', () => {
  const chinese = flat(zh)
  const english = flat(en)

  test('have the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
  })

  test('name the same places in both languages', () => {
    const differing = [...chinese]
      .filter(([key, text]) => places(text).join() !== places(english.get(key) ?? '').join())
      .map(([key]) => key)
    expect(differing).toEqual([])
  })

  test('address nobody, beg for nothing and do not cheer', () => {
    const found = [...chinese].filter(([, text]) => /您|请稍候|哎呀|成功|！|错误填报/u.test(text)).map(([key]) => key)
    expect(found).toEqual([])
    expect([...english].filter(([, text]) => text.includes('!')).map(([key]) => key)).toEqual([])
  })

  test('are whole in English: no Chinese beyond names of the form and the product', () => {
    const allowed = /^(shell\.(product|productFull|language\.(toZh|zh)))$/u
    const found = [...english].filter(
      ([key, text]) => !allowed.test(key) && /[\u4e00-\u9fff]/u.test(text.replace(/“[^”]*”|（[^）]*）/gu, '')),
    )
    expect(found).toEqual([])
  })
})

describe('the tokens', () => {
  test('have one dark set, given once for the system and once for the choice', () => {
    const css = readFileSync(new URL('../../../src/ui/styles/tokens.css', import.meta.url), 'utf8').replace(/\s+/gu, '')
    const bySystem = /:root:not\(\[data-theme=["']?light["']?\]\)\{([^}]*)\}/u.exec(css)?.[1]
    const byChoice = /:root\[data-theme=["']?dark["']?\]\{([^}]*)\}/u.exec(css)?.[1]
    expect(byChoice).toContain('--paper:')
    expect(bySystem).toBe(byChoice)
  })
})
