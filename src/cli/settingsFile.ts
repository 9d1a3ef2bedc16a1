import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { settingsOf } from '../check/settingChanges'
import { COMMON_FIELDS, THRESHOLD_FIELDS } from '../check/settingFields'
import type { SettingField } from '../check/settingFields'
import { DEFAULT_SETTINGS } from '../check/settings'
import type { CheckSettings } from '../check/settings'
import { NO_MEMBER_FACTS } from '../totals/memberFacts'
import type { ConfirmedMembers, MemberFacts } from '../totals/memberFacts'
import { say } from './output'
import type { Register } from './register'
import { UsageError } from './usage'

/** What people have set and said, besides the register. */
export interface GivenSettings {
  readonly check: CheckSettings
  readonly members: MemberFacts
}

/** The three entries of the file, whatever they hold. */
interface Entries {
  readonly check: unknown
  readonly nil: readonly unknown[]
  readonly confirmed: readonly unknown[]
}

/**
 * Reads `--settings FILE`: a backup of the app, of which its thresholds, deadlines, nil returns and confirmed member lists are taken, or a JSON object with
 * the same in `check`, `nil` and `confirmed`. What is not understood is named on standard error and left out.
 */
export function readSettings(file: string | undefined, register: Register): GivenSettings {
  if (file === undefined) return { check: DEFAULT_SETTINGS, members: NO_MEMBER_FACTS }
  const { check, nil, confirmed } = entriesOf(file)
  const settings = settingsOf(check)
  for (const path of unusedIn(check ?? {}, numbersOf(settings)))
    say(
      `设置 ${file} 里的 ${path} 不认识或超出范围，未照用 / Settings ${file}: ${path} is unknown or out of bounds, and was not taken as it is`,
    )
  const idOf = (name: unknown): string | null => agencyId(name, file, register)
  return {
    check: settings,
    members: {
      nil: nil.flatMap((row) => {
        const { agency, year } = recordOf(row)
        const id = idOf(agency)
        return id === null || typeof year !== 'number' ? [] : [{ agency: id, year }]
      }),
      confirmed: confirmed.flatMap((row) => confirmedOf(row, idOf)),
    },
  }
}

/** A confirmation counts whole or not at all: a list of which one member is unknown is another list. */
function confirmedOf(row: unknown, idOf: (name: unknown) => string | null): ConfirmedMembers[] {
  const { agency, year, members } = recordOf(row)
  const [over, ...ids] = [agency, ...listOf(members)].map(idOf)
  const known = ids.flatMap((id) => id ?? [])
  if (over === null || over === undefined || typeof year !== 'number' || known.length < ids.length) return []
  return [{ agency: over, year, members: known }]
}

/** An agency by its id or its name in the register. */
function agencyId(name: unknown, file: string, register: Register): string | null {
  const id = typeof name !== 'string' ? null : register.nameOf(name) !== undefined ? name : register.idOf(name)
  if (id === null)
    say(
      `设置 ${file} 里的机关“${String(name)}”登记表里没有，或不止一个可能是它，未照用 / Settings ${file}: the register has no agency “${String(name)}”, or several; it was left out`,
    )
  return id
}

function entriesOf(file: string): Entries {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch (error) {
    throw unreadable(file, error)
  }
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? entriesOfBackup(file, bytes) : entriesOfJson(file, bytes)
}

function entriesOfJson(file: string, bytes: Uint8Array): Entries {
  let read: unknown
  try {
    read = JSON.parse(strFromU8(bytes).replace(/^\uFEFF/u, ''))
  } catch (error) {
    throw unreadable(file, error)
  }
  if (Array.isArray(read) || typeof read !== 'object' || read === null)
    throw new UsageError(`设置 ${file} 应为 JSON 对象`, `the settings ${file} are not a JSON object`)
  const { check, nil, confirmed } = recordOf(read)
  return { check, nil: listOf(nil), confirmed: listOf(confirmed) }
}

/** Of a backup only the tables that are asked for are unpacked: it may hold gigabytes of originals. */
function entriesOfBackup(file: string, bytes: Uint8Array): Entries {
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name }) => /^(?:manifest\.json$|(?:settings|decisions)\/)/u.test(name),
    })
    const { product } = recordOf(JSON.parse(strFromU8(parts['manifest.json'] ?? new Uint8Array())))
    if (product !== 'gouji') throw new Error('not a backup of Gouji')
    const rows = (table: string): Readonly<Record<string, unknown>>[] =>
      Object.entries(parts)
        .filter(([name]) => name.startsWith(`${table}/`))
        .flatMap(([, part]) => strFromU8(part).split('\n'))
        .flatMap((line) => (line === '' ? [] : [recordOf(JSON.parse(line))]))
    const decisions = rows('decisions')
    return {
      check: rows('settings').find(({ key }) => key === 'check')?.['value'],
      nil: decisions.filter(({ kind }) => kind === 'nil'),
      confirmed: decisions.filter(({ kind }) => kind === 'members'),
    }
  } catch (error) {
    throw unreadable(file, error)
  }
}

/** Settings in the shape in which they are given, whole. */
function numbersOf({ thresholds, commonSentence, deadlines, localDeadlines }: CheckSettings): unknown {
  const numbers = <Of>(fields: readonly SettingField<Of>[], from: Of): Record<string, number> =>
    Object.fromEntries(fields.map(({ id, of }) => [id, of(from)]))
  return {
    thresholds: Object.fromEntries(
      Object.entries(thresholds).map(([ofClass, own]) => [ofClass, numbers(THRESHOLD_FIELDS, own)]),
    ),
    commonSentence: numbers(COMMON_FIELDS, commonSentence),
    deadlines,
    localDeadlines,
  }
}

/** Paths of what is given and did not come into the settings as it is. */
function unusedIn(given: unknown, taken: unknown, path = ''): string[] {
  if (typeof given !== 'object' || given === null) return given === taken ? [] : [path]
  return Object.entries(given).flatMap(([key, value]) =>
    unusedIn(value, recordOf(taken)[key], path === '' ? key : `${path}.${key}`),
  )
}

function unreadable(file: string, error: unknown): UsageError {
  const reason = error instanceof Error ? error.message : String(error)
  return new UsageError(`设置 ${file} 读不出`, `the settings ${file} cannot be read: ${reason}`)
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}
