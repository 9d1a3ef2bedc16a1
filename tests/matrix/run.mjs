import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { nodeBundle } from '../run/nodeBundle.mjs'

/**
 * Writes `MATRIX.md`: `npm run matrix -- [--seed S] [--rounds N] [--out DIR] [FOLDER…]`. `--out` keeps the documents. Of folders that are named, what came
 * of each file is printed, and nothing written. Exit status 1 where a cell is wrong.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: 'matrix 1' },
    rounds: { type: 'string', default: '3' },
    out: { type: 'string' },
  },
})
const { seed, out } = values
const rounds = Number(values.rounds)
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error('--rounds must be a whole number from 1')
  process.exit(2)
}
/** @type {unknown} */
const bundle = await import(await nodeBundle('tests/matrix/commands.ts', 'matrix'))
const { printFolder, writeMatrix } = /** @type {typeof import('./commands.ts')} */ (bundle)

for (const folder of positionals) await printFolder(folder)
if (positionals.length === 0) {
  const isRight = await writeMatrix(join(import.meta.dirname, 'MATRIX.md'), seed, rounds, out)
  process.exitCode = isRight ? 0 : 1
}
