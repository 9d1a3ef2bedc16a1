import { COMMANDS } from './commands'
import { say } from './output'
import { EXIT, USAGE, UsageError } from './usage'

/** Runs one call of the command line: its arguments without `node` and the script. Gives the exit status. */
export async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined) {
    say(USAGE[''] ?? '')
    return EXIT.usage
  }
  if (name === '--help' || name === '-h' || name === 'help') return help(args[0])
  if (!Object.hasOwn(COMMANDS, name)) return wrong(`没有命令 ${name}`, `there is no command ${name}`, '')
  const optionsEnd = args.indexOf('--')
  const options = optionsEnd < 0 ? args : args.slice(0, optionsEnd)
  if (options.includes('--help') || options.includes('-h')) return help(name)
  try {
    const command = await COMMANDS[name]?.()
    return command ? await command(args) : EXIT.usage
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    say(`${error.message}\n${more(name)}`)
    return EXIT.usage
  }
}

async function help(name = ''): Promise<number> {
  const text = USAGE[name]
  if (text === undefined) return wrong(`没有命令 ${name}`, `there is no command ${name}`, '')
  const { DIRT } = await import('../sample/dirt')
  process.stdout.write(`${text.replace('{dirt}', DIRT.map((dirt) => dirt.name).join(' '))}\n`)
  return EXIT.done
}

function wrong(zh: string, en: string, name: string): number {
  say(`${zh} / ${en}\n${more(name)}`)
  return EXIT.usage
}

const more = (name: string): string => `用法见 how to use it: gouji ${name === '' ? '' : `${name} `}--help`
