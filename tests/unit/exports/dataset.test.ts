import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import type { CellValue } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { EXAMPLE_MARK } from '@/exports/dataset'
import type { DatasetOptions } from '@/exports/dataset'
import { datasetCsv } from '@/exports/datasetCsv'
import { definitions } from '@/exports/datasetDefinitions'
import { datasetJson } from '@/exports/datasetJson'
import { datasetXlsx } from '@/exports/datasetXlsx'
import { FIELDS } from '@/form/fields'
import { INDICATORS } from '@/form/indicators'
import { MEASURES } from '@/form/measures'
import { parseAtOnce } from '../readers/atOnce'
import { OPTIONS, exampleReports, samples } from './exampleReports'

const EXAMPLE: DatasetOptions = { ...OPTIONS, example: true }

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

async function csvRows(options = OPTIONS): Promise<string[][]> {
  return parseCsv(await textOf(datasetCsv(exampleReports(), options))).map((row) => row.map(String))
}

async function sheets(options = OPTIONS): Promise<Map<string, CellValue[][]>> {
  const book = await readXlsx(await datasetXlsx(exampleReports(), options))
  return new Map(book.sheets.map((sheet) => [sheet.name, sheet.rows]))
}

describe('CSV of a data set', () => {
  it('has one line a cell, with every value as it is', async () => {
    const rows = await csvRows()
    const [head = [], ...lines] = rows
    const at = (name: string): number => head.indexOf(name)
    expect(lines).toHaveLength(samples.reduce((sum, sample) => sum + Object.keys(sample.values).length, 0))
    for (const sample of samples.slice(1)) {
      const own = lines.filter((line) => line[at('机关')] === sample.agency && line[at('年度')] === String(sample.year))
      expect(Object.fromEntries(own.map((line) => [line[at('字段')], Number(line[at('数值')])]))).toEqual(sample.values)
    }
  })

  it('says of each value how it came to be', async () => {
    const [head = [], ...lines] = await csvRows()
    const line = (field: string): Record<string, string> => {
      const cells = lines.find((row) => row.includes(field)) ?? []
      return Object.fromEntries(cells.map((cell, index) => [head[index] ?? '', cell]))
    }
    expect(line('requests.granted.natural')).toMatchObject({ 数值: '', 来历: '空白（可推）', 推算值: '5', 原文: '/' })
    expect(line('requests.granted.legal')).toMatchObject({ 数值: '', 来历: '未读出' })
    expect(line('requests.received.natural')).toMatchObject({ 数值: '9', 来历: '修', 位置: '表2 行4 列2' })
    expect(line('requests.received.natural')['问题']).toContain('行名不合表式')
    expect(line('requests.received.total')).toMatchObject({ 数值: '366', 来历: '改', 更正前: '376', 勾稽: '不等' })
    expect(line('review.total')).toMatchObject({ 数值: '3', 来历: '推' })
    expect(line('review.upheld')).toMatchObject({
      数值: '',
      来历: '改',
      更正前: String(samples[0]?.values['review.upheld']),
    })
  })

  it('neutralises texts that look like formulas', async () => {
    const text = await textOf(datasetCsv(exampleReports(), OPTIONS))
    expect(text).toContain("\r\n'=1+1,")
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
  })

  it('marks example data in full at the head, in a word on every line, and only there', async () => {
    const [head, ...lines] = await csvRows(EXAMPLE)
    expect(head?.at(-1)).toBe(EXAMPLE_MARK.zh)
    for (const row of lines) expect(row.at(-1)).toBe('示例')
    expect((await csvRows()).flat()).not.toContain(EXAMPLE_MARK.zh)
  })
})

describe('xlsx of a data set', () => {
  it('gives back every value in its column', async () => {
    const rows = (await sheets()).get('数据') ?? []
    const ids = rows[1] ?? []
    samples.slice(1).forEach((sample, index) => {
      const row = rows[index + 3] ?? []
      expect(row.slice(0, 2)).toEqual([sample.agency, sample.year])
      const values = ids.flatMap((id, column) =>
        column >= 6 && (row[column] ?? null) !== null ? [[String(id), row[column]] as const] : [],
      )
      expect(Object.fromEntries(values)).toEqual(sample.values)
    })
  })

  it('keeps blank, forced, corrected and read values apart', async () => {
    const book = await sheets()
    const cell = (sheet: string, field: string): CellValue => {
      const rows = book.get(sheet) ?? []
      return rows[2]?.[rows[1]?.indexOf(field) ?? -1] ?? null
    }
    expect(cell('数据', 'requests.granted.natural')).toBeNull()
    expect(cell('来历', 'requests.granted.natural')).toBe('空白（可推）')
    expect(cell('数据', 'requests.received.total')).toBe(366)
    expect(cell('来历', 'requests.received.total')).toBe('改，不等')
    expect(cell('来历', 'requests.received.natural')).toBe('修')
    expect(book.get('推算')?.[1]).toEqual([
      "'=1+1",
      samples[0]?.year,
      'requests.granted.natural',
      expect.stringContaining('予以公开'),
      5,
    ])
  })

  it('has definitions, reports, issues and findings', async () => {
    const book = await sheets()
    expect([...book.keys()]).toEqual(['数据', '来历', '推算', '口径', '年报', '识读问题', '勾稽问题'])
    expect(book.get('口径')).toHaveLength(1 + MEASURES.length + INDICATORS.length)
    expect(book.get('年报')).toHaveLength(1 + samples.length)
    expect(book.get('识读问题')?.[1]).toContain('行名不合表式')
    expect(book.get('勾稽问题')?.[1]).toContain('366 ≠ 9')
    expect(book.get('勾稽问题')?.[1]?.slice(-4)).toEqual(['已搁置', "'=合并", '张', '2025-01-31T08:00:00.000Z'])
  })

  it('writes no formula and marks example data on every sheet', async () => {
    const book = await readXlsx(await datasetXlsx(exampleReports(), EXAMPLE), { readStyles: true })
    for (const sheet of book.sheets) {
      expect(sheet.rows[0]?.[0]).toBe(EXAMPLE_MARK.zh)
      for (const cell of sheet.cells?.values() ?? []) expect(cell.formula).toBeUndefined()
    }
    expect(book.sheets[0]?.rows[3]?.[0]).toBe("'=1+1")
  })

  it('is no report, and reading it says so', async () => {
    const [only] = parseAtOnce({ path: '数据.xlsx', bytes: await datasetXlsx(exampleReports(), OPTIONS) })
    expect(only).toMatchObject({ ok: false, error: { code: 'not-a-report', reason: 'no-statutory-content' } })
  })

  it('drops what XML cannot hold and cuts what a cell cannot hold', async () => {
    const [report] = exampleReports()
    if (!report) throw new Error('no report')
    const name = `甲\u0000\u0007\ud800${'长'.repeat(40_000)}`
    const bytes = await datasetXlsx([{ ...report, agency: { ...report.agency, name } }], OPTIONS)
    const book = await readXlsx(bytes)
    expect(book.sheets[0]?.rows[2]?.[0]).toBe(`甲${'长'.repeat(32_766)}`)
  })
})

describe('JSON of a data set', () => {
  it('is one JSON text with values and states', async () => {
    const data = JSON.parse(await textOf(datasetJson(exampleReports(), EXAMPLE))) as {
      example: string
      definitions: unknown[]
      reports: Record<string, unknown>[]
    }
    expect(data.example).toBe(EXAMPLE_MARK.zh)
    expect(data.definitions).toHaveLength(MEASURES.length + INDICATORS.length)
    expect(data.reports.slice(1).map((report) => report['values'])).toEqual(
      samples.slice(1).map((sample) => sample.values),
    )
    expect(data.reports[0]).toMatchObject({
      forced: { 'requests.granted.natural': 5 },
      original: { 'requests.received.total': 376 },
      inError: ['requests.received.total'],
      states: { 'requests.granted.natural': 'blank', 'requests.granted.legal': 'unread', 'review.total': 'inferred' },
    })
  })
})

describe('definitions', () => {
  it('have a formula, a unit, a source and a series in both languages', () => {
    for (const language of ['zh', 'en'] as const)
      for (const line of definitions(language)) for (const text of Object.values(line)) expect(text).toMatch(/\S/u)
  })

  it('say where a series breaks', () => {
    const seriesOf = new Map(definitions('zh').map((line) => [line.id, line.series]))
    expect(seriesOf.get('proactive.fees.amount')).toContain('2021')
    expect(seriesOf.get('requests.received.total')).toContain('连续')
    expect(FIELDS.every((field) => seriesOf.has(field.id))).toBe(true)
  })
})
