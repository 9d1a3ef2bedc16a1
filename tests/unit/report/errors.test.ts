import { describe, expect, it } from 'vitest'
import { FILE_ERROR_TEXTS, fileErrorText } from '@/report/errors'

describe('why a file gave no report', () => {
  it('is said with the name of the file and what to do', () => {
    const error = {
      file: '年报.zip!/渡口镇年报.docx',
      code: 'encrypted',
      reason: 'document-password',
      params: {},
    } as const
    expect(fileErrorText(error, 'zh')).toBe('渡口镇年报.docx 有密码，读不出。去掉打开密码后另存，再导入。')
    expect(fileErrorText(error, 'en')).toBe(
      '渡口镇年报.docx is password-protected and cannot be read. Save it without the password and import again.',
    )
  })

  it('has its numbers filled in', () => {
    const error = { file: 'a.docx', code: 'unreadable', reason: 'truncated-at', params: { percent: 61 } } as const
    expect(fileErrorText(error, 'zh')).toBe('a.docx 不完整，在 61% 处中断。请重新索取。')
  })

  it('is said in some way for a reason without a text', () => {
    const error = { file: 'a', code: 'unreadable', reason: 'toString', params: {} } as const
    expect(fileErrorText(error, 'en')).toBe('a gave no report (toString).')
  })

  it('names the file in every text and both languages', () => {
    for (const text of Object.values(FILE_ERROR_TEXTS)) {
      expect(text.zh).toContain('{name}')
      expect(text.en).toContain('{name}')
      expect(text.zh).not.toMatch(/[!！]|您|错误填报/u)
    }
  })
})
