import { describe, expect, it } from 'vitest'
import { isIssueCode, issueOf, issueText } from '@/report/issues'

describe('issues in words', () => {
  it('fill their places in both languages', () => {
    const issue = issueOf('unit-converted', ['proactive.fees.amount'], { table: 1 }, { raw: '251000元', value: 25.1 })
    expect(issue).toMatchObject({ code: 'unit-converted', severity: 'warning', fields: ['proactive.fees.amount'] })
    expect(issueText(issue, 'zh')).toBe('原文“251000元”，换算为 25.1 万元。')
    expect(issueText(issue, 'en')).toBe('The source says “251000元”; converted to 25.1 in 10,000 yuan.')
  })

  it('name the row where they are about its cells', () => {
    const issue = issueOf('cells-glued', ['requests.granted.natural', 'requests.granted.total'], {}, { raw: '3300' })
    expect(issueText(issue, 'zh')).toMatch(/^“（一）予以公开”：各格的数字连在一起/u)
    expect(issueText(issue, 'en')).toMatch(/^[^:]+: The cells run together/u)
    const rows = issueOf('cells-merged', ['requests.granted.natural', 'requests.partial.natural'], {}, { raw: '3' })
    expect(issueText(rows, 'zh')).toMatch(/^一格占了几格/u)
  })

  it('name the table in their language', () => {
    const issue = issueOf('table-glued', [], {}, { table: '表二' })
    expect(issueText(issue, 'zh')).toMatch(/^表二各格的数字连在一起/u)
    expect(issueText(issue, 'en')).toMatch(/^The cells of Table 2 run together/u)
  })

  it('text from a file stays text, whatever it holds', () => {
    const raw = '<img src=x onerror=alert(1)>{label}'
    const issue = issueOf('cell-unread', [], {}, { raw })
    expect(issueText(issue, 'zh')).toContain(raw)
  })

  it('a code that the catalogue lacks is shown as it is', () => {
    expect(isIssueCode('toString')).toBe(false)
    expect(issueText({ code: 'older-code', severity: 'info', fields: [], place: {}, params: {} }, 'zh')).toBe(
      'older-code',
    )
  })
})
