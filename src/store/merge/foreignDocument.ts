import { readList, readRecord, readText } from '../../analysis/readText'
import { isFieldId } from '../../form/fields'
import type { PlainBlock } from '../../report/plainDocument'
import type { DocumentKind, DocumentRow, DocumentTextRow, FilledCell, Filling } from '../rows'
import { readEvidence, readForms, readNumber, readWhole } from './foreignCells'
import { isHash, isIdOf, readPublished, readSource } from './foreignReport'

const LONGEST = { title: 1_000, name: 200, text: 4_000_000, typed: 200 } as const
const MOST = { blocks: 100_000, rows: 20_000, cells: 1_000 } as const
const KINDS: readonly DocumentKind[] = ['old-form', 'scan']

/** A kept document of a shared file, whose agency is the file's; `null` where it is none. */
export function readForeignDocument(value: unknown): DocumentRow | null {
  const row = readRecord(value)
  const { id, hash, agency } = row
  const [kind, source, year] = [
    KINDS.find((one) => one === row['kind']),
    readSource(row['source']),
    readWhole(row['year'], 2008),
  ]
  if (!isHash(hash) || !isIdOf(id, hash) || !kind || !source || typeof agency !== 'string' || year === undefined)
    return null
  const pages = readWhole(row['pages'], 0)
  return {
    id,
    kind,
    hash,
    source,
    imported: '',
    agency,
    year,
    title: readText(row['title'], LONGEST.title),
    ...readPublished(row['published']),
    readAgency: readText(row['readAgency'], LONGEST.name),
    readYear: readWhole(row['readYear'], 1900) ?? null,
    evidence: readEvidence(row['evidence']),
    ...(pages !== undefined && { pages }),
  }
}

/** A document's words, and what was typed from it. */
export function readForeignText(document: string, value: unknown): DocumentTextRow {
  const { blocks, filling } = readRecord(value)
  const typed = filling === undefined ? null : readFilling(filling)
  return { document, blocks: readList(blocks, MOST.blocks, readBlock), ...(typed && { filling: typed }) }
}

function readBlock(value: unknown): PlainBlock | null {
  const { kind, text, rows } = readRecord(value)
  if (kind === 'paragraph') return { kind, text: readText(text, LONGEST.text) ?? '' }
  if (kind !== 'table') return null
  const cell = (one: unknown): string => readText(one, LONGEST.text) ?? ''
  return { kind, rows: readList(rows, MOST.rows, (row) => readList(row, MOST.cells, cell)) }
}

function readFilling(value: unknown): Filling {
  const { forms, cells, texts } = readRecord(value)
  const typed = Object.entries(readRecord(texts)).flatMap(([field, text]) => {
    const own = readText(text, LONGEST.typed)
    return isFieldId(field) && own !== null ? [[field, own] as const] : []
  })
  const filled = Object.entries(readRecord(cells)).flatMap(([field, cell]) => {
    const own = readFilled(cell)
    return isFieldId(field) && own ? [[field, own] as const] : []
  })
  return {
    forms: readForms(forms),
    cells: Object.fromEntries(filled),
    ...(texts !== undefined && { texts: Object.fromEntries(typed) }),
  }
}

function readFilled(value: unknown): FilledCell | null {
  const { value: given, page } = readRecord(value)
  const [number, at] = [readNumber(given), readWhole(page, 0)]
  return number === undefined || at === undefined ? null : { value: number, page: at }
}
