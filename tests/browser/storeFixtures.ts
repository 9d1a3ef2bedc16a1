import Dexie from 'dexie'
import { fieldsOf } from '@/form/fields'
import type { FieldId } from '@/form/fields'
import { TABLE_IDS, versionOfYear } from '@/form/version'
import type { Cell, Issue, Report } from '@/report/report'
import { RegisterCopy } from '@/store/agencies'
import { openStore } from '@/store/db'
import type { Store } from '@/store/db'
import { sha256 } from '@/store/hash'
import { saveReport } from '@/store/saveReport'
import type { Saved, SourceFile } from '@/store/saveReport'

export type Numbers = Readonly<Partial<Record<FieldId, number | null>>>

export interface Draft {
  readonly agency?: string | null
  readonly year?: number | null
  readonly numbers?: Numbers
  readonly issues?: readonly Issue[]
  readonly file?: string
  readonly text?: string
}

/** A report whose every cell is 0 but for `numbers`; `null` leaves a cell blank. */
export function report(draft: Draft = {}): Report {
  const { agency = '临澜市教育局', year = 2023, numbers = {}, issues = [], file = 'a.docx', text = '' } = draft
  const version = versionOfYear(year ?? 2023) ?? '2021'
  const cells: Partial<Record<FieldId, Cell>> = {}
  for (const table of TABLE_IDS)
    for (const [index, { id }] of fieldsOf(table, version).entries()) {
      const value = id in numbers ? (numbers[id] ?? null) : 0
      const raw = value === null ? '' : String(value)
      cells[id] = { value, state: value === null ? 'blank' : 'printed', raw, place: { table: 1, row: index + 1 } }
    }
  return {
    source: { file, format: 'docx' },
    title: agency && year ? `${agency}${year}年政府信息公开工作年度报告` : null,
    agency,
    year,
    evidence: {},
    forms: { proactive: version, requests: version, disputes: version },
    cells,
    issues,
    sections: [{ number: 1, heading: '一、总体情况', text }],
  }
}

/** Numbers with which the total column foots: `received` natural persons, all granted. */
export function footing(received: number): Numbers {
  return {
    'requests.received.natural': received,
    'requests.received.total': received,
    'requests.granted.natural': received,
    'requests.granted.total': received,
    'requests.settled.natural': received,
    'requests.settled.total': received,
  }
}

/** Bytes that stand for a file: what is in them does not matter to the store. */
export function fileOf(text: string, name = 'a.docx'): Required<SourceFile> {
  const bytes = new TextEncoder().encode(text)
  return { hash: sha256(bytes), name, size: bytes.length, bytes }
}

const opened: string[] = []
const connections: Store[] = []

/** Opens a database, one of its own unless a name is given. */
export async function open(name = `test-${String(Date.now())}-${String(opened.length)}`): Promise<Store> {
  const store = await openStore(name)
  if (!store.ok) throw new Error(store.error.reason)
  opened.push(name)
  connections.push(store.value)
  return store.value
}

/** Deletes every database that `open` made. */
export async function dropAll(): Promise<void> {
  for (const { db } of connections.splice(0)) db.close()
  for (const name of new Set(opened.splice(0))) await Dexie.delete(name)
}

/**
 * Deletes a database that the page's own worker may still be reading: it lets go of it when it has answered, until when the deletion waits. Dexie would
 * warn of that.
 */
export function dropDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(name)
    deleting.onsuccess = () => {
      resolve()
    }
    deleting.onerror = () => {
      reject(deleting.error ?? new Error(`${name} was not deleted`))
    }
  })
}

/** Saves a report and takes its being written for granted. */
export async function save(
  store: Store,
  read: Report,
  file: SourceFile = fileOf(JSON.stringify(read)),
): Promise<Saved> {
  const saved = await saveReport(store, await RegisterCopy.of(store), read, file)
  if (!saved.ok) throw new Error(saved.error.reason)
  return saved.value
}

/** Everything in a database, by table, in the order of keys; but for stamps, which are never twice the same. */
export async function everything(store: Store): Promise<Record<string, unknown[]>> {
  const kept = store.db.tables.filter(({ name }) => name !== 'stamps')
  const tables = await Promise.all(kept.map(async (table) => [table.name, await table.toArray()] as const))
  return Object.fromEntries(tables)
}

/** The value of a result that must be well. */
export function value<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
