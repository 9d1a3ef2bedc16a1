import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseAtOnce } from '../readers/atOnce'
import { parsePageTitle, parseTitle } from '@/extract/identity/title'
import { OFFICE_2019 } from './expected'
import { expectReport, reportOf } from './reading'

const SECTIONS = `<p>一、总体情况</p><p>全年照常开展工作。</p><p>二、主动公开政府信息情况</p><p>见附件。</p>
  <p>三、收到和处理政府信息公开申请情况</p><p>没有申请。</p>`
const TITLE = '青河县财政局2023年政府信息公开工作年度报告'
const read = (before: string, after = '') => reportOf('page.html', `${before}${SECTIONS}${after}`)
const refusal = (content: string): unknown => {
  const [only] = parseAtOnce({ path: 'page.html', bytes: new TextEncoder().encode(content) })
  return only?.ok === false ? only.error.code : only
}
/** A list of reports as navigation shows it. */
const list = (years: readonly number[], agency = '白沙镇人民政府', dated = true): string =>
  `<ul>${years
    .map((year) => {
      const date = dated ? `<span>${String(year + 1)}-01-21</span>` : ''
      return `<li><a>${agency}${String(year)}年政府信息公开工作年度报告</a>${date}</li>`
    })
    .join('')}</ul>`

describe('titles on web pages', () => {
  it.each([
    ['政府信息公开工作年度报告 时间：2023-01-28 来源：青河县财政局', null, null],
    ['2022年政府信息公开工作年度报告【发布日期：2023-01-28】', null, 2022],
    [`${TITLE} 浏览次数：18`, '青河县财政局', 2023],
  ])('%s ends before its metadata', (text, agency, year) => {
    const parsed = parseTitle(text)
    expect([parsed?.agency ?? null, parsed?.year?.year ?? null]).toEqual([agency, year])
  })

  it.each([
    `${TITLE} 2024-01-21`,
    '依照通知要求，现就青河县2023年政府信息公开工作年度报告',
    '做好2023年政府信息公开工作年度报告编制发布工作通知如下：',
    '政府信息公开年报 我县召开2023年政府信息公开工作推进会',
    '2023年政府信息公开工作年度报告（模板）',
  ])('%s is none', (text) => {
    expect(parseTitle(text)).toBeNull()
  })

  it('takes the report from a page title made of site, column and title', () => {
    expect(parsePageTitle(`青河县人民政府 政府信息公开年报 ${TITLE}`)).toMatchObject({ agency: '青河县财政局' })
  })

  it.each([true, false])('passes over lists of other reports beside a title without a name (dates: %s)', (dated) => {
    const report = read(
      `${list([2023, 2022, 2021], '白沙镇人民政府', dated)}<h2>2022年政府信息公开工作年度报告</h2>`,
      '<p>青河县财政局</p><p>2023年1月10日</p>',
    )
    expect([report.agency, report.year]).toEqual(['青河县财政局', 2022])
    expect(report.issues.filter((issue) => issue.code !== 'table-absent')).toEqual([])
  })

  it('joins a name that stands in two lines over the title', () => {
    expect(read('<p>青河县</p><p>财政局</p><p>2023年政府信息公开工作年度报告</p>').agency).toBe('青河县财政局')
  })

  it('keeps a name that holds 编制委员会', () => {
    expect(parseTitle('中共青河县委机构编制委员会办公室2023年政府信息公开工作年度报告')?.agency).toBe(
      '中共青河县委机构编制委员会办公室',
    )
  })
})

describe('pages that are no report', () => {
  it.each([
    ['a list of reports', '<p>政府信息公开年报</p>' + list([2023, 2022, 2021])],
    ['a rule beside a list of reports', '<h1>青河县信息公开办法</h1><p>第一条 制定本办法。</p>' + list([2022, 2021])],
    ['news in the column of reports', '<title>青河县 政府信息公开年报 我县召开信息公开推进会</title><p>会议召开。</p>'],
  ])('%s', (_, content) => {
    expect(refusal(content)).toBe('not-a-report')
  })
})

describe('date of publication', () => {
  it.each([
    ['<p>【发布日期】2024年1月28日</p>'],
    ['<dl><dt>发布日期</dt><dd>2024-01-28</dd></dl>'],
    ['<div><div>发布时间：</div><div>2024-01-28 09:10</div></div>'],
    ['<p>2024-01-28 10:22 来源：青河县财政局</p>'],
  ])('%s', (html) => {
    expect(read(`<h1>${TITLE}</h1>${html}`).published).toBe('2024-01-28')
  })

  it.each([['<p>生成日期：2024-01-05</p>'], ['<p>更新时间：2024-05-05</p>'], ['<p>成文日期</p><p>2024-01-05</p>']])(
    '%s is none',
    (html) => {
      expect(read(`<h1>${TITLE}</h1>${html}`).published).toBeUndefined()
    },
  )
})

describe('a page that has its article twice', () => {
  const article = readFileSync(new URL('../../fixtures/reports/office-2019.html', import.meta.url), 'utf8')
  const twice = (second: string) => `<div class="pc">${article}</div><div class="phone">${second}</div>`

  it('is one report', () => {
    const report = reportOf('page.html', twice(article))
    expectReport(report, { ...OFFICE_2019, agency: '江州市人民政府办公厅' })
    expect(report.source.part).toBeUndefined()
  })

  it('is two where the figures differ', () => {
    const other = article.replace('>859<', '>860<')
    expect(other).not.toBe(article)
    const results = parseAtOnce({ path: 'page.html', bytes: new TextEncoder().encode(twice(other)) })
    expect(results.map((result) => result.ok && result.value.source.part)).toEqual([1, 2])
  })
})
