import type { DecisionRow } from '../decisionRows'
import type { DocumentRow, DocumentTextRow } from '../rows'
import { readForeignDocument, readForeignText } from './foreignDocument'
import { mergeFiles } from './mergeFiles'
import type { FileMerge } from './mergeFiles'

const BATCH = 50

/** What merging documents needs to know besides. */
interface DocumentMerge extends FileMerge {
  readonly ids: ReadonlyMap<string, string>
  readonly said: readonly DecisionRow[]
  readonly names: (own: string) => string
}

/** Takes kept documents over: those of before 2019, and scans. One that is here stays as it is, with what was typed from it. Call inside a transaction. */
export async function mergeDocuments(merge: DocumentMerge, rows: readonly unknown[]): Promise<void> {
  const { ids, notes } = merge
  const taken: DocumentRow[] = []
  const documents: DocumentRow[] = []
  for (const row of rows) {
    const document = readForeignDocument(row)
    const agency = ids.get(document?.agency ?? '')
    if (document && agency !== undefined) documents.push({ ...document, agency, imported: merge.now.toISOString() })
    else {
      notes.count('documents', 'left')
      if (!document) notes.tell({ what: 'damaged', agency: '', year: null, name: 'documents' })
    }
  }
  for (let from = 0; from < documents.length; from += BATCH)
    taken.push(...(await mergeSome(merge, documents.slice(from, from + BATCH))))
  await mergeAssignments(merge, taken)
}

/** Whose they are by a person's word, where that is where they come to. */
async function mergeAssignments(
  { db, ids, said, writes }: DocumentMerge,
  taken: readonly DocumentRow[],
): Promise<void> {
  if (!writes) return
  const documents = new Map(taken.map((row) => [row.id, row]))
  const coming = said.flatMap((row) => {
    const document = row.kind === 'assignment' ? documents.get(row.report) : undefined
    if (!document || row.kind !== 'assignment') return []
    const [agency, { year }] = [ids.get(row.agency), document]
    return agency === document.agency && year === row.year ? [{ ...row, agency }] : []
  })
  const own = await db.decisions.bulkGet(coming.map(({ id }) => id))
  await db.decisions.bulkPut(coming.filter((_, index) => own[index] === undefined))
}

async function mergeSome(merge: DocumentMerge, documents: readonly DocumentRow[]): Promise<DocumentRow[]> {
  const { db, foreign, notes, writes, names } = merge
  const ids = documents.map(({ id }) => id)
  const [own, filled, mine] = await Promise.all([
    db.documents.bulkGet(ids),
    db.reports.bulkGet(ids),
    db.documentTexts.bulkGet(ids),
  ])
  const theirs = await foreign((shared) => shared.db.documentTexts.bulkGet(ids))
  const taken: DocumentRow[] = []
  for (const [index, document] of documents.entries()) {
    const text = readForeignText(document.id, theirs[index])
    // A scan that was filled in here is a report, under the same id.
    const isThere = own[index] !== undefined || filled[index] !== undefined
    notes.count('documents', isThere ? 'same' : 'new')
    if (!isThere) {
      taken.push(document)
      if (writes) await Promise.all([db.documents.add(document), db.documentTexts.put(text)])
    } else if (text.filling && draftOf(text) !== draftOf(readForeignText(document.id, mine[index])))
      notes.tell({ what: 'filling', agency: names(document.agency ?? ''), year: document.year })
  }
  await mergeFiles(
    merge,
    taken.map(({ id, hash, kind }) => ({ hash, ids: [id], isScan: kind === 'scan' })),
  )
  return taken
}

/** What was typed, as text: the same however its cells are ordered. */
function draftOf({ filling }: DocumentTextRow): string {
  const { forms = {}, cells = {}, texts = {} } = filling ?? {}
  return JSON.stringify([forms, cells, texts].map((part) => Object.entries(part).sort()))
}
