import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Cell, FileError, Report, Result } from '@/report/report'
import { read } from './measure'

/** What came of every file of a folder, one line of words for each report or refusal. */
export async function* folderOutcomes(folder: string): AsyncGenerator<string, void, undefined> {
  for (const path of filesIn(folder)) {
    const name = relative(folder, path)
    for (const result of await read(name, readFileSync(path))) yield `${name}: ${outcome(result)}`
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]))
}

function outcome(result: Result<Report, FileError>): string {
  if (!result.ok) return `${result.error.code} (${result.error.reason})`
  const { agency, year, published, forms, cells, issues, source } = result.value
  const read = Object.values<Cell | undefined>(cells).flatMap((cell) => cell ?? [])
  const flagged = new Set(issues.flatMap((issue) => issue.fields))
  const tables = Object.entries(forms).map(([table, version]) => `${table} ${version}`)
  const codes = [...new Set(issues.map(({ code }) => code))]
  return [
    ...(source.part === undefined ? [] : [`part ${String(source.part)}`]),
    `${agency ?? '?'} ${String(year ?? '?')}, published ${published ?? '?'}`,
    tables.join(', ') || 'no tables',
    `${read.length} cells: ${read.filter((cell) => cell.value !== null).length} numbers, ${read.filter((cell) => cell.state === 'blank').length} blank, ${flagged.size} flagged`,
    ...(codes.length > 0 ? [codes.join(' ')] : []),
  ].join('; ')
}
