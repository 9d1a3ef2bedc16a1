import type { Label } from '../../form/version'
import { AGENCY_KINDS, LEVELS, SCOPES } from '../agency'
import type { Agency, FormerName } from '../agency'
import { KIND_LABELS, LEVEL_LABELS, SCOPE_LABELS } from '../labels'
import { SYSTEMS } from '../systems'
import type { ColumnId } from './columns'
import type { RowProblem } from './problems'

/** Fields that a row says by itself, without the other rows. */
export type OwnFields = {
  -readonly [Field in Exclude<ColumnId, 'id' | 'parent' | 'successor'>]?: Agency[Field] | undefined
}

type Problem = Omit<RowProblem, 'row' | 'column'>
type Read<T> = { readonly value: T } | { readonly problem: Problem }

const FIRST_YEAR = 1949
const LAST_YEAR = 2100
const LONGEST_NAME = 100
const LONGEST_LIST = 2000

/** Reads a cell into `fields`; gives what is wrong with it, or null. A field that the cell empties is there as undefined. */
export function readCell(column: keyof OwnFields, text: string, fields: OwnFields): Problem | null {
  switch (column) {
    case 'name':
      if (text === '') return { code: 'no-name', value: text }
      return take(shortText(text, LONGEST_NAME), (name) => (fields.name = name))
    case 'aliases':
      return take(shortText(text, LONGEST_LIST), (list) => (fields.aliases = namesIn(list)))
    case 'formerNames':
      return take(readFormerNames(text), (names) => (fields.formerNames = names.length === 0 ? undefined : names))
    case 'kind':
      return take(oneOf(text, AGENCY_KINDS, KIND_LABELS), (kind) => (fields.kind = kind))
    case 'level':
      return take(oneOf(text, LEVELS, LEVEL_LABELS), (level) => (fields.level = level))
    case 'scope':
      return take(oneOf(text, SCOPES, SCOPE_LABELS), (scope) => (fields.scope = scope))
    case 'system':
      if (text === '') fields.system = null
      else return take(oneOf(text, SYSTEM_IDS, SYSTEM_LABELS), (system) => (fields.system = system))
      return null
    case 'region':
      return take(shortText(text, LONGEST_NAME), (region) => (fields.region = region))
    case 'regionCode':
      if (text !== '' && !/^\d{6}$/u.test(text)) return { code: 'not-a-code', value: text }
      fields.regionCode = text === '' ? undefined : text
      return null
    case 'from':
    case 'to':
      return take(readYear(text), (year) => (fields[column] = year))
  }
}

function take<T>(read: Read<T>, put: (value: T) => void): Problem | null {
  if ('problem' in read) return read.problem
  put(read.value)
  return null
}

const SYSTEM_IDS = SYSTEMS.map(({ id }) => id)
const SYSTEM_LABELS: Readonly<Record<string, Label>> = Object.fromEntries(
  SYSTEMS.map(({ id, zh, en }) => [id, { zh, en }]),
)

/** One of a fixed list, by its Chinese or English label or its id. */
function oneOf<T extends string>(text: string, ids: readonly T[], labels: Readonly<Record<string, Label>>): Read<T> {
  const wanted = text.toLowerCase()
  const found = ids.find((id) => {
    const label = labels[id]
    return id.toLowerCase() === wanted || label?.zh === text || label?.en.toLowerCase() === wanted
  })
  if (found !== undefined) return { value: found }
  return { problem: { code: 'not-allowed', value: text, allowed: Object.values(labels) } }
}

function readYear(text: string): Read<number | undefined> {
  if (text === '') return { value: undefined }
  const year = Number(/^(\d{4})年?$/u.exec(text)?.[1])
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return { value: year }
  return { problem: { code: 'not-a-year', value: text } }
}

function shortText(text: string, limit: number): Read<string> {
  if (text.length <= limit) return { value: text }
  return { problem: { code: 'too-long', value: text, other: String(limit) } }
}

/** Names in a cell, each once. */
function namesIn(text: string): string[] {
  const names = text.split(/[、，,;；\r\n]+/u).map((name) => name.trim())
  return [...new Set(names.filter((name) => name !== ''))]
}

/** As the table prints it, where anything but a year is a mistake; and as people write it, where brackets may belong to the name. */
const IN_OUR_BRACKETS = /^(.+?)\s*〔(.*)〕$/u
const YEAR_IN_BRACKETS = /^(.+?)\s*[[(（【](?:至|until)?\s*(\d{4}年?)[\])）】]$/u

/** `name〔until〕` or the bare name, several in a cell. */
function readFormerNames(text: string): Read<FormerName[]> {
  const list = shortText(text, LONGEST_LIST)
  if ('problem' in list) return list
  const names: FormerName[] = []
  for (const entry of namesIn(list.value)) {
    const [, name, note] = IN_OUR_BRACKETS.exec(entry) ?? YEAR_IN_BRACKETS.exec(entry) ?? []
    if (name === undefined || note === undefined) {
      names.push({ name: entry })
      continue
    }
    const until = readYear(note.trim())
    if ('problem' in until) return until
    names.push(until.value === undefined ? { name } : { name, until: until.value })
  }
  return { value: names }
}
