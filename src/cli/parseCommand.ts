import { reportJson } from '../exports/reportJson'
import { fileErrorText } from '../report/errors'
import type { FileError } from '../report/report'
import { neededPaths, readOptions } from './options'
import { say, writeLine } from './output'
import { Tally, readAll } from './reading'
import { EXIT } from './usage'

/** `gouji parse PATH…`: one JSON object a line for each report, and for each file that gave none. */
export async function parseCommand(args: readonly string[]): Promise<number> {
  const paths = neededPaths(readOptions(args, []))
  const tally = new Tally()
  for await (const result of readAll(paths, tally))
    await writeLine(result.ok ? reportJson(result.value) : errorJson(result.error))
  say(tally.toString())
  return tally.errors > 0 ? EXIT.found : EXIT.done
}

function errorJson(error: FileError): unknown {
  return { file: error.file, error: { code: error.code, message: fileErrorText(error, 'zh') } }
}
