import { readFileSync } from 'node:fs'
import { readRegisterFile, REGISTER_FILE_FAULTS } from '../exports/registerFile'
import { decodeText } from '../readers/encoding'
import { AGENCY_KINDS, LEVELS, SCOPES } from '../register/agency'
import type { Agency, FormerName } from '../register/agency'
import { loadRegions } from '../register/loadRegions'
import { proposeAgency } from '../register/propose'
import type { Regions } from '../register/regions'
import { planRegister } from '../register/table/plan'
import { problemPlace, problemText } from '../register/table/problems'
import { say } from './output'
import { Register } from './register'
import { UsageError } from './usage'

/**
 * Reads `--register FILE`. A JSON array of agencies: each needs `id` and `name`, what else it lacks is proposed from the name. Or a table, xlsx or CSV: its
 * bad rows are named on standard error and left out.
 */
export async function readRegister(file: string | undefined): Promise<Register> {
  const regions = await loadRegions()
  if (file === undefined) return new Register([], regions)
  const isTable = /\.(?:xlsx|csv)$/iu.test(file) || isDataset(file)
  return new Register(isTable ? await agenciesOfTable(file, regions) : agenciesOfJson(file, regions), regions)
}

/** A data set's JSON has its agencies in an object, a register is an array. */
function isDataset(file: string): boolean {
  return /\.json$/iu.test(file) && /^\s*\{/u.test(decodeText(bytesOf(file)).text)
}

async function agenciesOfTable(file: string, regions: Regions): Promise<Agency[]> {
  const read = await readRegisterFile(bytesOf(file), (bytes) => decodeText(bytes).text)
  if (!read.ok) {
    const { zh, en } = REGISTER_FILE_FAULTS[read.error]
    throw new UsageError(`登记表 ${file}：${zh}`, `the register ${file}: ${en}`)
  }
  const { added, refused, ignored } = planRegister(read.value, [], { regions, language: 'zh' })
  for (const problem of refused)
    say(
      `登记表 ${file} ${problemPlace(problem, 'zh')}：${problemText(problem, 'zh')} / The register ${file}, ${problemPlace(problem, 'en')}: ${problemText(problem, 'en')}.`,
    )
  if (ignored.length > 0)
    say(
      `登记表 ${file} 里没有用到的列：${ignored.join('、')} / Columns of the register that were not read: ${ignored.join(', ')}.`,
    )
  if (added.length === 0)
    throw new UsageError(`登记表 ${file} 里没有可用的机关`, `the register ${file} has no agency that can be used`)
  return added.map(({ agency }) => agency)
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    throw unreadable(file, error)
  }
}

function unreadable(file: string, error: unknown): UsageError {
  const reason = error instanceof Error ? error.message : String(error)
  return new UsageError(`登记表 ${file} 读不出`, `the register ${file} cannot be read: ${reason}`)
}

function agenciesOfJson(file: string, regions: Regions): Agency[] {
  const parsed = readJson(file)
  if (!Array.isArray(parsed))
    throw new UsageError(`登记表 ${file} 应为 JSON 数组`, `the register ${file} is not a JSON array`)
  const agencies = parsed.map((entry: unknown, index) => agencyOf(entry, file, index, regions))
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
    throw unreadable(file, error)
  }
}

function agencyOf(entry: unknown, file: string, index: number, regions: Regions): Agency {
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
  const proposed = proposeAgency(name, regions)
  const from = optional('from', isYear, undefined)
  const to = optional('to', isYear, undefined)
  const formerNames = optional('formerNames', isFormerNames, undefined)
  const regionCode = optional('regionCode', isCode, given['region'] === undefined ? proposed.regionCode : undefined)
  const successor = optional('successor', isText, undefined)
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
    ...(formerNames && { formerNames }),
    ...(regionCode !== undefined && { regionCode }),
    ...(successor !== undefined && { successor }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    edited: [],
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value)
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText)
const isCode = (value: unknown): value is string | undefined => isText(value) && /^\d{6}$/u.test(value)
const isFormerNames = (value: unknown): value is readonly FormerName[] =>
  Array.isArray(value) &&
  value.every((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return false
    const { name, until } = entry as Readonly<Record<string, unknown>>
    return isText(name) && name !== '' && (until === undefined || isYear(until))
  })
const isYear = (value: unknown): value is number | undefined => Number.isInteger(value)
