import { describe, expect, it } from 'vitest'
import { letterOffsets, lettersOf, noiseOf } from '@/check/agencies/wording/letters'
import { distinctHashes, sharedCount, shinglesOf } from '@/check/agencies/wording/shingles'
import { estimate, likelyPairs, sketchOf } from '@/check/agencies/wording/sketch'
import { textPrint } from '@/check/agencies/wording/textPrint'
import { findingText } from '@/check/rules/rules'
import type { CheckInput } from '@/check/input'
import { random } from '@/sample/random'
import type { Random } from '@/sample/random'
import type { Section } from '@/report/report'
import { foundBy } from './checkedSet'
import { reportOf } from './yearReports'

const letters = (stream: Random, length: number): string =>
  Array.from({ length }, () => String.fromCharCode(0x4e00 + stream.int(0, 3000))).join('')

/** A text of its own of so many sentences. */
function sentences(seed: string, count: number): string[] {
  const stream = random(seed)
  return Array.from({ length: count }, () => `${letters(stream, 35)}。`)
}

const written = (agency: string, year: number, text: readonly string[]): CheckInput =>
  reportOf(year, {}, { agency, sections: [{ number: 1, heading: '一、总体情况', text: text.join('') }] })

describe('letters', () => {
  it('are a text without blanks, with one sign for a figure and one for the name, and lead back to it', () => {
    const text = '2024年，示例局 共受理 1,234 件（增长5.6％）。'
    const noise = noiseOf('示例局')
    const plain = lettersOf(text, noise)
    expect(plain).toBe('#年，@共受理#件（增长#）。')
    const at = letterOffsets(text, noise)
    expect(at).toHaveLength(plain.length + 1)
    const back = at.slice(0, -1).map((offset, index) => ('#@'.includes(plain.charAt(index)) ? '' : text.charAt(offset)))
    expect(back.join('')).toBe(plain.replace(/[#@]/gu, ''))
    expect(at.at(-1)).toBe(text.length)
  })

  it('take a name with signs of a pattern as it is', () => {
    expect(lettersOf('甲局（外办）[a]+与甲局', noiseOf('甲局（外办）[a]+'))).toBe('@与甲局')
  })
})

describe('sketches', () => {
  it.each([0.1, 0.5, 0.8, 0.95])('estimate a likeness of %d, and find those that are much alike', (share) => {
    const errors = Array.from({ length: 40 }, (_, at) => {
      const stream = random(`${share} ${at}`)
      const common = letters(stream, Math.round(3000 * share))
      const texts = [0, 1].map(() => shinglesOf(common + letters(stream, 3000 - common.length)))
      const [one = new Uint32Array(), other = new Uint32Array()] = texts.map((hashes) => distinctHashes([hashes]))
      const shared = sharedCount(one, other)
      const truth = shared / (one.length + other.length - shared)
      const sketches = texts.map((hashes) => sketchOf([hashes]))
      if (truth >= 0.7) expect(likelyPairs(sketches)).toEqual([[0, 1]])
      return estimate(sketches[0] ?? new Uint32Array(), sketches[1] ?? new Uint32Array()) - truth
    })
    expect(Math.abs(errors.reduce((sum, error) => sum + error, 0) / errors.length)).toBeLessThan(0.03)
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(0.15)
  })
})

describe('what of a text counts', () => {
  const kept = (number: number, text: string): string[] =>
    textPrint({ agency: '示例局', sections: [{ number, heading: '', text }] satisfies Section[] }).sentences.map(
      (sentence) => sentence.text,
    )

  it('is its sentences, without those of law and form, headings and the preface', () => {
    expect(kept(1, '全年更新栏目二十个，答复网民留言三百余条。')).toHaveLength(1)
    for (const text of [
      '本报告中所列数据的统计期限从2023年1月1日至2023年12月31日。',
      '根据《中华人民共和国政府信息公开条例》（以下简称《条例》）要求，编制本年度报告。',
      '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      '（一）主动公开。',
    ])
      expect([text, kept(1, text)]).toEqual([text, []])
    expect(kept(0, '全年更新栏目二十个，答复网民留言三百余条。')).toEqual([])
  })
})

describe('W17', () => {
  const text = sentences('one', 20)
  const rewritten = (count: number): string[] => [...sentences(`new ${count}`, count), ...text.slice(count)]

  it('tells a text that is that of the agency’s last year, with the passages side by side', () => {
    const now = ['全年答复38件。', ...rewritten(1)]
    const [finding, ...none] = foundBy('W17', [written('示例局', 2022, text), written('示例局', 2023, now)])
    expect(none).toEqual([])
    expect(finding).toMatchObject({ severity: 'warning', reason: 'own-year', year: 2023, cells: [] })
    expect(finding?.params['alike']).toBeGreaterThanOrEqual(93)
    const quotes = finding?.quotes ?? []
    expect(quotes.map(({ year }) => year)).toEqual([2023, 2022, 2023, 2022, 2023, 2022])
    for (const [at, quote] of quotes.entries())
      if (at % 2 === 0) {
        expect(quote.text).toBe(quotes[at + 1]?.text)
        expect(quote.marks).toEqual([[0, quote.text.length]])
      }
    expect(finding && findingText(finding, 'zh')).toContain('与本机关 2022 年年报相同的占')
  })

  it('figures and the agency’s own name make no difference, and marks leave out what does', () => {
    const told = (agency: string, count: number, more: string): string[] =>
      text.map((sentence) => `${agency}办理${count}件，${more}${sentence}`)
    const findings = foundBy('W17', [
      written('示例市教育局', 2023, told('示例市教育局', 12, '')),
      written('示例市民政局', 2023, told('示例市民政局', 3456, '')),
    ])
    expect(findings.map(({ agency, reason }) => [agency, reason])).toEqual([
      ['示例市教育局', 'other-agency'],
      ['示例市民政局', 'other-agency'],
    ])
    const [quote] = findings[1]?.quotes ?? []
    expect(quote?.text).toContain('示例市民政局办理3456件')
    expect(quote?.marks).toEqual([[0, quote?.text.length]])
  })

  it('tells the later of two years, once for several, naming the most alike', () => {
    const findings = foundBy('W17', [
      written('示例市甲局', 2021, rewritten(1)),
      written('示例市乙局', 2022, text),
      written('示例市丙局', 2023, text),
    ])
    expect(findings.map(({ agency, reason, params }) => [agency, reason, params['other'], params['others']])).toEqual([
      ['示例市丙局', 'several-agencies', '示例市乙局', 2],
      ['示例市乙局', 'other-agency', '示例市甲局', 1],
    ])
  })

  it('is silent for half a text, for a short one, and for what every agency writes', () => {
    expect(foundBy('W17', [written('示例局', 2022, text), written('示例局', 2023, rewritten(10))])).toEqual([])
    const short = text.slice(0, 5)
    expect(foundBy('W17', [written('示例局', 2022, short), written('示例局', 2023, short)])).toEqual([])
    const everywhere = Array.from({ length: 12 }, (_, at) =>
      written(`示例市${String.fromCharCode(0x4e00 + at)}局`, 2023, text),
    )
    expect(foundBy('W17', everywhere)).toEqual([])
    expect(foundBy('W17', everywhere.slice(0, 6))).toHaveLength(6)
  })

  it('does not tell tables that were read as text from tables', () => {
    const rows =
      '本年新收政府信息公开申请数量 上年结转政府信息公开申请数量 属于国家秘密 其他法律行政法规禁止公开 危及“三安全一稳定” 保护第三方合法权益 属于三类内部事务信息 属于四类过程性信息 属于行政执法案卷 属于行政查询事项 本机关不掌握相关政府信息 没有现成信息需要另行制作 补正后申请内容仍不明确 信访举报投诉类申请 重复申请 要求提供公开出版物 无正当理由大量反复申请 要求行政机关确认或重新出具已获取信息'
    const lines = rows.split(' ').map((row) => `${row} 0 0 0 0 0 0 0\n`)
    expect(
      foundBy(
        'W17',
        ['甲局', '乙局'].map((name) => written(name, 2023, [...lines, ...lines, ...lines])),
      ),
    ).toEqual([])
  })
})
