import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DIRT, dirtOf } from '../sample/dirt'
import { SAMPLE_FORMATS } from '../sample/dirtKind'
import type { Dirt, SampleFormat } from '../sample/dirtKind'
import { sampleFiles } from '../sample/sampleFiles'
import type { SampleFile, SampleOptions } from '../sample/sampleFiles'
import { neededOption, readOptions } from './options'
import type { Options } from './options'
import { say } from './output'
import { EXIT, UsageError } from './usage'

const MOST_AGENCIES = 100_000
const YEARS = { first: 2019, last: 2099 } as const

/** `gouji sample --out DIR …`: fictional reports, and with `--truth` what they hold. */
export async function sampleCommand(args: readonly string[]): Promise<number> {
  const options = readOptions(args, ['out', 'agencies', 'years', 'seed', 'format', 'dirt', 'truth'])
  if (options.paths.length > 0)
    throw new UsageError(`多余的参数 ${options.paths.join(' ')}`, `not understood: ${options.paths.join(' ')}`)
  const out = neededOption(options, 'out')
  const formats = formatsOf(options)
  const wanted: SampleOptions = {
    agencies: agenciesOf(options),
    years: yearsOf(options),
    seed: options.given['seed'] ?? '1',
    formats: formats.filter((format) => format !== 'zip'),
    zipped: formats.includes('zip'),
    dirt: dirtIn(options),
  }
  return Promise.resolve(write(out, options.given['truth'], wanted))
}

function write(out: string, truthFile: string | undefined, wanted: SampleOptions): number {
  const folders = new Set<string>()
  let count = 0
  try {
    const truth = truthFile === undefined ? undefined : openSync(truthFile, 'w')
    for (const file of sampleFiles(wanted)) {
      const target = join(out, file.path)
      if (!folders.has(dirname(target))) mkdirSync(dirname(target), { recursive: true })
      folders.add(dirname(target))
      writeFileSync(target, file.bytes)
      if (truth !== undefined) for (const line of truthLines(file)) writeSync(truth, line)
      count += file.documents.length
    }
    if (truth !== undefined) closeSync(truth)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    say(`写不出：${error.message} / cannot be written`)
    return EXIT.found
  }
  say(`已写出 ${count} 份年报到 ${out}。 / Reports written to ${out}: ${count}.`)
  return EXIT.done
}

/** What each document holds, in the words of `gouji parse`; `demands` names the cells that dirt has touched. */
function* truthLines(file: SampleFile): Generator<string, void, undefined> {
  for (const { member, document } of file.documents) {
    const { report, demands } = document.truth
    const line = {
      file: member === undefined ? file.path : `${file.path}!/${member}`,
      agency: report.agency,
      year: report.year,
      published: report.published,
      forms: report.forms,
      values: report.values,
      dirt: document.dirt.map((dirt) => dirt.name),
      demands: Object.fromEntries(demands),
    }
    yield `${JSON.stringify(line)}\n`
  }
}

function agenciesOf(options: Options): number {
  const text = options.given['agencies'] ?? '10'
  const count = Number(text)
  if (!/^\d+$/u.test(text) || count < 1 || count > MOST_AGENCIES)
    throw new UsageError(
      `--agencies 应为 1 到 ${MOST_AGENCIES} 的整数`,
      `--agencies must be a whole number from 1 to ${MOST_AGENCIES}`,
    )
  return count
}

function yearsOf(options: Options): number[] {
  const [, from = '', to = from] = /^(\d{4})(?:-(\d{4}))?$/u.exec(options.given['years'] ?? '2019-2024') ?? []
  const first = Number(from)
  const last = Number(to)
  if (from === '' || first < YEARS.first || last > YEARS.last || last < first)
    throw new UsageError(
      '--years 应如 2019-2024 或 2023，不早于 2019',
      '--years must be like 2019-2024 or 2023, not before 2019',
    )
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function formatsOf(options: Options): (SampleFormat | 'zip')[] {
  const known = [...SAMPLE_FORMATS, 'zip'] as const
  return (options.given['format'] ?? 'docx').split(',').map((name) => {
    const format = known.find((option) => option === name.trim())
    if (!format)
      throw new UsageError(
        `没有格式 ${name}，可用 ${known.join(' ')}`,
        `there is no format ${name}; there are ${known.join(' ')}`,
      )
    return format
  })
}

function dirtIn(options: Options): readonly Dirt[] {
  const text = options.given['dirt'] ?? 'none'
  if (text === 'none') return []
  if (text === 'all') return DIRT
  return text.split(',').map((name) => {
    const dirt = dirtOf(name.trim())
    if (!dirt) throw new UsageError(`没有毛病 ${name}`, `there is no dirt ${name}; gouji sample --help names them`)
    return dirt
  })
}
