import { describe, expect, it } from 'vitest'
import { planColumns } from '@/extract/requestColumns'
import type { SourceRow } from '@/extract/sourceRow'

const headOf = (words: string, page?: number): SourceRow => {
  const place = page === undefined ? { line: 1 } : { line: 1, page }
  const cells = words.split(' ').map((text) => ({ text, place, rowspan: 1, glued: false }))
  return { cells, grid: 0, valuesFrom: cells.length }
}

describe('heads of table 三 in running text', () => {
  const halves = '自然人 社会公 法律服 总计 商业 科研 其他 益组织 务机构 企业 机构'

  it('in halves that the lines of a PDF mix tell no order', () => {
    expect(planColumns([headOf(halves, 1)]).isMixed).toBe(true)
  })

  it('tell one where they are whole, stand as in the form, or come from no PDF', () => {
    const whole = '自然人 社会公益组织 法律服务机构 商业企业 科研机构 其他 总计'
    const usual = '自然人 商业 科研 社会公 法律服 其他 总计 企业 机构 益组织 务机构'
    const plans = [headOf(whole, 1), headOf(usual, 1), headOf(halves)].map((row) => planColumns([row]))
    expect(plans.map(({ isMixed }) => isMixed)).toEqual([false, false, false])
    expect(plans[0]?.order[1]).toBe('nonprofit')
  })
})
