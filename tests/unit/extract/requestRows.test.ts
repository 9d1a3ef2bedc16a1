import { describe, expect, it } from 'vitest'
import type { FieldId } from '@/form/fields'
import { REQUEST_COLUMNS } from '@/form/requests'
import type { RequestRowKey } from '@/form/requests'
import type { Report } from '@/report/report'
import { htmlTable, page, rowWith, tableRows } from './formPage'
import type { PageRow } from './formPage'
import { flaggedFields, reportOf } from './reading'

const row = (key: RequestRowKey): FieldId[] => REQUEST_COLUMNS.map((column): FieldId => `requests.${key}.${column}`)
const numbers = (report: Report, fields: readonly FieldId[]) => fields.map((field) => report.cells[field]?.value)
const states = (report: Report, fields: readonly FieldId[]) => fields.map((field) => report.cells[field]?.state)
const codes = (report: Report) => report.issues.map((issue) => issue.code)

/** Figures of one row of table 三. */
const figures = (key: RequestRowKey, texts: readonly string[]): Partial<Record<FieldId, string>> =>
  Object.fromEntries(row(key).map((field, at) => [field, texts[at] ?? '0']))

const proactive = (): string => htmlTable(tableRows('proactive', '2021'))
const disputes = (): string => htmlTable(tableRows('disputes', '2021'))
const PROCESS = ['3', '1', '0', '0', '2', '0', '6']

/** A report on the 2021 form whose table 三 was damaged. */
function damaged(damage: (rows: PageRow[]) => void, given = figures('refused.process', PROCESS)): Report {
  const rows = tableRows('requests', '2021', given)
  damage(rows)
  return reportOf('page.html', page([proactive(), htmlTable(rows), disputes()]))
}

const labelOf = (rows: PageRow[], key: RequestRowKey) => {
  const cells = rowWith(rows, `requests.${key}.natural`)
  const label = cells[cells.findIndex((cell) => cell.field !== undefined) - 1]
  if (!label) throw new Error(`no label for ${key}`)
  return label
}

describe('a clean page', () => {
  it('gives every field of every table, printed and without an issue', () => {
    const report = damaged(() => undefined)
    expect(report.forms).toEqual({ proactive: '2021', requests: '2021', disputes: '2021' })
    expect(Object.keys(report.cells)).toHaveLength(200)
    expect(report.issues).toEqual([])
    expect(numbers(report, row('refused.process'))).toEqual([3, 1, 0, 0, 2, 0, 6])
    expect(report.cells['requests.refused.process.legal']?.place).toMatchObject({ table: 2, column: 8 })
  })
})

describe('labels', () => {
  it.each([
    ['6、属于四类过程性信息'],
    ['６．属于四类过程性信息'],
    ['（6）属于四类过程性信息'],
    ['属于四类过程性信息'],
    ['6.属于\n四类过程性信息'],
    ['6. 属 于 四 类 过 程 性 信 息'],
    ['属\n于\n四\n类\n过\n程\n性\n信\n息'],
    ['6.四类过程性信息'],
    ['⑥属于四类过程性信息'],
  ])('%j is the form’s own', (text) => {
    const report = damaged((rows) => (labelOf(rows, 'refused.process').text = text))
    expect(numbers(report, row('refused.process'))).toEqual([3, 1, 0, 0, 2, 0, 6])
    expect(report.issues).toEqual([])
  })

  it.each([
    ['6.属于四类过程行信息', 'label-restored'],
    ['6.属于四过程性信息', 'label-restored'],
    ['', 'label-repaired'],
    ['0', 'label-repaired'],
    ['17', 'label-repaired'],
    ['＊＊＊＊', 'label-repaired'],
  ])('%j is restored and told', (text, code) => {
    const report = damaged((rows) => (labelOf(rows, 'refused.process').text = text))
    expect(numbers(report, row('refused.process'))).toEqual([3, 1, 0, 0, 2, 0, 6])
    expect(states(report, row('refused.process'))).toEqual(Array.from({ length: 7 }, () => 'repaired'))
    expect(codes(report)).toEqual([code])
    expect(flaggedFields(report)).toEqual(new Set(row('refused.process')))
  })

  it('two labels lost beside each other are restored in order; three rows for two are not', () => {
    const two = damaged((rows) => {
      labelOf(rows, 'refused.process').text = ''
      labelOf(rows, 'refused.internal').text = ''
    })
    expect(numbers(two, row('refused.process'))).toEqual([3, 1, 0, 0, 2, 0, 6])
    const ambiguous = damaged((rows) => {
      labelOf(rows, 'refused.process').text = ''
      rows.splice(rows.indexOf(rowWith(rows, 'requests.refused.internal.natural')), 1)
    })
    expect(numbers(ambiguous, [...row('refused.internal'), ...row('refused.process')])).toEqual(
      Array.from({ length: 14 }, () => null),
    )
    expect(codes(ambiguous)).toEqual(['row-ambiguous'])
  })

  it('a row that is gone is unread, never zero', () => {
    const report = damaged((rows) => {
      rows.splice(rows.indexOf(rowWith(rows, 'requests.refused.internal.natural')), 1)
    })
    expect(numbers(report, row('refused.process'))).toEqual([3, 1, 0, 0, 2, 0, 6])
    expect(states(report, row('refused.internal'))).toEqual(Array.from({ length: 7 }, () => 'unread'))
    expect(flaggedFields(report)).toEqual(new Set(row('refused.internal')))
  })

  it('a row printed twice with other figures is not taken', () => {
    const report = damaged((rows) => {
      const own = rowWith(rows, 'requests.refused.process.natural')
      rows.splice(
        rows.indexOf(own),
        0,
        own.map((cell) => (cell.field ? { ...cell, text: '9' } : { ...cell })),
      )
    })
    expect(numbers(report, row('refused.process'))).toEqual(Array.from({ length: 7 }, () => null))
    expect(codes(report)).toEqual(['row-repeated'])
  })
})

describe('cells', () => {
  it('blank, slash, dash and 不适用 are blank without an issue', () => {
    const report = damaged(() => undefined, figures('refused.process', ['', '/', '-', '—', '不适用', '／', '']))
    expect(states(report, row('refused.process'))).toEqual(Array.from({ length: 7 }, () => 'blank'))
    expect(report.issues).toEqual([])
  })

  it('words are unread, each with its own issue', () => {
    const report = damaged(() => undefined, figures('refused.process', ['3', '无', '0', '若干', '2', '0', '6']))
    expect(numbers(report, row('refused.process'))).toEqual([3, null, 0, null, 2, 0, 6])
    expect(flaggedFields(report)).toEqual(
      new Set(['requests.refused.process.business', 'requests.refused.process.nonprofit']),
    )
  })

  it('a vanished cell leaves the row unread', () => {
    const report = damaged((rows) => {
      rowWith(rows, 'requests.refused.process.natural').splice(-3, 1)
    })
    expect(states(report, row('refused.process'))).toEqual(Array.from({ length: 7 }, () => 'unread'))
    expect(codes(report)).toEqual(['cells-missing'])
  })

  it('padding after the figures is ignored', () => {
    const report = damaged((rows) => {
      rowWith(rows, 'requests.refused.process.natural').push({ text: '', colspan: 1, rowspan: 1 })
    })
    expect(numbers(report, row('refused.process'))).toEqual([3, 1, 0, 0, 2, 0, 6])
    expect(report.issues).toEqual([])
  })

  it('a figure over two columns belongs to neither', () => {
    const report = damaged((rows) => {
      const own = rowWith(rows, 'requests.refused.process.natural')
      const [merged] = own.splice(
        own.findIndex((cell) => cell.field === 'requests.refused.process.research'),
        1,
      )
      const before = own.find((cell) => cell.field === 'requests.refused.process.business')
      if (!merged || !before) throw new Error('cells expected')
      before.colspan = 2
    })
    expect(numbers(report, row('refused.process'))).toEqual([3, null, null, 0, 2, 0, 6])
    expect(codes(report)).toEqual(['cells-merged'])
  })

  it('a figure over two rows belongs to neither', () => {
    const report = damaged((rows) => {
      const upper = rowWith(rows, 'requests.refused.internal.natural')
      const cell = upper.find(({ field }) => field === 'requests.refused.internal.natural')
      if (!cell) throw new Error('cell expected')
      cell.text = '4'
      cell.rowspan = 2
      const lower = rowWith(rows, 'requests.refused.process.natural')
      lower.splice(
        lower.findIndex(({ field }) => field === 'requests.refused.process.natural'),
        1,
      )
    })
    expect(numbers(report, row('refused.process'))).toEqual([null, 1, 0, 0, 2, 0, 6])
    expect(report.cells['requests.refused.internal.natural']?.value).toBeNull()
    expect(flaggedFields(report)).toEqual(
      new Set(['requests.refused.internal.natural', 'requests.refused.process.natural']),
    )
  })

  it('two figures in one cell are parted where the row foots', () => {
    const report = damaged((rows) => {
      const own = rowWith(rows, 'requests.refused.process.natural')
      const at = own.findIndex((cell) => cell.field === 'requests.refused.process.natural')
      const cell = own[at]
      if (!cell) throw new Error('cell expected')
      cell.text = '3 1'
      own.splice(at + 1, 1)
    })
    expect(numbers(report, row('refused.process'))).toEqual([3, 1, 0, 0, 2, 0, 6])
    expect(states(report, row('refused.process'))).toEqual(Array.from({ length: 7 }, () => 'inferred'))
    expect(codes(report)).toEqual(['cells-split'])
  })

  it('spans that lie are not believed', () => {
    const report = damaged((rows) => {
      for (const cells of rows) for (const cell of cells) cell.rowspan = 1
    })
    expect(numbers(report, row('refused.process'))).toEqual([3, 1, 0, 0, 2, 0, 6])
    expect(report.issues).toEqual([])
  })

  it('columns in another order are read by their heads, and told', () => {
    const swap = (rows: PageRow[]): void => {
      const head = rows[2]
      const [first, second] = head ?? []
      if (!first || !second) throw new Error('heads expected')
      ;[first.text, second.text] = [second.text, first.text]
    }
    const report = damaged(swap)
    expect(numbers(report, row('refused.process'))).toEqual([3, 0, 1, 0, 2, 0, 6])
    expect(codes(report)).toEqual(['columns-permuted'])
  })
})

describe('a row that is none of the form’s', () => {
  const fieldCells = (rows: PageRow[]) => rowWith(rows, 'requests.refused.process.natural').filter(({ field }) => field)

  it('leaves the empty rows beside it unread where it has figures, which may be theirs', () => {
    const report = damaged((rows) => {
      const at = rows.indexOf(rowWith(rows, 'requests.refused.process.natural'))
      const torn = fieldCells(rows).map(({ text, colspan, rowspan }) => ({ text, colspan, rowspan }))
      const words = { ...labelOf(rows, 'refused.process'), text: '见附件说明' }
      for (const cell of fieldCells(rows)) cell.text = ''
      rows.splice(at, 0, [words, ...torn])
      const group = rows
        .find((cells) => cells.some(({ text }) => text.includes('不予公开')))
        ?.find(({ rowspan }) => rowspan > 5)
      if (group) group.rowspan += 1
    })
    expect(codes(report)).toContain('row-extra')
    expect(states(report, row('refused.process'))).toEqual(Array(7).fill('unread'))
    expect(flaggedFields(report)).toContain('requests.refused.process.total')
  })

  it('is not told where it says nothing', () => {
    const report = damaged((rows) => {
      const at = rows.indexOf(rowWith(rows, 'requests.granted.natural'))
      rows.splice(
        at,
        0,
        rowWith(rows, 'requests.granted.natural').map((cell) => ({
          text: '',
          colspan: cell.colspan,
          rowspan: cell.rowspan,
        })),
      )
    })
    expect(codes(report)).not.toContain('row-extra')
    expect(flaggedFields(report).size).toBe(0)
  })
})

describe('an overview of the totals', () => {
  it('is not table 三, whichever comes first', () => {
    const whole = tableRows('requests', '2021', figures('refused.process', PROCESS))
    const total = (cells: PageRow): PageRow => {
      const labels = cells.filter(({ field }) => field === undefined)
      const last = cells.filter(({ field }) => field !== undefined).at(-1)
      return last === undefined ? [] : [...labels, { text: '9', colspan: 1, rowspan: 1 }]
    }
    const rows = whole.map(total).filter((cells) => cells.length > 0)
    const overview = htmlTable([
      [
        { text: '项目', colspan: 3, rowspan: 1 },
        { text: '全县总计', colspan: 1, rowspan: 1 },
      ],
      ...rows,
    ])
    for (const tables of [
      [overview + proactive(), htmlTable(whole), disputes()],
      [proactive(), htmlTable(whole), disputes() + overview],
    ]) {
      const report = reportOf('page.html', page(tables))
      expect(numbers(report, row('refused.process'))).toEqual([3, 1, 0, 0, 2, 0, 6])
    }
  })
})
