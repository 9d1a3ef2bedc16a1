import { extname } from 'node:path'
import type { DatasetOptions, DatasetReport } from '../exports/dataset'
import { datasetCsv } from '../exports/datasetCsv'
import { datasetJson } from '../exports/datasetJson'
import { datasetXlsx } from '../exports/datasetXlsx'
import { fileErrorText } from '../report/errors'
import { datasetReportOf } from './datasetReport'
import { neededOption, neededPaths, readOptions } from './options'
import { say } from './output'
import { Tally, readAll } from './reading'
import type { Register } from './register'
import { readRegister } from './registerFile'
import { EXIT, UsageError } from './usage'
import { writePieces } from './writePieces'
import type { Pieces } from './writePieces'

type Format = (reports: AsyncIterable<DatasetReport>, options: DatasetOptions) => Pieces

/** Writers by extension. CSV and JSON are written report by report; a workbook is held in memory whole. */
const FORMATS: Readonly<Record<string, Format>> = {
  '.csv': datasetCsv,
  '.json': datasetJson,
  '.xlsx': wholeXlsx,
}

/** `gouji export PATH… --out FILE`: the data set as xlsx, csv or json. */
export async function exportCommand(args: readonly string[]): Promise<number> {
  const options = readOptions(args, ['out', 'register', 'language'])
  const paths = neededPaths(options)
  const out = neededOption(options, 'out')
  const format = FORMATS[extname(out).toLowerCase()]
  if (!format) throw new UsageError(`--out 的扩展名应为 .xlsx、.csv 或 .json`, `--out must end in .xlsx, .csv or .json`)
  const language = options.given['language'] ?? 'zh'
  if (language !== 'zh' && language !== 'en')
    throw new UsageError('--language 应为 zh 或 en', '--language must be zh or en')
  const register = await readRegister(options.given['register'])

  const tally = new Tally()
  const reports = readReports(paths, register, language, tally)
  const first = await reports.next()
  if (first.done === true) {
    say(`${tally.toString()} 未写出文件。 / No file was written.`)
    return EXIT.found
  }
  const agencies = [...register.all()]
  const created = new Date().toISOString()
  const all = chain(first.value, reports)
  const written = await writePieces(
    out,
    format(all, { language, example: false, created, ...(agencies.length > 0 && { agencies }) }),
  )
  register.sayLacking()
  say(tally.toString())
  return written && tally.errors === 0 ? EXIT.done : EXIT.found
}

async function* readReports(
  paths: readonly string[],
  register: Register,
  language: DatasetOptions['language'],
  tally: Tally,
): AsyncGenerator<DatasetReport, void, undefined> {
  for await (const result of readAll(paths, tally)) {
    if (result.ok) yield datasetReportOf(result.value, register, language)
    else say(`${result.error.file}: ${fileErrorText(result.error, 'zh')}`)
  }
}

async function* chain(
  first: DatasetReport,
  rest: AsyncIterable<DatasetReport>,
): AsyncGenerator<DatasetReport, void, undefined> {
  yield first
  yield* rest
}

async function* wholeXlsx(
  reports: AsyncIterable<DatasetReport>,
  options: DatasetOptions,
): AsyncGenerator<Uint8Array, void, undefined> {
  const all: DatasetReport[] = []
  for await (const report of reports) all.push(report)
  yield await datasetXlsx(all, options)
}
