import { describe, expect, it } from 'vitest'
import { parseTitle } from '@/extract/identity/title'
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
const text = (head: readonly string[]): string => [...head, ...SECTIONS].join('\n')
const read = (head: readonly string[]) => reportOf('来件.txt', text(head))

describe('a text without a title', () => {
  it.each([
    ['按照条例要求，现公布青河县统计局2023年政府信息公开工作年度报告。', '青河县统计局'],
    ['按照条例要求，现向社会公布2023年青河市教育局政府信息公开工作年度报告。', '青河市教育局'],
    ['特编制青河市地方志办公室2023年政府信息公开工作年度报告，供查阅。', '青河市地方志办公室'],
    ['现发布《青河县教育局2023年政府信息公开工作年度报告》。', '青河县教育局'],
  ])('is its agency’s who announces it: %s', (sentence, agency) => {
    expect(read([sentence])).toMatchObject({ agency, year: 2023 })
  })

  it('is nobody’s where it says 我局 or names the office that asked for it', () => {
    const asked = '依照《青河县人民政府办公室关于做好2023年政府信息公开工作年度报告编制工作的通知》编制。'
    const report = read([asked, '本年度我局严格按照目录公开信息。', '统计期限自2023年1月1日起，至2023年12月31日止。'])
    expect(report).toMatchObject({ agency: null, year: 2023 })
  })

  it.each([
    ['为做好这项工作，由副局长具体指导、监督全局信息公开工作。', null],
    ['依法公开区财政局2022年度决算，公开区财政局2023年预算。', null],
    ['本报告结合分局政府信息公开统计数据撰写。', null],
    ['现将临江新区发展改革局（以下简称发改局）2023年度信息公开工作报告如下：', '临江新区发展改革局'],
    ['按照要求，国家税务总局青河市税务局向社会公布本单位2023年政府信息公开工作年度报告。', '国家税务总局青河市税务局'],
    ['如有疑问，请与青河市临江区白沙镇政府综合督考办公室联系（地址：白沙路2号）。', '青河市临江区白沙镇政府'],
    ['如有疑问，请联系青河市公安临江分局指挥中心（电话：000）。', '青河市公安临江分局'],
    ['2023年，白沙街道在区委的领导下开展工作。', '白沙街道'],
    ['2023年，区城乡建设局聚焦中心工作。', '区城乡建设局'],
    ['2023年，国家青河署坚持公开为常态。', '国家青河署'],
    ['2023年，青河省坚持公开为常态。', '青河省'],
    ['2023年，全县坚持公开为常态。', null],
    ['如有疑问，请与青河县人民政府办公室联系（电话：000）。', '青河县人民政府办公室'],
  ])('is named, or not, by what it says of itself: %s', (sentence, agency) => {
    expect(read([sentence]).agency).toBe(agency)
  })

  it('is named by the line that it begins with', () => {
    const sentence = '按照条例及有关文件的要求，现公布区政府财政局2023年政府信息公开工作年度报告，请公众监督。'
    expect(read(['青河区财政局', sentence])).toMatchObject({ agency: '青河区财政局', year: 2023 })
  })

  it('is named whole by words that name it in passing', () => {
    const passing = '为认真做好青河市卫生健康局政府信息公开工作，制定本报告。'
    expect(read([passing, '2023年，市卫生健康局积极更新目录。']).agency).toBe('青河市卫生健康局')
    expect(read([passing]).agency).toBeNull()
  })

  it('is of the year whose work it speaks of', () => {
    expect(read(['现从六个方面汇报我镇2023年政府信息公开工作。']).year).toBe(2023)
    expect(read(['2023年我局政府信息公开工作有序开展。']).year).toBe(2023)
    expect(read(['2023年白沙镇认真落实各项要求，2023年底检查了一次。']).year).toBe(2023)
    const before = '2023年，我局公开发布《青河县财政局2022年政府信息公开工作年度报告》。'
    expect(read([before]).year).toBe(2023)
    expect(read(['我局2022年政府信息公开工作与2023年政府信息公开工作衔接有序。']).year).toBeNull()
  })
})

describe('a page’s title with more of the name', () => {
  it('makes the name in the report’s own title whole', () => {
    const head = [
      '临江区财政局2023年政府信息公开工作年度报告',
      '来源：区财政局',
      '2023年度区财政局政府信息公开工作年度报告',
    ]
    expect(read(head)).toMatchObject({ agency: '临江区财政局', year: 2023 })
  })

  it('a bullet before it is none of the name', () => {
    expect(parseTitle('• 2023年青河市水利局政府信息公开工作年度报告')?.agency).toBe('青河市水利局')
  })
})
