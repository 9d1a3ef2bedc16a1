import { readLine, readRecord, readTime } from '../analysis/readText'
import type { Fingerprint } from './fingerprint'

/** What a shared file says of itself: the data's name, whose they are, and their fingerprint. */
export interface ShareLabel {
  readonly name: string
  /** Who shares them; `''` where nobody is named. */
  readonly by: string
  readonly fingerprint: Fingerprint
  /** Whether only some agencies or years of the data are in it. */
  readonly part: boolean
}

/** A shared file that is open beside one's own data. */
export interface OpenedShare extends ShareLabel {
  /** ISO date-time. */
  readonly made: string
  /** Made of the fictional city. */
  readonly example: boolean
}

/** The setting under which a database of shared data keeps what the file said of itself. */
export const SHARE_SETTING = 'share'
const SHARE_LIMITS = { name: 80, by: 40 } as const

/** The label of a file, which may come from anywhere; `null` where it is none. */
export function readShareLabel(value: unknown): ShareLabel | null {
  const { name, by, fingerprint, part } = readRecord(value)
  const own = readLine(name, SHARE_LIMITS.name)
  const { text, at } = readRecord(fingerprint)
  const time = readTime(at)
  if (own === null || typeof text !== 'string' || !/^[0-9A-HJKMNP-TV-Z]{8}$/u.test(text) || time === null) return null
  return { name: own, by: readLine(by, SHARE_LIMITS.by) ?? '', fingerprint: { text, at: time }, part: part !== false }
}

/** What is stored of a shared file; `null` where it is none. */
export function readOpenedShare(value: unknown): OpenedShare | null {
  const label = readShareLabel(value)
  const { made, example } = readRecord(value)
  const time = readTime(made)
  return label && time !== null ? { ...label, made: time, example: example !== false } : null
}
