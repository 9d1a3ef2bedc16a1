import { openFile } from '../readers/open'
import type { SourceFile } from '../readers/open'
import type { FileError, Report, Result } from '../report/report'
import { extractReports } from './extract'

/** Reads a file, or every file of an archive, into its reports; each file gives at least one result. */
export async function* parseFile(file: SourceFile): AsyncGenerator<Result<Report, FileError>, void, undefined> {
  for await (const opened of openFile(file)) {
    if (!opened.ok) {
      yield opened
      continue
    }
    const found = extractReports(opened.value)
    if (found.ok) for (const report of found.value) yield { ok: true, value: report }
    else yield found
  }
}
