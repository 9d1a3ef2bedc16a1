import { extractReports } from '@/extract/extract'
import { findDocuments, type Opened, type SourceFile } from '@/readers/open'
import type { FileError, Report, Result } from '@/report/report'

/** What `openFile` gives, for files of formats that are read at once. */
export function openAtOnce(file: SourceFile): Opened[] {
  return [...openingAtOnce(file)]
}

/** The same, one when it is asked for. */
export function* openingAtOnce(file: SourceFile): Generator<Opened, void, undefined> {
  for (const found of findDocuments(file)) {
    const opened = found.ok ? found.value.read() : found
    if (opened instanceof Promise) throw new Error(`${file.path} is not of a format that is read at once`)
    yield opened
  }
}

/** What `parseFile` gives, for files of formats that are read at once. */
export function parseAtOnce(file: SourceFile): Result<Report, FileError>[] {
  return openAtOnce(file).flatMap((opened): Result<Report, FileError>[] => {
    const found = opened.ok ? extractReports(opened.value) : opened
    return found.ok ? found.value.map((value) => ({ ok: true, value })) : [found]
  })
}
