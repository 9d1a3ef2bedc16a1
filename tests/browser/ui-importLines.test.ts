import { describe, expect, it } from 'vitest'
import { statusOf } from '@/state/importLines'
import { toReview } from '@/state/reviewQueue'
import type { ReportHead } from '@/store/rows'
import { earlierLines, storedLine } from '@/ui/import/earlierLines'
import { isUnder, stateWord } from '@/ui/import/lineWords'
import type { Candidate, ImportResult, IssueCounts } from '@/workers/importApi'

type Stored = Extract<ImportResult, { kind: 'stored' }>

const counts = (error: number, warning: number, info: number): IssueCounts => ({ error, warning, info })

function stored(issues: IssueCounts, findings: IssueCounts, more: Partial<Stored> = {}): Stored {
  return {
    kind: 'stored',
    outcome: 'new',
    version: 1,
    differing: null,
    agencyCreated: false,
    candidates: [],
    lapsed: 0,
    file: '年报.docx',
    report: 'one',
    agency: 'a',
    agencyName: '石门镇人民政府',
    year: 2023,
    forms: {},
    values: 1,
    cells: 1,
    issues,
    findings,
    ...more,
  }
}

/** The same report as a later visit finds it. */
function headOf({ report, agency, issues, findings, forms, values, file, lapsed }: Stored): ReportHead {
  const sum = (of: IssueCounts): number => of.error + of.warning + of.info
  return {
    id: report,
    agency: agency ?? '',
    year: 2023,
    version: 1,
    current: 1,
    hash: 'h',
    imported: '2024-01-01T00:00:00Z',
    source: { file, format: 'docx' },
    readAgency: null,
    readYear: null,
    forms,
    counts: {
      values,
      issues: sum(issues),
      toReview: issues.error + issues.warning,
      findings: sum(findings),
      errors: findings.error,
      corrected: 0,
      lapsed,
    },
  }
}

const words = (key: string, named: { n?: number } = {}): string => `${key} ${String(named.n ?? '')}`.trim()
const wordOf = (result: ImportResult): string => stateWord(result, words).text

/** What a later visit lists of these. */
const later = (heads: readonly ReportHead[], doubts = new Map<string, readonly Candidate[]>()) =>
  earlierLines({ pending: [], documents: [], heads, doubts }, () => undefined, [])

describe('what a line of the import says', () => {
  it('counts open issues of reading as to review, in the import itself and at a later visit alike', () => {
    for (const result of [
      stored(counts(1, 2, 5), counts(0, 0, 0)),
      stored(counts(0, 3, 0), counts(4, 1, 0)),
      stored(counts(1, 2, 0), counts(2, 0, 0), { candidates: [{ id: 'b', name: '乙' }] }),
    ]) {
      const later = storedLine(headOf(result), () => undefined)
      expect([wordOf(result), wordOf(later.result)]).toEqual(['import.states.review 3', 'import.states.review 3'])
      expect([statusOf(result), statusOf(later.result)]).toEqual(['attention', 'attention'])
    }
  })

  it('has its own word and tab for numbers that do not foot, which are in no queue of review', () => {
    const result = stored(counts(0, 0, 2), counts(3, 1, 0))
    const line = { key: 'one', run: 1, result }
    expect(wordOf(result)).toBe('import.states.findings 3')
    expect([isUnder('findings', line), isUnder('review', line), isUnder('clear', line)]).toEqual([true, false, false])
    expect(toReview([line])).toEqual([])
    const head = headOf(result)
    expect(later([head]).map((one) => wordOf(one.result))).toEqual(['import.states.findings 3'])
  })

  it('asks for a doubtful agency and tells of lapsed corrections by their own words', () => {
    const none = counts(0, 0, 0)
    expect(wordOf(stored(none, none, { candidates: [{ id: 'b', name: '乙' }] }))).toBe('import.states.asked')
    expect(wordOf(stored(none, none, { lapsed: 1 }))).toBe('import.states.lapsed 1')
    expect(wordOf(stored(none, none))).toBe('import.states.stored')
  })

  it('says the same at a later visit, and lists nothing that waits for nobody', () => {
    const none = counts(0, 0, 0)
    const doubtful = headOf(stored(none, none, { report: 'doubtful', agency: 'b' }))
    const lapsed = headOf(stored(none, none, { report: 'lapsed', lapsed: 1 }))
    const clear = headOf(stored(counts(0, 0, 4), counts(0, 2, 1), { report: 'clear' }))
    const doubts = new Map([['b', [{ id: 'c', name: '乙' }]]])
    const lines = later([doubtful, lapsed, clear], doubts)
    expect(lines.map(({ result }) => wordOf(result))).toEqual(['import.states.asked', 'import.states.lapsed 1'])
    expect(lines.map(({ result }) => statusOf(result))).toEqual(['attention', 'attention'])
    expect(lines.map(({ result }) => 'candidates' in result && result.candidates)).toEqual([doubts.get('b'), []])
    expect(later([doubtful, lapsed, clear]).map(({ key }) => key)).toEqual(['stored lapsed'])
  })
})
