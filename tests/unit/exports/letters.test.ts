import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { checkReport } from '@/check/check'
import { findingText } from '@/check/rules/rules'
import { letterDocx } from '@/exports/letters/letter'
import type { Letter, LetterManner } from '@/exports/letters/letter'
import { goesIn } from '@/exports/letters/letterChoice'
import { letterFileName, letterFiles } from '@/exports/letters/letterFiles'
import { chineseNumeral, dayInWords, wordsToAgency } from '@/exports/letters/letterWords'
import type { Finding } from '@/report/finding'
import { openFile } from '@/readers/open'
import { footingValues, inputOf } from '../check/footingReport'

const ALL = { proactive: '2021', requests: '2021', disputes: '2021' } as const
const MANNER: LetterManner = {
  preamble: '',
  sender: '临澜市政务公开办公室',
  due: '2025-03-05',
  date: '2025-02-20',
  example: false,
}

/** Findings of a report whose received total is 10 too many, and a sentence that does not agree. */
function findings(): Finding[] {
  const values = footingValues('2021', () => 0)
  values.set('requests.received.total', 1376)
  const own = checkReport(
    inputOf(values, ALL, { 'requests.received.total': { place: { table: 3, row: 4, column: 9 } } }),
  )
  const [first] = own
  if (!first) throw new Error('nothing was found')
  const said: Finding = {
    ...first,
    rule: 'W8',
    severity: 'warning',
    reason: '',
    formula: '1376 ≠ 12',
    cells: [],
    quotes: [
      {
        file: 'a.docx',
        agency: first.agency,
        year: first.year,
        section: 1,
        text: '全年收到\u202E申请\u000712 件。\n=1+1',
        marks: [],
      },
    ],
  }
  return [said, ...own]
}

/** A Word document as our own reader has it: paragraphs and cells as lines. */
async function linesOf(bytes: Uint8Array): Promise<string[]> {
  const lines: string[] = []
  for await (const opened of openFile({ path: 'letter.docx', bytes: new Uint8Array(bytes) })) {
    if (!opened.ok) throw new Error(opened.error.reason)
    for (const block of opened.value.blocks)
      if (block.kind === 'paragraph') lines.push(block.text)
      else for (const row of block.rows) lines.push(row.map(({ text }) => text).join(' | '))
  }
  return lines
}

const letter = (agency: string, own = findings()): Letter => ({ agency, year: 2024, findings: own })

describe('letters', () => {
  it('tell every finding in its words, with formula, cells, places and the sentence, errors first', async () => {
    const all = findings()
    const lines = await linesOf(await letterDocx(letter('临澜市教育局', all), MANNER))
    const text = lines.join('\n')
    expect(lines.slice(0, 2)).toEqual([
      '关于临澜市教育局2024年度政府信息公开工作年度报告有关问题的整改通知',
      '临澜市教育局：',
    ])
    expect(text).toContain(`发现${String(all.length)}处问题`)
    expect(text).toContain('2025年3月5日前')
    for (const finding of all) {
      expect(text).toContain(finding.formula.replace('1376', '1,376'))
      expect(text).toContain(wordsToAgency(finding))
    }
    expect(text).toMatch(/表三 申请办理，.*总计 \| 1,376 \| 文件中第 3 个表，第 4 行第 9 列/u)
    expect(text).toContain('原文（第一部分）：“全年收到申请12 件。 =1+1”')
    expect(text.indexOf('一、数字不等')).toBeLessThan(text.indexOf('二、需要核实'))
    expect(lines.at(-2)).toBe('临澜市政务公开办公室')
    expect(lines.at(-1)).toBe('2025年2月20日')
    expect(text).not.toContain('填报机关')
  })

  it('hold nothing that runs, whatever the texts hold', async () => {
    const own = findings().map((finding) => ({ ...finding, formula: '{ HYPERLINK "http://x" } <w:p/>\u0000' }))
    const bytes = await letterDocx(letter('局<w:fldSimple w:instr="DATE"/>\u0000\u200B', own), MANNER)
    const parts = unzipSync(bytes)
    const main = new TextDecoder().decode(parts['word/document.xml'])
    expect(main).not.toMatch(/<w:fldSimple|instrText|<w:hyperlink|[\u0000\u200B\u202E]/u)
    expect((await linesOf(bytes)).join()).toContain('{ HYPERLINK "http://x" } <w:p/>')
  })

  it('say the words that a person wrote, with the places filled in and no others', async () => {
    const preamble = '致{机关}：{年份}、{条数}、{截止日期}、{其他}。\n\n第二段。'
    const lines = await linesOf(await letterDocx(letter('$&局'), { ...MANNER, preamble, due: '', sender: '' }))
    expect(lines).toContain('致$&局：2024、3、〔请填写：截止日期〕、{其他}。')
    expect(lines).toContain('第二段。')
    expect(lines.join()).toContain('〔请填写：发文机关〕')
  })

  it('are named after agency and year, safely and never twice', () => {
    const taken = new Set<string>()
    const name = (agency: string): string => letterFileName({ agency, year: 2024 }, taken)
    expect(name('临澜市教育局')).toBe('整改通知-临澜市教育局-2024.docx')
    expect(name('临澜市教育局')).toBe('整改通知-临澜市教育局-2024（2）.docx')
    expect(name('../../a\\b:c*"<>|?\u202E\n')).toBe('整改通知-.._.._a_b_c________-2024.docx')
    expect(name('局'.repeat(300)).length).toBeLessThan(110)
  })

  it('come as one document, or as a zip with each', async () => {
    expect(await letterFiles([], MANNER, () => undefined)).toBeNull()
    const one = await letterFiles([letter('甲局')], MANNER, () => undefined)
    expect(one?.name).toBe('整改通知-甲局-2024.docx')
    const made: number[] = []
    const two = await letterFiles([letter('甲局'), letter('乙/局')], MANNER, (done) => {
      made.push(done)
    })
    expect(made).toEqual([1, 2])
    expect(two?.name).toBe('整改通知-2025-02-20.zip')
    const entries = unzipSync(new Uint8Array((await two?.file.arrayBuffer()) ?? new ArrayBuffer(0)))
    expect(Object.keys(entries)).toEqual(['整改通知-甲局-2024.docx', '整改通知-乙_局-2024.docx'])
    const second = entries['整改通知-乙_局-2024.docx'] ?? new Uint8Array()
    expect((await linesOf(second))[1]).toBe('乙/局：')
  })

  it('remind of a report that has not come: by when it was due, and what to do; not what was not done', async () => {
    const reminder = { agency: '临澜市水利局\u202E', year: 2024, deadline: '2025-01-31' }
    const made = await letterFiles([reminder], { ...MANNER, example: true }, () => undefined)
    expect(made?.name).toBe('催报通知-临澜市水利局_-2024.docx')
    const lines = await linesOf(new Uint8Array((await made?.file.arrayBuffer()) ?? new ArrayBuffer(0)))
    expect(lines).toEqual([
      expect.stringContaining('示例数据'),
      '关于报送临澜市水利局2024年度政府信息公开工作年度报告的通知',
      '临澜市水利局：',
      '你单位2024年度政府信息公开工作年度报告应于2025年1月31日前公布。截至2025年2月20日，我们没有收到，也没有查到这份年报。',
      '请于2025年3月5日前公布并报送年报文件；已经公布的，请告知公布日期和网址；本年度确无应报告事项的，请书面说明。',
      '临澜市政务公开办公室',
      '2025年2月20日',
    ])
    const both = await letterFiles(
      [{ agency: '甲', year: 2024, findings: findings() }, reminder],
      MANNER,
      () => undefined,
    )
    const entries = unzipSync(new Uint8Array((await both?.file.arrayBuffer()) ?? new ArrayBuffer(0)))
    expect(Object.keys(entries)).toEqual(['整改通知-甲-2024.docx', '催报通知-临澜市水利局_-2024.docx'])
  })

  it('take up what was confirmed, and by choice what nobody answered yet', () => {
    const error = { rule: 'E1', severity: 'error' } as const
    const warning = { rule: 'W8', severity: 'warning' } as const
    const info = { rule: 'I1', severity: 'info' } as const
    // What the register lacks is for who keeps it.
    const name = { rule: 'W15', severity: 'warning' } as const
    expect(goesIn(name, 'open', 'warnings')).toBe(false)
    expect(goesIn(name, 'confirmed', 'warnings')).toBe(true)
    expect(goesIn(warning, 'confirmed', 'confirmed')).toBe(true)
    expect(goesIn(error, 'open', 'confirmed')).toBe(false)
    for (const state of ['open', 'changed'] as const) {
      expect(goesIn(error, state, 'errors')).toBe(true)
      expect(goesIn(warning, state, 'errors')).toBe(false)
      expect(goesIn(warning, state, 'warnings')).toBe(true)
      expect(goesIn(info, state, 'warnings')).toBe(false)
    }
    for (const state of ['setAside', 'corrected'] as const) expect(goesIn(error, state, 'warnings')).toBe(false)
  })

  it('number and date as documents do', () => {
    expect([1, 10, 11, 20, 35, 99, 100].map(chineseNumeral)).toEqual([
      '一',
      '十',
      '十一',
      '二十',
      '三十五',
      '九十九',
      '100',
    ])
    expect(dayInWords('2025-12-01')).toBe('2025年12月1日')
    const [finding] = findings().slice(1)
    if (!finding) throw new Error('nothing was found')
    expect(findingText(finding, 'zh')).toMatch(/请向填报机关核实。$/u)
    expect(wordsToAgency(finding)).toMatch(/。请核实。$/u)
  })
})
