import { describe, expect, it } from 'vitest'
import type { PlainDocument } from '@/report/plainDocument'
import type { FileError, Report } from '@/report/report'
import { docxPackage } from '@/sample/docxPackage'
import { parseAtOnce } from '../readers/atOnce'
import { htmlTable, page, tableRows } from './formPage'
import { oldTableHtml, oldTableText, oldTableWord } from './oldTable'

type Given = string | Uint8Array

function parsed(content: Given, path: string): { report?: Report; error?: FileError } {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const [only, ...more] = parseAtOnce({ path, bytes })
  if (!only || more.length > 0) throw new Error('not one result')
  return only.ok ? { report: only.value } : { error: only.error }
}

/** What is kept of a document that must be of the old form. */
function old(content: Given, path = '来件.txt'): PlainDocument {
  const { error } = parsed(content, path)
  expect(error?.code).toBe('old-form')
  if (!error?.document) throw new Error('nothing is kept')
  return error.document
}

const word = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const TITLE = '青河县财政局2016年政府信息公开工作年度报告'
const PROSE = '一、概述\n全年按照条例推进公开，主动公开政府信息1204条。\n二、依申请公开情况\n收到申请17件，均已答复。'

describe('a report of 2014–2018 with the statistics table, in Node', () => {
  it.each([
    ['text', '来件.txt', `${TITLE}\n${PROSE}\n政府信息公开情况统计表\n（2016年度）\n${oldTableText()}`],
    [
      'html',
      '来件.html',
      `<html><body><h1>${TITLE}</h1><p>${PROSE.replaceAll('\n', '</p><p>')}</p><p>政府信息公开情况统计表</p>${oldTableHtml()}</body></html>`,
    ],
    ['docx', '来件.docx', docxPackage(word(TITLE) + PROSE.split('\n').map(word).join('') + oldTableWord(), 0)],
  ])('is kept as the document of that agency and year with its words, from %s', (format, path, content) => {
    const document = old(content, path)
    expect(document).toMatchObject({ agency: '青河县财政局', year: 2016, title: TITLE, source: { file: path, format } })
    const words = JSON.stringify(document.blocks)
    for (const text of ['主动公开政府信息1204条', '统计指标', '维持具体行政行为数', '举报投诉数量'])
      expect(words).toContain(text)
    if (format !== 'text') {
      const table = document.blocks.find(({ kind }) => kind === 'table')
      expect(table?.kind === 'table' && table.rows[2]).toEqual([
        '（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）',
        '条',
        '1204',
      ])
    }
  })

  it('keeps rows that say only what comes below them as rows of its table', () => {
    const table = oldTableHtml().replaceAll('——', '')
    const { blocks } = old(
      `<html><body><h1>${TITLE}</h1><p>政府信息公开情况统计表</p>${table}</body></html>`,
      '来件.html',
    )
    const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : []))
    expect(tables).toHaveLength(1)
    expect(tables[0]?.map(([label]) => label)).toEqual(
      [...table.matchAll(/<tr><td>(.*?)<\/td>/gu)].map(([, label]) => label),
    )
  })

  it.each([2014, 2015, 2016, 2017, 2018])('of %i', (year) => {
    const text = `青河县财政局${String(year)}年政府信息公开工作年度报告\n${PROSE}\n政府信息公开情况统计表\n${oldTableText()}`
    expect(old(text).year).toBe(year)
  })

  it('alone, by what stands over it', () => {
    const document = old(`青河县财政局2017年度政府信息公开情况统计表\n${oldTableText()}`)
    expect(document).toMatchObject({ agency: '青河县财政局', year: 2017 })
    const filled = old(`政府信息公开情况统计表\n（2015年度）\n填报单位（盖章）：青河县水利局\n${oldTableText()}`)
    expect(filled).toMatchObject({ agency: '青河县水利局', year: 2015, evidence: { year: { from: 'firstLines' } } })
  })

  it('alone and without a year or an agency, leaves them to be asked for', () => {
    expect(old(`政府信息公开情况统计表\n${oldTableText()}`)).toMatchObject({ agency: null, year: null })
  })
})

describe('a report in free form of before 2019, in Node', () => {
  it.each([2008, 2009, 2010, 2011, 2012, 2013, 2018])('of %i', (year) => {
    const text = `青河县水利局${String(year)}年度政府信息公开工作年度报告\n一、概述\n本局认真贯彻条例。\n二、主动公开情况\n公开信息40条。\n三、存在的问题\n人手不足。`
    expect(old(text)).toMatchObject({ agency: '青河县水利局', year })
  })

  it('whose year only the file tells', () => {
    const text = '青河县水利局政府信息公开工作年度报告\n一、概述\n照常开展。'
    expect(old(text, '青河县水利局2018年.txt')).toMatchObject({ year: 2018, evidence: { year: { from: 'fileName' } } })
  })
})

describe('no document of before 2019, in Node', () => {
  const tables = (['proactive', 'requests', 'disputes'] as const).map((id) => htmlTable(tableRows(id, '2021')))

  it('is a report on the present form that quotes an old table in an annex', () => {
    const html = page(tables).replace('</body>', `<p>附：2018年政府信息公开情况统计表</p>${oldTableHtml()}</body>`)
    const { report } = parsed(html, '来件.html')
    expect(report).toMatchObject({ year: 2023, forms: { requests: '2021' } })
  })

  it('is a report of 2019 or later without any table of its own that quotes an old one', () => {
    const text = `青河县财政局2020年政府信息公开工作年度报告\n一、总体情况\n照常。\n附件\n政府信息公开情况统计表（2018年度）\n${oldTableText()}`
    expect(parsed(text, '来件.txt').report).toMatchObject({ year: 2020, forms: {} })
  })

  it.each([2019, 2020, 2021, 2022, 2023, 2024])(
    'is a report of %i in its own form, however its text looks back',
    (year) => {
      const version = year < 2021 ? '2019' : '2021'
      const own = (['proactive', 'requests', 'disputes'] as const).map((id) => htmlTable(tableRows(id, version)))
      const title = `青河县财政局${String(year)}年政府信息公开工作年度报告`
      const html = page(own, title).replace(
        '照常开展。',
        '与2018年相比，统计指标更完整，主动公开政府信息数、举报投诉数量和回应解读情况均有变化。',
      )
      expect(parsed(html, '2018年对照.html').report).toMatchObject({ year, forms: { requests: version } })
    },
  )

  it('is one without a title that the old words happen to stand in', () => {
    const text = '本局在回应解读和举报投诉数量方面通过不同渠道和方式公开信息。\n其余照旧。'
    expect(parsed(text, '来件.txt').error?.code).toBe('not-a-report')
  })
})
