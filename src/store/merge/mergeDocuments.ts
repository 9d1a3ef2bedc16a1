import { readRecord } from '../../analysis/readText'
import type { DocumentRow } from '../rows'
import { readForeignDocument, readForeignText } from './foreignDocument'
import { mergeFiles } from './mergeFiles'
import type { FileMerge } from './mergeFiles'

const BATCH = 50

/** What merging documents needs to know besides. */
interface DocumentMerge extends FileMerge {
  readonly ids: ReadonlyMap<string, string>
  readonly names: (own: string) => string
}

/** Takes kept documents over: those of before 2019, and scans. One that is here stays as it is, with what was typed from it. Call inside a transaction. */
export async function mergeDocuments(merge: DocumentMerge, rows: readonly unknown[]): Promise<DocumentRow[]> {
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
  return taken
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
    } else if (text.filling && JSON.stringify(text.filling) !== JSON.stringify(readRecord(mine[index])['filling']))
      notes.tell({ what: 'filling', agency: names(document.agency ?? ''), year: document.year })
  }
  await mergeFiles(
    merge,
    taken.map(({ id, hash, kind }) => ({ hash, ids: [id], isScan: kind === 'scan' })),
  )
  return taken
}
