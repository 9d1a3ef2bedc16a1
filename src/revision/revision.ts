import type { FieldId } from '../form/fields'
import type { Report } from '../report/report'
import { cellChanges, changesNumber, formChanges } from './cellChanges'
import type { CellChange, FormChange } from './cellChanges'
import { findingChanges } from './findingChanges'
import type { FindingChanges } from './findingChanges'
import { sectionDiffs } from './sectionDiff'
import type { SectionDiff } from './sectionDiff'

/** What a document says of itself. */
const FACTS = ['agency', 'year', 'published', 'title', 'file'] as const
export type Fact = (typeof FACTS)[number]

export interface FactChange {
  readonly fact: Fact
  readonly older: string | null
  readonly newer: string | null
}

/** All that differs between two versions of one report, as the documents have it: nobody's corrections count here. */
export interface Revision {
  readonly facts: readonly FactChange[]
  readonly forms: readonly FormChange[]
  readonly cells: readonly CellChange[]
  readonly findings: FindingChanges
  readonly sections: readonly SectionDiff[]
  readonly counts: RevisionCounts
}

export interface RevisionCounts {
  /** Cells with another number, blanks that turned into one and the reverse. */
  readonly cells: number
  /** Of these, cells in a sum that held and does no more, and the reverse. */
  readonly breaking: number
  readonly mending: number
  /** Cells with the same number that came to be otherwise. */
  readonly states: number
  /** Places in the text. */
  readonly texts: number
}

/** Compares two versions of the report of one agency and year. */
export function revisionOf(older: Report, newer: Report): Revision {
  const cells = cellChanges(older.cells, newer.cells)
  const findings = findingChanges(older, newer, cells)
  const sections = sectionDiffs(older.sections, newer.sections)
  const changed = cells.filter(changesNumber).length
  return {
    facts: factChanges(older, newer),
    forms: formChanges(older.forms, newer.forms),
    cells,
    findings,
    sections,
    counts: {
      cells: changed,
      breaking: findings.breaking.length,
      mending: findings.mending.length,
      states: cells.filter(({ kind }) => kind === 'state').length,
      texts: sections.reduce((sum, { changes }) => sum + changes, 0),
    },
  }
}

/** Whether the documents say the same throughout; another file name is no difference. */
export function saysTheSame({ facts, forms, cells, counts }: Revision): boolean {
  return cells.length + forms.length + counts.texts === 0 && facts.every(({ fact }) => fact === 'file')
}

/** How a changed cell bears on the sums: it breaks one that held, or mends one that did not. */
export function bearingOf({ findings }: Revision, field: FieldId): 'breaking' | 'mending' | null {
  if (findings.breaking.includes(field)) return 'breaking'
  return findings.mending.includes(field) ? 'mending' : null
}

function factChanges(older: Report, newer: Report): FactChange[] {
  return FACTS.flatMap((fact) => {
    const [one, other] = [factOf(older, fact), factOf(newer, fact)]
    return one === other ? [] : [{ fact, older: one, newer: other }]
  })
}

function factOf(report: Report, fact: Fact): string | null {
  if (fact === 'file') return report.source.file
  const value = report[fact]
  return value === undefined || value === null ? null : String(value)
}
