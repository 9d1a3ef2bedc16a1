import { KEPT_LIMITS } from '../analysis/keptLimits'
import { readId } from '../analysis/readText'
import { changesOf, settingsOf } from '../check/settingChanges'
import { DEFAULT_SETTINGS } from '../check/settings'
import type { CheckSettings } from '../check/settings'
import type { Result } from '../report/report'
import { write } from './db'
import type { Store } from './db'
import type { StoreError } from './storeError'

/** What a person may set for a database. */
export interface Settings {
  /** Keep a copy of every imported file, so that its numbers can be looked up in it. */
  readonly keepOriginals: boolean
  /** The fictional city is here whole: a load that was broken off is done again. */
  readonly cityLoaded: boolean
  /** Deadlines, and from where on a difference is worth a look. */
  readonly check: CheckSettings
  /** The first paragraphs of letters (整改通知), with their places to fill in; `''` for those that ship. */
  readonly letterPreamble: string
  /** Who signs letters. */
  readonly letterSender: string
  /** Id of the saved view that the program opens with; `''` for none. */
  readonly startView: string
}

/** A setting: what holds until a person sets it, and how it is stored. */
interface Setting<T> {
  readonly initial: T
  /** What is stored for a value; undefined where it is the value itself. */
  readonly written?: (value: T) => unknown
  /** The value of what is stored, which may come from a file; undefined for what is none. */
  readonly read: (stored: unknown) => T | undefined
}

const LONGEST_TEXT = 20_000
const flag = (initial: boolean): Setting<boolean> => ({
  initial,
  read: (stored) => (typeof stored === 'boolean' ? stored : undefined),
})
const text: Setting<string> = {
  initial: '',
  read: (stored) => (typeof stored === 'string' ? stored.slice(0, LONGEST_TEXT) : undefined),
}

const SETTINGS: { readonly [K in keyof Settings]: Setting<Settings[K]> } = {
  keepOriginals: flag(true),
  cityLoaded: flag(false),
  check: { initial: DEFAULT_SETTINGS, written: changesOf, read: settingsOf },
  letterPreamble: text,
  letterSender: text,
  startView: { initial: '', read: (stored) => readId(stored, KEPT_LIMITS.id) ?? undefined },
}

/** What holds where nothing is set. */
export const INITIAL_SETTINGS: Settings = settingsFrom(new Map())

/** All settings, the stored ones over the defaults. */
export async function readSettings(store: Store): Promise<Settings> {
  const rows = await store.db.settings.toArray()
  return settingsFrom(new Map(rows.map(({ key, value }) => [key, value])))
}

export async function writeSetting<K extends keyof Settings>(
  store: Store,
  key: K,
  value: Settings[K],
): Promise<Result<null, StoreError>> {
  const { settings } = store.db
  const { written } = SETTINGS[key]
  return write(store, [settings], async () => {
    await settings.put({ key, value: written ? written(value) : value })
    return null
  })
}

function settingsFrom(stored: ReadonlyMap<string, unknown>): Settings {
  const value = <K extends keyof Settings>(key: K): Settings[K] =>
    SETTINGS[key].read(stored.get(key)) ?? SETTINGS[key].initial
  return {
    keepOriginals: value('keepOriginals'),
    cityLoaded: value('cityLoaded'),
    check: value('check'),
    letterPreamble: value('letterPreamble'),
    letterSender: value('letterSender'),
    startView: value('startView'),
  }
}
