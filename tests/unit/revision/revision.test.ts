import { describe, expect, it } from 'vitest'
import { fieldsOf } from '@/form/fields'
import type { FieldId } from '@/form/fields'
import { TABLE_IDS } from '@/form/version'
import type { FormVersion } from '@/form/version'
import type { Cell, Report, Section } from '@/report/report'
import { changesNumber } from '@/revision/cellChanges'
import { bearingOf, revisionOf, saysTheSame } from '@/revision/revision'
import { revisionSentence } from '@/revision/revisionWords'

type Numbers = Readonly<Partial<Record<FieldId, number | null | Partial<Cell>>>>

/** A report whose every cell is 0 as printed but for `numbers`; `null` leaves a cell blank. */
function report(numbers: Numbers = {}, more: Partial<Report> = {}, version: FormVersion = '2021'): Report {
  const cells: Partial<Record<FieldId, Cell>> = {}
  for (const table of TABLE_IDS)
    for (const { id } of fieldsOf(table, version)) {
      const given = numbers[id]
      const own = typeof given === 'object' && given !== null ? given : { value: given === undefined ? 0 : given }
      const value = own.value ?? null
      cells[id] = { value, state: value === null ? 'blank' : 'printed', raw: String(value ?? ''), place: {}, ...own }
    }
  return {
    source: { file: 'a.docx', format: 'docx' },
    title: '临澜市教育局2023年政府信息公开工作年度报告',
    agency: '临澜市教育局',
    year: 2023,
    evidence: {},
    forms: { proactive: version, requests: version, disputes: version },
    cells,
    issues: [],
    sections: [],
    ...more,
  }
}

const footing = (received: number): Numbers =>
  Object.fromEntries(
    ['received', 'granted', 'settled'].flatMap((row) =>
      ['natural', 'total'].map((column) => [`requests.${row}.${column}`, received]),
    ),
  )

describe('two versions of a report, in Node', () => {
  it('are the same where only the file is another', () => {
    const other = report({}, { source: { file: 'b.docx', format: 'docx' } })
    const revision = revisionOf(report(), other)
    expect(saysTheSame(revision)).toBe(true)
    expect(revisionSentence(revision, 1, 'zh')).toBe('与第 1 版相比：数字和文字都没有不同。')
  })

  it('tell each changed cell with its difference, and which of them broke a sum that held', () => {
    const revision = revisionOf(report(footing(12)), report({ ...footing(12), 'requests.received.natural': 9 }))
    expect(revision.cells).toMatchObject([
      { field: { id: 'requests.received.natural' }, kind: 'number', difference: -3, older: { value: 12 } },
    ])
    expect(bearingOf(revision, 'requests.received.natural')).toBe('breaking')
    expect(revision.findings.appeared.map(({ rule }) => rule).sort()).toEqual(['E1', 'E3'])
    expect(revisionSentence(revision, 1, 'zh')).toBe('与第 1 版相比：改动 1 格，其中 1 格所在的勾稽由平变不平。')
    expect(revisionSentence(revision, 1, 'en')).toBe(
      'Compared with version 1: 1 cell changed, 1 of them in a sum that footed and no longer does.',
    )
  })

  it('tell what mended a sum, but not where it only cannot be checked any more', () => {
    const broken = report({ ...footing(12), 'requests.received.natural': 9 })
    const mended = revisionOf(broken, report(footing(12)))
    expect(mended.findings.mending).toEqual(['requests.received.natural'])
    expect(mended.findings.gone.map(({ rule }) => rule).sort()).toEqual(['E1', 'E3'])
    const blanked = revisionOf(broken, report({ ...footing(12), 'requests.received.natural': null }))
    expect(blanked.findings.mending).toEqual([])
    expect(blanked.cells).toMatchObject([{ kind: 'blanked', difference: null }])
  })

  it('do not call a sum broken that was open before', () => {
    const open = report({ ...footing(12), 'requests.received.natural': null })
    const closed = revisionOf(open, report({ ...footing(12), 'requests.received.natural': 9 }))
    expect(closed.cells).toMatchObject([{ kind: 'filled' }])
    expect(closed.findings.appeared.length).toBeGreaterThan(0)
    expect(closed.findings.breaking).toEqual([])
  })

  it('tell another origin of the same number, a cell that turned unread, and an amount without stray decimals', () => {
    const older = report({ 'proactive.fees.amount': 0.1, 'requests.granted.natural': 4, 'review.upheld': 5 })
    const newer = report({
      'proactive.fees.amount': 0.3,
      'requests.granted.natural': { value: 4, state: 'repaired' },
      'review.upheld': { value: null, state: 'unread', raw: '5?' },
    })
    expect(revisionOf(older, newer).cells.map(({ kind, difference }) => [kind, difference])).toEqual([
      ['number', 0.2],
      ['state', null],
      ['lost', null],
    ])
  })

  it('tell the cells that one form lacks, and count as the import does: absent and blank are no number', () => {
    const revision = revisionOf(report(footing(3), {}, '2019'), report(footing(3)))
    expect(revision.forms.map(({ table }) => table)).toEqual(['proactive', 'requests', 'disputes'])
    expect(revision.cells.filter(({ kind }) => kind === 'added').length).toBeGreaterThan(7)
    expect(revision.counts.cells).toBe(revision.cells.filter(changesNumber).length)
  })

  it('tell other names, years and dates, and the text by places', () => {
    const section = (number: number, text: string): Section => ({ number, heading: `第${String(number)}部分`, text })
    const older = report({}, { sections: [section(1, '甲段照旧。\n收到申请12件。'), section(5, '问题若干。')] })
    const newer = report(
      {},
      {
        published: '2024-01-31',
        year: 2024,
        sections: [section(1, '甲段照旧。\n收到申请9件。\n末尾新加的话。'), section(6, '无其他事项。')],
      },
    )
    const revision = revisionOf(older, newer)
    expect(revision.facts.map(({ fact, older: one, newer: other }) => [fact, one, other])).toEqual([
      ['year', '2023', '2024'],
      ['published', null, '2024-01-31'],
    ])
    expect(revision.sections.map(({ number, changes }) => [number, changes])).toEqual([
      [1, 2],
      [5, 2],
      [6, 2],
    ])
    expect(revisionSentence(revision, 2, 'zh')).toBe('与第 2 版相比：数字没有不同；文字改动 6 处。')
  })
})
