import type { Block, Grid, Paragraph } from '../readers/document'
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
    blocks: rejoined(blocks).flatMap(plainBlock),
  }
}

function evidences(all: Record<'agency' | 'year' | 'published', Evidence | undefined>): PlainDocument['evidence'] {
  return Object.fromEntries(Object.entries(all).filter(([, evidence]) => evidence !== undefined))
}

/** Longer ones are text that was typed into a table. */
const LONGEST_ROW_HEADING = 60

/** Rows of a table that say only what comes below them were taken for headings between its parts: here they are rows again. */
function rejoined(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = []
  let last = -1
  for (const block of blocks) {
    const table = joined[last]
    const between = joined.slice(last + 1)
    if (
      block.kind === 'table' &&
      table?.kind === 'table' &&
      table.table === block.table &&
      between.every(isRowOf(table))
    )
      joined.splice(last, joined.length, { ...table, rows: [...table.rows, ...between.map(rowOf), ...block.rows] })
    else {
      if (block.kind === 'table') last = joined.length
      joined.push(block)
    }
  }
  return joined
}

function isRowOf({ table }: Grid): (block: Block) => block is Paragraph {
  return (block): block is Paragraph =>
    block.kind === 'paragraph' && block.place.table === table && block.text.length <= LONGEST_ROW_HEADING
}

function rowOf({ text, place }: Paragraph): Grid['rows'][number] {
  return [{ text, colspan: 1, rowspan: 1, place }]
}

function plainBlock(block: Block): PlainBlock[] {
  if (block.kind === 'paragraph')
    return block.text.trim() === '' ? [] : [{ kind: 'paragraph', text: block.text.trim() }]
  const rows = block.rows
    .map((row) => row.map(({ text }) => text.trim()))
    .filter((row) => row.some((text) => text !== ''))
  return rows.length === 0 ? [] : [{ kind: 'table', rows }]
}
