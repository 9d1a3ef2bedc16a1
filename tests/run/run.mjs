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
const waiting = stages.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
for (let stage = waiting.shift(); stage; stage = waiting.shift()) {
  if (!stage.onOneCore) await tell(stage)
  else await Promise.all([drain(stage), drain(waiting.at(0)?.onOneCore ? waiting.shift() : undefined)])
}

// Said again where a reader of the last lines finds it.
if (failures.length > 0) console.log(`\n${failures.join('\n\n')}`)
console.log(`\n${summary.join('\n')}\n`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1

/**
 * Runs a stage, then one after another those that may run beside others.
 *
 * @param {import('./stages.mjs').Stage | undefined} first
 */
async function drain(first) {
  for (let stage = first; stage; stage = waiting.at(0)?.onOneCore ? waiting.shift() : undefined) await tell(stage)
}

/** @param {import('./stages.mjs').Stage} stage */
async function tell(stage) {
  const started = performance.now()
  if (!stage.onOneCore) console.log(`\n── ${stage.name}`)
  const { passed, failed, failures: why = [], output = '' } = await attempt(stage)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (stage.onOneCore) console.log(`\n── ${stage.name}\n${output}`)
  total.passed += passed
  total.failed += failed
  failures.push(...why)
  summary.push(
    `${failed === 0 ? 'ok  ' : 'FAIL'}  ${stage.name.padEnd(14)} ${seconds.padStart(6)} s  ${String(passed)} passed, ${String(failed)} failed`,
  )
}

/**
 * @param {import('./stages.mjs').Stage} stage
 * @returns {Promise<import('./stages.mjs').Outcome>}
 */
async function attempt(stage) {
  try {
    return await stage.run()
  } catch (error) {
    console.error(error)
    return { passed: 0, failed: 1 }
  }
}
