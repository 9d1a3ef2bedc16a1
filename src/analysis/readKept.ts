import type { Mark } from '../charts/places'
import type { PointNote, SavedView } from './kept'
import { KEPT_LIMITS } from './keptLimits'
import type { FigureQuestion, QuestionQuery } from './question'
import { NO_TIME, readId, readLine, readRecord, readText, readTime } from './readText'

/** Agencies' ids are made from names: any text without white space, but no longer than these. */
const LONGEST_AGENCY = 200
const FIRST_YEAR = 2000
const LAST_YEAR = 2099

/** A question's parameters from a file or the database: texts by name, whatever else there is left out. */
export function readQuery(value: unknown): QuestionQuery {
  const entries = Object.entries(readRecord(value)).flatMap(([name, text]) =>
    /^[A-Za-z]\w*$/u.test(name) &&
    name.length <= KEPT_LIMITS.word &&
    typeof text === 'string' &&
    text.length <= KEPT_LIMITS.param
      ? [[name, readText(text, KEPT_LIMITS.param) ?? ''] as const]
      : [],
  )
  return Object.fromEntries(entries.slice(0, KEPT_LIMITS.params))
}

/** A figure's question. One of a kind that nobody knows is kept: a newer copy of the program may know it. `null` where it names no kind, and where a parameter is too long: without its filter it would ask for something else. */
export function readQuestion(value: unknown): FigureQuestion | null {
  const { kind, query } = readRecord(value)
  const own = readId(kind, KEPT_LIMITS.word)
  const isCut = Object.values(readRecord(query)).some(isLong)
  return own === null || isCut ? null : { kind: own, query: readQuery(query) }
}

/** A page, or a page and which of them (`question/outcomes`); `null` where it is neither. */
function readPage(page: unknown): string | null {
  const words = typeof page === 'string' ? page.split('/') : []
  const isPage = words.length <= 2 && words.every((word) => readId(word, KEPT_LIMITS.word) !== null)
  return typeof page === 'string' && isPage ? page : null
}

/** A saved view; `null` where there is none to open. */
export function readView(value: unknown): SavedView | null {
  const { id, name, page, query, made } = readRecord(value)
  const [ownId, ownName, ownPage] = [readId(id, KEPT_LIMITS.id), readLine(name, KEPT_LIMITS.name), readPage(page)]
  if (ownId === null || ownName === null || ownName === '' || ownPage === null) return null
  return { id: ownId, name: ownName, page: ownPage, query: readQuery(query), made: readTime(made) ?? NO_TIME }
}

/** What a note stands on: whatever can be read of agency, year and part. */
function readMark(value: unknown): Mark {
  const { agency, year, part } = readRecord(value)
  const [ownAgency, ownPart] = [readLine(agency, LONGEST_AGENCY), readLine(part, KEPT_LIMITS.word)]
  return {
    ...(ownAgency !== null && ownAgency !== '' && { agency: ownAgency }),
    ...(isYear(year) && { year }),
    ...(ownPart !== null && ownPart !== '' && { part: ownPart }),
  }
}

/** A note; `null` where it says nothing. */
export function readNote(value: unknown): PointNote | null {
  const { id, mark, kind, of, text, by, at } = readRecord(value)
  const [ownId, ownKind] = [readId(id, KEPT_LIMITS.id), readId(kind, KEPT_LIMITS.word)]
  const ownText = readText(text, KEPT_LIMITS.text)?.trim() ?? ''
  // One that was for some figures must not come to stand on others.
  const isLoose = (kind !== undefined && ownKind === null) || (of !== undefined && (ownKind === null || !isWhole(of)))
  if (ownId === null || ownText === '' || isLoose) return null
  return {
    id: ownId,
    mark: readMark(mark),
    ...(ownKind !== null && { kind: ownKind }),
    ...(of !== undefined && { of: readQuery(of) }),
    text: ownText,
    by: readLine(by, KEPT_LIMITS.name) ?? '',
    at: readTime(at) ?? NO_TIME,
  }
}

const isLong = (text: unknown): boolean => typeof text === 'string' && text.length > KEPT_LIMITS.param

/** Whether all that a query holds is read: left out, a part of it would be asked of something else. */
function isWhole(value: unknown): boolean {
  const count = Object.keys(readRecord(value)).length
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(readQuery(value)).length === count
  )
}

function isYear(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= FIRST_YEAR && value <= LAST_YEAR
}
