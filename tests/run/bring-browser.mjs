import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { findBrowser } from './browser.mjs'

/**
 * Finds a browser or installs one: Debian's where this is root on Debian, else Playwright's. On
 * Debian it also sees to Chinese fonts, without which pictures show boxes.
 *
 * @returns {{ path: string, source: string }}
 * @throws {Error} where there is none in the end
 */
export function bringBrowser() {
  const installed = findBrowser()
  if (process.env['CHROME_PATH'] && !installed)
    throw new Error(`CHROME_PATH is not a program: ${process.env['CHROME_PATH']}`)

  const wanted = [...(installed ? [] : ['chromium']), ...(hasChineseFonts() ? [] : ['fonts-noto-cjk'])]
  if (wanted.length > 0 && isDebianRoot()) {
    const apt = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    run('apt-get', ['update', '-qq'], apt)
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted], apt)
  }
  if (!findBrowser()) {
    const withSystemLibraries = process.platform === 'linux' && process.getuid?.() === 0 ? ['--with-deps'] : []
    run('npx', ['playwright-core', 'install', ...withSystemLibraries, 'chromium'])
  }
  const browser = findBrowser()
  if (!browser) throw new Error('No Chrome or Chromium, and none could be installed. Install one, or set CHROME_PATH.')
  return installed ? browser : { ...browser, source: `${browser.source} just now` }
}

function isDebianRoot() {
  return process.platform === 'linux' && process.getuid?.() === 0 && /^ID=debian$/m.test(osRelease())
}

function osRelease() {
  try {
    return readFileSync('/etc/os-release', 'utf8')
  } catch {
    return ''
  }
}

function hasChineseFonts() {
  if (process.platform !== 'linux') return true
  const { stdout, error } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' })
  return error === undefined && stdout.trim() !== ''
}

/**
 * Runs a program with its output on standard error; its failure shows in what is there afterwards.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function run(program, args, env = process.env) {
  console.log(`$ ${program} ${args.join(' ')}`)
  const { status, error } = spawnSync(program, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) console.error(`${program} failed: ${error?.message ?? `exit status ${String(status)}`}`)
}

if (process.argv[1] === import.meta.filename) {
  const { path, source } = bringBrowser()
  console.log(`browser: ${path} (${source})`)
}
