import { describe, expect, it } from 'vitest'
import type { Report } from '@/report/report'
import { htmlTable, page, tableRows } from './formPage'
import { reportOf } from './reading'

/** The form's characters as a page in traditional script has them. */
const WRITTEN: Readonly<Record<string, string>> = {
  报: '報',
  开: '開',
  县: '縣',
  财: '財',
  规: '規',
  范: '範',
  许: '許',
  处: '處',
  罚: '罰',
  强: '強',
  发: '發',
  废: '廢',
  现: '現',
  数: '數',
  项: '項',
  决: '決',
  费: '費',
  额: '額',
  单: '單',
  万: '萬',
  业: '業',
  请: '請',
  结: '結',
  转: '轉',
  属: '屬',
  国: '國',
  机: '機',
  执: '執',
  过: '過',
  务: '務',
  类: '類',
  询: '詢',
  无: '無',
  关: '關',
  没: '沒',
  补: '補',
  确: '確',
  访: '訪',
  举: '舉',
  诉: '訴',
  议: '議',
  获: '獲',
  缴: '繳',
  纳: '納',
  续: '續',
  维: '維',
  纠: '糾',
  审: '審',
  计: '計',
  讼: '訟',
  经: '經',
  总: '總',
  体: '體',
  况: '況',
  动: '動',
  办: '辦',
  组: '組',
  织: '織',
  构: '構',
  当: '當',
  区: '區',
  稳: '穩',
  复: '復',
  进: '進',
  问: '問',
  题: '題',
  内: '內',
  权: '權',
  实: '實',
}
const traditional = (html: string): string => html.replace(/\p{Script=Han}/gu, (sign) => WRITTEN[sign] ?? sign)

describe('a page in traditional script', () => {
  const tables = (['proactive', 'requests', 'disputes'] as const).map((table) =>
    htmlTable(
      tableRows(table, '2021', {
        'requests.received.natural': '4',
        'requests.received.total': '4',
        'review.total': '2',
      }),
    ),
  )
  const read = (html: string): Report => reportOf('a.html', html)

  it('gives what the same page in simplified script gives, and its own words', () => {
    const [simple, report] = [read(page(tables)), read(traditional(page(tables)))]
    expect(report.agency).toBe('青河縣財政局')
    expect(report.title).toBe('青河縣財政局2023年政府信息公開工作年度報告')
    expect([report.year, report.forms, report.issues]).toEqual([simple.year, simple.forms, simple.issues])
    expect(Object.keys(report.cells).length).toBe(200)
    expect(report.cells).toEqual(simple.cells)
    expect(report.sections.map(({ heading }) => heading)).toContain('三、收到和處理政府信息公開申請情況')
    expect(report.sections.find(({ number }) => number === 5)?.text).toBe('問題不多，繼續改進。'.replace('繼', '继'))
  })
})
