import { describe, expect, it } from 'vitest'
import type { FieldId } from '@/form/fields'
import { parseAtOnce } from '../readers/atOnce'
import { htmlTable, tableRows } from './formPage'
import type { PageRow } from './formPage'
import { flaggedFields } from './reading'

const TABLES = ['proactive', 'requests', 'disputes'] as const
const p = (text: string): string => `<p>${text}</p>`
const bytesOf = (html: string): Uint8Array => new TextEncoder().encode(`<html><body>${html}</body></html>`)

/** Figures that foot, each `n` or 0. */
function figures(n: number): Partial<Record<FieldId, string>> {
  const rows = ['received', 'granted', 'settled'] as const
  return {
    ...Object.fromEntries(
      rows.flatMap((row) => ['natural', 'total'].map((column) => [`requests.${row}.${column}`, String(n)])),
    ),
    'review.upheld': String(n),
    'review.total': String(n),
    'proactive.licences.decisions': String(n),
  }
}
const requests = (n: number): PageRow[] => tableRows('requests', '2021', figures(n))
const tables = (n: number): string =>
  TABLES.map((table) => htmlTable(tableRows(table, '2021', figures(n)))).join('<p>&nbsp;</p>')

/** Part, agency, year, three figures and the number of flagged fields of every report. */
function read(html: string): unknown[] {
  return parseAtOnce({ path: '汇总.html', bytes: bytesOf(html) }).map((result) => {
    if (!result.ok) return result.error.code
    const { source, agency, year, cells } = result.value
    const ids = ['proactive.licences.decisions', 'requests.received.natural', 'review.upheld'] as const
    return [source.part, agency, year, ...ids.map((id) => cells[id]?.value), flaggedFields(result.value).size]
  })
}

describe('several reports in one document', () => {
  it('are told by headings under a common title, blank ones too', () => {
    const html =
      p('青河县2023年各乡镇政府信息公开工作年度报告汇编') +
      p('一、东湖镇') +
      tables(3) +
      p('二、西岭镇') +
      tables(0) +
      p('三、南山乡') +
      tables(0)
    expect(read(html)).toEqual([
      [1, '东湖镇', 2023, 3, 3, 3, 0],
      [2, '西岭镇', 2023, 0, 0, 0, 0],
      [3, '南山乡', 2023, 0, 0, 0, 0],
    ])
  })

  it('have the year of the common title where their own have none', () => {
    const html =
      p('青河县2023年政府信息公开工作年度报告汇编') +
      p('东湖镇政府信息公开工作年度报告') +
      tables(3) +
      p('西岭镇政府信息公开工作年度报告') +
      tables(5)
    expect(read(html)).toEqual([
      [1, '东湖镇', 2023, 3, 3, 3, 0],
      [2, '西岭镇', 2023, 5, 5, 5, 0],
    ])
  })

  it('may be tables alone under their captions', () => {
    const caption = (at: number, name: string): string => p(`附件${at}：${name}2023年政府信息公开情况统计表`)
    const html = p('各乡镇2023年政府信息公开情况') + caption(1, '东湖镇') + tables(3) + caption(2, '西岭镇') + tables(5)
    expect(read(html)).toEqual([
      [1, '东湖镇', 2023, 3, 3, 3, 0],
      [2, '西岭镇', 2023, 5, 5, 5, 0],
    ])
  })

  it('have their captions in the first row of a table too', () => {
    const own = (name: string, n: number): string => {
      const caption = { text: `${name}2023年政府信息公开申请情况统计表`, colspan: 10, rowspan: 1 }
      return htmlTable([[caption], ...requests(n)])
    }
    expect(read(own('东湖镇', 3) + own('西岭镇', 5))).toEqual([
      [1, '东湖镇', 2023, undefined, 3, undefined, 0],
      [2, '西岭镇', 2023, undefined, 5, undefined, 0],
    ])
  })

  it('do not begin at the signature of the one before', () => {
    const signed = p('六、其他需要报告的事项') + p('无') + p('东湖镇人民政府') + p('2024年1月20日')
    const html =
      p('2023年政府信息公开工作年度报告') + p('东湖镇人民政府') + tables(3) + signed + p('西岭镇人民政府') + tables(5)
    expect(read(html)).toEqual([
      [1, '东湖镇人民政府', 2023, 3, 3, 3, 0],
      [2, '西岭镇人民政府', 2023, 5, 5, 5, 0],
    ])
  })

  it.each([
    ['over its date', (name: string) => p(name) + p('2024年1月20日')],
    ['without a date', (name: string) => p(name)],
    ['under its date', (name: string) => p('2024年1月20日') + p(name)],
    ['over its date and a note', (name: string) => p(name) + p('2024年1月20日') + p('（此件公开发布）')],
    ['with a place for the seal', (name: string) => p(`（盖章）${name}`) + p('2024年1月20日')],
    ['before a place for the seal', (name: string) => p(`${name}（盖章）`) + p('2024年1月20日')],
  ])('have each the name that ends it, %s, where the titles have none', (_, signature) => {
    const own = (name: string, n: number): string =>
      p('2023年政府信息公开工作年度报告') +
      p('根据有关要求公布。') +
      tables(n) +
      p('六、其他需要报告的事项') +
      p('无。') +
      signature(name)
    expect(read(own('东湖镇人民政府', 3) + own('西岭镇人民政府', 5) + own('南山乡人民政府', 7))).toEqual([
      [1, '东湖镇人民政府', 2023, 3, 3, 3, 0],
      [2, '西岭镇人民政府', 2023, 5, 5, 5, 0],
      [3, '南山乡人民政府', 2023, 7, 7, 7, 0],
    ])
  })

  it('have the name above the title also where the one before is signed', () => {
    const own = (name: string, n: number): string =>
      p(name) + p('2023年政府信息公开工作年度报告') + tables(n) + p('六、其他需要报告的事项') + p('无。') + p(name)
    expect(read(own('东湖镇人民政府', 3) + own('西岭镇人民政府', 5))).toEqual([
      [1, '东湖镇人民政府', 2023, 3, 3, 3, 0],
      [2, '西岭镇人民政府', 2023, 5, 5, 5, 0],
    ])
  })

  it('two years of an agency are two', () => {
    const title = (year: number): string => p(`东湖镇${year}年政府信息公开工作年度报告`)
    expect(read(title(2023) + tables(3) + title(2022) + tables(5))).toEqual([
      [1, '东湖镇', 2023, 3, 3, 3, 0],
      [2, '东湖镇', 2022, 5, 5, 5, 0],
    ])
  })

  it('the same one twice is one', () => {
    const one = p('东湖镇2023年政府信息公开工作年度报告') + tables(3)
    expect(read(one + one)).toEqual([[undefined, '东湖镇', 2023, 3, 3, 3, 0]])
  })
})

describe('figures of another year beside the report’s own', () => {
  const title = p('东湖镇2023年政府信息公开工作年度报告')

  it.each([
    ['below', title + tables(3) + p('附：2022年数据') + htmlTable(requests(5))],
    ['above', title + p('上年度情况：') + htmlTable(requests(5)) + p('2023年情况：') + tables(3)],
  ])('a table of last year %s is not taken', (_, html) => {
    expect(read(html)).toEqual([[undefined, '东湖镇', 2023, 3, 3, 3, 0]])
  })

  it('a table of one row for each agency is no set of reports', () => {
    const cell = (text: string) => ({ text, colspan: 1, rowspan: 1 })
    const rows = [
      ['单位', '本年新收政府信息公开申请数量', '予以公开', '部分公开', '结转下年度继续办理'],
      ['东湖镇', '3', '3', '0', '0'],
      ['西岭镇', '5', '5', '0', '0'],
    ].map((row) => row.map(cell))
    const results = parseAtOnce({
      path: 'a.html',
      bytes: bytesOf(p('青河县2023年政府信息公开情况一览') + htmlTable(rows)),
    })
    expect(results.map((result) => result.ok || result.error.code)).toEqual(['not-a-report'])
  })
})
