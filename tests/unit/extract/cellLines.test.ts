import { describe, expect, it } from 'vitest'
import type { FieldId } from '@/form/fields'
import { fieldsOf } from '@/form/fields'
import type { FormVersion } from '@/form/version'
import type { Cell } from '@/report/report'
import { tableRows } from './formPage'
import type { PageRow } from './formPage'
import { flaggedFields, reportOf } from './reading'

type Figures = Readonly<Partial<Record<FieldId, string>>>

/** Table 三 as a text that gives every cell a line, empty ones and, where `covered`, those under merged labels too. */
function linesOf(rows: readonly PageRow[], covered: boolean): string[] {
  let hanging: number[] = []
  return rows.flatMap((row) => {
    const under = covered ? hanging.map(() => '') : []
    hanging = [...hanging, ...row.map(({ rowspan }) => rowspan)].map((left) => left - 1).filter((left) => left > 0)
    const isHead = row.every(({ field }) => field === undefined)
    return [...(isHead ? [] : under), ...row.map(({ text }) => text)]
  })
}

const textOf = (lines: readonly string[]): string =>
  [
    '青河县财政局2023年政府信息公开工作年度报告',
    '三、收到和处理政府信息公开申请情况',
    ...lines,
    '四、政府信息公开行政复议、行政诉讼情况',
    '无。',
  ].join('\n')

/** Fields that are not what was written, and those that are flagged. */
function read(
  lines: readonly string[],
  figures: Figures,
  version: FormVersion = '2021',
): { differing: string[]; flagged: string[] } {
  const report = reportOf('a.txt', textOf(lines))
  const written = (id: FieldId): number | null => (figures[id] === '' ? null : Number(figures[id] ?? '0'))
  return {
    differing: fieldsOf('requests', version).flatMap(({ id }) => (report.cells[id]?.value === written(id) ? [] : [id])),
    flagged: [...flaggedFields(report)].sort(),
  }
}

const fieldsWith = (column: string, text: string): Figures =>
  Object.fromEntries(fieldsOf('requests', '2021').flatMap(({ id }) => (id.endsWith(`.${column}`) ? [[id, text]] : [])))

const row = (key: string): string[] =>
  fieldsOf('requests', '2021').flatMap(({ id }) => (id.startsWith(`requests.${key}.`) ? [id] : []))

describe.each([
  ['with lines for cells under merged labels', true],
  ['without lines for cells under merged labels', false],
])('text with a line for every cell, %s', (_, covered) => {
  it.each([
    ['totals', fieldsWith('total', '')],
    ['first cells', fieldsWith('natural', '')],
    ['cells all over', { ...fieldsWith('legal', ''), ...fieldsWith('business', '') }],
  ])('says of empty %s that they are empty', (_which, figures) => {
    const lines = linesOf(tableRows('requests', '2021', figures), covered)
    expect(read(lines, figures)).toEqual({ differing: [], flagged: [] })
  })

  it('keeps a row without any figure empty', () => {
    const figures = Object.fromEntries(
      [...row('received'), ...row('partial'), ...row('notProcessed.reconfirm')].map((id) => [id, '']),
    )
    const lines = linesOf(tableRows('requests', '2021', figures), covered)
    expect(read(lines, figures)).toEqual({ differing: [], flagged: [] })
  })

  it.each(['见附件', '若干', '#REF!', '？'])('has “%s” in one cell and reads the rest of its row', (words) => {
    const damaged: FieldId[] = [
      'requests.granted.natural',
      'requests.refused.adminQuery.total',
      'requests.settled.other',
    ]
    const figures = Object.fromEntries(damaged.map((id) => [id, words]))
    const lines = linesOf(tableRows('requests', '2021', figures), covered)
    expect(read(lines, figures)).toEqual({ differing: damaged, flagged: [...damaged].sort() })
  })

  it('reads the form of 2019 so too', () => {
    const figures = Object.fromEntries(
      fieldsOf('requests', '2019').flatMap(({ id }) => (id.endsWith('.total') ? [[id, '']] : [])),
    )
    const lines = linesOf(tableRows('requests', '2019', figures), covered)
    expect(read(lines, figures, '2019')).toEqual({ differing: [], flagged: [] })
  })

  it.each(['granted', 'refused.stateSecret', 'notProcessed.reconfirm', 'otherwise.other'])(
    'flags the row %s where a line of it is lost',
    (key) => {
      const figures = { [`requests.${key}.natural`]: '5', [`requests.${key}.total`]: '5' }
      const rows = tableRows('requests', '2021', figures)
      const lines = linesOf(rows, covered)
      const label = rows
        .find((cells) => cells.some(({ field }) => field === `requests.${key}.natural`))
        ?.filter(({ field }) => field === undefined)
        .at(-1)?.text
      const at = lines.indexOf(label ?? '') + 3
      const { differing, flagged } = read(
        lines.filter((_line, index) => index !== at),
        figures,
      )
      expect(differing).toEqual(row(key))
      expect(flagged).toEqual([...row(key)].sort())
    },
  )
})

describe('text that lost every line that it had before', () => {
  const rows = (['proactive', 'requests', 'disputes'] as const).map((table) =>
    tableRows(table, '2021', { 'requests.received.total': '7' }),
  )
  const lines = rows.flatMap((table) => linesOf(table, false))
  const seen = new Set<string>()
  const kept = lines.filter((line) => !seen.has(line) && seen.add(line))

  it('has no empty rows: their figures were lost', () => {
    const report = reportOf('a.txt', textOf(kept))
    const flagged = flaggedFields(report)
    const silent = Object.entries<Cell | undefined>(report.cells).flatMap(([id, cell]) =>
      cell?.value === null && !flagged.has(id) ? [id] : [],
    )
    expect(silent).toEqual([])
    expect(flagged.size).toBeGreaterThan(150)
  })

  it('is told from text whose empty cells vanish', () => {
    const report = reportOf('a.txt', textOf(lines.filter((line) => line !== '0')))
    const flagged = flaggedFields(report)
    expect(report.cells['requests.granted.natural']).toMatchObject({ value: null, state: 'blank' })
    expect(flagged.has('requests.granted.natural')).toBe(false)
  })
})

describe('labels with a blank behind every character', () => {
  it('are read as words', () => {
    const rows = tableRows('proactive', '2021').map((cells) =>
      cells.map((cell) =>
        cell.field === undefined && cell.text.length < 5 ? { ...cell, text: Array.from(cell.text).join(' ') } : cell,
      ),
    )
    const report = reportOf(
      'a.txt',
      ['青河县财政局2023年政府信息公开工作年度报告', ...rows.flat().map(({ text }) => text)].join('\n'),
    )
    expect(fieldsOf('proactive', '2021').map(({ id }) => report.cells[id]?.value)).toEqual(
      Array.from({ length: 10 }, () => 0),
    )
    expect(flaggedFields(report)).toEqual(new Set())
  })
})
