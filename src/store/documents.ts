import { OLD_FORM_YEARS } from '../form/version'
import type { Agency } from '../register/agency'
import type { PlainDocument } from '../report/plainDocument'
import type { Result } from '../report/report'
import { dropOrphan, RegisterCopy } from './agencies'
import type { NameInDocument, ResolvedAgency } from './agencies'
import type { Assignment } from './assign'
import { write } from './db'
import type { Store, StoreDatabase } from './db'
import { reportId } from './reportRows'
import type { DocumentKind, DocumentRow, DocumentTextRow, FileRow } from './rows'
import type { SourceFile } from './saveReport'
import { nameIn } from './savingBatch'
import { Refusal, storeError } from './storeError'
import type { StoreError } from './storeError'
import { releaseFile } from './versions'

/** What became of a document that gives no numbers. */
export interface SavedDocument {
  readonly outcome: 'new' | 'unchanged'
  readonly row: DocumentRow
  readonly agencyName: string | null
  readonly agencyCreated: boolean
  /** Agencies that the name may stand for. */
  readonly candidates: readonly string[]
}

function documentTables(db: StoreDatabase): StoreDatabase['tables'] {
  const { documents, documentTexts, files, originals, agencies, stamps, decisions, reports } = db
  return [documents, documentTexts, files, originals, agencies, stamps, decisions, reports]
}

/**
 * Keeps a document with its words and its file, in one transaction. The same bytes again change nothing. A person's word on whose it is goes before what
 * reading says; it waits for one where agency or year is not known.
 */
export async function saveDocument(
  store: Store,
  register: RegisterCopy,
  document: PlainDocument,
  kind: DocumentKind,
  file: SourceFile,
  now = new Date(),
): Promise<Result<SavedDocument, StoreError>> {
  const { db } = store
  const id = reportId(document, file.hash)
  const learned: string[] = []
  const result = await write(store, documentTables(db), async (): Promise<SavedDocument> => {
    const before = await db.documents.get(id)
    if (before) {
      const agencyName = await nameOf(db, before.agency)
      return { outcome: 'unchanged', row: before, agencyName, agencyCreated: false, candidates: [] }
    }
    const word = await db.decisions.get(`assignment:${id}`)
    const assigned = word?.kind === 'assignment' ? word : null
    const told = assigned ? await db.agencies.get(assigned.agency) : undefined
    // The name of a scan's file is a proposal, no more.
    const resolved =
      told || kind === 'scan' || document.agency === null
        ? null
        : await resolve(db, register, nameIn(document, document.agency))
    if (resolved && register.learn(resolved)) learned.push(resolved.agency.id)
    const agency = told ?? resolved?.agency ?? null
    const row = rowOf(document, { id, kind, hash: file.hash, imported: now.toISOString() }, agency, assigned?.year)
    if (resolved?.created) await register.settle(db)
    await Promise.all([
      db.documents.add(row),
      db.documentTexts.put({ document: id, blocks: document.blocks }),
      keepFile(db, file, row),
    ])
    return {
      outcome: 'new',
      row,
      agencyName: agency?.name ?? null,
      agencyCreated: resolved?.created ?? false,
      candidates: resolved?.candidates ?? [],
    }
  })
  if (!result.ok) register.forget(learned)
  return result
}

function rowOf(
  document: PlainDocument,
  entry: Pick<DocumentRow, 'id' | 'kind' | 'hash' | 'imported'>,
  agency: Agency | null,
  assignedYear: number | undefined,
): DocumentRow {
  const { source, title, published, evidence, pages } = document
  const isTold = entry.kind !== 'scan' && document.year !== null && isYearOf(entry.kind, document.year)
  return {
    ...entry,
    source,
    agency: agency?.id ?? null,
    year: assignedYear ?? (isTold ? document.year : null),
    title,
    ...(published === undefined ? {} : { published }),
    readAgency: document.agency,
    readYear: document.year,
    evidence,
    ...(pages === undefined ? {} : { pages }),
  }
}

/** The report years that a document of a kind may have. */
export function yearsOf(kind: DocumentKind, now = new Date()): { readonly first: number; readonly last: number } {
  return kind === 'scan' ? { first: OLD_FORM_YEARS.first, last: now.getFullYear() } : OLD_FORM_YEARS
}

function isYearOf(kind: DocumentKind, year: number, now?: Date): boolean {
  const { first, last } = yearsOf(kind, now)
  return Number.isInteger(year) && year >= first && year <= last
}

/** The agency of a name, added to the register where it is new. Call inside a transaction. */
async function resolve(db: StoreDatabase, register: RegisterCopy, name: NameInDocument): Promise<ResolvedAgency> {
  const resolved = register.resolve(await register.stored(db, [name]), name)
  if (resolved.created) await db.agencies.add(resolved.agency)
  return resolved
}

async function nameOf(db: StoreDatabase, agency: string | null): Promise<string | null> {
  return agency === null ? null : ((await db.agencies.get(agency))?.name ?? null)
}

async function keepFile(db: StoreDatabase, file: SourceFile, { id, imported }: DocumentRow): Promise<void> {
  const { hash, name, size, bytes } = file
  const before = await db.files.get(hash)
  const reports = [...new Set([...(before?.reports ?? []), id])]
  const kept = before?.kept === true || bytes !== undefined
  await db.files.put({ ...(before ?? { hash, name, size, imported }), reports, kept })
  if (bytes && before?.kept !== true) await db.originals.put({ hash, bytes })
}

/** Puts a document under the agency and year that a person gives; remembered for its bytes. */
export async function assignDocument(
  store: Store,
  id: string,
  { agency: wanted, year, by }: Assignment,
  now = new Date(),
): Promise<Result<{ readonly row: DocumentRow; readonly agencyName: string }, StoreError>> {
  const { db } = store
  const register = await RegisterCopy.of(store)
  return write(store, documentTables(db), async () => {
    const before = await db.documents.get(id)
    const agency = 'id' in wanted ? await db.agencies.get(wanted.id) : (await resolve(db, register, wanted)).agency
    if (!before || !agency) throw new Refusal(storeError('not-found'))
    if (!isYearOf(before.kind, year, now))
      throw new Refusal(storeError(before.kind === 'scan' ? 'year-not-allowed' : 'document-year', { year }))
    const row: DocumentRow = { ...before, agency: agency.id, year }
    await db.documents.put(row)
    const word = { agency: agency.id, year, by, at: now.toISOString() }
    await db.decisions.put({ id: `assignment:${id}`, kind: 'assignment', report: id, ...word })
    if (before.agency !== null && before.agency !== agency.id) await dropOrphan(db, { agency: before.agency })
    return { row, agencyName: agency.name }
  })
}

/** Deletes a document with its words, and the original where nothing else was read from it. */
export async function deleteDocument(store: Store, id: string): Promise<Result<null, StoreError>> {
  const { db } = store
  return write(store, documentTables(db), async () => {
    const row = await db.documents.get(id)
    if (!row) throw new Refusal(storeError('not-found'))
    await Promise.all([db.documents.delete(id), db.documentTexts.delete(id)])
    await releaseFile(db, row.hash, id)
    if (row.agency !== null) await dropOrphan(db, { agency: row.agency })
    return null
  })
}

/** Every document, newest import first. */
export async function listDocuments(store: Store): Promise<DocumentRow[]> {
  const rows = await store.db.documents.toArray()
  return rows.sort((a, b) => b.imported.localeCompare(a.imported))
}

/** A document whole. */
export interface DocumentDetail extends Pick<DocumentTextRow, 'blocks'> {
  readonly row: DocumentRow
  readonly agencyName: string | null
  readonly file: FileRow | null
}

/** Reads a document with its words, or undefined where it was deleted. */
export async function documentDetail(store: Store, id: string): Promise<DocumentDetail | undefined> {
  const { db } = store
  return db.transaction('r', [db.documents, db.documentTexts, db.agencies, db.files], async () => {
    const row = await db.documents.get(id)
    if (!row) return undefined
    const [text, agencyName, file] = await Promise.all([
      db.documentTexts.get(id),
      nameOf(db, row.agency),
      db.files.get(row.hash),
    ])
    return { row, agencyName, blocks: text?.blocks ?? [], file: file ?? null }
  })
}
