import { describe, expect, it } from 'vitest'
import { parseAtOnce } from '../readers/atOnce'
import { fullerName, fullWordsIn } from '@/extract/identity/agencyName'
import { parseTitle } from '@/extract/identity/title'
import { yearsIn } from '@/extract/identity/years'
import { htmlTable, page, tableRows } from './formPage'
import { reportOf } from './reading'

const SECTIONS = [
  '一、总体情况',
  '全年照常开展工作。',
  '二、主动公开政府信息情况',
  '见附件。',
  '三、收到和处理政府信息公开申请情况',
  '没有申请。',
  '四、政府信息公开行政复议、行政诉讼情况',
  '没有案件。',
  '五、存在的主要问题及改进情况',
  '问题不多，继续改进。',
  '六、其他需要报告的事项',
  '无',
]
const text = (head: readonly string[], foot: readonly string[] = []): string =>
  [...head, ...SECTIONS, ...foot].join('\n')
const read = (head: readonly string[], foot: readonly string[] = [], file = '来件.txt') =>
  reportOf(file, text(head, foot))

describe('titles', () => {
  it.each([
    ['青河县财政局2023年政府信息公开工作年度报告', '青河县财政局', 2023],
    ['青河县财政局2023年度政府信息公开工作年度报告', '青河县财政局', 2023],
    ['2023年青河县财政局政府信息公开工作年度报告', '青河县财政局', 2023],
    ['2023年度青河县人力资源和社会保障局政府信息公开年度报告', '青河县人力资源和社会保障局', 2023],
    ['青河县人民政府2022年政府信息公开工作年度报告', '青河县人民政府', 2022],
    ['青河县人民政府信息公开工作年度报告（2022年）', '青河县人民政府', 2022],
    [
      '青河县政府办公室（政务服务和数据管理局）2024年政府信息公开工作年度报告',
      '青河县政府办公室(政务服务和数据管理局)',
      2024,
    ],
    ['青河县白沙镇人民政府2021年政府信息公开工作年度报告', '青河县白沙镇人民政府', 2021],
    ['青河县城关街道办事处 2021 年政府信息公开工作年度报告', '青河县城关街道办事处', 2021],
    ['临江经济开发区管委会2020年政府信息公开工作年报', '临江经济开发区管委会', 2020],
    ['青河市第一人民医院2023年信息公开工作年度报告', '青河市第一人民医院', 2023],
    ['青河县民族、宗教事务局2023年政府信息公开工作年度报告', '青河县民族、宗教事务局', 2023],
    ['青河县财政局二〇二三年政府信息公开工作年度报告', '青河县财政局', 2023],
    ['青河县财政局２０２３年政府信息公开工作年度报告', '青河县财政局', 2023],
    ['青河县财政局202020年政府信息公开工作年度报告', '青河县财政局', 2020],
    ['青河县财政局关于2023年政府信息公开工作的年度报告', '青河县财政局', 2023],
    ['附件：青河县财政局2023年政府信息公开工作年度报告', '青河县财政局', 2023],
    ['【年报】青河县财政局2023年政府信息公开工作年度报告', '青河县财政局', 2023],
    ['青河县财政局2023年度法治政府和政府信息公开工作年度报告', '青河县财政局', 2023],
    ['青河县人民政府法治政府建设和政府信息公开工作2023年度报告', '青河县人民政府', 2023],
    ['青河县财政局2023年政务公开暨政府信息公开工作年度报告', '青河县财政局', 2023],
    ['青河区2023年政府信息公开工作年度报告', '青河区', 2023],
    ['2023年政府信息公开工作年度报告', null, 2023],
    ['2023年政府信息公开工作年度报告（青河县财政局）', '青河县财政局', 2023],
    ['本机关2023年政府信息公开工作年度报告', null, 2023],
    ['某某局2023年政府信息公开工作年度报告', null, 2023],
    ['政府信息公开工作年度报告', null, null],
  ])('%s', (title, agency, year) => {
    const parsed = parseTitle(title)
    expect([parsed?.agency ?? null, parsed?.year?.year ?? null]).toEqual([agency, year])
  })

  it.each([
    '关于做好2023年政府信息公开工作年度报告编制和发布工作的通知',
    '首页 > 政府信息公开 > 政府信息公开年报',
    '您所在的位置：青河县财政局2023年政府信息公开工作年度报告',
    '根据条例要求，编制青河县财政局2023年政府信息公开工作年度报告。全文包括六个部分。',
    '青河县2023年财政预算执行情况报告',
  ])('%s is none', (title) => {
    expect(parseTitle(title)).toBeNull()
  })
})

describe('years', () => {
  it.each([
    ['2023年', 2023, false],
    ['（2023年度）', 2023, false],
    ['202020年', 2020, true],
    ['202323年', 2023, true],
    ['20232023年', 2023, true],
    ['2O23年', 2023, true],
    ['二〇二四年', 2024, false],
    ['2 0 2 3 年', 2023, false],
  ])('%s', (written, year, repaired) => {
    expect(yearsIn(written)).toMatchObject([{ year, repaired }])
  })

  it.each(['20234年', '12023', '二千年', '1999年'])('%s is none', (written) => {
    expect(yearsIn(written)).toEqual([])
  })
})

describe('fuller names', () => {
  it.each([
    ['青河区科信局', '区科学技术和经济信息化局', '青河区科学技术和经济信息化局', true],
    ['青河区科信局', '青河区科学技术和经济信息化局', '青河区科学技术和经济信息化局', false],
    ['县人社局', '青河县人力资源和社会保障局', '青河县人力资源和社会保障局', false],
    ['财政局', '青河县财政局', '青河县财政局', false],
    ['青河县发改委', '青河县发展和改革委员会', '青河县发展和改革委员会', false],
    ['青河县政府办', '青河县政府办公室', '青河县政府办公室', false],
    ['青河经开区管委会', '青河经济技术开发区管理委员会', '青河经济技术开发区管理委员会', false],
    ['青河市税务局', '国家税务总局青河市税务局', '国家税务总局青河市税务局', false],
    ['自治区财政厅', '青河自治区财政厅', '青河自治区财政厅', false],
    ['县审计局', '青河县审计局', '青河县审计局', false],
    ['县政府办公室', '青河县人民政府办公室', '青河县人民政府办公室', false],
  ])('%s by %s', (short, other, name, joined) => {
    expect(fullerName(short, other)).toEqual({ name, joined })
  })

  it.each([
    ['青河县财政局', '青河县审计局'],
    ['青河县财政局', '白沙县财政局'],
    ['青河县财政局', '青河县财政金融局'],
    ['青河县', '青河县人民政府'],
    ['青河县财政局', '县财政局'],
    ['青河市临江区公安局', '公开区公安局'],
    ['青河经开区管委会', '白沙经济技术开发区管委会'],
    ['市场监督管理局', '城市场监督管理局'],
  ])('%s is not %s', (short, other) => {
    expect(fullerName(short, other)).toBeNull()
  })

  it('are looked for in sentences, whatever follows them', () => {
    expect(fullWordsIn('青河区科信局', '2024年,区科学技术和经济信息化局按目录更新')).toBe('区科学技术和经济信息化局')
    expect(fullWordsIn('青河县财政局', '县财政部门和审计局联合检查')).toBeNull()
    expect(fullWordsIn('青河市教育局', '在青河市人民政府网站下设教育局专栏')).toBeNull()
  })
})

describe('agency and year of a document', () => {
  it('a title over two lines', () => {
    expect(read(['青河县财政局', '2023年政府信息公开工作年度报告'])).toMatchObject({
      agency: '青河县财政局',
      year: 2023,
    })
  })

  it('a title broken inside its words', () => {
    const report = read(['青河县财政局2023年', '政府信息公开', '工作年度报告'])
    expect(report).toMatchObject({ agency: '青河县财政局', year: 2023 })
  })

  it('the year in a line of its own', () => {
    expect(read(['青河县财政局', '政府信息公开工作年度报告', '（2023年度）'])).toMatchObject({ year: 2023 })
  })

  it.each([
    ['柳林街道', '青河县人民政府柳林街道办事处', '青河县人民政府柳林街道办事处'],
    ['柳林镇', '青河县柳林镇人民政府', '青河县柳林镇人民政府'],
    ['柳林镇', '青河县石桥镇人民政府', '柳林镇'],
    ['青河县', '青河县人民政府办公室', '青河县'],
    ['青河县财政局', '青河县财政局（盖章）', '青河县财政局'],
  ])('the title’s %s, signed %s, is %s', (name, signed, agency) => {
    const report = read([`${name}2023年政府信息公开工作年度报告`], [signed, '2024年1月15日'])
    expect(report.agency).toBe(agency)
    expect(report.issues.some((issue) => issue.code === 'agency-fuller')).toBe(agency !== name)
  })

  it.each(['青河县财政局22年政府信息公开年报', '青河县财政局近三年政府信息公开工作年度报告'])(
    'no part of a year is left on the name: %s',
    (title) => {
      expect(parseTitle(title)).toMatchObject({ agency: '青河县财政局', year: null })
    },
  )

  it('the agency in the signature alone; its date is not the year', () => {
    const report = read(['政府信息公开工作年度报告'], ['青河县财政局', '2024年1月15日'])
    expect(report).toMatchObject({ agency: '青河县财政局', year: null })
    expect(report.evidence.agency?.from).toBe('signature')
    expect(report.issues.map((issue) => issue.code)).toContain('year-unknown')
    expect(report.published).toBeUndefined()
  })

  it('the period names the year where the title does not', () => {
    const report = read(['青河县财政局政府信息公开工作年度报告', '统计期限为2023年1月1日至2023年12月31日。'])
    expect(report).toMatchObject({ agency: '青河县财政局', year: 2023 })
    expect(report.evidence.year?.from).toBe('body')
  })

  it('a period of another year is told', () => {
    const report = read(['青河县财政局2023年政府信息公开工作年度报告', '统计期限为2022年1月1日至12月31日。'])
    expect(report.year).toBe(2023)
    expect(report.issues.filter((issue) => issue.code === 'year-conflict')).toHaveLength(1)
  })

  it.each([
    ['2021年，我局召开动员会。现将2022年度工作情况报告如下。', 2022],
    ['2021年，我局成立领导小组；本报告为2022年度报告。', 2022],
    ['2021年以来，我局持续推进公开。2022年共公开信息12条。', null],
    ['现将2021年度工作情况报告如下。本报告为2022年度报告。', null],
    ['2022年，我局持续推进公开。2022年共公开信息12条。', 2022],
  ])('the text that names several years, %s: %s', (words, year) => {
    const report = read(['青河县财政局政府信息公开工作年度报告', words])
    expect(report.year).toBe(year)
    expect(report.issues.some((issue) => issue.code === 'year-unknown')).toBe(year === null)
  })

  it('we are nobody: the file name is the last resort, and told', () => {
    const report = read(['2023年政府信息公开工作年度报告', '我局认真落实条例。'], [], '报送/青河县财政局2023年报.txt')
    expect(report).toMatchObject({ agency: '青河县财政局', year: 2023 })
    expect(report.issues.map((issue) => issue.code)).toContain('agency-from-file-name')
  })

  it('nothing names them', () => {
    const report = read(['政府信息公开工作年度报告', '我局认真落实条例。'])
    expect(report).toMatchObject({ agency: null, year: null })
    expect(report.issues.map((issue) => issue.code)).toEqual(expect.arrayContaining(['agency-unknown', 'year-unknown']))
  })

  it('a web page: title with the site’s name, breadcrumb, metadata, other years’ links', () => {
    const body = SECTIONS.map((line) => `<p>${line}</p>`).join('')
    const report = reportOf(
      'page.html',
      `<html><head><title>青河县财政局2023年政府信息公开工作年度报告_青河县人民政府门户网站</title>
       <meta name="PubDate" content="2024-01-20 10:11"></head><body>
       <div>您所在的位置：首页 &gt; 政府信息公开 &gt; 政府信息公开年报</div>
       <h1>青河县财政局2023年政府信息公开工作年度报告</h1>
       <table><tr><td>发布机构</td><td>青河县财政局</td><td>发布日期</td><td>2024-01-19</td></tr></table>${body}
       <p>上一篇：青河县财政局2022年政府信息公开工作年度报告</p><p>主办：青河县人民政府办公室</p></body></html>`,
    )
    expect(report).toMatchObject({ agency: '青河县财政局', year: 2023, published: '2024-01-19' })
  })

  it.each([
    ['2022年度情况', true],
    ['三、收到和处理政府信息公开申请情况（2022年）', true],
    ['2023年度情况', false],
    ['三、收到和处理政府信息公开申请情况', false],
    ['2024年1月20日', false],
  ])('a table of another year by its first row is told: %s', (caption, isTold) => {
    const first = { text: caption, colspan: 10, rowspan: 1 }
    const table = htmlTable([[first], ...tableRows('requests', '2021', { 'requests.received.natural': '3' })])
    const report = reportOf('a.html', page([null, table, null]))
    expect(report.year).toBe(2023)
    expect(report.cells['requests.received.natural']?.value).toBe(3)
    expect(report.issues.some((issue) => issue.code === 'table-year')).toBe(isTold)
  })

  it('no tables: absent, never zero', () => {
    const report = read(['青河县财政局2023年政府信息公开工作年度报告'])
    expect(report.forms).toEqual({})
    expect(report.cells).toEqual({})
    expect(report.issues.filter((issue) => issue.code === 'table-absent')).toHaveLength(3)
    expect(report.sections.map((section) => section.number)).toEqual([0, 1, 2, 3, 4, 5, 6])
  })
})

describe('documents that give no report', () => {
  it('one of before 2019 that its first sentence names is of the old form', () => {
    const content = '按照条例要求，现公布青河市人民政府2017年政府信息公开工作年度报告。\n一、概述\n照常开展。'
    const [only] = parseAtOnce({ path: '来件.txt', bytes: new TextEncoder().encode(content) })
    expect(only?.ok === false && only.error.code).toBe('old-form')
  })

  const refusal = (content: string): unknown => {
    const [only] = parseAtOnce({ path: 'a.txt', bytes: new TextEncoder().encode(content) })
    return only?.ok === false ? only.error.code : only
  }

  it.each([
    ['prose about something else', '青河县2023年财政预算\n全年收入平稳。', 'not-a-report'],
    [
      'a notice about such reports',
      '关于做好2023年政府信息公开工作年度报告编制工作的通知\n各单位：请按时报送。',
      'not-a-report',
    ],
    [
      'a report of 2017',
      '青河县财政局2017年政府信息公开工作年度报告\n一、概述\n全年公开信息10条。\n政府信息公开情况统计表\n统计指标\n单位\n统计数\n主动公开政府信息数\n条\n10',
      'old-form',
    ],
    ['a table of 2016 without a year', '政府信息公开情况统计表\n统计指标\n主动公开政府信息数\n10', 'old-form'],
  ])('%s', (_, content, code) => {
    expect(refusal(content)).toBe(code)
  })

  it('does not search a line of megabytes for a date from each of its characters', () => {
    const content = `某某市财政局2023年政府信息公开工作年度报告\n${'12月 '.repeat(100_000)}\n一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况`
    expect(parseAtOnce({ path: 'a.txt', bytes: new TextEncoder().encode(content) })).toHaveLength(1)
  })
})
