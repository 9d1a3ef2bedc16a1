import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { nodeBundle } from '../run/nodeBundle.mjs'

/**
 * Damages documents and reads them: `npm run mutants -- [--count N] [--seed S] [--from N] [FORMAT…]`, N for each format. Nothing may be thrown, hang, or grow
 * without bound, every refusal says why, and where it is known what a damaged document says, no cell may be silently wrong. Each format runs in a process of its own,
 * whose processor time and memory are watched. Exit status 1 where something is not as it must be.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: 'mutants 1' },
    from: { type: 'string', default: '1' },
  },
})
const last = Number(values.from) + Number(values.count) - 1
/** Seconds of processor time that one file may take, and seconds after which a process that says nothing is ended. */
const MOST_SECONDS = 5
const SILENCE = 60
const MOST_MEGABYTES = 1024

const entry = fileURLToPath(await nodeBundle('tests/mutants/child.ts', 'mutants'))
const fixtures = join(import.meta.dirname, '../fixtures')
/** @type {unknown} */
const listed = JSON.parse(spawnSync(process.execPath, [entry, fixtures], { encoding: 'utf8' }).stdout)
const formats = Array.isArray(listed) ? listed.map(String) : []
const unknown = positionals.filter((format) => !formats.includes(format))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. There are ${formats.join(', ')}`)
  process.exit(2)
}

let bad = 0
for (const format of positionals.length > 0 ? positionals : formats) {
  const found = { mutants: 0, reports: 0, refused: 0, slowest: 0, slowestAt: 0, memory: 0, problems: 0 }
  for (let next = Number(values.from); next <= last;) next = await watch(format, next, found)
  console.log(
    `${format}: ${found.mutants} mutants (seed ${values.seed}), ${found.reports} reports, ${found.refused} refusals, slowest ${Math.round(found.slowest)} ms (number ${found.slowestAt}), ` +
      `most memory ${Math.round(found.memory)} MB, ${found.problems} problems`,
  )
  bad += found.problems
}
process.exitCode = bad === 0 ? 0 : 1

/**
 * Runs a process over the mutants from `first` on; gives the number with which to go on where it died or was ended.
 *
 * @param {string} format
 * @param {number} first
 * @param {{ mutants: number, reports: number, refused: number, slowest: number, slowestAt: number, memory: number, problems: number }} found
 * @returns {Promise<number>}
 */
function watch(format, first, found) {
  const child = spawn(process.execPath, [entry, fixtures, format, values.seed, String(first), String(last)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let at = first
  let isDone = true
  /** @param {string} words */
  const problem = (words) => {
    found.problems += 1
    console.log(`${format} ${at}: ${words}`)
  }
  const end = () => {
    problem(`no answer for ${SILENCE} s`)
    child.kill('SIGKILL')
  }
  let timer = setTimeout(end, SILENCE * 1000)
  createInterface({ input: child.stdout }).on('line', (line) => {
    clearTimeout(timer)
    timer = setTimeout(end, SILENCE * 1000)
    if (/^\d+$/u.test(line)) {
      at = Number(line)
      isDone = false
      return
    }
    /** @type {unknown} */
    const told = JSON.parse(line)
    const {
      problems = [],
      results = [],
      spent = 0,
      kind = '',
      rss = 0,
    } = /** @type {{ problems?: string[], results?: string[], spent?: number, kind?: string, rss?: number }} */ (told)
    isDone = true
    found.mutants += 1
    found.reports += results.filter((result) => result === 'report').length
    found.refused += results.filter((result) => result !== 'report').length
    if (spent > found.slowest) [found.slowest, found.slowestAt] = [spent, at]
    if (rss / 1e6 > found.memory) found.memory = rss / 1e6
    if (spent > MOST_SECONDS * 1000) problem(`${kind}: ${Math.round(spent)} ms`)
    if (rss / 1e6 > MOST_MEGABYTES) problem(`${kind}: ${Math.round(rss / 1e6)} MB`)
    for (const words of problems) problem(`${kind}: ${words}`)
  })
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(timer)
      if (!isDone) problem(`the process ended with ${code}`)
      resolve(isDone && code === 0 ? last + 1 : at + 1)
    })
  })
}
