import { parseAtOnce } from '../readers/atOnce'
import type { Cell, Report } from '@/report/report'
import { issueText } from '@/report/issues'
import { expect } from 'vitest'
import type { Expected } from './expected'

/** Parses one document that must give one report. */
export function reportOf(path: string, content: string | Uint8Array): Report {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const results = parseAtOnce({ path, bytes })
  const [only] = results
  if (results.length !== 1 || !only?.ok) throw new Error(`not one report: ${JSON.stringify(results).slice(0, 500)}`)
  return only.value
}

/** Field ids that the issues name. */
export function flaggedFields(report: Report): Set<string> {
  return new Set(report.issues.flatMap((issue) => issue.fields))
}

/** Compares a report with what a careful reader finds in it, cell by cell. */
export function expectReport(report: Report, expected: Expected): void {
  expect({
    agency: report.agency,
    year: report.year,
    published: report.published,
    forms: report.forms,
  }).toEqual({
    agency: expected.agency,
    year: expected.year,
    published: expected.published,
    forms: expected.forms,
  })
  const read = Object.fromEntries(
    Object.entries<Cell | undefined>(report.cells).map(([field, cell]) => [field, cell?.value]),
  )
  expect(read).toEqual(Object.fromEntries(expected.values))
  expect([...flaggedFields(report)].sort()).toEqual([...expected.flagged].sort())
  for (const issue of report.issues)
    for (const language of ['zh', 'en'] as const) expect(issueText(issue, language)).not.toMatch(/[{}]/u)
}
