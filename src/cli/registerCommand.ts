import { writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import { registerCsv, registerXlsx } from '../exports/registerFile'
import type { Agency } from '../register/agency'
import { placedName } from '../register/folderNames'
import { AgencyNames } from '../register/match'
import { agencyId } from '../register/names'
import { proposeAgency, proposeParent } from '../register/propose'
import { fileErrorText } from '../report/errors'
import type { Report } from '../report/report'
import { neededOption, neededPaths, readOptions } from './options'
import { say } from './output'
import { Tally, readAll } from './reading'
import type { Register } from './register'
import { readRegister } from './registerFile'
import { EXIT, UsageError } from './usage'

/** `gouji register PATH… --out FILE`: the agencies of the reports as a table, everything proposed by name, to be put right in a spreadsheet program. */
export async function registerCommand(args: readonly string[]): Promise<number> {
  const options = readOptions(args, ['out', 'register'])
  const paths = neededPaths(options)
  const out = neededOption(options, 'out')
  const extension = extname(out).toLowerCase()
  if (extension !== '.xlsx' && extension !== '.csv')
    throw new UsageError('--out 的扩展名应为 .xlsx 或 .csv', '--out must end in .xlsx or .csv')
  const register = await readRegister(options.given['register'])
  const tally = new Tally()
  const found = new FoundAgencies(register)
  for await (const result of readAll(paths, tally)) {
    if (result.ok) found.add(result.value)
    else say(`${result.error.file}: ${fileErrorText(result.error, 'zh')}`)
  }
  const agencies = found.withParents()
  const written = await write(out, agencies, extension === '.csv')
  say(tally.toString())
  say(`登记表写出机关 ${agencies.length} 个。 / Agencies in the register: ${agencies.length}.`)
  return written && tally.errors === 0 ? EXIT.done : EXIT.found
}

/** The agencies of a register and of the reports, those of the reports as their names propose them. */
class FoundAgencies {
  readonly #register: Register
  readonly #names: AgencyNames
  readonly #agencies: Agency[]

  constructor(register: Register) {
    this.#register = register
    this.#agencies = [...register.all()]
    this.#names = new AgencyNames(this.#agencies, register.regions)
  }

  add({ agency: name, year, source }: Report): void {
    if (name === null) return
    const context = { year, path: source.file }
    if (this.#names.match(name, context).kind === 'certain') return
    const called = placedName(name, source.file, this.#register.regions) ?? name
    const id = agencyId(called)
    if (this.#agencies.some((agency) => agency.id === id)) return
    const agency: Agency = { ...proposeAgency(called, this.#register.regions), id, edited: [] }
    this.#agencies.push(agency)
    this.#names.put(agency)
  }

  /** Those of the register as they are, the others with a parent where one is proposed. */
  withParents(): Agency[] {
    const given = new Set([...this.#register.all()].map(({ id }) => id))
    return this.#agencies.map((agency) =>
      agency.parent === null && !given.has(agency.id)
        ? { ...agency, parent: proposeParent(agency, this.#agencies, this.#register.regions) }
        : agency,
    )
  }
}

async function write(out: string, agencies: readonly Agency[], csv: boolean): Promise<boolean> {
  const bytes = csv
    ? registerCsv(agencies, 'zh')
    : await registerXlsx(agencies, { language: 'zh', created: new Date().toISOString() })
  try {
    writeFileSync(out, bytes)
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    say(`${out} 写不出：${error.message} / ${out} cannot be written.`)
    return false
  }
}
