import { writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import { registerCsv, registerXlsx } from '../exports/registerFile'
import type { Agency } from '../register/agency'
import { fileErrorText } from '../report/errors'
import { FoundAgencies } from './foundAgencies'
import { neededOption, neededPaths, readOptions } from './options'
import { say } from './output'
import { Tally, readAll } from './reading'
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
