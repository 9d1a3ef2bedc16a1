/** What no text that is kept may hold: controls but tab and line feed, halves of characters, and the two that XML forbids besides. */
const UNFIT = /[^\P{Cc}\t\n]|[\ufffe\uffff\p{Cs}]/gu

/** A text from a file or the database, cut at `longest` and rid of what no document can hold; `null` where it is none. */
export function readText(value: unknown, longest: number): string | null {
  return typeof value === 'string' ? value.slice(0, longest).replace(UNFIT, '') : null
}

/** The same in one line. */
export function readLine(value: unknown, longest: number): string | null {
  const text = readText(typeof value === 'string' ? value.slice(0, 2 * longest).replace(/\s+/gu, ' ') : value, longest)
  return text === null ? null : text.trim()
}

/** A list's readable entries, no more than `most`; nothing where it is no list. */
export function readList<T>(value: unknown, most: number, read: (entry: unknown) => T | null): T[] {
  if (!Array.isArray(value)) return []
  return (value as unknown[]).slice(0, most).flatMap((entry) => {
    const own = read(entry)
    return own === null ? [] : [own]
  })
}

/** The properties of an object; none where it is no object. */
export function readRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {}
}

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/u

/** An ISO date-time in UTC; `null` where it is none. */
export function readTime(value: unknown): string | null {
  return typeof value === 'string' && ISO_TIME.test(value) && !Number.isNaN(Date.parse(value)) ? value : null
}

/** For what has no date that can be read. */
export const NO_TIME = '1970-01-01T00:00:00.000Z'

/** An id as this program makes them; `null` for any other, which could stand for something else than an id. */
export function readId(value: unknown, longest: number): string | null {
  return typeof value === 'string' && value.length <= longest && /^[\w.:-]+$/u.test(value) ? value : null
}
