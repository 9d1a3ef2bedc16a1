import { describe, expect, it } from 'vitest'
import { fieldsOf } from '@/form/fields'
import type { FieldId } from '@/form/fields'
import { TABLE_IDS, versionOfYear } from '@/form/version'
import type { FormVersion, TableId } from '@/form/version'
import type { Cell, Report } from '@/report/report'
import type { DraftBlock, DraftRow } from '@/sample/draft'
import { renderDocx } from '@/sample/renderDocx'
import { PLAIN_XLSX, renderXlsx } from '@/sample/renderXlsx'
import { parseAtOnce } from '../readers/atOnce'
import { htmlTable, page, tableRows } from './formPage'
import type { PageRow } from './formPage'
import { flaggedFields } from './reading'
import { grouped, halves, inRows, interleaved, totals } from './sideBySide'
import type { YearFigures } from './sideBySide'

/** Another number in every cell, so that none can be taken for another. */
function numbered(head: string, version: FormVersion, from: number): YearFigures {
  const fields = TABLE_IDS.flatMap((table) => fieldsOf(table, version))
  return { head, figures: Object.fromEntries(fields.map(({ id }, at) => [id, String(from + at)])) }
}

const TITLE = '青河县财政局2023年政府信息公开工作年度报告'
const HEADINGS = [
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
]

function draftRow(row: PageRow): DraftRow {
  return row.map(({ text, colspan, rowspan, field }) => ({
    kind: field === undefined ? ('label' as const) : ('value' as const),
    text,
    colspan,
    rowspan,
  }))
}

/** The tables in a document of a format. */
function written(format: string, tables: readonly PageRow[][], title: string): Uint8Array {
  if (format === 'html') return new TextEncoder().encode(page(tables.map(htmlTable), title))
  const blocks: DraftBlock[] = [
    { kind: 'paragraph', role: 'title', text: title },
    ...tables.flatMap((rows, at): DraftBlock[] => [
      { kind: 'paragraph', role: 'heading', text: HEADINGS[at] ?? '' },
      { kind: 'table', table: TABLE_IDS[at] ?? 'requests', rows: rows.map(draftRow) },
    ]),
  ]
  const draft = { blocks, agency: '青河县财政局', year: 2023, published: '2024-01-20' }
  return format === 'docx' ? renderDocx(draft) : renderXlsx(draft, PLAIN_XLSX)
}

function reports(format: string, tables: readonly PageRow[][], title = TITLE): Report[] {
  return parseAtOnce({ path: `a.${format}`, bytes: written(format, tables, title) }).flatMap((result) => {
    if (!result.ok) throw new Error(result.error.reason)
    return [result.value]
  })
}

/** The values that a report should have and does not, or has though flagged. */
function wrong(report: Report | undefined, { figures }: YearFigures, tables: readonly TableId[]): string[] {
  const flagged = report ? flaggedFields(report) : new Set()
  const version = versionOfYear(report?.year ?? 0) ?? '2021'
  return tables.flatMap((table) =>
    fieldsOf(table, version).flatMap(({ id }) => {
      const value = report?.cells[id]?.value
      return value === Number(figures[id]) && !flagged.has(id) ? [] : [`${id}: ${String(value)}`]
    }),
  )
}

const LAYOUTS = { grouped, interleaved, inRows, halves } as const

describe.each(['html', 'docx', 'xlsx'])('two years side by side in %s', (format) => {
  it.each(Object.entries(LAYOUTS))('are a report each where they stand %s', (_, layout) => {
    const years = [numbered('2022年', '2021', 1000), numbered('2023年', '2021', 5000)]
    const found = reports(
      format,
      TABLE_IDS.map((table) => layout(table, '2021', years)),
    )
    expect(found.map(({ source, agency, year }) => [source.part, agency, year])).toEqual([
      [1, '青河县财政局', 2022],
      [2, '青河县财政局', 2023],
    ])
    for (const [at, year] of years.entries()) expect(wrong(found[at], year, TABLE_IDS)).toEqual([])
    expect(found.map(({ issues }) => issues.filter(({ code }) => code === 'years-beside').length)).toEqual([1, 1])
  })

  it.each(Object.entries(LAYOUTS))('are told by 本年 and 上年 over them where they stand %s', (_, layout) => {
    const years = [numbered('本年', '2021', 1000), numbered('上年', '2021', 5000)]
    const found = reports(
      format,
      TABLE_IDS.map((table) => layout(table, '2021', years)),
    )
    expect(found.map(({ year }) => year)).toEqual([2023, 2022])
    for (const [at, year] of years.entries()) expect(wrong(found[at], year, TABLE_IDS)).toEqual([])
  })
})

describe('two years side by side', () => {
  const years = [numbered('2022年', '2021', 1000), numbered('2023年', '2021', 5000)] as const
  const ofForm2019 = [numbered('2019年', '2019', 1000), numbered('2020年', '2019', 5000)] as const

  it('on the form of 2019 are a report each', () => {
    const tables = TABLE_IDS.map((table) => grouped(table, '2019', ofForm2019))
    const found = reports('html', tables, '青河县财政局2020年政府信息公开工作年度报告')
    expect(found.map(({ year, forms }) => [year, forms])).toEqual(
      [2019, 2020].map((year) => [year, { proactive: '2019', requests: '2019', disputes: '2019' }]),
    )
    // The form of 2019 has no unit at this amount, which is always said.
    for (const [at, year] of ofForm2019.entries())
      expect(wrong(found[at], year, TABLE_IDS)).toEqual([
        `proactive.procurement.amount: ${year.figures['proactive.procurement.amount'] ?? ''}`,
      ])
  })

  it('leave the text and the date to the report’s own year', () => {
    const tables = TABLE_IDS.map((table) => grouped(table, '2021', years))
    const [last, own] = reports('html', tables)
    expect([last?.title, last?.sections]).toEqual([null, []])
    expect([own?.title, own?.sections.map(({ number }) => number)]).toEqual([TITLE, [0, 1, 2, 3, 4, 5, 6]])
  })

  it('in one table only leave the others to the report’s own year', () => {
    const tables = [
      tableRows('proactive', '2021', years[1].figures),
      grouped('requests', '2021', years),
      tableRows('disputes', '2021', years[1].figures),
    ]
    const [last, own] = reports('html', tables)
    expect(last?.forms).toEqual({ requests: '2021' })
    expect(wrong(last, years[0], ['requests'])).toEqual([])
    expect(wrong(own, years[1], TABLE_IDS)).toEqual([])
  })

  it('with one column of totals each have totals alone', () => {
    const found = reports('html', [[], totals('2021', years)])
    expect(found.map(({ year }) => year)).toEqual([2022, 2023])
    for (const [at, { figures }] of years.entries()) {
      const flagged = flaggedFields(found[at] as Report)
      for (const { id } of fieldsOf('requests', '2021')) {
        const isTotal = id.endsWith('.total')
        expect([found[at]?.cells[id]?.value, flagged.has(id)]).toEqual([isTotal ? Number(figures[id]) : null, !isTotal])
      }
    }
  })

  it.each([
    ['grouped', grouped('proactive', '2021', years, ['同比增减', '备注'])],
    [
      'in one head with the column',
      interleaved('proactive', '2021', years).flatMap((row, at, rows): PageRow[] => {
        const over = rows[at - 1]
        if (row.at(-1)?.text === '2023年' && over) {
          const heads = over.slice(1).flatMap(({ text, colspan }) =>
            years.map(({ head }) => ({
              text: `${head}${text.replace('本年', '')}`,
              colspan: colspan / 2,
              rowspan: 1,
            })),
          )
          return [[...over.slice(0, 1), ...heads]]
        }
        return rows[at + 1]?.at(-1)?.text === '2023年' ? [] : [row]
      }),
    ],
  ])('are told beside comparisons, and by heads that hold the year: %s', (_, rows) => {
    const found = reports('html', [rows])
    expect(found.map(({ year }) => year)).toEqual([2022, 2023])
    for (const [at, year] of years.entries()) expect(wrong(found[at], year, ['proactive'])).toEqual([])
  })

  it('by bare years and without merged cells, as pasted from a sheet', () => {
    const bare = [
      { ...years[0], head: '2022' },
      { ...years[1], head: '2023' },
    ]
    const lines = grouped('requests', '2021', bare).map((row) =>
      row.flatMap(({ text, colspan }) => [text, ...Array.from({ length: colspan - 1 }, () => '')]).join('\t'),
    )
    // Without the cells that hang over, rows begin at the first column and may be left, but not told wrongly.
    const found = parseAtOnce({ path: 'a.txt', bytes: new TextEncoder().encode([TITLE, ...lines].join('\n')) })
    for (const result of found) {
      const report = result.ok ? result.value : null
      const own = years.find(({ head }) => head.startsWith(String(report?.year)))
      const flagged = report ? flaggedFields(report) : new Set<FieldId>()
      const silent = fieldsOf('requests', '2021').filter(
        ({ id }) => !flagged.has(id) && report?.cells[id]?.value !== Number(own?.figures[id]),
      )
      expect(silent).toEqual([])
    }
    expect(found.length).toBeGreaterThan(0)
  })

  it.each([
    [
      'a column that nobody names',
      grouped('requests', '2021', years, ['']).map((row, at) =>
        at < 4 ? row : [...row.slice(0, -1), { text: '7', colspan: 1, rowspan: 1 }],
      ),
    ],
    [
      'years that the title does not have',
      grouped('requests', '2021', [
        { ...years[0], head: '2019年' },
        { ...years[1], head: '2020年' },
      ]),
    ],
    [
      'a figure that both years share',
      grouped('requests', '2021', years).map((row, at) =>
        at < 4
          ? row
          : row.flatMap((cell, index) =>
              index === row.length - 8 ? [{ ...cell, colspan: 2 }] : index === row.length - 7 ? [] : [cell],
            ),
      ),
    ],
  ])('are left, and flagged, with %s', (_, rows) => {
    const found = reports('html', [[], rows])
    expect(found.length).toBe(1)
    const [report] = found
    expect(
      fieldsOf('requests', '2021').filter(
        ({ id }) => report?.cells[id]?.value !== null || !flaggedFields(report).has(id),
      ),
    ).toEqual([])
  })

  it.each(Object.entries(LAYOUTS))(
    'under heads that name no years are left, and flagged, where they stand %s',
    (_, layout) => {
      const unnamed = years.map(({ figures }, at) => ({ figures, head: at === 0 ? '甲' : '乙' }))
      const [report, ...more] = reports(
        'html',
        TABLE_IDS.map((table) => layout(table, '2021', unnamed)),
      )
      const flagged = report ? flaggedFields(report) : new Set()
      const silent = Object.entries<Cell | undefined>(report?.cells ?? {}).flatMap(([id]) =>
        flagged.has(id) ? [] : [id],
      )
      expect([more.length, silent]).toEqual([0, []])
    },
  )

  it.each([
    ['grouped', grouped],
    ['interleaved', interleaved],
  ])('in text with a cell a line are left, and flagged, where they stand %s', (_, layout) => {
    const lines = TABLE_IDS.flatMap((table) => layout(table, '2021', years).flat())
    const content = [TITLE, ...lines.map(({ text }) => text)].join('\n')
    const [found] = parseAtOnce({ path: 'a.txt', bytes: new TextEncoder().encode(content) })
    const report = found?.ok ? found.value : null
    const flagged = report ? flaggedFields(report) : new Set()
    const silent = Object.entries<Cell | undefined>(report?.cells ?? {}).flatMap(([id]) =>
      flagged.has(id) ? [] : [id],
    )
    expect([report?.year, silent]).toEqual([2023, []])
  })

  it('of a few rows to compare are no report', () => {
    const rows = totals('2021', years).slice(0, 6)
    const found = reports('html', [[], tableRows('requests', '2021', years[1].figures), rows])
    expect(found.map(({ year }) => year)).toEqual([2023])
  })
})
