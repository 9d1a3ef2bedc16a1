import { fieldsOf, isFieldId } from '../form/fields'
import type { FieldId } from '../form/fields'
import { TABLE_IDS, versionOfYear } from '../form/version'
import type { FormVersion, TableId } from '../form/version'
import { issueOf } from '../report/issues'
import type { Cell, Report, Result, Source } from '../report/report'
import { write } from './db'
import type { Store, StoreDatabase } from './db'
import type { DocumentDetail } from './documents'
import { documentDetail } from './documents'
import { counts } from './judge'
import type { CorrectionRow } from './decisionRows'
import type { DocumentRow, FilledCell, Filling } from './rows'
import { reportTables } from './saveReport'
import { Refusal, storeError } from './storeError'
import type { StoreError } from './storeError'
import { place, rejudge, versionsOf } from './versions'
import type { AgencyYear } from './versions'

const NOTHING: Filling = { forms: {}, cells: {} }

/** A scan as it is filled in: a draft that counts nowhere, or the report that was made of it. */
export interface FillingDetail {
  /** Of the document, and of the report that is made of it. */
  readonly id: string
  readonly hash: string
  readonly source: Source
  readonly agency: string | null
  readonly agencyName: string | null
  readonly year: number | null
  /** Of each table; none while the year is not known, or where it is of before 2019. */
  readonly forms: Report['forms']
  /** Cells that were typed, by now or before: a number, or `null` for blank. */
  readonly values: Readonly<Partial<Record<FieldId, number | null>>>
  /** What was typed into cells of a draft and is no number, as typed. */
  readonly texts: ReadonlyMap<FieldId, string>
  /** Corrections that give some of them. */
  readonly standing: ReadonlyMap<FieldId, CorrectionRow>
  /** The draft's document; `null` once it is a report. */
  readonly document: DocumentDetail | null
  /** Reports of that agency and year that were not made of these pages. */
  readonly others: number
}

/** Reads what was typed from a scan, or undefined where there is no such scan. */
export async function fillingDetail(store: Store, id: string): Promise<FillingDetail | undefined> {
  const { db } = store
  const { documents, documentTexts, agencies, files, reports, issues, decisions } = db
  return db.transaction('r', [documents, documentTexts, agencies, files, reports, issues, decisions], async () => {
    const head = await reports.get(id)
    const found = head ? undefined : await documentDetail(store, id)
    const kept = head ?? found?.row
    if (!kept || (head ? !(await isTyped(db, id)) : found?.row.kind !== 'scan')) return undefined
    const { hash, source, agency, year } = kept
    const standing = await standingOn(db, { agency, year })
    const filling = (await documentTexts.get(id))?.filling ?? NOTHING
    const versions = agency === null || year === null ? [] : await versionsOf(db, { agency, year })
    return {
      id,
      hash,
      source,
      agency,
      agencyName: agency === null ? null : ((await agencies.get(agency))?.name ?? null),
      year,
      forms: head?.forms ?? formsOf(year, filling),
      values: valuesOf(standing, filling),
      texts: head ? new Map() : textsOf(filling),
      standing,
      document: found ?? null,
      others: versions.filter((version) => version.id !== id).length,
    }
  })
}

/** Whether a report was made of what a person typed beside a scan. */
async function isTyped(db: StoreDatabase, report: string): Promise<boolean> {
  const marks = db.issues.where('report').equals(report)
  return (await marks.filter(({ code }) => code === 'typed-from-scan').count()) > 0
}

/** What people have said of cells that no document's reading gave a number: that is what a scan is filled with. */
async function standingOn(
  db: StoreDatabase,
  { agency, year }: Pick<FillingDetail, 'agency' | 'year'>,
): Promise<Map<FieldId, CorrectionRow>> {
  if (agency === null || year === null) return new Map()
  const decisions = await db.decisions.where('[agency+year]').equals([agency, year]).toArray()
  return new Map(decisions.filter(counts).flatMap((row) => (row.read === null ? [[row.field, row]] : [])))
}

function valuesOf(standing: ReadonlyMap<FieldId, CorrectionRow>, { cells }: Filling): FillingDetail['values'] {
  const values: Partial<Record<FieldId, number | null>> = {}
  for (const [field, { to }] of standing) values[field] = to
  for (const [field, cell] of Object.entries(cells)) if (isFieldId(field) && cell) values[field] = cell.value
  return values
}

function textsOf({ texts = {} }: Filling): Map<FieldId, string> {
  return new Map(
    Object.entries(texts).flatMap(([field, text]) => (isFieldId(field) && text !== undefined ? [[field, text]] : [])),
  )
}

/** The form of each table: the year's, unless a person chose the other one. Review and litigation have one layout, whose version follows the year. */
function formsOf(year: number | null, { forms }: Filling): Report['forms'] {
  const due = year === null ? null : versionOfYear(year)
  return due === null ? {} : { proactive: due, requests: due, ...forms, disputes: due }
}

/** Notes what was typed into a cell of a draft: a text is what is no number, kept as it is; `undefined` takes the cell out again. */
export function fillCell(
  store: Store,
  id: string,
  field: FieldId,
  entry: FilledCell | string | undefined,
): Promise<Result<null, StoreError>> {
  return changeDraft(store, id, ({ forms, cells, texts = {} }) => ({
    forms,
    cells: withEntry(cells, field, typeof entry === 'string' ? undefined : entry),
    texts: withEntry(texts, field, typeof entry === 'string' ? entry : undefined),
  }))
}

function withEntry<T>(
  entries: Readonly<Partial<Record<FieldId, T>>>,
  field: FieldId,
  entry: T | undefined,
): Readonly<Partial<Record<FieldId, T>>> {
  const others = Object.entries(entries).filter(([other]) => other !== field)
  return Object.fromEntries(entry === undefined ? others : [...others, [field, entry]])
}

/** Puts a table of a draft on a form version; what was typed stays, and counts where the form has such a cell. */
export function chooseForm(
  store: Store,
  id: string,
  table: Exclude<TableId, 'disputes'>,
  version: FormVersion,
): Promise<Result<null, StoreError>> {
  return changeDraft(store, id, (before) => ({ ...before, forms: { ...before.forms, [table]: version } }))
}

function changeDraft(
  store: Store,
  id: string,
  change: (before: Filling) => Filling,
): Promise<Result<null, StoreError>> {
  const { documentTexts } = store.db
  return write(store, [documentTexts], async () => {
    const text = await documentTexts.get(id)
    if (!text) throw new Refusal(storeError('not-found'))
    await documentTexts.put({ ...text, filling: change(text.filling ?? NOTHING) })
    return null
  })
}

/** How a draft becomes a report. */
export interface Finish {
  /** What cells are that were not typed: blank on the page, or not looked at and so unread. */
  readonly rest: 'blank' | 'unread'
  readonly reason: string
  readonly by: string
}

/**
 * Makes the report of a scan of what was typed beside it: every cell is unread, every number a person's correction, so that none ever looks printed. The
 * document becomes the report, under the same id. All in one transaction.
 */
export async function finishFilling(
  store: Store,
  id: string,
  finish: Finish,
  now = new Date(),
): Promise<Result<AgencyYear, StoreError>> {
  const { db } = store
  return write(store, [...reportTables(db), db.documentTexts], async () => {
    const [row, text] = await Promise.all([db.documents.get(id), db.documentTexts.get(id)])
    const agency = typeof row?.agency === 'string' ? await db.agencies.get(row.agency) : undefined
    if (row?.kind !== 'scan' || !agency || row.year === null) throw new Refusal(storeError('not-found'))
    const { hash, imported, year } = row
    const key = { agency: agency.id, year }
    const filling = text?.filling ?? NOTHING
    const report = reportOf(row, filling)
    const fields = Object.keys(report.cells).filter(isFieldId)
    if (fields.length === 0) throw new Refusal(storeError('year-not-allowed', { year }))
    const standing = await standingOn(db, key)
    await db.decisions.bulkPut(corrections(fields, valuesOf(standing, filling), standing, { ...finish, ...key, now }))
    await place(db, report, { id, hash, imported }, agency, year)
    for (const head of await versionsOf(db, key)) if (head.id !== id) await rejudge(db, head)
    await Promise.all([db.documents.delete(id), db.documentTexts.delete(id)])
    return key
  })
}

/** A report of which nothing could be read: each cell of its forms with the page that was looked at when it was typed. */
function reportOf({ source, title, year, evidence, pages }: DocumentRow, filling: Filling): Report {
  const forms = formsOf(year, filling)
  const fields = TABLE_IDS.flatMap((table) => {
    const version = forms[table]
    return version ? fieldsOf(table, version).map(({ id }) => id) : []
  })
  const cells: Partial<Record<FieldId, Cell>> = {}
  for (const field of fields) {
    const page = filling.cells[field]?.page
    cells[field] = { value: null, state: 'unread', raw: '', place: page === undefined ? {} : { page } }
  }
  const issues = [issueOf('typed-from-scan', fields, {}, { pages: pages ?? '?' })]
  return { source, title, agency: null, year: null, evidence, forms, cells, issues, sections: [] }
}

/** The corrections that what was typed needs, and those that they take the place of. */
function corrections(
  fields: readonly FieldId[],
  values: FillingDetail['values'],
  standing: FillingDetail['standing'],
  { rest, reason, by, agency, year, now }: Finish & AgencyYear & { readonly now: Date },
): CorrectionRow[] {
  const at = now.toISOString()
  return fields.flatMap((field) => {
    const to = values[field] ?? null
    const before = standing.get(field)
    if (before ? before.to === to : values[field] === undefined && rest === 'unread') return []
    const id = `correction:${agency}:${year}:${field}:${at}`
    const told: Omit<CorrectionRow, 'id' | 'kind'> = {
      agency,
      year,
      field,
      read: null,
      from: before?.to ?? null,
      to,
      ...((before?.to ?? null) === null && { fromState: before ? 'blank' : 'unread' }),
      reason: reason.trim(),
      by: by.trim(),
      at,
    }
    return [...(before ? [{ ...before, replaced: id }] : []), { id, kind: 'correction', ...told }]
  })
}
