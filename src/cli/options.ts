import { parseArgs } from 'node:util'
import { UsageError } from './usage'

export interface Options {
  /** Values of the options that were given. */
  readonly given: Readonly<Record<string, string | undefined>>
  readonly paths: readonly string[]
}

/** Takes arguments apart: `--name VALUE`, `--name=VALUE`, paths, and after `--` nothing but paths. */
export function readOptions(args: readonly string[], names: readonly string[]): Options {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    return { given: values, paths: positionals }
  } catch (error) {
    throw new UsageError('参数有误', error instanceof Error ? error.message : String(error))
  }
}

/** The paths of a call; at least one is needed. */
export function neededPaths(options: Options): readonly string[] {
  if (options.paths.length === 0) throw new UsageError('缺少 PATH', 'PATH is missing')
  return options.paths
}

/** The value of an option that is needed. */
export function neededOption(options: Options, name: string): string {
  const value = options.given[name]
  if (value === undefined || value === '') throw new UsageError(`缺少 --${name}`, `--${name} is missing`)
  return value
}
