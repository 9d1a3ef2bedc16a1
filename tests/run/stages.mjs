import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join, relative } from 'node:path'
import { bringBrowser } from './bring-browser.mjs'
import { withinBudgets } from './size.mjs'

/**
 * @typedef {{ passed: number, failed: number, failures?: string[], output?: string }} Outcome what was not said at once is `output`
 * @typedef {{ name: string, run: () => Outcome | Promise<Outcome>, onOneCore?: true }} Stage one that keeps one core busy runs beside another such
 * @typedef {{ status: string, fullName: string, failureMessages: string[] }} TestResult
 * @typedef {{ name: string, message: string, assertionResults: TestResult[] }} FileResult
 * @typedef {{ numPassedTests: number, numFailedTests: number, testResults: FileResult[] }} Written what Vitest reports
 */

const root = join(import.meta.dirname, '..', '..')
const reports = join(root, '.build', 'reports')

/**
 * All that a submission must pass, in the order of how soon each tells something.
 *
 * @type {Stage[]}
 */
export const stages = [
  { name: 'browser', run: () => outcome(findsBrowser()) },
  quiet('lint', ['eslint', '--max-warnings=0', '.'], ['oxlint', '--deny-warnings']),
  quiet('format', ['prettier', '--check', '--log-level=warn', '.']),
  quiet('types', ['vue-tsc', '--noEmit']),
  quiet('dead code', ['knip', '--no-progress']),
  quiet('build', ['node', 'src/cli/launch.mjs', 'build']),
  { name: 'size', run: () => outcome(withinBudgets(join(root, 'dist'))) },
  { name: 'unit', run: () => suite('unit') },
  { name: 'property', run: () => suite('property') },
  { name: 'browser tests', run: () => suite('browser') },
  { name: 'full disk', run: () => suite('full-disk') },
  { name: 'end to end', run: () => suite('e2e') },
]

function findsBrowser() {
  const { path, source } = bringBrowser()
  console.log(`browser: ${path} (${source})`)
  process.env['CHROME_PATH'] = path
  return true
}

/**
 * @param {boolean} ok
 * @returns {Outcome}
 */
function outcome(ok) {
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/**
 * A stage of programs that are heard only when they have ended.
 *
 * @param {string} name
 * @param {...[string, ...string[]]} commands
 * @returns {Stage}
 */
function quiet(name, ...commands) {
  return {
    name,
    onOneCore: true,
    run: async () => {
      let ok = true
      let output = ''
      for (const [program, ...args] of commands) {
        const ended = await runs(program, args, (text) => (output += text))
        ok &&= ended
      }
      return { ...outcome(ok), output }
    },
  }
}

/**
 * Runs one Vitest project. A file that fails before its tests are known counts as one failure.
 *
 * @param {string} project
 * @returns {Promise<Outcome>}
 */
async function suite(project) {
  mkdirSync(reports, { recursive: true })
  const report = join(reports, `${project}.json`)
  rmSync(report, { force: true })
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const ok = await runs('vitest', ['run', '--project', project, ...reporters])
  /** @type {unknown} */
  const parsed = JSON.parse(readFileSync(report, 'utf8'))
  const { numPassedTests, numFailedTests, testResults } = /** @type {Written} */ (parsed)
  return {
    passed: numPassedTests,
    failed: ok ? numFailedTests : Math.max(numFailedTests, 1),
    failures: testResults.flatMap(failuresOf),
  }
}

/**
 * @param {FileResult} file
 * @returns {string[]} what failed in one file, with the head of why
 */
function failuresOf({ name, message, assertionResults }) {
  const path = relative(root, name)
  const tests = assertionResults
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => `${path} › ${fullName}\n${head(failureMessages.join('\n'))}`)
  return tests.length > 0 || !message ? tests : [`${path}\n${head(message)}`]
}

/** @param {string} text */
function head(text) {
  const lines = text.split('\n').slice(0, 12)
  return lines.map((line) => `    ${line.slice(0, 200)}`).join('\n')
}

/**
 * Runs a program of the project's own `node_modules`.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {((text: string) => void) | undefined} [hear] takes what it says, which otherwise is said at once
 * @returns {Promise<boolean>} whether it ended well
 */
function runs(program, args, hear) {
  const binaries = join(root, 'node_modules', '.bin')
  const says = hear ? 'pipe' : 'inherit'
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, PATH: `${binaries}${delimiter}${process.env['PATH'] ?? ''}` },
    stdio: ['ignore', says, says],
    shell: process.platform === 'win32',
  })
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => hear?.(String(text)))
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`${program}: ${error.message}`)
      resolve(false)
    })
    child.on('close', (status) => {
      resolve(status === 0)
    })
  })
}
