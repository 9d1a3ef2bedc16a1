import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { leftOutLines } from '@/exports/total/coverageLines'
import { totalDocx } from '@/exports/total/totalDocx'
import { totalJson } from '@/exports/total/totalJson'
import { totalXlsx } from '@/exports/total/totalXlsx'
import { MemberTree } from '@/totals/memberTree'
import { narrativeOf } from '@/totals/narrative'
import { totalOf } from '@/totals/total'
import type { Total } from '@/totals/total'
import { agency, filed } from '../totals/filed'
import {
  bodies,
  body,
  cellValues,
  figures,
  government,
  old,
  patchy,
  readBack,
  totalOfMembers,
  valuesOf,
} from './totalMembers'

describe('the Word report', () => {
  it.each([2020, 2024])('%i is read back to the same cells, flagged only where a figure is marked', async (year) => {
    const total = patchy(year)
    const report = await readBack(total)
    expect(report).toMatchObject({ agency: '青溪县人民政府', year })
    expect(cellValues(report)).toEqual(valuesOf(total))
    expect(report.issues.map(({ code, fields }) => [code, ...fields])).toEqual([
      ['number-repaired', 'requests.received.total'],
      ['number-repaired', 'review.total'],
    ])
    expect(report.sections.map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5, 6])
  })

  it('leaves a cell empty that nobody has, and reads so', async () => {
    const total = totalOfMembers(
      bodies.map((one) => filed(one, 2024, { ...figures(4), 'proactive.fees.amount': null })),
    )
    const report = await readBack(total)
    expect(report.cells['proactive.fees.amount']).toMatchObject({ value: null, state: 'blank' })
    expect(cellValues(report)).toEqual(valuesOf(total))
  })

  it('has the typefaces of official documents with stand-ins, A4, and table 三 whole at the top of a page', async () => {
    const files = unzipSync(await totalDocx(patchy(2024), { example: true }))
    const xml = (path: string): string => strFromU8(files[path] ?? new Uint8Array())
    const styles = xml('word/styles.xml')
    for (const font of ['方正小标宋简体', '黑体', '仿宋'])
      expect(styles).toMatch(new RegExp(`<w:rFonts[^>]*w:eastAsia="${font}"`, 'u'))
    expect(xml('word/fontTable.xml')).toContain('<w:font w:name="仿宋"><w:altName w:val="仿宋_GB2312,')
    const text = xml('word/document.xml')
    expect(text).toContain('<w:pgSz w:w="11906" w:h="16838"')
    const [, third = ''] = text.split('三、收到和处理政府信息公开申请情况')
    expect(text.split('三、收到和处理政府信息公开申请情况')[0]?.slice(-700)).toContain('<w:pageBreakBefore/>')
    const table = third.slice(third.indexOf('<w:tbl>'), third.indexOf('</w:tbl>'))
    expect(table.match(/<w:tr[ >]/gu)).toHaveLength(28)
    expect(table).toContain('<w:textDirection w:val="tbRl"/>')
    expect(table).toContain('<w:gridSpan w:val="7"/>')
    expect(text).toContain('示例数据')
  })

  it('takes names from outside as text', async () => {
    const total = totalOfMembers(bodies.map((one, at) => filed(one, 2024, figures(at))))
    const text = strFromU8(
      unzipSync(await totalDocx(total, { example: false }))['word/document.xml'] ?? new Uint8Array(),
    )
    expect(text).toContain('水利局&lt;w:p/&gt;')
  })

  it('says under the tables and in the annex who is missing, whose cells are blank and whose form is another', async () => {
    const total = totalOfMembers([
      filed(body(0), 2024, figures(1)),
      filed(body(1), 2024, { ...figures(2), 'review.total': null }),
      filed(body(2), 2024, { ...figures(3), 'requests.otherwise.all.total': 5 }, old),
    ])
    const xml = strFromU8(
      unzipSync(await totalDocx(total, { example: false }))['word/document.xml'] ?? new Uint8Array(),
    )
    const text = xml.replace(/<\/w:p>/gu, '\n').replace(/<[^>]+>/gu, '')
    expect(text).toContain('注：各数不含没有年报的 1 个机关（水利局')
    expect(text).toContain('财政局：空白 1 格（“行政复议·总计”）')
    expect(text).toContain('=SUM(A1)局用 2019 版表式：其他处理只有一行')
    expect(text).toMatch(/连同这些机关，其他处理总计 \d+ 件/u)
    expect(text).toContain('两版项目含义不同，不能合并')
  })
})

describe('the text of the report', () => {
  const said = (total: Total): string =>
    narrativeOf(total)
      .sections.flatMap(({ heading, paragraphs }) => [
        heading,
        ...paragraphs.map((line) => line.map(({ text }) => text).join('')),
      ])
      .join('\n')

  it('has the figures of the sums in its sentences, and open places for what only people know', () => {
    const total = totalOfMembers(
      bodies.map((one) =>
        filed(one, 2024, {
          'requests.received.total': 10,
          'requests.received.natural': 8,
          'requests.received.business': 2,
          'requests.refused.stateSecret.total': 1,
          'requests.refused.process.total': 2,
          'litigation.direct.total': 1,
          'litigation.afterReview.total': 2,
          'proactive.fees.amount': 0.1,
        }),
      ),
    )
    const text = said(total)
    expect(text).toContain('全年新收政府信息公开申请40件，其中自然人申请32件，法人或其他组织申请8件。')
    expect(text).toContain('不予公开12件')
    expect(text).toContain('行政诉讼12件')
    expect(text).toContain('行政事业性收费0.4万元')
    expect(text).toContain('〔请填写：存在的主要问题〕')
    expect(text.match(/^[一二三四五六]、/gmu)).toHaveLength(6)
  })

  it('marks a figure that is not whole, and says that nobody has one', () => {
    const total = totalOfMembers(
      bodies.map((one, at) =>
        filed(one, 2024, { 'requests.received.total': at === 0 ? null : 3, 'requests.carriedIn.total': null }),
      ),
    )
    const pieces = narrativeOf(total).sections.flatMap(({ paragraphs }) => paragraphs.flat())
    expect(
      pieces.filter((piece) => piece.kind === 'figure' && piece.figure.lacking > 0).map(({ text }) => text),
    ).toEqual(['9', '9'])
    expect(said(total)).toContain('上年结转〔各成员均无此数〕件')
  })
})

describe('the workbook', () => {
  it('adds the members by formulas whose stored results are the sums', async () => {
    const total = patchy(2024)
    const bytes = await totalXlsx(total, { language: 'zh', example: false, created: '2025-03-01T00:00:00.000Z' })
    const { sheets } = await readXlsx(bytes)
    expect(sheets.map(({ name }) => name)).toEqual([
      '表二 主动公开',
      '表三 申请办理',
      '表四 复议诉讼',
      '成员',
      '来历',
      '与公布数比较',
      '说明',
    ])
    const members = sheets.find(({ name }) => name === '成员')
    const [, ids = [], ...rows] = members?.rows ?? []
    expect(rows.slice(0, 4).map(([name]) => name)).toEqual(['教育局', '财政局', "'=SUM(A1)局", '水利局<w:p/>'])
    for (const [field, sum] of total.sums.cells) {
      const column = ids.indexOf(field)
      expect(rows.slice(0, 4).map((row) => row[column] ?? null)).toEqual(sum.addends.map(({ value }) => value))
      const cell = members?.cells?.get(`6,${column}`)
      expect(cell?.formula).toMatch(/^IF\(COUNT\((\w+3:\w+6)\)=0,"",(?:SUM\(\1\)|ROUND\(SUM\(\1\),6\))\)$/u)
      expect(cell?.formulaResult).toBe(sum.value)
    }
    const printed = [...(sheets[1]?.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)
    expect(printed).toHaveLength(175)
    expect(printed[0]?.formula).toMatch(/^IF\(COUNT\('成员'!(\w+3:\w+6)\)=0,"",SUM\('成员'!\1\)\)$/u)
    expect(sheets[1]?.merges).toContainEqual({ startRow: 0, startCol: 0, endRow: 2, endCol: 2 })
    const gaps = sheets.find(({ name }) => name === '与公布数比较')
    const at = [...total.sums.cells.keys()].indexOf('requests.received.natural') + 1
    expect(gaps?.cells?.get(`${at},5`)).toMatchObject({ formula: `ROUND(D${at + 1}-E${at + 1},6)` })
  })
})

describe('reports that are not counted', () => {
  it('are named each, those of others’ members in one line', () => {
    const others = Array.from({ length: 9 }, (_, at) => agency(`o${String(at)}`, `白水县第${String(at)}局`, 'other'))
    const tree = new MemberTree([government, ...bodies, ...others])
    const total = totalOf({
      tree,
      parent: government,
      year: 2024,
      reports: [
        filed(body(0), 2024),
        { ...filed(body(0), 2024), file: 'again.docx' },
        ...others.map((one) => filed(one, 2024)),
      ],
    })
    expect(total.ok && leftOutLines(total.value.membership.leftOut, 'zh')).toEqual([
      '未计入 again.docx：同一机关同一年度另有一份，只计公布最晚的一份。',
      '未计入 9 份年报（白水县第0局、白水县第1局、白水县第2局、白水县第3局、白水县第4局、白水县第5局 等 9 个）：登记表里不由该机关汇总。',
    ])
  })
})

describe('the JSON', () => {
  it('holds every sum with its addends, and the comparison', () => {
    const total = patchy(2024)
    const written = JSON.parse(totalJson(total)) as Record<string, unknown>
    expect(Object.keys(written)).toEqual([
      'parent',
      'year',
      'form',
      'members',
      'values',
      'sums',
      'joined',
      'otherForms',
      'leftOut',
      'published',
    ])
    expect(written['values']).toEqual(valuesOf(total))
    expect(written['sums']).toMatchObject({
      'review.total': {
        complete: false,
        addends: [
          { state: 'printed' },
          { value: null, state: 'blank' },
          { state: 'printed' },
          { value: null, state: 'missing' },
        ],
      },
    })
  })
})
