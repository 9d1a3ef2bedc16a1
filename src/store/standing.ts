import type { FieldId } from '../form/fields'
import type { Issue, Report } from '../report/report'
import { sha256 } from './hash'
import type { AcceptedRow } from './decisionRows'

/** What people have said about one report's bytes. */
export interface Words {
  /** Issues found right, by id of the row. */
  readonly accepted: ReadonlyMap<string, AcceptedRow>
  /** Somebody said whose report it is and of which year. */
  readonly assigned: boolean
}

export const NO_WORDS: Words = { accepted: new Map(), assigned: false }

/** Which issue of which bytes: the same again after deletion and re-import, and with a newer reader that says the same of the same cells. */
export function acceptedId(hash: string, part: number | undefined, { code, fields, params }: Issue): string {
  // What is said of cells is told apart by the cells, what is said of the whole report by the words.
  const about = fields.length > 0 ? fields.join(' ') : JSON.stringify(Object.entries(params).sort())
  return `accepted:${hash}:${part ?? ''}:${code}:${sha256(new TextEncoder().encode(about)).slice(0, 16)}`
}

/** How an issue stands once people had a say. */
export interface Standing {
  /** A person should still look at it. */
  readonly open: boolean
  /** Its cells that are neither corrected nor found right. */
  readonly left: readonly FieldId[]
  /** Cells that were found right and read the same since. */
  readonly vouched: readonly FieldId[]
  /** Who found it right, all of it or some cells, and when; `null` where nobody did. */
  readonly accepted: AcceptedRow | null
  /** Cells that were found right when another number was read. */
  readonly changed: readonly FieldId[]
}

/** What of a report its issues stand by. */
export interface StandingInput {
  readonly hash: string
  readonly part: number | undefined
  readonly cells: Report['cells']
  readonly corrected: Readonly<Partial<Record<FieldId, number | null>>>
  readonly words: Words
}

/** Whether the issue is about whose report it is, or of which year. */
const isIdentity = (code: string): boolean => /^(?:agency|year)-/u.test(code)

/** How an issue stands: closed once each of its cells is corrected or found right, or, where it names none, once it is found right or answered. */
export function standingOf(issue: Issue, { hash, part, cells, corrected, words }: StandingInput): Standing {
  const accepted = words.accepted.size === 0 ? undefined : words.accepted.get(acceptedId(hash, part, issue))
  const wasRead = (field: FieldId): boolean => accepted !== undefined && Object.hasOwn(accepted.read, field)
  const isSame = (field: FieldId): boolean => accepted?.read[field] === (cells[field]?.value ?? null)
  const vouched = issue.fields.filter((field) => wasRead(field) && isSame(field))
  const left = issue.fields.filter((field) => corrected[field] === undefined && !vouched.includes(field))
  const answered = accepted !== undefined || (words.assigned && isIdentity(issue.code))
  return {
    open: issue.fields.length > 0 ? left.length > 0 : !answered,
    left,
    vouched,
    accepted: accepted ?? null,
    changed: issue.fields.filter((field) => wasRead(field) && !isSame(field)),
  }
}

/** What follows for a report from how its issues stand. */
export interface Standings {
  /** Issues that a person should still look at. */
  readonly open: readonly Issue[]
  /** Cells found right by a person wherever an issue names them, and not corrected. */
  readonly vouched: ReadonlySet<FieldId>
}

export function standingsOf(issues: readonly Issue[], input: StandingInput): Standings {
  const standings = issues.map((issue) => standingOf(issue, input))
  const vouched = vouchedFields(standings).filter((field) => input.corrected[field] === undefined)
  return { open: issues.filter((_, index) => standings[index]?.open), vouched: new Set(vouched) }
}

/** Cells found right by a person wherever an issue names them. */
export function vouchedFields(standings: readonly Pick<Standing, 'vouched' | 'left'>[]): FieldId[] {
  const left = new Set(standings.flatMap((standing) => standing.left))
  return [...new Set(standings.flatMap((standing) => standing.vouched))].filter((field) => !left.has(field))
}
