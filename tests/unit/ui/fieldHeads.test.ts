import { describe, expect, it } from 'vitest'
import { fieldOf } from '@/form/fields'
import type { FieldId } from '@/form/fields'
import { fieldHeads } from '@/ui/review/fieldHeads'

const labels = (language: 'zh' | 'en', ...fields: FieldId[]) => fields.map((field) => fieldOf(field).label[language])

describe('heads of cells side by side, in Node', () => {
  it('leave out the row that all of them stand in', () => {
    const row = ['requests.granted.natural', 'requests.granted.business', 'requests.granted.total'] as const
    expect(fieldHeads(labels('zh', ...row))).toEqual(['自然人', '商业企业', '总计'])
    for (const head of fieldHeads(labels('en', ...row))) expect(head.length).toBeLessThan(30)
  })

  it('keep what tells rows apart, and a single label whole', () => {
    const several = labels('zh', 'review.upheld', 'requests.granted.total')
    expect(fieldHeads(several)).toEqual(several)
    const one = labels('zh', 'requests.granted.total')
    expect(fieldHeads(one)).toEqual(one)
    expect(fieldHeads([])).toEqual([])
  })
})
