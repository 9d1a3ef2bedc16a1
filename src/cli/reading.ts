import { parseFile } from '../extract/parse'
import type { FileError, Report, Result } from '../report/report'
import { inputFiles } from './files'
import { Progress, say } from './output'

/** How many reports a call gave so far, and how many files gave none. */
export class Tally {
  reports = 0
  errors = 0

  count(result: Result<unknown, unknown>): void {
    if (result.ok) this.reports++
    else this.errors++
  }

  toString(): string {
    return `读出 ${this.reports} 份年报，${this.errors} 个文件没有得到年报。 / Reports: ${this.reports}; files that gave none: ${this.errors}.`
  }
}

/** Reads everything that the paths name, one file at a time; a file gives one result or more. Nothing that one file holds stops the others. */
export async function* readAll(
  paths: readonly string[],
  tally: Tally,
): AsyncGenerator<Result<Report, FileError>, void, undefined> {
  const progress = new Progress()
  for (const file of inputFiles(paths)) {
    if (file.ok) progress.at(tally.reports + tally.errors, file.value.path)
    for await (const result of file.ok ? parsed(file.value) : [file]) {
      tally.count(result)
      yield result
    }
  }
  progress.end()
}

async function* parsed(file: {
  path: string
  bytes: Uint8Array
}): AsyncGenerator<Result<Report, FileError>, void, undefined> {
  try {
    yield* parseFile(file)
  } catch (error) {
    // Readers and extraction give results; what they throw is a fault of theirs that must not cost the rest of the batch.
    say(`${file.path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    yield { ok: false, error: { file: file.path, code: 'unreadable', reason: 'failed', params: {} } }
  }
}
