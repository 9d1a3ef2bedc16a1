import { readId, readLine, readList, readRecord } from '../../analysis/readText'
import { AGENCY_KINDS, LEVELS, SCOPES } from '../../register/agency'
import type { Agency, FormerName } from '../../register/agency'
import { nameKey } from '../../register/names'
import { systemLabel } from '../../register/systems'
import { readWhole } from './foreignCells'

const LONGEST_NAME = 200
const MOST_NAMES = 200
const LONGEST_ID = 100
const FIRST_YEAR = 1949
const FIELDS: readonly (keyof Agency)[] = [
  'name',
  'aliases',
  'formerNames',
  'kind',
  'level',
  'region',
  'regionCode',
  'system',
  'parent',
  'scope',
  'from',
  'to',
  'successor',
]

/** An agency of somebody's register; `null` where it is none. Its id and those that it refers to are the file's: what they are here is decided by names. */
export function readForeignAgency(value: unknown): Agency | null {
  const row = readRecord(value)
  const [id, name] = [readRef(row['id']), readLine(row['name'], LONGEST_NAME)]
  const kind = AGENCY_KINDS.find((one) => one === row['kind'])
  const level = LEVELS.find((one) => one === row['level'])
  const scope = SCOPES.find((one) => one === row['scope'])
  if (id === null || name === null || nameKey(name) === '' || !kind || !level || !scope) return null
  const { regionCode, system } = row
  const [from, to, successor] = [
    readWhole(row['from'], FIRST_YEAR),
    readWhole(row['to'], FIRST_YEAR),
    readRef(row['successor']),
  ]
  const former = readList(row['formerNames'], MOST_NAMES, readFormer)
  const formerIds = readList(row['formerIds'], MOST_NAMES, readRef)
  return {
    id,
    name,
    aliases: readList(row['aliases'], MOST_NAMES, readName),
    ...(former.length > 0 && { formerNames: former }),
    ...(formerIds.length > 0 && { formerIds }),
    kind,
    level,
    region: readLine(row['region'], LONGEST_NAME) ?? '',
    ...(typeof regionCode === 'string' && /^\d{6}$/u.test(regionCode) && { regionCode }),
    system: typeof system === 'string' && systemLabel(system) ? system : null,
    parent: readRef(row['parent']),
    scope,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(successor !== null && { successor }),
    edited: readList(row['edited'], FIELDS.length, (one) => FIELDS.find((field) => field === one) ?? null),
  }
}

const readRef = (value: unknown): string | null => readId(value, LONGEST_ID)

function readName(value: unknown): string | null {
  const name = readLine(value, LONGEST_NAME)
  return name === null || nameKey(name) === '' ? null : name
}

function readFormer(value: unknown): FormerName | null {
  const { name, until } = readRecord(value)
  const [own, last] = [readName(name), readWhole(until, FIRST_YEAR)]
  return own === null ? null : { name: own, ...(last !== undefined && { until: last }) }
}
