import { readFileSync } from 'node:fs'
import { AGENCY_KINDS, LEVELS, SCOPES } from '../register/agency'
import type { Agency } from '../register/agency'
import { proposeAgency } from '../register/propose'
import { Register } from './register'
import { UsageError } from './usage'

/** Reads `--register FILE`: a JSON array of agencies. Each needs `id` and `name`; what else it lacks is proposed from the name. */
export function readRegister(file: string | undefined): Register {
  return new Register(file === undefined ? [] : agenciesIn(file))
}

function agenciesIn(file: string): Agency[] {
  const parsed = readJson(file)
  if (!Array.isArray(parsed))
    throw new UsageError(`登记表 ${file} 应为 JSON 数组`, `the register ${file} is not a JSON array`)
  const agencies = parsed.map((entry: unknown, index) => agencyOf(entry, file, index))
  const seen = new Set<string>()
  const twice = agencies.map(({ id }) => id).find((id) => seen.size === seen.add(id).size)
  if (twice !== undefined)
    throw new UsageError(
      `登记表 ${file} 中 id ${twice} 不止一次`,
      `the register ${file} has the id ${twice} more than once`,
    )
  return agencies
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/u, ''))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(`登记表 ${file} 读不出`, `the register ${file} cannot be read: ${reason}`)
  }
}

function agencyOf(entry: unknown, file: string, index: number): Agency {
  const wrong = (field: string): UsageError =>
    new UsageError(
      `登记表 ${file} 第 ${index + 1} 项的 ${field} 有误`,
      `entry ${index + 1} of the register ${file}: ${field} is wrong`,
    )
  if (typeof entry !== 'object' || entry === null) throw wrong('entry')
  const given = entry as Readonly<Record<string, unknown>>
  const text = (field: string): string => {
    const value = given[field]
    if (typeof value !== 'string' || value === '') throw wrong(field)
    return value
  }
  const oneOf = <T extends string>(field: string, allowed: readonly T[], proposed: T): T => {
    const value = given[field]
    if (value === undefined) return proposed
    const known = allowed.find((option) => option === value)
    if (known === undefined) throw wrong(field)
    return known
  }
  const optional = <T>(field: string, isRight: (value: unknown) => value is T, proposed: T): T => {
    const value = given[field]
    if (value === undefined) return proposed
    if (!isRight(value)) throw wrong(field)
    return value
  }
  const name = text('name')
  const proposed = proposeAgency(name)
  const from = optional('from', isYear, undefined)
  const to = optional('to', isYear, undefined)
  return {
    id: text('id'),
    name,
    aliases: optional('aliases', isTexts, proposed.aliases),
    kind: oneOf('kind', AGENCY_KINDS, proposed.kind),
    level: oneOf('level', LEVELS, proposed.level),
    region: optional('region', isText, proposed.region),
    system: optional('system', isTextOrNull, proposed.system),
    parent: optional('parent', isTextOrNull, proposed.parent),
    scope: oneOf('scope', SCOPES, proposed.scope),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    edited: [],
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value)
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText)
const isYear = (value: unknown): value is number | undefined => Number.isInteger(value)
