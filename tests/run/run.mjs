import { stages } from './stages.mjs'

/**
 * Runs every stage, also after one that failed, and ends with the sum over all of them. With names
 * as arguments it runs only those: `npm test -- lint unit`.
 */
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name))
if (unknown.length > 0) {
  console.error(`No stage named ${unknown.join(', ')}. There are: ${stages.map(({ name }) => name).join(', ')}`)
  process.exit(2)
}

const total = { passed: 0, failed: 0 }
/** @type {string[]} */
const summary = []
/** @type {string[]} */
const failures = []
for (const stage of stages) {
  if (wanted.length > 0 && !wanted.includes(stage.name)) continue
  console.log(`\n── ${stage.name}`)
  const started = performance.now()
  const { passed, failed, failures: why = [] } = attempt(stage)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  total.passed += passed
  total.failed += failed
  failures.push(...why)
  summary.push(
    `${failed === 0 ? 'ok  ' : 'FAIL'}  ${stage.name.padEnd(14)} ${seconds.padStart(6)} s  ${passed} passed, ${failed} failed`,
  )
}

// Said again where a reader of the last lines finds it.
if (failures.length > 0) console.log(`\n${failures.join('\n\n')}`)
console.log(`\n${summary.join('\n')}\n`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1

/**
 * @param {import('./stages.mjs').Stage} stage
 * @returns {import('./stages.mjs').Outcome}
 */
function attempt(stage) {
  try {
    return stage.run()
  } catch (error) {
    console.error(error)
    return { passed: 0, failed: 1 }
  }
}
