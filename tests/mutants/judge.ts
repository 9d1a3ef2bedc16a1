import { parseFile } from '@/extract/parse'
import { fileErrorText } from '@/report/errors'
import { FILE_ERROR_CODES } from '@/report/report'
import type { FileError, Report, Result } from '@/report/report'
import { fieldsOfReport } from '@/sample/soiled'
import type { Soiled } from '@/sample/soiled'
import { cellShortfall, same } from '../property/shortfalls'
import type { Mutant } from './mutant'

/** What came of one mutant. */
export interface Outcome {
  /** What must not be, in words. */
  readonly problems: readonly string[]
  /** Codes of the errors, `report` for reports. */
  readonly results: readonly string[]
  /** Milliseconds of processor time. */
  readonly spent: number
}

const FILE = 'given/来件.bin'
const MOST_RESULTS = 2000

/** Reads a mutant and judges what came of it. */
export async function judge({ bytes, truth }: Mutant): Promise<Outcome> {
  const problems: string[] = []
  const results: Result<Report, FileError>[] = []
  const before = process.cpuUsage()
  try {
    for await (const result of parseFile({ path: FILE, bytes })) results.push(result)
  } catch (error) {
    problems.push(`thrown: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  }
  const { user, system } = process.cpuUsage(before)
  if (problems.length === 0 && results.length === 0) problems.push('no result')
  if (results.length > MOST_RESULTS) problems.push(`${results.length} results`)
  for (const result of results) if (!result.ok) problems.push(...refusalProblems(result.error))
  if (truth) problems.push(...silentlyWrong(truth, results))
  return {
    problems,
    results: results.map((result) => (result.ok ? 'report' : result.error.code)),
    spent: (user + system) / 1000,
  }
}

/** A refusal names the file, and has words for its reason in both languages. */
function refusalProblems(error: FileError): string[] {
  const problems: string[] = []
  if (!error.file.startsWith(FILE)) problems.push(`refusal of ${error.file}`)
  if (!FILE_ERROR_CODES.includes(error.code)) problems.push(`refusal with code ${error.code}`)
  for (const language of ['zh', 'en'] as const) {
    const text = fileErrorText(error, language)
    if (text === '' || /[{}]|undefined/u.test(text)) problems.push(`refusal without words: ${text}`)
  }
  return problems
}

/** Cells that are not what the document says, and have no issue. Issues beyond need are none of these. */
function silentlyWrong(truth: Soiled, results: readonly Result<Report, FileError>[]): string[] {
  return results.flatMap((result) => {
    if (!result.ok) return []
    const flagged = new Set(result.value.issues.flatMap((issue) => issue.fields))
    return fieldsOfReport(truth.report).flatMap((field) => {
      const read = result.value.cells[field]?.value ?? null
      const said = truth.report.values[field] ?? null
      // What a damaged document is not owed to hold any more, it may hold in a second place.
      if (flagged.has(field) || (read === null ? said === null : same(field, said, read))) return []
      const wrong = cellShortfall(field, said, read, false, truth.demands.get(field) ?? 'exact')
      return wrong === null ? [] : [`silently wrong, ${field}: ${wrong}`]
    })
  })
}
