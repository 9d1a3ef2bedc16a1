import { Checker } from '../check/checker'
import { RULES } from '../check/rules/rules'
import { findingsXlsx } from '../exports/findingsXlsx'
import { fileErrorText } from '../report/errors'
import { Filing } from './filing'
import { findingJson } from './findingJson'
import { neededPaths, readOptions } from './options'
import { say, writeLine } from './output'
import { Tally, readAll } from './reading'
import { readRegister } from './registerFile'
import { readSettings } from './settingsFile'
import { EXIT, UsageError } from './usage'
import { writePieces } from './writePieces'

/** `gouji check PATH…`: all rules over all reports together, one JSON finding a line; unreadable files are named on standard error. */
export async function checkCommand(args: readonly string[]): Promise<number> {
  const options = readOptions(args, ['register', 'settings', 'out'])
  const paths = neededPaths(options)
  const out = options.given['out']
  if (out !== undefined && !/\.xlsx$/iu.test(out))
    throw new UsageError('--out 的扩展名应为 .xlsx', '--out must end in .xlsx')
  const register = await readRegister(options.given['register'])
  const settings = readSettings(options.given['settings'], register)
  const tally = new Tally()
  const filing = new Filing(register)
  for await (const result of readAll(paths, tally)) {
    if (result.ok) filing.add(result.value)
    else say(`${result.error.file}: ${fileErrorText(result.error, 'zh')}`)
  }
  const checker = new Checker()
  checker.setAgencies([...register.all()])
  checker.setSettings(settings.check)
  checker.setMembers(settings.members)
  for (const filed of filing.filed()) checker.put(filed)
  const findings = checker.findings().map(({ finding }) => finding)
  const count = { error: 0, warning: 0, info: 0 }
  for (const finding of findings) {
    count[finding.severity]++
    await writeLine(findingJson(finding))
  }
  const written =
    out === undefined ||
    (await writePieces(out, [await findingsXlsx(findings, { language: 'zh', created: new Date().toISOString() })]))
  if (options.given['register'] === undefined) sayLackingRegister()
  register.sayLacking()
  sayDoubles(filing)
  say(tally.toString())
  say(
    `错误 ${count.error}，提醒 ${count.warning}，提示 ${count.info}。 / Errors: ${count.error}; warnings: ${count.warning}; information: ${count.info}.`,
  )
  return tally.errors > 0 || count.error > 0 || !written ? EXIT.found : EXIT.done
}

function sayLackingRegister(): void {
  const rules = RULES.filter(({ needsRegister }) => needsRegister)
  const named = rules.map(({ id, title }) => `${id}（${title.zh}）`).join('、')
  say(
    `没有给登记表（--register），这些规则没有核对：${named} / Without a register (--register) these rules were not checked: ${rules.map(({ id }) => id).join(', ')}.`,
  )
}

function sayDoubles(filing: Filing): void {
  for (const { agency, year, files } of filing.doubles())
    say(
      `${agency} ${year} 年有 ${files.length} 份年报，跨年、跨机关的规则只用公布最晚的一份：${files.join('、')} / ${agency} has ${files.length} reports for ${year}; rules across years and agencies go by the one published last.`,
    )
}
