import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseAtOnce } from '../readers/atOnce'
import { parsePageTitle, parseTitle } from '@/extract/identity/title'
import { OFFICE_2019 } from './expected'
import type { PageRow } from './formPage'
import { tableRows } from './formPage'
import { expectReport, flaggedFields, reportOf } from './reading'

const SECTIONS = `<p>一、总体情况</p><p>全年照常开展工作。</p><p>二、主动公开政府信息情况</p><p>见附件。</p>
  <p>三、收到和处理政府信息公开申请情况</p><p>没有申请。</p>`
const HEADINGS = [
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
]
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

describe('a page that a spreadsheet saved, or a system handed out as a workbook', () => {
  const cells = (row: PageRow): string =>
    row
      .map(({ text, colspan, rowspan, field }) => {
        const number = field === undefined ? '' : ' align=right x:num'
        return `<td colspan=${String(colspan)} rowspan=${String(rowspan)} class=xl66${number}>${text}</td>`
      })
      .join('')
  const table = (['proactive', 'requests', 'disputes'] as const)
    .flatMap((name, at) => [
      [{ text: HEADINGS[at] ?? '', colspan: 10, rowspan: 1 }],
      ...tableRows(name, '2021', { 'requests.settled.total': '12', 'review.upheld': '3' }),
    ])
    .map((row) => `<tr height=19>${cells(row)}</tr>`)
    .join('')
  const saved = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet>
    <style><!-- .xl66 {mso-number-format:"0_ ";} --></style><!--[if gte mso 9]><xml><x:ExcelWorkbook></x:ExcelWorkbook></xml><![endif]--></head>
    <body><table><col width=72 span=15><tr height=19><td colspan=10>${TITLE}</td></tr>${table}
    <![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td></tr><![endif]></table></body></html>`

  it('is read as the page that it is, whatever its name says', () => {
    const report = reportOf('年报.xls', saved)
    expect([report.source.format, report.agency, report.year]).toEqual(['html', '青河县财政局', 2023])
    expect(report.cells['requests.settled.total']?.value).toBe(12)
    expect(report.cells['review.upheld']?.value).toBe(3)
    expect([...flaggedFields(report)]).toEqual([])
  })
})
