import { checkReport } from '../check/check'
import { checkInputOf } from '../check/input'
import { findingText } from '../check/rules/rules'
import { fileErrorText } from '../report/errors'
import type { Finding } from '../report/finding'
import { placeText } from '../report/place'
import { neededPaths, readOptions } from './options'
import { say, writeLine } from './output'
import { Tally, readAll } from './reading'
import { readRegister } from './registerFile'
import { EXIT } from './usage'

/** `gouji check PATH…`: one JSON finding a line; unreadable files are named on standard error. */
export async function checkCommand(args: readonly string[]): Promise<number> {
  const options = readOptions(args, ['register'])
  const paths = neededPaths(options)
  const register = await readRegister(options.given['register'])
  const tally = new Tally()
  const found = { error: 0, warning: 0, info: 0 }
  for await (const result of readAll(paths, tally)) {
    if (!result.ok) {
      say(`${result.error.file}: ${fileErrorText(result.error, 'zh')}`)
      continue
    }
    const report = result.value
    const agency =
      report.agency === null ? undefined : register.find(report.agency, { year: report.year, path: report.source.file })
    for (const finding of checkReport(checkInputOf({ ...report, agency: agency?.name ?? report.agency }))) {
      found[finding.severity]++
      await writeLine(findingJson(finding))
    }
  }
  register.sayLacking()
  say(tally.toString())
  say(
    `错误 ${found.error}，提醒 ${found.warning}，提示 ${found.info}。 / Errors: ${found.error}; warnings: ${found.warning}; information: ${found.info}.`,
  )
  return tally.errors > 0 || found.error > 0 ? EXIT.found : EXIT.done
}

/** A finding as CONTRACT.md writes it, keys in order. */
function findingJson(finding: Finding): unknown {
  const { rule, severity, agency, year, fields, formula, difference } = finding
  return {
    rule,
    severity,
    agency,
    year,
    fields,
    cells: finding.cells.map(({ file, part, year: of, field, value, place }) => ({
      file,
      ...(part === undefined ? {} : { part }),
      year: of,
      field,
      value,
      at: placeText(place),
    })),
    formula,
    ...(difference === undefined ? {} : { difference }),
    message: findingText(finding, 'zh'),
  }
}
