import { FIELDS, fieldOf, fieldsOf } from '../form/fields'
import type { Field, FieldId } from '../form/fields'
import type { Result } from '../report/report'
import { write } from './db'
import type { Store, StoreDatabase } from './db'
import { counts } from './judge'
import type { CorrectionRow } from './decisionRows'
import type { ReportHead } from './rows'
import { Refusal, storeError } from './storeError'
import type { StoreError } from './storeError'
import { rejudge, versionsOf } from './versions'
import type { AgencyYear } from './versions'

export interface Correction {
  readonly field: FieldId
  /** The number that counts from now on; `null` marks the cell as blank. */
  readonly to: number | null
  readonly reason: string
  readonly by: string
}

/**
 * Corrects one cell of a report. The number read stays in the cell; the corrected one stands beside it, checks and forced values are made anew, all in one
 * transaction. It holds for every version of that agency and year whose document says the same number, those imported later included.
 */
export async function correctCell(
  store: Store,
  report: string,
  { field, to, reason, by }: Correction,
  now = new Date(),
): Promise<Result<CorrectionRow, StoreError>> {
  const { db } = store
  const refused = refusal(field, to, reason)
  if (refused) return { ok: false, error: refused }
  return write(store, correctionTables(db), async () => {
    const head = await db.reports.get(report)
    const cells = await db.cells.get(report)
    if (!head || !cells) throw new Refusal(storeError('not-found'))
    if (!onForm(head, field)) throw new Refusal(storeError('not-on-form'))
    const cell = cells.cells[field]
    const read = cell?.value ?? null
    const standing = cells.corrected[field]
    const from = standing === undefined ? read : standing
    const vouched = standing !== undefined || cell?.state === 'printed' || cell?.state === 'blank'
    if (from === to && vouched) throw new Refusal(storeError('same-value'))
    const at = now.toISOString()
    const { agency, year } = head
    const row: CorrectionRow = {
      id: `correction:${agency}:${year}:${field}:${at}`,
      kind: 'correction',
      agency,
      year,
      field,
      read,
      from,
      to,
      ...(from === null && { fromState: standing === undefined && cell?.state !== 'blank' ? 'unread' : 'blank' }),
      reason: reason.trim(),
      by: by.trim(),
      at,
    }
    const standingBefore = await db.decisions.where('[agency+year]').equals([agency, year]).filter(counts).toArray()
    await db.decisions.bulkPut(
      standingBefore.flatMap((earlier) =>
        counts(earlier) && earlier.field === field ? [{ ...earlier, replaced: row.id }] : [],
      ),
    )
    await db.decisions.add(row)
    await rejudgeAll(db, head)
    return row
  })
}

/** Takes a correction back: the number read counts again. The correction stays in the history. */
export async function withdrawCorrection(
  store: Store,
  id: string,
  now = new Date(),
): Promise<Result<AgencyYear, StoreError>> {
  const { db } = store
  return write(store, correctionTables(db), async () => {
    const decision = await db.decisions.get(id)
    if (!decision || !counts(decision)) throw new Refusal(storeError('not-found'))
    await db.decisions.put({ ...decision, withdrawn: now.toISOString() })
    await rejudgeAll(db, decision)
    return { agency: decision.agency, year: decision.year }
  })
}

function correctionTables(db: StoreDatabase): StoreDatabase['tables'] {
  const { reports, cells, texts, issues, findings, agencies, decisions } = db
  return [reports, cells, texts, issues, findings, agencies, decisions]
}

async function rejudgeAll(db: StoreDatabase, key: AgencyYear): Promise<void> {
  for (const head of await versionsOf(db, key)) await rejudge(db, head)
}

function onForm(head: ReportHead, id: FieldId): boolean {
  const field = FIELDS.find((candidate) => candidate.id === id)
  const version = field && head.forms[field.table]
  return field !== undefined && version !== undefined && fieldsOf(field.table, version).some((own) => own.id === id)
}

const UNIT_TEXTS: Readonly<Record<Field['unit'], string>> = {
  count: '0, 1, 2, …',
  signedCount: '…, −1, 0, 1, …',
  money: '≥ 0, 万元',
}

function refusal(id: FieldId, to: number | null, reason: string): StoreError | null {
  if (reason.trim() === '') return storeError('reason-missing')
  const field = FIELDS.find((candidate) => candidate.id === id)
  if (!field) return storeError('not-on-form')
  return isAllowed(id, to) ? null : storeError('value-not-allowed', { value: to ?? '', unit: UNIT_TEXTS[field.unit] })
}

/** Whether a cell may be corrected to a number, or to blank (`null`), by the unit of its field. */
export function isAllowed(id: FieldId, to: number | null): boolean {
  if (to === null) return true
  const whole = Number.isSafeInteger(to)
  return { count: whole && to >= 0, signedCount: whole, money: Number.isFinite(to) && to >= 0 }[fieldOf(id).unit]
}
