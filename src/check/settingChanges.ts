import { AGENCY_CLASSES } from '../register/deadlines'
import type { AgencyClass, Deadline, LocalDeadline } from '../register/deadlines'
import { COMMON_FIELDS, THRESHOLD_FIELDS } from './settingFields'
import type { SettingField } from './settingFields'
import { DEFAULT_SETTINGS } from './settings'
import type { CheckSettings } from './settings'

/** What a person has set otherwise than the defaults, as it is stored: numbers by the ids of their fields. */
export interface SettingChanges {
  readonly thresholds: Readonly<Partial<Record<AgencyClass, Readonly<Record<string, number>>>>>
  readonly commonSentence: Readonly<Record<string, number>>
  readonly deadlines: Readonly<Partial<Record<AgencyClass, Deadline>>>
  readonly localDeadlines: readonly LocalDeadline[]
}

const LONGEST_SOURCE = 500
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Only what differs from the defaults, so that a default that is set anew some day holds for the rest. */
export function changesOf(settings: CheckSettings): SettingChanges {
  const { deadlines, localDeadlines, thresholds, commonSentence } = settings
  const perClass = <T>(of: (id: AgencyClass) => T | undefined): Partial<Record<AgencyClass, T>> => {
    const changed: Partial<Record<AgencyClass, T>> = {}
    for (const id of AGENCY_CLASSES) {
      const value = of(id)
      if (value !== undefined) changed[id] = value
    }
    return changed
  }
  return {
    thresholds: perClass((id) => {
      const changed = numbersApart(THRESHOLD_FIELDS, thresholds[id], DEFAULT_SETTINGS.thresholds[id])
      return Object.keys(changed).length > 0 ? changed : undefined
    }),
    commonSentence: numbersApart(COMMON_FIELDS, commonSentence, DEFAULT_SETTINGS.commonSentence),
    deadlines: perClass((id) => {
      const { day, source } = DEFAULT_SETTINGS.deadlines[id]
      return deadlines[id].day === day && deadlines[id].source === source ? undefined : deadlines[id]
    }),
    localDeadlines,
  }
}

/** The settings that stored changes make of the defaults. What is stored may come from a file: what is no such change, or out of bounds, counts as none. */
export function settingsOf(stored: unknown): CheckSettings {
  const { thresholds, commonSentence, deadlines, localDeadlines } = recordOf(stored)
  const ofClass = recordOf(thresholds)
  const dayOfClass = recordOf(deadlines)
  const perClass = <T>(of: (id: AgencyClass) => T): Record<AgencyClass, T> => ({
    departments: of('departments'),
    townships: of('townships'),
    governments: of('governments'),
  })
  return {
    thresholds: perClass((id) => withNumbers(THRESHOLD_FIELDS, DEFAULT_SETTINGS.thresholds[id], ofClass[id])),
    commonSentence: withNumbers(COMMON_FIELDS, DEFAULT_SETTINGS.commonSentence, commonSentence),
    deadlines: perClass((id) => deadlineOf(dayOfClass[id]) ?? DEFAULT_SETTINGS.deadlines[id]),
    localDeadlines: (Array.isArray(localDeadlines) ? localDeadlines : []).flatMap((one) => localOf(one) ?? []),
  }
}

/** Whether a text is a day of every year, `MM-DD`. */
function isDay(text: string): boolean {
  const [, month = '', day = ''] = /^(\d\d)-(\d\d)$/u.exec(text) ?? []
  return Number(day) >= 1 && Number(day) <= (DAYS_IN_MONTH[Number(month) - 1] ?? 0)
}

/** A number brought within the bounds of its field; `null` for what is none. */
export function withinBounds({ least, most }: Pick<SettingField<unknown>, 'least' | 'most'>, value: unknown) {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : null
}

function numbersApart<Of>(fields: readonly SettingField<Of>[], now: Of, initial: Of): Record<string, number> {
  return Object.fromEntries(fields.flatMap(({ id, of }) => (of(now) === of(initial) ? [] : [[id, of(now)] as const])))
}

function withNumbers<Of>(fields: readonly SettingField<Of>[], initial: Of, stored: unknown): Of {
  const numbers = recordOf(stored)
  return fields.reduce((all, field) => {
    const value = withinBounds(field, numbers[field.id])
    return value === null ? all : field.put(all, value)
  }, initial)
}

function deadlineOf(stored: unknown): Deadline | null {
  const { day, source } = recordOf(stored)
  if (typeof day !== 'string' || !isDay(day) || typeof source !== 'string') return null
  return { day, source: source.slice(0, LONGEST_SOURCE) }
}

function localOf(stored: unknown): LocalDeadline | null {
  const { region, of } = recordOf(stored)
  const known = AGENCY_CLASSES.find((id) => id === of)
  const deadline = deadlineOf(stored)
  if (!deadline || !known || typeof region !== 'string' || !/^\d{6}$/u.test(region)) return null
  return { ...deadline, region, of: known }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}
