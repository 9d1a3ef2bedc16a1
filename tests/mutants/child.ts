import { writeSync } from 'node:fs'
import { passOverStrays } from '@/cli/strays'
import { judge } from './judge'
import { mutantOf } from './mutant'
import { sources } from './sources'

/**
 * Judges the mutants `from` to `to` of a format in a process of its own, which the parent watches: before each it writes the mutant's number, after
 * each what came of it as JSON, a line each, at once, so that the last line tells what hung or died.
 */
const [fixtures, format = '', seed = '', from = '1', to = '1'] = process.argv.slice(2)

const say = (line: string): void => {
  writeSync(1, `${line}\n`)
}
passOverStrays()
process.on('uncaughtException', (error) => {
  say(JSON.stringify({ problems: [`uncaught: ${error.message} ${error.stack ?? ''}`] }))
  process.exitCode = 1
})

const drawn = sources(fixtures)
if (format === '') say(JSON.stringify(drawn.formats))
else
  for (let number = Number(from); number <= Number(to); number += 1) {
    const mutant = mutantOf(drawn, format, seed, number)
    say(String(number))
    const outcome = await judge(mutant)
    // A rejection that nobody handles is told between two turns.
    await new Promise((resolve) => setImmediate(resolve))
    say(JSON.stringify({ ...outcome, kind: mutant.kind, rss: process.memoryUsage.rss() }))
  }
