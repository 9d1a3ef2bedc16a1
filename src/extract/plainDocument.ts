import type { Block } from '../readers/document'
import type { PlainBlock, PlainDocument } from '../report/plainDocument'
import type { Evidence, Report } from '../report/report'
import type { OldForm } from './oldForm'

/** What is kept of a document of before 2019: its words as they stand, and whose and of which year it is. `report`: what it would be as a report. */
export function plainDocument(report: Report, old: OldForm, blocks: readonly Block[]): PlainDocument {
  const { source, title, published, evidence } = report
  const ownAgency = report.agency !== null && evidence.agency?.from !== 'fileName'
  const agency = ownAgency ? report.agency : (old.agency ?? report.agency)
  const agencyEvidence = ownAgency ? evidence.agency : (old.agencyEvidence ?? evidence.agency)
  return {
    source,
    title,
    agency,
    year: old.year,
    ...(published === undefined ? {} : { published }),
    evidence: evidences({
      agency: agencyEvidence,
      year: old.yearEvidence,
      published: evidence.published,
    }),
    blocks: blocks.flatMap(plainBlock),
  }
}

function evidences(all: Record<'agency' | 'year' | 'published', Evidence | undefined>): PlainDocument['evidence'] {
  return Object.fromEntries(Object.entries(all).filter(([, evidence]) => evidence !== undefined))
}

function plainBlock(block: Block): PlainBlock[] {
  if (block.kind === 'paragraph')
    return block.text.trim() === '' ? [] : [{ kind: 'paragraph', text: block.text.trim() }]
  const rows = block.rows
    .map((row) => row.map(({ text }) => text.trim()))
    .filter((row) => row.some((text) => text !== ''))
  return rows.length === 0 ? [] : [{ kind: 'table', rows }]
}
