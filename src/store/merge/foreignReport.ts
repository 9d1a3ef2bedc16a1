import { readList, readRecord, readText } from '../../analysis/readText'
import { FIRST_YEAR_OF_FORM } from '../../form/version'
import { SOURCE_FORMATS } from '../../report/report'
import type { Report, Section, Source } from '../../report/report'
import { readCells, readEvidence, readForms, readIssue, readWhole } from './foreignCells'

const LONGEST = { path: 1_000, name: 200, title: 1_000, text: 4_000_000 } as const
const MOST = { sections: 50, issues: 2_000 } as const

/** What a shared file says of a report but for what was read: checked one by one, since the file may come from anybody. */
export interface ForeignHead {
  readonly id: string
  readonly hash: string
  /** Id in the file's register. */
  readonly agency: string
  readonly year: number
  readonly version: number
  readonly current: boolean
}

/** SHA-256 as this program writes it. */
export function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/u.test(value)
}

/** Whether an id is one that bytes of this hash have: that of a report, of one of several in a file, or of one that the file's name tells apart. */
export function isIdOf(id: unknown, hash: string): id is string {
  return (
    typeof id === 'string' && id.startsWith(hash.slice(0, 32)) && /^(?:-\d{1,4})?(?:-[0-9a-f]{8})?$/u.test(id.slice(32))
  )
}

/** A report's head; `null` where it is none. */
export function readForeignHead(value: unknown, now: Date): ForeignHead | null {
  const { id, hash, agency, year, version, current } = readRecord(value)
  const [own, number] = [readWhole(year, FIRST_YEAR_OF_FORM), readWhole(version, 1)]
  if (!isHash(hash) || !isIdOf(id, hash) || typeof agency !== 'string') return null
  if (own === undefined || own > now.getFullYear() || number === undefined) return null
  return { id, hash, agency, year: own, version: number, current: current === 1 }
}

/** Rows of one report in a shared file. */
export interface ForeignRows {
  readonly head: unknown
  readonly cells: unknown
  readonly text: unknown
  /** In the order in which reading said them. */
  readonly issues: readonly unknown[]
}

/** A report as it was read; `null` where it is none. What was counted or found in it the file is not asked: that is judged anew. */
export function readForeignReport({ head, cells, text, issues }: ForeignRows): Report | null {
  const { source, published, readAgency, readYear, forms: given } = readRecord(head)
  const { evidence, cells: numbers } = readRecord(cells)
  const { title, sections } = readRecord(text)
  const [from, forms] = [readSource(source), readForms(given)]
  const read = readCells(numbers, forms)
  if (!from || !read || Object.keys(read).length === 0) return null
  return {
    source: from,
    title: readText(title, LONGEST.title),
    agency: readText(readAgency, LONGEST.name),
    year: readWhole(readYear, 1900) ?? null,
    ...readPublished(published),
    evidence: readEvidence(evidence),
    forms,
    cells: read,
    issues: readList(issues, MOST.issues, readIssue),
    sections: readList(sections, MOST.sections, readSection),
  }
}

/** A day as documents give it. */
export function readPublished(value: unknown): Pick<Report, 'published'> {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value) ? { published: value } : {}
}

/** Where a report came from. The path is words: nothing is ever opened by it. */
export function readSource(value: unknown): Source | null {
  const { file, format, part, beside } = readRecord(value)
  const [path, own, number] = [
    readText(file, LONGEST.path),
    SOURCE_FORMATS.find((one) => one === format),
    readWhole(part, 0),
  ]
  if (path === null || !own) return null
  return { file: path, format: own, ...(number !== undefined && { part: number }), ...(beside === true && { beside }) }
}

function readSection(value: unknown): Section | null {
  const { number, heading, text } = readRecord(value)
  const own = readWhole(number, 0)
  return own === undefined
    ? null
    : { number: own, heading: readText(heading, LONGEST.title) ?? '', text: readText(text, LONGEST.text) ?? '' }
}
