import type { Transaction } from 'dexie'
import type { CorrectionRow } from './decisionRows'
import type { CellsRow, FileRow, OriginalRow, ReportHead } from './rows'

type OldReport = Omit<ReportHead, 'counts'> &
  Omit<CellsRow, 'report'> & { readonly counts: Omit<ReportHead['counts'], 'corrected'> }
type OldFile = Omit<FileRow, 'kept'> & { readonly bytes?: Uint8Array<ArrayBuffer> }
type OldCorrection = Omit<CorrectionRow, 'read' | 'replaced'>

const BATCH = 200

/** Schema 1 → 2: the numbers of a report move to `cells`, the bytes of a file to `originals`; a correction says what the document said. */
export async function upgradeTo2(transaction: Transaction): Promise<void> {
  const reports = transaction.table<OldReport | ReportHead, string>('reports')
  const cells = transaction.table<CellsRow, string>('cells')
  for (const ids of batches(await reports.toCollection().primaryKeys())) {
    const old = (await reports.bulkGet(ids)).filter((row): row is OldReport => row !== undefined)
    await cells.bulkAdd(
      old.map(({ id, evidence, cells: own, forced, corrected, inError }) => ({
        report: id,
        evidence,
        cells: own,
        forced,
        corrected,
        inError,
      })),
    )
    await reports.bulkPut(old.map(headOf))
  }
  const files = transaction.table<OldFile | FileRow, string>('files')
  const originals = transaction.table<OriginalRow, string>('originals')
  for (const hashes of batches(await files.toCollection().primaryKeys())) {
    const old = (await files.bulkGet(hashes)).filter((row): row is OldFile => row !== undefined)
    await originals.bulkAdd(old.flatMap(({ hash, bytes }) => (bytes ? [{ hash, bytes }] : [])))
    await files.bulkPut(old.map(({ bytes, ...file }) => ({ ...file, kept: bytes !== undefined })))
  }
  const decisions = transaction.table<OldCorrection | CorrectionRow, string>('decisions')
  await decisions.bulkPut((await decisions.toArray()).map((decision) => ({ ...decision, read: decision.from })))
}

function headOf(old: OldReport): ReportHead {
  const { id, agency, year, version, current, source, hash, imported, published } = old
  const { readAgency, readYear, forms, counts, corrected } = old
  return {
    id,
    agency,
    year,
    version,
    current,
    source,
    hash,
    imported,
    ...(published === undefined ? {} : { published }),
    readAgency,
    readYear,
    forms,
    counts: {
      ...counts,
      corrected: Object.keys(corrected).length,
    },
  }
}

function batches<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / BATCH) }, (_, index) =>
    all.slice(index * BATCH, (index + 1) * BATCH),
  )
}
